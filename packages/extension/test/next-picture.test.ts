// Text that is incomplete during an edit removes nothing from the picture.
import { describe, expect, it } from 'vitest';
import { nextPicture, type Picture } from '../src/client/topology/next-picture.ts';

const asDrawn = {};
const picture = (ids: readonly string[], { incomplete = false, view = 'a' } = {}): Picture => ({
  view,
  look: asDrawn,
  drawing: {
    incomplete,
    places: new Map(),
    spans: [],
    findings: [],
    graph: {
      id: view,
      arrangement: 'tiers',
      title: '',
      subtitle: '',
      figures: [],
      nodes: ids.map((id) => ({ id, kind: 'switch', label: id, lines: [], count: 1, tier: null, detail: '' })),
      groups: [],
      trunks: [],
      legend: {},
      notes: [],
      file: '',
    },
  },
});
const shown = picture(['leaf', 'spine']);
const incomplete = { incomplete: true };

describe('the next picture', () => {
  it('is drawn when the text is complete, whatever was removed', () => {
    expect(nextPicture(undefined, '', picture(['leaf']))).toBe('draw');
    expect(nextPicture(shown, 'a', picture(['leaf']))).toBe('draw');
  });

  it('is none when complete text installs nothing', () => {
    expect(nextPicture(undefined, '', undefined)).toBe('empty');
    expect(nextPicture(shown, 'a', undefined)).toBe('empty');
    expect(nextPicture(shown, 'a', picture([]))).toBe('empty');
  });

  it('is the last one while incomplete text would remove something', () => {
    expect(nextPicture(shown, 'a', picture(['leaf'], incomplete))).toBe('keep');
    expect(nextPicture(shown, 'a', picture([], incomplete))).toBe('keep');
  });

  it('is drawn from incomplete text that removes nothing', () => {
    expect(nextPicture(shown, 'a', picture(['leaf', 'spine', 'node'], incomplete))).toBe('draw');
    expect(nextPicture(undefined, '', picture(['leaf'], incomplete))).toBe('draw');
  });

  it('is the last one when incomplete text lost the view that is shown, not when another one was chosen', () => {
    expect(nextPicture(shown, 'a', picture(['leaf', 'spine'], { incomplete: true, view: 'b' }))).toBe('keep');
    expect(nextPicture(shown, 'b', picture(['rack'], { incomplete: true, view: 'b' }))).toBe('draw');
  });

  it('is drawn when the reader folded something, whatever the text is', () => {
    const folded = { ...picture(['leaf'], incomplete), look: { folded: ['leaf'] } };
    expect(nextPicture(shown, 'a', folded)).toBe('draw');
  });
});
