// The drawings of a fabric. The only room of this package that knows the core.
export type {
  Arrangement,
  Figure,
  Graph,
  Group,
  Item,
  Legend,
  Node,
  NodeKind,
  Place,
  Status,
  Trunk,
  ViewInfo,
  ViewKind,
} from '../graph/index.ts';
export { graphOf, viewsOf } from './views.ts';
