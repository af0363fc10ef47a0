// The drawings of a fabric. The only room of this package that knows the core.
export {
  type Graph,
  itemsOf,
  type KeptPlace,
  type KeptView,
  type Look,
  type Place,
  type PlacedAt,
  type ViewInfo,
} from '../graph/index.ts';
export { explainItem, explainItems } from './about/explain-item.ts';
export { itemSpans, type Span } from './about/item-spans.ts';
export { differenceGraph } from './difference/difference-graph.ts';
export { type GraphOptions, graphOf, locatedGraphOf, viewsOf } from './views.ts';
