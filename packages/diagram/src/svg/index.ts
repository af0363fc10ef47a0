// How a placed drawing is drawn.
export type { PaperTheme, Theme } from './palette.ts';
export { svg } from './svg.ts';
