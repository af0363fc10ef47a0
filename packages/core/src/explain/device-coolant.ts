// Coolant through a device or a module: flow, temperature rise and outlet temperature.

import type { Facts } from '../answers/index.ts';
import { densityOf, specificHeatOf } from '../facts/index.ts';
import { type Derivation, derived } from '../figures/index.ts';
import { loopOfRack } from '../model/index.ts';
import { type ExplanationRow, rowIfKnown } from './explanation.ts';

/** Something that coolant flows through, in a rack. */
export interface Cooled {
  /** `XpoLeaf` */
  readonly name: string;
  readonly rack: number;
  /** Heat it gives to the coolant, in W. */
  readonly heat: Derivation;
  /** Coolant through it, in m³/s. */
  readonly flow: Derivation;
  /** The name of the flow: `required flow`. */
  readonly flowName: string;
}

/** Flow, rise and outlet, as far as they are known. */
export function coolantThrough({ fabric, cooling }: Facts, cooled: Cooled): ExplanationRow[] {
  const { name, rack, heat, flow, flowName } = cooled;
  const loop = loopOfRack(fabric, rack);
  const coolant = loop?.values.coolant?.value;
  if (loop === undefined || coolant === undefined) return rowIfKnown(flowName, flow);
  const inlet = cooling.branches.rackInlet(rack, loop);
  const at = loop.values.supply?.value ?? Number.NaN;
  const [density, specific] = [densityOf(coolant, at), specificHeatOf(coolant, at)];
  const rise = derived(
    `rise in ${name}`,
    'temperature difference',
    'heat ÷ (density × specific heat × flow)',
    [heat, density, specific, flow],
    heat.value / (density.value * specific.value * flow.value),
  );
  const outlet = derived(`outlet of ${name}`, 'temperature', 'inlet + rise', [inlet, rise], inlet.value + rise.value);
  return [...rowIfKnown(flowName, flow), ...rowIfKnown('rise', rise), ...rowIfKnown('outlet', outlet)];
}
