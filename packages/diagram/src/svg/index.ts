// How a placed drawing is drawn.
export { svg } from './svg.ts';
