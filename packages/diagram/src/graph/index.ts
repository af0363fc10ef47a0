// What a drawing shows.
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
  Plan,
  PlanRun,
  Status,
  Trunk,
} from './graph.ts';
export { grouped } from './grouped.ts';
export type { ViewInfo, ViewKind } from './view.ts';
