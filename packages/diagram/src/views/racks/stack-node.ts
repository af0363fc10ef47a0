// Equal devices in a rack: type, power, height.
import {
  type Derivation,
  type DeviceClass,
  type Facts,
  heightOf,
  numberAt,
  printValue,
  rackPowerLimit,
} from '@lightloom/core';
import type { RacksNode } from '../../graph/index.ts';
import type { Filling } from '../equal-racks/fillings.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { known, originOf } from '../text/json-values.ts';
import { joined, times, unknownReasons, valueOr } from '../text/phrases.ts';
import { powerShare } from './power-share.ts';

export function stackNode(facts: Facts, rack: RackClass, { array, block, index, count }: Filling): RacksNode {
  const { part } = facts.devices.classes[index] as DeviceClass;
  const power = facts.power.device[index] as Derivation;
  const height = part === undefined ? undefined : heightOf(part);
  const all = { ...power, value: power.value * count };
  const limit = rackPowerLimit(facts.fabric, numberAt(rack.racks, 0));
  const type = times(count, part?.name ?? 'unknown type');
  const lines = [
    joined([array.split('.').at(-1), Number.isNaN(all.value) ? undefined : printValue(all)]),
    joined([height === undefined ? 'height unknown' : valueOr(height, 'height'), `${valueOr(power, 'power')} each`]),
  ];
  return {
    id: `${rack.id}/${array}`,
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
