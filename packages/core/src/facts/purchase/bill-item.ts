// What is counted for a bill, before it is priced.
import type { Item } from './buying.ts';

/** Categories in the order of a bill. */
export const billCategories = [
  'switch',
  'host',
  'module',
  'laser',
  'supply',
  'fiber',
  'cable',
  'connector',
  'splice',
  'panel',
  'amplifier',
  'rack',
  'shelf',
  'feed',
  'cdu',
  'coupling',
] as const;
export type BillCategory = (typeof billCategories)[number];

/** What is counted before it is priced. */
export interface BillItem extends Item {
  readonly category: BillCategory;
  readonly detail: string;
  /** Fibers of a cable; `NaN` when unknown. */
  readonly fibers?: number | undefined;
  /** `NaN` when unknown. */
  readonly count: number;
  /** Of an unknown count, the part that is known. */
  readonly known?: number;
  /** Whether it comes with something else, or with the building: it is only counted in a sum where it has a price. */
  readonly comesAlong?: true;
}
