// How the page reacts when the reader looks at the design in another way: view, colors, networks, folding.
import type { Look } from '@lightloom/diagram';
import { findingsColor, type Reaction, remember, unchanged } from './reaction.ts';
import { type State, withScreen } from './state.ts';

/** Another view begins as its author made it. */
export function onView(state: State, view: string): Reaction {
  const { look: _, camera: __, selected: ___, ...rest } = state.remembered;
  const screen = { view, look: {}, connected: false, selected: undefined, moving: false, undo: [] };
  return remember(withScreen(state, screen), { ...rest, view }, [
    { kind: 'send', message: { kind: 'view', view, look: {} } },
  ]);
}

export function onColor(state: State, color: string): Reaction {
  const { look, graph } = state.screen;
  const next = lookAt(state, { ...look, color });
  // What has findings is known here: a drawing in its own colors keeps them.
  const isOwn = look.color === undefined || look.color === '' || look.color === graph?.choices?.color;
  const onlyHere = color === findingsColor && isOwn;
  return onlyHere ? { ...next, effects: next.effects.filter((each) => each.kind === 'remember') } : next;
}

/** Hides a network that is drawn, shows one that isn't; the last one stays. */
export function onNetwork(state: State, network: string): Reaction {
  const { look, graph } = state.screen;
  const all = graph?.choices?.networks ?? [];
  const shown = look.networks ?? all;
  const next = all.filter((each) => (each === network ? !shown.includes(each) : shown.includes(each)));
  if (next.length === 0) return unchanged(state);
  const { networks: _, ...rest } = look;
  return lookAt(state, next.length === all.length ? rest : { ...rest, networks: next });
}

/** Draws what a box represents one by one, or what was so drawn as one; it stays where it is on the screen. */
export function onFolded(state: State, id: string): Reaction {
  const { look, graph } = state.screen;
  const item = [...(graph?.nodes ?? []), ...(graph?.groups ?? [])].find((each) => each.id === id);
  if (item?.folding === undefined) return unchanged(state);
  const { key, folded } = item.folding;
  const { unfolded = [], folded: closed = [], ...rest } = look;
  const [undone, done] = folded ? [closed, unfolded] : [unfolded, closed];
  // What undoes a change leaves the view as it was.
  const isUndone = undone.includes(key);
  const [without, added] = [undone.filter((each) => each !== key), isUndone ? done : [...done, key]];
  const [open, shut] = folded ? [added, without] : [without, added];
  return lookAt(
    { ...state, anchor: id },
    {
      ...rest,
      ...(open.length === 0 ? {} : { unfolded: open }),
      ...(shut.length === 0 ? {} : { folded: shut }),
    },
  );
}

function lookAt(state: State, look: Look): Reaction {
  const { view } = state.screen;
  // Positions are those of the boxes that the view has by itself.
  return remember(withScreen(state, { look, moving: false }), { ...state.remembered, look }, [
    { kind: 'send', message: { kind: 'view', view, look } },
  ]);
}
