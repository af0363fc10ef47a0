// Power: feeds, the racks and CDUs on them, load against capacity, and what a lost feed leaves to the others.
import type { Facts, Selection } from '@lightloom/core';
import { defineView } from '../sketch/define-view.ts';
import { type PowerSketch, powerGraph } from './power-graph.ts';

export const view = defineView<PowerSketch>({
  kind: 'power',
  order: 3.5,
  selects: ['feed'],
  claims: (of, color) => of === 'feed' && color !== 'temperature',
  standard: ({ fabric }) =>
    fabric.feeds.length === 0 ? [] : [{ id: 'power', title: 'Power', sketch: { feeds: undefined } }],
  declared: (_: Facts, { values }) => ({ feeds: feedsIn(values.of?.value.selection) }),
  seen: (_, sketch, { unfolded = [] }) => ({ ...sketch, unfolded: new Set(unfolded) }),
  graph: powerGraph,
});

function feedsIn(selection: Selection | undefined): ReadonlySet<number> | undefined {
  return selection?.of === 'feed' ? new Set(selection.ids) : undefined;
}
