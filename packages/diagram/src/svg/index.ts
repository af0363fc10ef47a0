// How a placed drawing is drawn.
export { type PaperTheme, rampOf, type Theme } from './palette.ts';
export { svg } from './svg.ts';
