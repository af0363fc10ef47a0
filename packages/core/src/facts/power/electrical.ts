// Voltage, current and energy per bit.

import { type Derivation, derived, figure, sum, times, unknown } from '../../figures/derivation.ts';
import { isPart, missingIn, type Part } from '../../model/index.ts';
import type { DeviceClass } from '../classes/device-classes.ts';
import type { Basis } from '../conditions/basis.ts';
import { bandwidthOfCage, moduleBandwidth, switchCapacity } from '../parts/part-bandwidth.ts';
import { modulePower } from '../parts/part-power.ts';

/** Current at a voltage, in A. */
export function currentAt(label: string, power: Derivation, voltage: Derivation): Derivation {
  return derived(label, 'current', 'power ÷ voltage', [power, voltage], power.value / voltage.value);
}

/** The voltage range of a part; undefined where it gives a single nominal voltage. */
export function voltageWindow(part: Part): { readonly low: Derivation; readonly high: Derivation } | undefined {
  const given =
    isPart(part, 'cage') || isPart(part, 'switch') || isPart(part, 'host') || isPart(part, 'shelf')
      ? part.values.voltage
      : undefined;
  if (given === undefined || given.value.from === given.value.to) return undefined;
  const end = (name: string, value: number): Derivation => ({
    ...figure(`${name} voltage of ${part.name}`, 'voltage', value, given.origin),
    provenance: given.provenance,
  });
  return { low: end('lowest', given.value.from), high: end('highest', given.value.to) };
}

/** The nominal voltage of a part, where it gives one and no range. */
export function nominalVoltage(part: Part): Derivation | undefined {
  const given =
    isPart(part, 'switch') || isPart(part, 'host') || isPart(part, 'shelf') || isPart(part, 'cage')
      ? part.values.voltage
      : undefined;
  if (given === undefined || given.value.from !== given.value.to) return undefined;
  const found = figure(`nominal voltage of ${part.name}`, 'voltage', given.value.from, given.origin);
  return { ...found, provenance: given.provenance };
}

/** Current a module draws at a voltage, in A; by default at the lowest of its range. */
export function moduleCurrent(module: Part<'module'>, voltage?: Derivation): Derivation {
  const label = `input current of ${module.name}`;
  const form = module.values['form-factor']?.value;
  const at = voltage ?? (form === undefined ? undefined : voltageWindow(form)?.low);
  if (at === undefined) return unknown(label, 'current', `the supply voltage of ${module.name} is unknown`);
  return currentAt(label, modulePower(module), at);
}

/** Energy a module takes for a bit in one direction, in J/bit. */
export function moduleEnergy(module: Part<'module'>, basis: Basis = 'worst-case'): Derivation {
  const power = modulePower(module, basis);
  const rate = moduleBandwidth(module);
  const label = `energy per bit of ${module.name}`;
  return derived(label, 'energy per bit', 'power ÷ bandwidth', [power, rate], power.value / rate.value);
}

/**
 * Energy a switch with its modules takes for a bit in one direction, in J/bit. Its bandwidth is that of what is in its cages: an
 * empty cage carries nothing.
 */
export function switchEnergy(each: DeviceClass, power: Derivation): Derivation {
  const rate = equippedBandwidth(each);
  const label = `energy per bit of ${each.part?.name ?? 'a switch'}`;
  return derived(label, 'energy per bit', 'power ÷ bandwidth', [power, rate], power.value / rate.value);
}

/** What a switch carries with what is in its cages, in bit/s one way: modules and ends of cables, but no more than its chip switches. */
export function equippedBandwidth({ part, modules, cables }: DeviceClass): Derivation {
  if (part === undefined || !isPart(part, 'switch')) return unknown('bandwidth', 'bit rate', 'the type is unknown');
  const label = `bandwidth of what is in the cages of ${part.name}`;
  const terms = [
    ...modules.map(({ module, count }) => times(count, moduleBandwidth(module))),
    ...cables.map(({ cable, count }) => times(count, cableBandwidth(cable, part))),
  ];
  if (part.ports.length === 0) return unknown(label, 'bit rate', missingIn(part, 'ports'));
  if (terms.length === 0) return unknown(label, 'bit rate', `the cages of ${part.name} are empty`);
  const fitted = sum(`modules and cables of ${part.name}`, 'bit rate', 'modules and cables × bandwidth of each', terms);
  const chip = switchCapacity(part);
  if (Number.isNaN(chip.value)) return { ...fitted, label };
  const least = Math.min(fitted.value, chip.value);
  return derived(label, 'bit rate', 'the smaller of what is in its cages and its chip', [fitted, chip], least);
}

/** What a cable carries in a cage of its form factor; where it names none, of that of the box, if it has one only. */
function cableBandwidth(cable: Part<'cable'>, { ports }: Part<'switch'>): Derivation {
  const cages = new Set(ports.map(({ cage }) => cage));
  const form = cable.values['form-factor']?.value ?? (cages.size === 1 ? ports[0]?.cage : undefined);
  const label = `bandwidth of ${cable.name}`;
  return form === undefined
    ? unknown(label, 'bit rate', missingIn(cable, 'form-factor'))
    : { ...bandwidthOfCage(form), label };
}
