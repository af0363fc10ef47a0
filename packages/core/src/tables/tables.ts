// All tables that can be exported.
import { bom } from './bom.ts';
import { cables } from './cables.ts';
import type { TableExport } from './table.ts';

export const tableExports: readonly TableExport[] = [bom, cables];
