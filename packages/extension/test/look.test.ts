// The page as a state machine: looks, folding, search, selection, findings, deltas.
import { changesBetween, type Graph } from '@lightloom/diagram';
import { describe, expect, it } from 'vitest';
import type { DrawingMessage } from '../src/messages.ts';
import type { Event } from '../src/webview/state/event.ts';
import { emphasisIn, type Reaction } from '../src/webview/state/reaction.ts';
import { reduce } from '../src/webview/state/reduce.ts';
import { initialState, type State } from '../src/webview/state/state.ts';

const leaf = {
  id: 'n.leaf',
  kind: 'switch',
  label: 'leaf[1..8]',
  lines: [],
  count: 8,
  tier: 1,
  detail: 'leaf',
  folding: { key: 'n.leaf', folded: true },
} as const;
const spine = { id: 'n.spine', kind: 'switch', label: 'spine', lines: [], count: 1, tier: 2, detail: 'spine' } as const;
const graph: Graph = {
  ...{
    arrangement: 'tiers',
    id: 'v',
    title: '',
    subtitle: '',
    figures: [],
    legend: {},
    notes: [],
    file: '',
    groups: [],
  },
  nodes: [leaf, spine],
  trunks: [{ id: 'up', from: 'n.leaf', to: 'n.spine', lines: [], weight: 1, detail: 'up' }],
  choices: { colors: [], color: 'utilization', networks: ['a', 'b', 'c'] },
  allFindings: [
    { severity: 'error', rule: 'x/y', message: 'm', items: ['n.leaf'] },
    { severity: 'warning', rule: 'x/z', message: 'm', items: [] },
  ],
};
const drawing = (shown: Graph): DrawingMessage => ({
  kind: 'drawing',
  views: [],
  view: 'v',
  graph: shown,
  linked: ['n.leaf'],
});
const laidOut = (task: number, shown: Graph): Event => ({
  ...{ kind: 'laid-out', task, drawing: drawing(shown) },
  picture: { svg: '', scene: { width: 1, height: 1, items: [] }, caption: '' },
});
const after = (first: State, ...events: readonly Event[]): Reaction =>
  events.reduce((last, event) => reduce(last.state, event), { state: first, effects: [] } as Reaction);
const shown = after(
  initialState({ uri: 'file:///n.fabric', view: 'v' }, undefined),
  { kind: 'message', message: drawing(graph) },
  laidOut(1, graph),
).state;
const sent = ({ effects }: Reaction) => effects.flatMap((each) => (each.kind === 'send' ? [each.message] : []));

describe('a look', () => {
  it('asks for other colors and is remembered', () => {
    const reaction = after(shown, { kind: 'color-chosen', color: 'power' });
    expect(sent(reaction)).toEqual([{ kind: 'view', view: 'v', look: { color: 'power' } }]);
    expect(reaction.state.remembered.look).toEqual({ color: 'power' });
    expect(initialState({ uri: 'file:///n.fabric', view: '' }, reaction.state.remembered).screen.look).toEqual({
      color: 'power',
    });
  });

  it('at findings needs no other drawing', () => {
    const reaction = after(shown, { kind: 'color-chosen', color: 'findings' });
    expect(sent(reaction)).toEqual([]);
    expect(emphasisIn(reaction.state).only).toEqual(new Set());
  });

  it('at findings after other colors asks for those of the view', () => {
    const colored = after(shown, { kind: 'color-chosen', color: 'power' }).state;
    const reaction = after(colored, { kind: 'color-chosen', color: 'findings' });
    expect(sent(reaction)).toEqual([{ kind: 'view', view: 'v', look: { color: 'findings' } }]);
  });

  it('hides networks, shows them again, and never hides the last one', () => {
    const toggle = (network: string): Event => ({ kind: 'network-toggled', network });
    const one = after(shown, toggle('a'));
    expect(one.state.screen.look).toEqual({ networks: ['b', 'c'] });
    expect(after(one.state, toggle('a')).state.screen.look).toEqual({});
    expect(sent(after(one.state, toggle('b'), toggle('c')))).toEqual([]);
  });

  it('unfolds and folds in place', () => {
    const open = after(shown, { kind: 'folded', id: 'n.leaf' });
    expect(sent(open)).toEqual([{ kind: 'view', view: 'v', look: { unfolded: ['n.leaf'] } }]);
    const unfolded: Graph = {
      ...graph,
      nodes: [{ ...leaf, id: 'n.leaf[1]', folding: { key: 'n.leaf', folded: false } }, spine],
    };
    const moved = after(open.state, { kind: 'camera-moved', camera: { x: 0, y: 0, scale: 1 }, fitted: false }).state;
    const drawn = after(moved, { kind: 'message', message: drawing(unfolded) }, laidOut(2, unfolded));
    expect(drawn.effects).toContainEqual(expect.objectContaining({ kind: 'draw', camera: { anchor: 'n.leaf' } }));
    const closed = after(drawn.state, { kind: 'folded', id: 'n.leaf[1]' });
    expect(closed.state.screen.look).toEqual({});
    // What the view itself unfolds is folded by the reader.
    const own = after(shown, { kind: 'message', message: drawing(unfolded) }, laidOut(2, unfolded)).state;
    expect(after(own, { kind: 'folded', id: 'n.leaf[1]' }).state.screen.look).toEqual({ folded: ['n.leaf'] });
    expect(after(shown, { kind: 'folded', id: 'n.spine' }).effects).toEqual([]);
  });

  it('is given up for another view', () => {
    const other = after(shown, { kind: 'color-chosen', color: 'power' }, { kind: 'view-chosen', view: 'racks' });
    expect(other.state.remembered).toEqual({ uri: 'file:///n.fabric', view: 'racks' });
    expect(sent(other)).toEqual([{ kind: 'view', view: 'racks', look: {} }]);
  });
});

