// The page of a drawing as a state machine: what it shows, remembers and sends for each event.
import { describe, expect, it } from 'vitest';
import type { Camera, DrawingMessage, PageState } from '../src/messages.ts';
import type { Event } from '../src/webview/state/event.ts';
import { emphasisIn, type Reaction } from '../src/webview/state/reaction.ts';
import { reduce, start } from '../src/webview/state/reduce.ts';
import { initialState, type State } from '../src/webview/state/state.ts';

const page: PageState = { uri: 'file:///pod.fabric', view: '' };
const camera: Camera = { x: 10, y: 20, scale: 2 };
const views = ['overview', 'racks'].map((id) => ({ id, title: id, kind: 'network', declared: false }));

const drawing = (view: string): DrawingMessage => ({
  kind: 'drawing',
  views,
  view,
  graph: {
    arrangement: 'tiers',
    ...{
      id: view,
      title: '',
      subtitle: '',
      figures: [],
      nodes: [],
      groups: [],
      trunks: [],
      legend: {},
      notes: [],
      file: '',
    },
  },
  linked: ['leaf'],
});
const message = (of: (Event & { readonly kind: 'message' })['message']): Event => ({ kind: 'message', message: of });
const laidOut = (task: number, view: string): Event => ({
  kind: 'laid-out',
  task,
  picture: { svg: '<svg/>', scene: { width: 1, height: 1, items: [] }, caption: '' },
  drawing: drawing(view),
});

/** The state after some events, and the effects of the last one. */
function after(first: State, ...events: readonly Event[]): Reaction {
  return events.reduce((last, event) => reduce(last.state, event), { state: first, effects: [] } as Reaction);
}
const fresh = initialState(page, undefined);
/** A page that shows a view. */
const showing = (view: string, first = fresh): State =>
  after(first, message(drawing(view)), laidOut(first.task + 1, view)).state;

describe('a page that is loaded', () => {
  it('asks for its drawing and remembers its file', () => {
    expect(start(fresh)).toEqual([
      { kind: 'remember', state: page },
      { kind: 'send', message: { kind: 'ready' } },
    ]);
  });

  it('goes on with the view and camera it remembers, but not with those of another file', () => {
    const old = { ...page, view: 'racks', camera };
    expect(initialState(page, old)).toMatchObject({ remembered: old, restore: camera });
    expect(initialState({ ...page, view: 'overview' }, old).remembered.view).toBe('overview');
    expect(initialState(page, { ...old, uri: 'file:///other.fabric' })).toMatchObject({
      remembered: page,
      restore: undefined,
    });
  });
});

describe('a drawing', () => {
  it('is laid out first, while the page is busy', () => {
    const { state, effects } = after(fresh, message(drawing('overview')));
    expect(state.screen.busy).toBe(true);
    expect(effects).toEqual([{ kind: 'lay-out', task: 1, drawing: drawing('overview') }]);
  });

  it('is drawn and fitted when it is laid out', () => {
    const { state, effects } = after(fresh, message(drawing('overview')), laidOut(1, 'overview'));
    expect(state).toMatchObject({
      drawn: 'overview',
      remembered: { view: 'overview' },
      screen: { views, view: 'overview', busy: false, stale: false, notice: '', empty: undefined },
    });
    expect(effects.map((each) => each.kind)).toEqual(['remember', 'draw']);
    expect(effects[1]).toMatchObject({ camera: 'fit' });
  });

  it('is dropped when a newer one has been asked for, or the page is empty by now', () => {
    const two = after(fresh, message(drawing('overview')), message(drawing('racks')), laidOut(1, 'overview'));
    expect([two.effects, two.state.screen.busy, two.state.drawn]).toEqual([[], true, undefined]);
    const empty = message({ kind: 'empty', views, view: '', text: 'Nothing to draw yet' });
    const none = after(fresh, message(drawing('overview')), empty, laidOut(1, 'overview'));
    expect([none.effects, none.state.screen.empty]).toEqual([[], 'Nothing to draw yet']);
  });

  it('keeps the camera over an edit once the reader has moved it, and fits another view', () => {
    const moved = after(showing('overview'), { kind: 'camera-moved', camera, fitted: false }).state;
    expect(after(moved, message(drawing('overview')), laidOut(2, 'overview')).effects[1]).toMatchObject({
      camera: undefined,
    });
    expect(after(moved, message(drawing('racks')), laidOut(2, 'racks')).effects[1]).toMatchObject({ camera: 'fit' });
    const fits = showing('overview');
    expect(after(fits, message(drawing('overview')), laidOut(2, 'overview')).effects[1]).toMatchObject({
      camera: 'fit',
    });
  });

  it('gets the camera of before a restart back, once, and only in the same view', () => {
    const restored = initialState(page, { ...page, view: 'racks', camera });
    expect(after(restored, message(drawing('racks')), laidOut(1, 'racks')).effects[1]).toMatchObject({ camera });
    expect(after(restored, message(drawing('overview')), laidOut(1, 'overview')).effects[1]).toMatchObject({
      camera: 'fit',
    });
    // A resize before the first drawing must not lose it.
    const resized = after(restored, { kind: 'camera-moved', camera: { x: 0, y: 0, scale: 1 }, fitted: true }).state;
    expect(after(resized, message(drawing('racks')), laidOut(1, 'racks')).effects[1]).toMatchObject({ camera });
    expect(showing('racks', restored).restore).toBeUndefined();
  });

  it('that fails leaves the last one, with a notice, and is reported', () => {
    const shown = showing('overview');
    const { state, effects } = after(shown, message(drawing('overview')), {
      kind: 'failed',
      task: 2,
      text: 'Layout: x',
    });
    expect(state).toMatchObject({
      drawn: 'overview',
      screen: { busy: false, notice: expect.stringMatching(/failed/) },
    });
    expect(effects).toEqual([{ kind: 'send', message: { kind: 'failed', text: 'Layout: x' } }]);
    const late = after(shown, message(drawing('overview')), { kind: 'failed', task: 1, text: 'Layout: x' });
    expect(late.state.screen).toMatchObject({ busy: true, notice: '' });
  });
});

