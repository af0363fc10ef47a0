// Single failures: what is lost with one thing of each kind, and what it costs.
import { defineView } from '../sketch/define-view.ts';
import { type FailuresSketch, failuresGraph } from './failures-graph.ts';

export const view = defineView<FailuresSketch>({
  kind: 'failures',
  order: 6,
  selects: [],
  // A `view` statement selects what is drawn; a failure is of the whole design.
  claims: () => false,
  standard: ({ fabric }) =>
    fabric.links.count + fabric.feeds.length + fabric.cdus.count === 0
      ? []
      : [{ id: 'failures', title: 'Single failures', sketch: {} }],
  declared: () => ({}),
  seen: (_, sketch, { unfolded = [] }) => ({ ...sketch, unfolded: new Set(unfolded) }),
  graph: failuresGraph,
});
