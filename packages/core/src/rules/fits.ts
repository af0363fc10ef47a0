// Which modules sit in which port groups.
import type { Facts } from '../facts/index.ts';
import { type Fabric, moduleIn, type Part, type PortGroup, portGroupAt } from '../model/index.ts';

/** A module type in a port group of a device type. */
export interface Fit {
  readonly module: Part<'module'>;
  readonly group: PortGroup;
  readonly plug: number;
  /** The type of the device. */
  readonly device: string;
}

/** Every combination of module and port group, once. */
export function fitsOf(facts: Facts): Fit[] {
  const { fabric } = facts;
  const found = new Map<string, Fit>();
  for (const { sample, part } of facts.devices.classes) {
    if (part === undefined) continue;
    for (const [within, cage] of cagesOfDevice(fabric, sample)) {
      const module = moduleIn(fabric, cage);
      const group = portGroupAt(part, within);
      if (module === undefined || group === undefined) continue;
      const key = `${module.index} ${part.index} ${group.name}`;
      if (!found.has(key))
        found.set(key, { module, group, plug: fabric.cages.plug[cage] as number, device: part.name });
    }
  }
  return [...found.values()];
}

function* cagesOfDevice(fabric: Fabric, device: number): Iterable<[within: number, cage: number]> {
  const first = fabric.devices.firstCage[device] as number;
  const end = fabric.devices.firstCage[device + 1] as number;
  for (let cage = first; cage < end; cage++) yield [cage - first, cage];
}
