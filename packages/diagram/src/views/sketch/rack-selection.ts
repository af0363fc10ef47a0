// The racks a view selects.
import type { Facts, Selection } from '@lightloom/core';

/** Racks that are selected, or connected to a selected feed; undefined when the view selects neither. */
export function racksIn({ fabric }: Facts, selection: Selection | undefined): ReadonlySet<number> | undefined {
  if (selection?.of === 'rack') return new Set(selection.ids);
  if (selection?.of !== 'feed') return undefined;
  const ids = new Set(selection.ids);
  const on = fabric.feedSets.map((each) => each.ids.some((id) => ids.has(id)));
  return new Set([...fabric.racks.feeds].flatMap((set, rack) => (on[set] === true ? [rack] : [])));
}
