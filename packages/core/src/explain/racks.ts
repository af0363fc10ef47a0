// What there is to say about one rack.

import { type Facts, rackFibers, rowDensities } from '../answers/index.ts';
import {
  airRise,
  busbarCurrent,
  busbarLimit,
  type DeviceClass,
  deliverable,
  densityOfSelection,
  deviceConnectors,
  deviceFibers,
  rackAirflow,
  rackAirNeed,
  rackPowerLimit,
  shelfPower,
  weightLimit,
} from '../facts/index.ts';
import { type Derivation, printValue, sum, times } from '../figures/index.ts';
import { rackName, single } from '../model/index.ts';
import { inOtherUnits } from './devices.ts';
import { type ExplanationRow, row } from './explanation.ts';
import { contentRows, factRow } from './required.ts';

/** The figures of a rack; those that rest on properties few racks have are left out where nobody gives them. */
export function rackRows(facts: Facts, rack: number): ExplanationRow[] {
  const { fabric, power, placement, cooling } = facts;
  const draws = power.rack(rack);
  const limit = deliverable(fabric, rack, rackPowerLimit(fabric, rack));
  const shelves = shelfPower(fabric, rack);
  const height = placement.height(rack);
  const subject = { selection: single('rack', rack), name: rackName(fabric, rack) };
  const onLoop = (fabric.racks.loop[rack] as number) >= 0;
  return [
    row(`power of ${rackName(fabric, rack)}`, draws, of(limit)),
    ...(facts.basis === 'worst-case' ? ifKnown('typical power', power.typical.rack(rack)) : []),
    ...factRow(facts, subject, 'headroom of its power', 'headroom'),
    ...(shelves === undefined ? [] : ifKnown('shelves give', shelves, 'with one supply of each lost')),
    ...ifKnown('busbar current', busbarCurrent(fabric, rack, draws), of(busbarLimit(fabric, rack))),
    row('height used', placement.used(rack), of(height)),
    ...factRow(facts, subject, 'height free', 'height', 'free'),
    ...ifKnown('weight', placement.weight(rack), of(weightLimit(fabric, rack))),
    ...(onLoop ? coolantRows(facts, rack) : []),
    row('heat to air', cooling.rackAirHeat(rack)),
    ...ifKnown('rise of the air', airRise('rise of the air', cooling.rackAirHeat(rack), rackAirflow(fabric, rack))),
    ...ifKnown('air needed', rackAirNeed(fabric, rack, cooling.rackAirHeat(rack)), reaching(facts, rack)),
    ...contentRows(facts, subject),
    ...lightRows(facts, rack),
    ...densityRows(facts, rack),
    ...factRow(facts, subject, 'energy per bit', 'energy'),
  ];
}

/** Fibers that leave the rack and that stay in it, with their connectors; then those on the fronts of its devices. */
function lightRows(facts: Facts, rack: number): ExplanationRow[] {
  const { fibersOut, fibersWithin, connectorsOut, connectorsWithin } = rackFibers(facts, rack);
  const links = [fibersOut, fibersWithin].some(({ value }) => value !== 0)
    ? [
        row('fibers that leave it', fibersOut),
        row('fibers within it', fibersWithin),
        row('connectors of links that leave it', connectorsOut),
        row('connectors of links within it', connectorsWithin),
      ]
    : [];
  return [...links, ...frontRows(facts, rack)];
}

/** Fibers and connectors on the fronts of the switches and hosts in a rack. */
function frontRows({ fabric, devices }: Facts, rack: number): ExplanationRow[] {
  const counts = new Map<number, number>();
  for (let device = 0; device < fabric.devices.count; device++) {
    if (fabric.devices.rack[device] !== rack) continue;
    const index = devices.of[device] as number;
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const all = (label: string, of: (each: DeviceClass) => Derivation): Derivation =>
    sum(
      `${label} of ${rackName(fabric, rack)}`,
      'count',
      'sum of its devices',
      [...counts].map(([index, count]) => times(count, of(devices.classes[index] as DeviceClass))),
    );
  const fibers = all('fibers', deviceFibers);
  return fibers.value === 0
    ? []
    : [
        ...ifKnown('fibers of its modules', fibers),
        ...ifKnown('connectors of its modules', all('connectors', deviceConnectors)),
      ];
}

/** Density of the rack, and of the row it stands in. */
function densityRows(facts: Facts, rack: number): ExplanationRow[] {
  const { fabric } = facts;
  const density = densityOfSelection(fabric, single('rack', rack), `density of ${rackName(fabric, rack)}`);
  const own = ifKnown('density', density, inOtherUnits(density));
  const row = rowDensities(facts).find((each) => each.row === fabric.racks.row[rack]);
  if (row === undefined) return own;
  const { perHeight, perLength } = row;
  return [
    ...own,
    ...ifKnown(`density of row ${row.row}`, perHeight, inOtherUnits(perHeight)),
    ...ifKnown(`bandwidth of row ${row.row} by its length`, perLength),
  ];
}

/** `of 400 CFM`: the air that reaches a rack. */
function reaching({ fabric }: Facts, rack: number): string | undefined {
  return of(rackAirflow(fabric, rack));
}

function coolantRows({ fabric, cooling, flows, pressure }: Facts, rack: number): ExplanationRow[] {
  const loop = fabric.loops[fabric.racks.loop[rack] as number];
  if (loop === undefined) return [];
  const inlet = cooling.branches.rackInlet(rack, loop);
  const need = flows.rack(rack, inlet.value);
  const flow = cooling.branches.rackFlow(rack);
  const needed =
    need.known > 0
      ? `of which ${Number.isNaN(need.value) ? 'at least ' : ''}${printValue(need, need.known)} are needed`
      : undefined;
  return [
    row('heat to liquid', cooling.rackHeat(rack)),
    ...ifKnown('flow', flow, needed),
    row('return', cooling.rackReturn(rack)),
    ...ifKnown('pressure drop', pressure.rack(rack)),
  ];
}

function ifKnown(name: string, fact: Derivation, note?: string): ExplanationRow[] {
  return Number.isNaN(fact.value) ? [] : [row(name, fact, note)];
}

function of(limit: Derivation): string | undefined {
  return Number.isNaN(limit.value) ? undefined : `of ${printValue(limit)}`;
}
