// Tables for other people and programs: the bill of materials, the cable schedule.
export { tableExports } from './all-tables.ts';
export type { Cell, TableExport } from './table.ts';