describe('the page', () => {
  it('shows a drawing of incomplete text as stale until the text is complete', () => {
    const stale = after(showing('overview'), message({ kind: 'notice', text: 'Text incomplete' })).state;
    expect(stale.screen).toMatchObject({ stale: true, notice: 'Text incomplete' });
    expect(showing('overview', stale).screen).toMatchObject({ stale: false, notice: '' });
    expect(after(stale, message({ kind: 'notice', text: '' })).state.screen.stale).toBe(false);
  });

  it('is empty when the text installs nothing, and shows the next drawing', () => {
    const { state, effects } = after(
      showing('overview'),
      message({ kind: 'empty', views: [], view: '', text: 'None' }),
    );
    expect(state).toMatchObject({ drawn: undefined, screen: { views: [], empty: 'None', busy: false } });
    expect(effects).toEqual([{ kind: 'clear' }]);
    expect(showing('overview', state).screen.empty).toBeUndefined();
  });

  it('asks for the view that is chosen, keeps it chosen and remembers it', () => {
    const { state, effects } = after(showing('overview'), { kind: 'view-chosen', view: 'racks' });
    expect(state.screen.view).toBe('racks');
    expect(effects).toEqual([
      { kind: 'remember', state: { ...page, view: 'racks' } },
      { kind: 'send', message: { kind: 'view', view: 'racks', look: {} } },
    ]);
  });

  it('remembers the camera, but not that of a drawing that fits', () => {
    const moved = after(showing('overview'), { kind: 'camera-moved', camera, fitted: false });
    expect(moved.effects).toEqual([{ kind: 'remember', state: { ...page, view: 'overview', camera } }]);
    const fits = after(moved.state, { kind: 'camera-moved', camera, fitted: true });
    expect(fits.effects).toEqual([{ kind: 'remember', state: { ...page, view: 'overview' } }]);
  });

  it('passes on what the cursor is in, and what the reader asks for', () => {
    const { state } = after(showing('overview'), message({ kind: 'cursor', ids: ['leaf'] }));
    expect(emphasisIn(state).cursor).toEqual(['leaf']);
    expect(after(fresh, { kind: 'reveal', id: 'leaf', focus: true }).effects).toEqual([
      { kind: 'send', message: { kind: 'reveal', id: 'leaf', focus: true } },
    ]);
  });

  it('exports what is drawn, and nothing when it is empty', () => {
    expect(after(showing('overview'), message({ kind: 'export', format: 'png' })).effects).toEqual([
      { kind: 'export', format: 'png' },
    ]);
    const answer = (state: State) => after(state, { kind: 'exported', file: '<svg/>' }).effects;
    expect(answer(showing('overview'))).toEqual([{ kind: 'send', message: { kind: 'exported', file: '<svg/>' } }]);
    expect(answer(fresh)).toEqual([{ kind: 'send', message: { kind: 'exported', file: null } }]);
  });
});
