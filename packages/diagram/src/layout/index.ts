// Where everything in a drawing stands.
export { elkEngine, type LayoutWorker } from './engine/elk-engine.ts';
export type { LayoutEngine, LayoutPlaces, LayoutTask } from './engine/layout-engine.ts';
export { round } from './geometry/path.ts';
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
} from './geometry/placed.ts';
export { typeOf } from './geometry/typography.ts';
export { layout } from './layout.ts';
