// Explanations of switches and hosts: of arrays, of single devices, of their types.

import type { Facts } from '../answers/index.ts';
import {
  busbarVoltage,
  cageBandwidth,
  cageLanes,
  currentAt,
  type DeviceClass,
  deviceConnectors,
  deviceFibers,
  panelBandwidth,
  switchCapacity,
  switchDensity,
  switchEnergy,
  voltageWindow,
} from '../facts/index.ts';
import { type Derivation, printValue } from '../figures/index.ts';
import { type Block, deviceName, isPart, numberAt, type Part, rackOfDevice, unsignedAt } from '../model/index.ts';
import { printCount, printNumber } from '../units/index.ts';
import { coolantThrough } from './device-coolant.ts';
import { type Explanation, type ExplanationRow, row } from './explanation.ts';
import { freePortRows } from './required.ts';

/** Explains the arrays of switches or hosts of one declaration, one for each scope it is elaborated in. */
export function explainDevices(facts: Facts, blocks: readonly Block[]): Explanation {
  const [first] = blocks;
  const count = blocks.reduce((all, each) => all + each.count, 0);
  const kind = first?.kind === 'host' ? 'host' : 'switch';
  const noun = printCount(count, kind, kind === 'switch' ? 'switches' : 'hosts');
  const where = blocks.length > 1 ? ` in ${printCount(blocks.length, 'block')}` : '';
  const [usual, ...others] = classesIn(facts, blocks);
  const different = others.reduce((all, each) => all + each.devices.length, 0);
  const rest =
    different === 0 ? '' : `; ${printNumber(different, 0)} of them ${different === 1 ? 'differs' : 'differ'}`;
  return {
    title: `${noun}${where}${first?.part === undefined ? '' : `, ${first.part.name}`}${rest}`,
    rows:
      usual === undefined
        ? []
        : [...classRows(facts, usual.class, usual.devices), ...others.flatMap((each) => otherRows(facts, each))],
  };
}

/** Devices of one class in some arrays. */
interface Alike {
  readonly class: DeviceClass;
  readonly devices: number[];
}

/** The device classes in some arrays, the most frequent first. */
function classesIn({ devices }: Facts, blocks: readonly Block[]): Alike[] {
  const found = new Map<number, Alike>();
  for (const { first, count } of blocks) {
    for (let device = first; device < first + count; device++) {
      const index = unsignedAt(devices.of, device);
      const known = found.get(index);
      if (known === undefined) found.set(index, { class: devices.classes[index] as DeviceClass, devices: [device] });
      else known.devices.push(device);
    }
  }
  return [...found.values()].sort((a, b) => b.devices.length - a.devices.length);
}

/** The power of devices that differ from the most frequent ones. */
function otherRows(facts: Facts, { class: { index, part }, devices }: Alike): ExplanationRow[] {
  const power = facts.power.device[index];
  if (power === undefined) return [];
  const more = devices.length === 1 ? '' : ` and ${printCount(devices.length - 1, 'more', 'more')}`;
  return [row(`power of ${deviceName(facts.fabric, numberAt(devices, 0))}${more}`, power, part?.name)];
}

/** The figures of devices of one class with their modules; where devices differ by place, those of the first. */
function classRows(facts: Facts, each: DeviceClass, devices: readonly number[]): ExplanationRow[] {
  const power = facts.power.device[each.index];
  const supplies = facts.power.supplies[each.index];
  const liquid = facts.heat.liquid[each.index];
  const air = facts.heat.air[each.index];
  const first = numberAt(devices, 0);
  const rack = rackOfDevice(facts.fabric, first);
  const rows: ExplanationRow[] = [];
  if (power !== undefined) {
    const given =
      supplies === undefined ? undefined : `its supplies deliver ${printValue(supplies)} with their redundancy lost`;
    rows.push(row(devices.length > 1 ? 'power each' : 'power', power, given));
  }
  const peak = facts.power.peak[each.index];
  if (facts.basis === 'worst-case' && peak !== undefined) rows.push(row('peak power', peak, 'for its feeds'));
  const typical = facts.power.typical.device[each.index];
  if (facts.basis === 'worst-case' && typical !== undefined && !Number.isNaN(typical.value))
    rows.push(row('typical power', typical));
  if (power !== undefined) rows.push(...currentRows(facts, each, rack, power));
  if (liquid !== undefined) rows.push(row('heat to liquid', liquid), ...flowRows(facts, each, rack, liquid));
  if (air !== undefined) rows.push(row('heat to air', air));
  if (each.part !== undefined && isPart(each.part, 'switch')) {
    rows.push(...switchRows(each.part));
    const energy = power === undefined ? undefined : switchEnergy(each, power);
    if (energy !== undefined && !Number.isNaN(energy.value)) rows.push(row('energy per bit', energy));
  }
  if (each.modules.length > 0) rows.push(row('fibers', deviceFibers(each)), row('connectors', deviceConnectors(each)));
  return [...rows, ...portRows(facts, devices)];
}

