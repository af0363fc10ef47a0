// Tables for people and other programs: the bill of materials, the cable schedule.
export { tableExports } from './all-tables.ts';
export type { Cell, TableColumn, TableExport } from './table.ts';
