// Where everything in a drawing stands.
export { elkEngine, type LayoutWorker } from './elk-engine.ts';
export type { LayoutEngine, LayoutPlaces, LayoutTask } from './engine.ts';
export { layout } from './layout.ts';
export { round } from './path.ts';
export type {
  Box,
  Meter,
  Pill,
  Placed,
  PlacedFigure,
  PlacedGroup,
  PlacedLegend,
  PlacedNode,
  PlacedPlan,
  PlacedText,
  PlacedTrunk,
  Point,
  TextRole,
} from './placed.ts';
export { typeOf } from './type.ts';
