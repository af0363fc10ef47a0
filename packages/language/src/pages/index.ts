// Files with the drawings of a design: a page for a browser, sheets of paper, diagrams for other programs.
export { pageOf } from './drawings-page.ts';
export {
  layoutEngine,
  onSheets,
  type PlacedView,
  placedView,
  placedViews,
  type SheetDrawing,
  type Shown,
  withRoomForNumber,
  writtenAs,
} from './placed-views.ts';
