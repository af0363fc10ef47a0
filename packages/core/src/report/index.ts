// The figures of a design, row by row, as data.
export type { CableRow } from './cable-rows.ts';
export type { ClosestRow } from './closest-rows.ts';
export type { DeviceRow } from './device-rows.ts';
export type { FreeRow } from './free-rows.ts';
export type { LinkRow } from './network-rows.ts';
export { type PartFigure, type PartRow, partRow } from './part-rows.ts';
export type { LoopRow } from './plant-rows.ts';
export type { ProvenanceRow } from './provenance-rows.ts';
export { type DesignReport, reportOf } from './report.ts';
export type { PairRow } from './tier-rows.ts';
export { type Totals, totalsOf } from './totals.ts';
