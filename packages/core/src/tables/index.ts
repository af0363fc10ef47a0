// Tables for people and other programs: the bill of materials, the cable schedule, labels of cables.
export { tableExports } from './all-tables.ts';
export { type Cell, columnsOf, type TableColumn, type TableExport } from './table.ts';
