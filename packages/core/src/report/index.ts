// The figures of a design, row by row, as data.
export type { BlockWhere, DeviceRow } from './device-rows.ts';
export type { FootingRow } from './footing-rows.ts';
export type { LinkRow, NetworkRow, UnlaidRow } from './network-rows.ts';
export { type PartFigure, type PartRow, partRow } from './part-rows.ts';
export type { BranchRow, FeedRow, LoopRow, RackRow } from './plant-rows.ts';
export type { ProvenanceRow } from './provenance-rows.ts';
export { type DesignReport, reportOf } from './report.ts';
export type { ModuleRow, Totals } from './totals.ts';
