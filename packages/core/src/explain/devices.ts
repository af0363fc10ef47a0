// Switches and hosts: an array of them, or their type.
import {
  cageBandwidth,
  cageLanes,
  type DeviceClass,
  deviceConnectors,
  deviceFibers,
  type Facts,
  panelBandwidth,
  printValue,
  switchCapacity,
  switchDensity,
  switchEnergy,
} from '../facts/index.ts';
import { type Block, deviceName, isPart, type Part } from '../model/index.ts';
import { printCount, printNumber } from '../units/index.ts';
import { type Explanation, type ExplanationRow, row } from './explanation.ts';

/** Arrays of switches or hosts from one declaration: one block for each scope it was elaborated in. */
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
        : [...classRows(facts, usual.class), ...others.flatMap((each) => otherRows(facts, each))],
  };
}

/** Devices of some arrays that are alike. */
interface Alike {
  readonly class: DeviceClass;
  readonly devices: number[];
}

/** The sorts of device in some arrays, the most frequent first. */
function classesIn({ devices }: Facts, blocks: readonly Block[]): Alike[] {
  const found = new Map<number, Alike>();
  for (const { first, count } of blocks) {
    for (let device = first; device < first + count; device++) {
      const index = devices.of[device] as number;
      const known = found.get(index);
      if (known === undefined) found.set(index, { class: devices.classes[index] as DeviceClass, devices: [device] });
      else known.devices.push(device);
    }
  }
  return [...found.values()].sort((a, b) => b.devices.length - a.devices.length);
}

/** What devices that differ from the rest draw. */
function otherRows(facts: Facts, { class: { index, part }, devices }: Alike): ExplanationRow[] {
  const power = facts.power.device[index];
  if (power === undefined) return [];
  const more = devices.length === 1 ? '' : ` and ${printCount(devices.length - 1, 'more', 'more')}`;
  return [row(`power of ${deviceName(facts.fabric, devices[0] as number)}${more}`, power, part?.name)];
}

/** One device, with what is plugged into it. */
function classRows(facts: Facts, each: DeviceClass): ExplanationRow[] {
  const power = facts.power.device[each.index];
  const supplies = facts.power.supplies[each.index];
  const liquid = facts.heat.liquid[each.index];
  const air = facts.heat.air[each.index];
  const rows: ExplanationRow[] = [];
  if (power !== undefined) {
    rows.push(
      row(
        'power each',
        power,
        supplies === undefined ? undefined : `supplies give ${printValue(supplies)} with their redundancy used up`,
      ),
    );
  }
  const typical = facts.power.typical.device[each.index];
  if (typical !== undefined && !Number.isNaN(typical.value)) rows.push(row('typical power each', typical));
  if (liquid !== undefined) rows.push(row('heat to liquid', liquid));
  if (air !== undefined) rows.push(row('heat to air', air));
  if (each.part === undefined || !isPart(each.part, 'switch')) return rows;
  rows.push(...switchRows(each.part));
  const energy = power === undefined ? undefined : switchEnergy(each.part, power);
  if (energy !== undefined && !Number.isNaN(energy.value)) rows.push(row('energy per bit', energy));
  if (each.modules.length > 0) rows.push(row('fibers', deviceFibers(each)), row('connectors', deviceConnectors(each)));
  return rows;
}

/** One sort of device, for a device of it. */
export function deviceRows(facts: Facts, device: number): ExplanationRow[] {
  const each = facts.devices.classes[facts.devices.of[device] as number];
  return each === undefined ? [] : classRows(facts, each);
}

/** What a switch type offers by itself. */
export function switchRows(part: Part<'switch'>): ExplanationRow[] {
  if (part.ports.length === 0) return [];
  const chip = switchCapacity(part);
  const density = switchDensity(part);
  const note = Number.isNaN(chip.value) ? undefined : `of ${printValue(chip)} the chip switches`;
  return [
    row('cages', cageBandwidth(part), note),
    row('lanes', cageLanes(part)),
    row('front panel', panelBandwidth(part)),
    row('density', density, printValue({ ...density, unit: 'Gbps/mm' })),
  ];
}
