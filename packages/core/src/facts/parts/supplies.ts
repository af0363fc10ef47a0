// Whether the power supplies of a device aren't given.
import type { Part } from '../../model/index.ts';

/** Whether a device has power supplies that aren't given. One that says its input voltage takes the busbar as it is. */
export function lacksSupplies({ values }: Part<'switch'> | Part<'host'>): boolean {
  return values.supplies === undefined && values.voltage === undefined;
}
