// How a placed drawing is drawn.
export type { PaperTheme, Theme } from './palette.ts';
export { blockSvg, svg } from './svg.ts';
