// Text that is incomplete in the middle of an edit takes nothing away from the picture.
import { describe, expect, it } from 'vitest';
import { nextPicture, type Picture } from '../src/client/topology/next-picture.ts';

const picture = (ids: readonly string[], { torn = false, view = 'a' } = {}): Picture => ({
  view,
  drawing: {
    torn,
    places: new Map(),
    graph: {
      id: view,
      arrangement: 'tiers',
      title: '',
      subtitle: '',
      figures: [],
      nodes: ids.map((id) => ({ id, kind: 'switch', label: id, lines: [], count: 1, detail: '' })),
      groups: [],
      trunks: [],
      legend: {},
      notes: [],
      file: '',
    },
  },
});
const shown = picture(['leaf', 'spine']);
const torn = { torn: true };

describe('the next picture', () => {
  it('is drawn when the text is whole, whatever went', () => {
    expect(nextPicture(undefined, '', picture(['leaf']))).toBe('draw');
    expect(nextPicture(shown, 'a', picture(['leaf']))).toBe('draw');
  });

  it('is none when whole text installs nothing', () => {
    expect(nextPicture(undefined, '', undefined)).toBe('empty');
    expect(nextPicture(shown, 'a', undefined)).toBe('empty');
    expect(nextPicture(shown, 'a', picture([]))).toBe('empty');
  });

  it('is the last one while incomplete text would take something away', () => {
    expect(nextPicture(shown, 'a', picture(['leaf'], torn))).toBe('keep');
    expect(nextPicture(shown, 'a', picture([], torn))).toBe('keep');
  });

  it('is drawn from incomplete text that takes nothing away', () => {
    expect(nextPicture(shown, 'a', picture(['leaf', 'spine', 'node'], torn))).toBe('draw');
    expect(nextPicture(undefined, '', picture(['leaf'], torn))).toBe('draw');
  });

  it('is the last one when incomplete text lost the view that is shown, not when another one was asked for', () => {
    expect(nextPicture(shown, 'a', picture(['leaf', 'spine'], { torn: true, view: 'b' }))).toBe('keep');
    expect(nextPicture(shown, 'b', picture(['rack'], { torn: true, view: 'b' }))).toBe('draw');
  });
});
