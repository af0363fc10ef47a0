// How a fabric looks. Free of the core, so that a webview's bundle is too; `./views` is where a fabric comes in.
export * from './graph/index.ts';
export {
  type Box,
  elkEngine,
  type LayoutEngine,
  type LayoutWorker,
  layout,
  layoutBody,
  type Placed,
  type PlacedText,
  textWidth,
  withSheet,
} from './layout/index.ts';
export * from './notations/index.ts';
export * from './placement/index.ts';
export * from './svg/index.ts';
