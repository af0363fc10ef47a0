// Whether a module gets its power: from its connector, from its cage, from other cages of the same device.
import type { Part, PortGroup } from '../model/index.ts';
import { exceeds } from '../units/index.ts';
import type { Fit } from './fits.ts';

/** Whether a module draws more than the connector of its form factor carries. */
export function overConnector(module: Part<'module'>): boolean {
  const limit = module.values['form-factor']?.value.values['connector-power'];
  return limit !== undefined && module.values.power !== undefined && exceeds(module.values.power.value, limit.value);
}

/** What each cage of a group delivers, in W: as the device says, or as its kind of cage does. */
export function deliveredBy(group: PortGroup): number | undefined {
  return (group.power ?? group.cage.values.power)?.value;
}

/** Cages of the same form factor on the same device that deliver enough power to a module, if its own cage doesn't. */
export function strongerNeighbour({ module, group, part }: Fit): PortGroup | undefined {
  const power = module.values.power?.value ?? Number.NaN;
  if (!exceeds(power, deliveredBy(group) ?? Number.NaN)) return undefined;
  return part.ports.find((each) => {
    const delivered = deliveredBy(each);
    return each !== group && each.cage === group.cage && delivered !== undefined && !exceeds(power, delivered);
  });
}
