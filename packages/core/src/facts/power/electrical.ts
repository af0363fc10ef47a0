// Voltage, current and energy per bit.

import { type Derivation, derived, figure, unknown } from '../../figures/derivation.ts';
import { isPart, type Part } from '../../model/index.ts';
import type { Basis } from '../conditions/basis.ts';
import { moduleBandwidth, panelBandwidth } from '../parts/part-bandwidth.ts';
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

/** Energy a switch with its modules takes for a bit in one direction, in J/bit. */
export function switchEnergy(part: Part<'switch'>, power: Derivation): Derivation {
  const panel = panelBandwidth(part);
  const label = `energy per bit of ${part.name}`;
  return derived(label, 'energy per bit', 'power ÷ front panel', [power, panel], power.value / panel.value);
}
