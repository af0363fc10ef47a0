// Equal devices in a rack: type, power, height.
import { type Derivation, type DeviceClass, type Facts, heightOf, numberAt, rackPowerLimit } from '@lightloom/core';
import type { RacksNode } from '../../graph/index.ts';
import type { Filling } from '../equal-racks/fillings.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { known, originOf } from '../text/json-values.ts';
import { drawnValue, joined, times, unknownReasons, valueOr } from '../text/phrases.ts';
import { powerShare } from './power-share.ts';

/** Id of the devices of an array in equal racks. */
export function stackId(rack: Pick<RackClass, 'id'>, array: string): string {
  return `${rack.id}/${array}`;
}

export function stackNode(facts: Facts, rack: RackClass, { array, block, index, count }: Filling): RacksNode {
  const { part } = facts.devices.classes[index] as DeviceClass;
  const power = facts.power.device[index] as Derivation;
  const height = part === undefined ? undefined : heightOf(part);
  const all = { ...power, value: power.value * count };
  const limit = rackPowerLimit(facts.fabric, numberAt(rack.racks, 0));
  const type = times(count, part?.name ?? 'unknown type');
  const lines = [
    joined([array.split('.').at(-1), Number.isNaN(all.value) ? undefined : drawnValue(all)]),
    joined([height === undefined ? 'height unknown' : valueOr(height, 'height'), `${valueOr(power, 'power')} each`]),
  ];
  return {
    id: stackId(rack, array),
    kind: block.kind === 'host' ? 'host' : 'switch',
    label: type,
    lines,
    count,
    group: rack.id,
    status: powerShare(all, limit),
    height: height === undefined ? null : known(height.value),
    ...originOf(block.origin),
    detail: [`${array}: ${type} in each of ${rack.label}`, ...lines, ...unknownReasons([power])].join('\n'),
  };
}
