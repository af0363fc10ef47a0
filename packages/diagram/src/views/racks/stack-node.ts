// Equal devices in a rack: type, power, height, modules, fibers and heat of a rack unit.
import {
  type Derivation,
  type DeviceClass,
  deviceFibers,
  type Facts,
  heightOf,
  numberAt,
  printNumber,
  printQuantity,
  rackPowerLimit,
} from '@lightloom/core';
import type { RacksNode } from '../../graph/index.ts';
import type { Filling } from '../equal-racks/fillings.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { known, originOf } from '../text/json-values.ts';
import { drawnValue, joined, times, unknownReasons, valueOr } from '../text/phrases.ts';
import { facesOf } from './faces.ts';
import { powerShare } from './power-share.ts';

/** Id of the equal devices of an array in equal racks; those with other modules in them are counted. */
export function stackId({ id, fillings }: RackClass, { array, index }: Pick<Filling, 'array' | 'index'>): string {
  const at = fillings.filter((each) => each.array === array).findIndex((each) => each.index === index);
  return at > 0 ? `${id}/${array} (${at + 1})` : `${id}/${array}`;
}

export function stackNode(facts: Facts, rack: RackClass, { array, block, index, count }: Filling): RacksNode {
  const device = facts.devices.classes[index] as DeviceClass;
  const { part } = device;
  const power = facts.power.device[index] as Derivation;
  const height = part === undefined ? undefined : heightOf(part);
  const all = { ...power, value: power.value * count };
  const limit = rackPowerLimit(facts.fabric, numberAt(rack.racks, 0));
  const type = times(count, part?.name ?? 'unknown type');
  const lines = [
    joined([array.split('.').at(-1), Number.isNaN(all.value) ? undefined : drawnValue(all)]),
    joined([height === undefined ? 'height unknown' : valueOr(height, 'height'), `${valueOr(power, 'power')} each`]),
    ...moduleLines(device),
    ...perUnit(rack, device, power, height),
  ];
  return {
    id: stackId(rack, { array, index }),
    kind: block.kind === 'host' ? 'host' : 'switch',
    label: type,
    lines,
    count,
    group: rack.id,
    status: powerShare(all, limit),
    height: height === undefined ? null : known(height.value),
    ...facesOf(facts, device),
    ...originOf(block.origin),
    detail: [`${array}: ${type} in each of ${rack.label}`, ...lines, ...unknownReasons([power])].join('\n'),
  };
}

/** What is in the cages of one device: `8 × XpoDr`, `2 cages empty`. */
function moduleLines({ modules, cables, empty }: DeviceClass): string[] {
  const names = [
    ...modules.map(({ module, count }) => times(count, module.name)),
    ...cables.map(({ cable, count }) => times(count, cable.name)),
  ];
  return [names.join(', '), empty === 0 ? '' : `${printNumber(empty, 0)} of its cages empty`].filter(
    (each) => each !== '',
  );
}

/** Fibers and heat of a rack unit; all power ends as heat. */
function perUnit(
  { unit }: RackClass,
  device: DeviceClass,
  power: Derivation,
  height: Derivation | undefined,
): string[] {
  const units = (height?.value ?? Number.NaN) / unit.size;
  const [fibers, heat] = [deviceFibers(device).value / units, power.value / units];
  return [
    joined([
      fibers > 0 ? `${printNumber(fibers, 0)} fibers/${unit.name}` : undefined,
      Number.isNaN(heat) ? undefined : `${printQuantity(heat, 'power')} of heat/${unit.name}`,
    ]),
  ].filter((each) => each !== '');
}
