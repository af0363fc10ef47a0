// Whether nobody says which power supplies a device has.
import type { Part } from '../../model/index.ts';

/** Whether a device has power supplies that nobody describes. One that says its input voltage takes the busbar as it is. */
export function lacksSupplies({ values }: Part<'switch'> | Part<'host'>): boolean {
  return values.supplies === undefined && values.voltage === undefined;
}
