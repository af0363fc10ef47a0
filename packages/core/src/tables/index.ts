// Tables for people and other programs: the bill of materials, the cable schedule.
export { cableCells } from './cable-cells.ts';
export { tableExports } from './all-tables.ts';
export type { Cell, TableExport } from './table.ts';
