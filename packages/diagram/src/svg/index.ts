// How a placed drawing is drawn.
export { type PaperTheme, rampOf, type Theme } from './palette.ts';
export { blockSvg, svg } from './svg.ts';
