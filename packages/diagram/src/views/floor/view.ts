// The hall from above, to scale: racks at their positions, colored by power, heat, flow and fibers.
import { defineView } from '../sketch/define-view.ts';
import { type FloorSketch, floorGraph } from './floor-graph.ts';
import { hasFloor } from './hall-grid.ts';

export const view = defineView<FloorSketch>({
  kind: 'floor',
  order: 2.5,
  selects: [],
  // A hall can't be selected; racks are drawn in elevation.
  claims: () => false,
  standard: (facts) => (hasFloor(facts) ? [{ id: 'floor', title: 'Floor plan', sketch: {} }] : []),
  declared: () => ({}),
  seen: (_, sketch, { color }) => (color === undefined ? sketch : { layer: color }),
  graph: floorGraph,
});