describe('the reader', () => {
  it('jumps to a finding in the picture and in the text', () => {
    const choose = (index: number): Reaction => after(shown, { kind: 'finding-chosen', index, focus: false });
    expect(choose(0).effects).toContainEqual({ kind: 'show', id: 'n.leaf' });
    expect(choose(0).state.screen.selected).toBe('n.leaf');
    expect(sent(choose(0))).toContainEqual({ kind: 'reveal-finding', index: 0, focus: false });
    expect(choose(1).effects.map(({ kind }) => kind)).toEqual(['send']);
  });

  it('searches, steps around, and keeps what was found selected', () => {
    const found = after(shown, { kind: 'search', text: 'n.' });
    expect(found.state.screen.search?.hits).toEqual(['n.leaf', 'n.spine']);
    expect(found.effects).toEqual([{ kind: 'show', id: 'n.leaf' }]);
    const next = after(found.state, { kind: 'search-step', by: -1 });
    expect(next.effects).toEqual([{ kind: 'show', id: 'n.spine' }]);
    expect(emphasisIn(next.state).hit).toBe('n.spine');
    expect(after(next.state, { kind: 'escape' }).state.screen).toMatchObject({
      search: undefined,
      selected: 'n.spine',
    });
  });

  it('ends one thing after the other with Escape', () => {
    const all = after(
      shown,
      { kind: 'panel', panel: 'outline' },
      { kind: 'selected', id: 'n.leaf' },
      { kind: 'connected' },
    );
    expect(emphasisIn(all.state).only?.size).toBe(3);
    const screens = [1, 2, 3].map(
      (times) => after(all.state, ...Array<Event>(times).fill({ kind: 'escape' })).state.screen,
    );
    expect(screens.map(({ connected, selected, panel }) => [connected, selected, panel])).toEqual([
      [false, 'n.leaf', 'outline'],
      [false, undefined, 'outline'],
      [false, undefined, undefined],
    ]);
  });

  it('is told how figures come about, once a thing', () => {
    expect(sent(after(shown, { kind: 'asked', id: 'n.leaf' }))).toEqual([{ kind: 'explain', id: 'n.leaf' }]);
    const known = after(shown, { kind: 'message', message: { kind: 'explained', id: 'n.leaf', lines: ['power'] } });
    expect(after(known.state, { kind: 'asked', id: 'n.leaf' }).effects).toEqual([]);
    expect(sent(after(shown, { kind: 'panel', panel: 'details' }, { kind: 'selected', id: 'n.leaf' }))).toEqual([
      { kind: 'explain', id: 'n.leaf' },
    ]);
  });
});

describe('an edit', () => {
  it('sends what it changes, and the page draws all of it', () => {
    const edited: Graph = { ...graph, nodes: [{ ...leaf, count: 9 }, spine] };
    const changes = changesBetween(graph, edited);
    if (changes === undefined) throw new Error('The two are arranged alike.');
    const message = { kind: 'changes', views: [], view: 'v', linked: ['n.leaf'], changes } as const;
    const reaction = after(shown, { kind: 'message', message });
    expect(reaction.effects).toEqual([{ kind: 'lay-out', task: 2, drawing: { ...drawing(edited) } }]);
    const lost = { ...shown, received: undefined };
    expect(sent(after(lost, { kind: 'message', message }))).toEqual([{ kind: 'ready' }]);
  });
});

describe('boxes that are moved by hand', () => {
  const before = [
    { id: 'n.leaf', x: 0, y: 100 },
    { id: 'n.spine', x: 0, y: 0 },
  ];
  const moved: Event = { kind: 'moved', before, at: { id: 'n.spine', x: 50, y: 0 } };

  it('are kept with all others, and undone move by move', () => {
    const one = after(shown, { kind: 'move-mode' }, moved);
    expect(one.state.screen.moving).toBe(true);
    expect(sent(one)).toEqual([{ kind: 'place', boxes: [before[0], { id: 'n.spine', x: 50, y: 0 }] }]);
    expect(sent(after(one.state, { kind: 'undo' }))).toEqual([{ kind: 'place', boxes: null }]);
    const kept: Graph = { ...graph, placements: { boxes: before, locked: true } };
    const two = after(one.state, { kind: 'message', message: drawing(kept) }, laidOut(2, kept), moved, {
      kind: 'undo',
    });
    expect(sent(two)).toEqual([{ kind: 'place', boxes: before }]);
    expect(sent(after(shown, { kind: 'undo' }))).toEqual([]);
  });

  it('are those that the view has by itself', () => {
    const open = after(shown, { kind: 'move-mode' }, { kind: 'folded', id: 'n.leaf' });
    expect(open.state.screen.moving).toBe(false);
    const blocked = after(open.state, { kind: 'move-mode' }).state.screen;
    expect(blocked.moving).toBe(false);
    expect(blocked.notice).toBe('Boxes can be moved while nothing is folded, unfolded or left out of the view.');
  });
});
