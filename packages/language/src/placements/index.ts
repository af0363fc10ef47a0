// Positions of boxes that people chose, kept beside the design.
export { placedDesign, placementAddress, placementFileOf } from './placement-files.ts';
export type { PlacementFile } from './read-placements.ts';
export { readPlacements } from './read-placements.ts';
export { placementText } from './write-placements.ts';
