// How a placed drawing is drawn.
export type { Theme } from './palette.ts';
export { svg } from './svg.ts';
