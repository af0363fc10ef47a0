// Racks in elevation: the devices in them, their height, and their share of the rack power limit.
import { defineView } from '../sketch/define-view.ts';
import { racksIn } from '../sketch/rack-selection.ts';
import { type RacksSketch, racksGraph } from './racks-graph.ts';

export const view = defineView<RacksSketch>({
  kind: 'racks',
  order: 2,
  selects: ['rack', 'feed'],
  // Temperatures are drawn on the loop of the racks.
  claims: (of, color) => of === 'rack' && color !== 'temperature',
  standard: () => [{ id: 'racks', title: 'Racks', sketch: { racks: undefined, selected: false } }],
  declared: (facts, { values }) => ({
    racks: racksIn(facts, values.of?.value.selection),
    selected: values.of !== undefined,
  }),
  seen: (_, sketch, { unfolded = [] }) => ({ ...sketch, unfolded: new Set(unfolded) }),
  graph: racksGraph,
});
