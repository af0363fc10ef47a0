// Tables for people and other programs: the bill of materials, the cable schedule.
export type { Cell, TableExport } from './table.ts';
export { tableExports } from './tables.ts';
