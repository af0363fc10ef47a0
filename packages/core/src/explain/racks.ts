// The figures of one rack.

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
import { devicesOfRack, loopOfRack, rackName, signedAt, single, unsignedAt } from '../model/index.ts';
import { densityInOtherUnits } from './devices.ts';
import { type ExplanationRow, row, rowIfKnown } from './explanation.ts';
import { contentRows, factRow } from './required.ts';

/** The figures of a rack; unknown ones that depend on rarely used properties are left out. */
export function rowsOfRack(facts: Facts, rack: number): ExplanationRow[] {
  const { fabric, power, placement, cooling } = facts;
  const draws = power.rack(rack);
  const limit = deliverable(fabric, rack, rackPowerLimit(fabric, rack));
  const shelves = shelfPower(fabric, rack);
  const height = placement.height(rack);
  const subject = { selection: single('rack', rack), name: rackName(fabric, rack) };
  const onLoop = signedAt(fabric.racks.loop, rack) >= 0;
  return [
    row(`power of ${rackName(fabric, rack)}`, draws, of(limit)),
    ...(facts.basis === 'worst-case' ? rowIfKnown('typical power', power.typical.rack(rack)) : []),
    ...factRow(facts, subject, 'power headroom', 'headroom'),
    ...(shelves === undefined ? [] : rowIfKnown('shelf capacity', shelves, 'with a supply of each lost')),
    ...rowIfKnown('busbar current', busbarCurrent(fabric, rack, draws), of(busbarLimit(fabric, rack))),
    row('height used', placement.used(rack), of(height)),
    ...factRow(facts, subject, 'free height', 'height', 'free'),
    ...rowIfKnown('weight', placement.weight(rack), of(weightLimit(fabric, rack))),
    ...(onLoop ? coolantRows(facts, rack) : []),
    row('heat to air', cooling.rackAirHeat(rack)),
    ...rowIfKnown(
      'air temperature rise',
      airRise('rise of the air', cooling.rackAirHeat(rack), rackAirflow(fabric, rack)),
    ),
    ...rowIfKnown('required airflow', rackAirNeed(fabric, rack, cooling.rackAirHeat(rack)), ofAirflow(facts, rack)),
    ...contentRows(facts, subject),
    ...lightRows(facts, rack),
    ...densityRows(facts, rack),
    ...factRow(facts, subject, 'energy per bit', 'energy'),
  ];
}

/** Fibers out of the rack and within it, with their connectors; then those of its modules. */
function lightRows(facts: Facts, rack: number): ExplanationRow[] {
  const { fibersOut, fibersWithin, connectorsOut, connectorsWithin } = rackFibers(facts, rack);
  const links = [fibersOut, fibersWithin].some(({ value }) => value !== 0)
    ? [
        row('fibers out of the rack', fibersOut),
        row('fibers within the rack', fibersWithin),
        row('connectors of links out of the rack', connectorsOut),
        row('connectors of links within the rack', connectorsWithin),
      ]
    : [];
  return [...links, ...frontRows(facts, rack)];
}

/** Fibers and connectors of the modules in a rack. */
function frontRows({ fabric, devices }: Facts, rack: number): ExplanationRow[] {
  const counts = new Map<number, number>();
  for (const device of devicesOfRack(fabric, rack)) {
    const index = unsignedAt(devices.of, device);
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
        ...rowIfKnown('fibers of its modules', fibers),
        ...rowIfKnown('connectors of its modules', all('connectors', deviceConnectors)),
      ];
}

/** The density of the rack and of its row. */
function densityRows(facts: Facts, rack: number): ExplanationRow[] {
  const { fabric } = facts;
  const density = densityOfSelection(fabric, single('rack', rack), `density of ${rackName(fabric, rack)}`);
  const own = rowIfKnown('density', density, densityInOtherUnits(density));
  const row = rowDensities(facts).find((each) => each.row === fabric.racks.row[rack]);
  if (row === undefined) return own;
  const { perHeight, perLength } = row;
  return [
    ...own,
    ...rowIfKnown(`density of row ${row.row}`, perHeight, densityInOtherUnits(perHeight)),
    ...rowIfKnown(`bandwidth of row ${row.row} per length`, perLength),
  ];
}

/** `of 400 CFM`: the airflow of a rack. */
function ofAirflow({ fabric }: Facts, rack: number): string | undefined {
  return of(rackAirflow(fabric, rack));
}

function coolantRows({ fabric, cooling, flows, pressure }: Facts, rack: number): ExplanationRow[] {
  const loop = loopOfRack(fabric, rack);
  if (loop === undefined) return [];
  const inlet = cooling.branches.rackInlet(rack, loop);
  const need = flows.rack(rack, inlet.value);
  const flow = cooling.branches.rackFlow(rack);
  const needed =
    need.known > 0
      ? `of which ${Number.isNaN(need.value) ? 'at least ' : ''}${printValue(need, need.known)} is required`
      : undefined;
  return [
    row('heat to liquid', cooling.rackHeat(rack)),
    ...rowIfKnown('flow', flow, needed),
    row('return', cooling.rackReturn(rack)),
    ...rowIfKnown('pressure drop', pressure.rack(rack)),
  ];
}

function of(limit: Derivation): string | undefined {
  return Number.isNaN(limit.value) ? undefined : `of ${printValue(limit)}`;
}
