// Where everything in a drawing is.
export { elkEngine, type LayoutWorker } from './engine/elk-engine.ts';
export type { LayoutEngine } from './engine/layout-engine.ts';
export { round } from './geometry/path.ts';
export type {
  Box,
  Meter,
  Placed,
  PlacedBlock,
  PlacedCard,
  PlacedFace,
  PlacedFigure,
  PlacedFrame,
  PlacedGroup,
  PlacedMark,
  PlacedNode,
  PlacedPlan,
  PlacedRack,
  PlacedStack,
  PlacedText,
  PlacedTrunk,
} from './geometry/placed.ts';
export { typeOf } from './geometry/typography.ts';
export { layout } from './layout.ts';
