// What a drawing shows.

export { applyChanges, changesBetween, type GraphChanges, isUnchanged } from './changes.ts';
export type { ChartGraph, ChartGroup, ChartNode, RowSymbol } from './chart.ts';
export type { FloorGraph, FloorGroup, FloorNode } from './floor.ts';
export type { FreeGraph, FreeGroup, FreeNode, Shape } from './free.ts';
export { type Graph, itemsOf, trunksOf } from './graph.ts';
export { grouped } from './grouped.ts';
export type { CardNode, Item, Labeled, Mark, NodeKind, Place, Status, Trunk } from './item.ts';
export type { Choices, Folding, Look } from './look.ts';
export type { BranchGroup, LoopGroup, LoopsGraph, LoopsGroup, LoopsNode } from './loops.ts';

export type { KeptPlace, KeptView, PlacedAt, Placements } from './placements.ts';
export type { Face, FaceRow, Plan, PlanRun, RacksGraph, RacksGroup, RacksNode } from './racks.ts';
export type { ColorKey, Figure, Legend, SheetFinding, SheetVerdict, TitleBlock } from './sheet.ts';

export type { TiersGraph, TiersGroup, TiersNode } from './tiers.ts';
export type { ViewInfo } from './view.ts';
