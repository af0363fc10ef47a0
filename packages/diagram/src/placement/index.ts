// Places of boxes that people chose: kept, found again, put into a drawing.
export { anchored } from './anchored.ts';
export { isMovable } from './known.ts';
export { keptView, shareKept, withPlacements } from './placements.ts';