/** The current that a device draws at the busbar voltage of its rack, or at its lowest input voltage. */
function currentRows({ fabric }: Facts, { part }: DeviceClass, rack: number, power: Derivation): ExplanationRow[] {
  const busbar = rack < 0 ? undefined : busbarVoltage(fabric, rack);
  const volts =
    busbar !== undefined && !Number.isNaN(busbar.value)
      ? busbar
      : part === undefined
        ? busbar
        : voltageWindow(part)?.low;
  if (volts === undefined) return [];
  const current = currentAt(`input current of ${part?.name ?? 'the device'}`, power, volts);
  return Number.isNaN(current.value) ? [] : [row('input current', current, `at ${printValue(volts)}`)];
}

/** The coolant flow of a device and its outlet temperature. */
function flowRows(facts: Facts, { index, part }: DeviceClass, rack: number, heat: Derivation): ExplanationRow[] {
  const name = part?.name ?? 'the device';
  const flow = rack < 0 ? facts.flows.device(index, Number.NaN) : facts.deviceFlows.through(rack, index);
  if (!(flow.value > 0)) return [];
  const isGiven = rack >= 0 && !Number.isNaN(facts.cooling.branches.rackFlow(rack).value);
  return coolantThrough(facts, { name, rack, heat, flow, flowName: isGiven ? 'available flow' : 'required flow' });
}

/** Ports that no link uses. */
function portRows(facts: Facts, devices: readonly number[]): ExplanationRow[] {
  const [first] = devices;
  if (first === undefined || facts.fabric.gaps.links || facts.fabric.gaps.plugs) return [];
  const name = deviceName(facts.fabric, first);
  const more = devices.length - 1;
  const subject = {
    selection: { of: 'device', ids: Uint32Array.from(devices) } as const,
    name: more === 0 ? name : `${name} and ${printCount(more, 'more', 'more')}`,
  };
  return freePortRows(facts, subject, more === 0 ? '' : `, all ${printNumber(devices.length, 0)} together`);
}

/** The figures of one device. */
export function rowsOfDevice(facts: Facts, device: number): ExplanationRow[] {
  const each = facts.devices.classes[unsignedAt(facts.devices.of, device)];
  return each === undefined ? [] : classRows(facts, each, [device]);
}

/** A density in the other rack unit and per millimeter. */
export function densityInOtherUnits(density: Derivation): string {
  const other = density.unit === 'Tbps/RU' ? 'Tbps/OU' : 'Tbps/RU';
  return [other, 'Gbps/mm'].map((unit) => printValue({ ...density, unit })).join(', ');
}

/** The figures of a switch type. */
export function switchRows(part: Part<'switch'>): ExplanationRow[] {
  if (part.ports.length === 0) return [];
  const chip = switchCapacity(part);
  const density = switchDensity(part);
  const note = Number.isNaN(chip.value) ? undefined : `of ${printValue(chip)} the chip switches`;
  return [
    row('cages', cageBandwidth(part), note),
    row('lanes', cageLanes(part)),
    row('front panel', panelBandwidth(part)),
    row('density', density, densityInOtherUnits(density)),
  ];
}
