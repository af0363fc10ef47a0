// Tables for other people and programs: the bill of materials, the cable schedule.
export type { Cell, Column, TableExport } from './table.ts';
export { tableExports } from './tables.ts';
