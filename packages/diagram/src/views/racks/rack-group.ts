// A rack, or several equal ones drawn once: type, power, height, heat, feeds.
import {
  busbarVoltage,
  type Derivation,
  exceeds,
  type Facts,
  feedsOfRack,
  loopOfRack,
  printCount,
  printValue,
  rackFibers,
  rackPowerLimit,
} from '@lightloom/core';
import type { RacksGroup } from '../../graph/index.ts';
import { type RackClass, rowsText } from '../equal-racks/rack-classes.ts';
import { known, originOf } from '../text/json-values.ts';
import { mergedNames } from '../text/names.ts';
import { heatText, joined, ofLimit, times, unknownReasons } from '../text/phrases.ts';
import { powerShare } from './power-share.ts';

export function rackGroup(facts: Facts, each: RackClass): RacksGroup {
  const { racks, label, unit, part, rows } = each;
  const [rack] = racks as [number];
  const power = facts.power.rack(rack);
  const limit = rackPowerLimit(facts.fabric, rack);
  const used = { ...facts.placement.used(rack), unit: unit.name };
  const height = facts.placement.height(rack);
  const over = exceeds(used.known, height.value);
  const lines = [
    joined([times(racks.length, part?.name ?? 'rack of unknown type'), rowsText(rows)]),
    ofLimit(power, limit, 'power'),
    joined([
      ofLimit(used, height, 'height'),
      over ? `${printValue({ ...used, value: used.value - height.value })} over` : undefined,
    ]),
    ...heatLines(facts, racks),
    ...fiberLines(facts, rack),
    ...feedLines(facts, rack),
  ];
  return {
    id: each.id,
    kind: 'rack',
    label,
    lines,
    count: racks.length,
    status: powerShare(power, limit),
    rack: {
      ...{ height: known(height.value), unit: unit.size, unitName: unit.name, over },
      ...{ width: each.width, free: freeText(used, height), rear: rearOf(facts, rack) },
    },
    ...originOf(each.block.origin),
    detail: [
      `${label}: ${printCount(racks.length, 'rack')}${racks.length > 1 ? ', figures per rack' : ''}`,
      ...lines,
      ...unknownReasons([power, limit, used]),
    ].join('\n'),
  };
}

/** `31.6 OU free`; nothing where the rack is full, or where a height is unknown. */
function freeText(used: Derivation, height: Derivation): string {
  const free = height.value - used.value;
  return free > 1e-9 ? `${printValue({ ...used, value: free })} free` : '';
}

/** Where a rack has a busbar, and where it is cooled by a loop, they run down its rear. */
function rearOf({ fabric }: Facts, rack: number): ('busbar' | 'manifold')[] {
  return [
    ...(Number.isNaN(busbarVoltage(fabric, rack).value) ? [] : (['busbar'] as const)),
    ...(loopOfRack(fabric, rack) === undefined ? [] : (['manifold'] as const)),
  ];
}

/** `1,024 fibers out`, `512 fibers inside`: nothing of those that are none. */
function fiberLines(facts: Facts, rack: number): string[] {
  const { fibersOut, fibersWithin } = rackFibers(facts, rack);
  const text = ({ value }: Derivation, where: string): string | undefined =>
    value === 0
      ? undefined
      : Number.isNaN(value)
        ? `fibers ${where} unknown`
        : `${printCount(value, 'fiber')} ${where}`;
  const line = joined([text(fibersOut, 'out'), text(fibersWithin, 'inside')]);
  return line === '' ? [] : [line];
}

function heatLines({ fabric, cooling }: Facts, racks: readonly number[]): string[] {
  const [rack] = racks as [number];
  const loops = new Set(racks.flatMap((each) => loopOfRack(fabric, each)?.name ?? []));
  return [
    ...(loops.size === 0 ? [] : [heatText(cooling.rackHeat(rack), `to ${mergedNames([...loops])}`)]),
    heatText(cooling.rackAirHeat(rack), 'to air'),
  ];
}

function feedLines({ fabric }: Facts, rack: number): string[] {
  const ids = feedsOfRack(fabric, rack).ids;
  const names = [...ids].map((id) => fabric.feeds[id]?.name ?? '');
  return names.length === 0 ? [] : [`fed by ${names.join(', ')}`];
}
