// The drawings of a fabric. The only room of this package that knows the core.
export { type Graph, itemsOf, type KeptPlace, type KeptView, type PlacedAt, type ViewInfo } from '../graph/index.ts';
export { differenceGraph } from './difference/difference-graph.ts';
export { type GraphOptions, graphOf, viewsOf } from './views.ts';
