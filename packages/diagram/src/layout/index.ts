// Where everything in a drawing is.
export { elkEngine, type LayoutWorker } from './engine/elk-engine.ts';
export type { LayoutEngine } from './engine/layout-engine.ts';
export { round } from './geometry/path.ts';
export type {
  Arrow,
  Box,
  Meter,
  Placed,
  PlacedBar,
  PlacedBlock,
  PlacedCard,
  PlacedChart,
  PlacedFace,
  PlacedFigure,
  PlacedGroup,
  PlacedHall,
  PlacedMark,
  PlacedNode,
  PlacedPlan,
  PlacedRack,
  PlacedRun,
  PlacedStack,
  PlacedText,
  PlacedTrunk,
  Point,
} from './geometry/placed.ts';
export { textWidth, typeOf, wrap } from './geometry/typography.ts';
export { layout, layoutBody } from './layout.ts';
export { blockAlone, withSheet } from './sheet/title-block.ts';
export { hasStructure } from './structure.ts';
