// The figures of the devices in a box, also where they differ.
import {
  type Derivation,
  type DeviceClass,
  type Fabric,
  type Facts,
  heightOf,
  isPart,
  panelBandwidth,
  printCount,
  signedAt,
  unsignedAt,
} from '@lightloom/core';
import { grouped } from '../../../graph/index.ts';
import { drawnValue, joined, times, valueOr } from '../../text/phrases.ts';

/** Classes of devices that a tooltip lists. */
const maxListed = 4;
/** More types than this are counted, not listed. */
const maxTypes = 2;

/** `XpoLeaf`; `XpoLeaf, XpoSpine` */
export function typesText(fabric: Fabric, devices: readonly number[]): string {
  const parts = new Set(devices.map((device) => signedAt(fabric.devices.part, device)));
  const types = [...new Set([...parts].map((part) => fabric.parts[part]?.name ?? 'unknown type'))];
  return types.length > maxTypes ? `${types[0]} and ${types.length - 1} more types` : types.join(', ');
}

/** Classes of devices, with the number of devices in each. */
function classesOf({ devices: { classes, of } }: Facts, devices: readonly number[]): readonly Counted[] {
  return [...grouped(devices, (device) => unsignedAt(of, device))].map(([index, list]) => ({
    class: classes[index] as DeviceClass,
    count: list.length,
  }));
}

interface Counted {
  readonly class: DeviceClass;
  readonly count: number;
}

/** `102.4 Tbps · 1 OU · 2.524 kW each`; where devices differ, the lowest and the highest value. */
export function figuresOfDevices(facts: Facts, devices: readonly number[]): string {
  const classes = classesOf(facts, devices).map((each) => each.class);
  const parts = classes.flatMap(({ part }) => (part === undefined ? [] : [part]));
  if (parts.length === 0) return '';
  const switches = parts.filter((part) => isPart(part, 'switch'));
  const accelerators = parts.flatMap((part) =>
    isPart(part, 'host') && part.values.accelerators !== undefined
      ? [printCount(part.values.accelerators.value, 'accelerator')]
      : [],
  );
  const power = classes.map(({ index }) => facts.power.device[index] as Derivation);
  const text = joined([
    rangeOf(switches.filter((part) => part.ports.length > 0).map(panelBandwidth), 'bandwidth'),
    rangeOf(switches.map(heightOf), 'height'),
    new Set(accelerators).size === 1 ? accelerators[0] : undefined,
    rangeOf(power, 'power'),
  ]);
  return devices.length > 1 && text !== '' && !text.endsWith('unknown') ? `${text} each` : text;
}

/** `1 OU`, `1.2 kW to 2.5 kW`; unknown when one is. */
function rangeOf(values: readonly Derivation[], name: string): string | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  const missing = values.find((each) => Number.isNaN(each.value));
  if (missing !== undefined) return valueOr(missing, name);
  const low = values.reduce((a, b) => (b.value < a.value ? b : a));
  const high = values.reduce((a, b) => (b.value > a.value ? b : a));
  return low.value === high.value ? drawnValue(first) : `${drawnValue(low)} to ${drawnValue(high)}`;
}

/** `each with 8 × XpoDr`, class by class where they differ. */
export function modulesOf(facts: Facts, devices: readonly number[]): string[] {
  const classes = classesOf(facts, devices);
  const lines = classes.slice(0, maxListed).flatMap(({ class: { modules, empty }, count }) => {
    const inside = modules.map((each) => times(each.count, each.module.name));
    if (empty > 0) inside.push(printCount(empty, 'empty cage'));
    return inside.length === 0 ? [] : [`${classes.length > 1 ? `${count} ` : 'each '}with ${inside.join(', ')}`];
  });
  return classes.length > maxListed ? [...lines, `… and ${classes.length - maxListed} more kinds`] : lines;
}
