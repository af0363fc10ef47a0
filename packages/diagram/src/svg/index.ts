// How a placed drawing is drawn.
export { rampOf, type Theme } from './palette.ts';
export { svg } from './svg.ts';
