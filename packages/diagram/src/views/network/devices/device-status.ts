// The color of a stack of devices, and the key to it.
import {
  type Derivation,
  type Facts,
  printCount,
  printNumber,
  rackOfDevice,
  signedAt,
  unsignedAt,
} from '@lightloom/core';
import type { ColorKey, Status } from '../../../graph/index.ts';
import { temperatureScale, temperatureTicks } from '../../captions/temperature-scale.ts';
import type { Color } from '../../sketch/color.ts';
import { known } from '../../text/json-values.ts';
import { drawnPower, drawnValue } from '../../text/phrases.ts';
import { railOf } from '../rails/rails.ts';
import { linkedPorts, portsOfDevices } from '../stacks/linked-ports.ts';
import type { Stack } from '../stacks/stacks.ts';

/** The colors of a drawing of networks. */
export interface Painted {
  status(stack: Stack): Status | undefined;
  /** Whether a bar can show the status. */
  readonly meter: boolean;
  readonly colors: ColorKey;
  /** The key to the colors of bands, where it differs. */
  readonly bands?: ColorKey;
}

/**
 * Colors stacks of devices by utilization, power, temperature, network or rail.
 * @param rails the rail of each device
 */
export function paintDevices(facts: Facts, color: Color, stacks: readonly Stack[], rails: Int32Array): Painted {
  switch (color) {
    case 'utilization':
      return byPorts(facts);
    case 'power':
      return byPower(facts, stacks);
    case 'temperature':
      return byTemperature(facts, stacks);
    case 'network':
      return byNetwork(facts);
    case 'rail':
      return byRail(rails);
  }
}

function byPorts(facts: Facts): Painted {
  const linked = linkedPorts(facts);
  const ports = portsOfDevices(facts);
  return {
    meter: true,
    colors: scale('share', 'Boxes: linked ports', ['0 %', '50 %', '100 %']),
    bands: scale('budget', 'Bands: loss, as a share of its budget', ['0 %', '50 %', '100 %'], 'over budget or reach'),
    status({ devices: ids }) {
      let used = 0;
      let all = 0;
      for (const id of ids) {
        used += unsignedAt(linked, id);
        all += unsignedAt(ports, id);
      }
      if (all === 0) return { value: null, text: 'ports unknown' };
      return { value: used / all, text: `${printNumber(used, 0)} of ${printCount(all, 'port')} linked` };
    },
  };
}

function byPower(facts: Facts, stacks: readonly Stack[]): Painted {
  const of = (stack: Stack): Derivation | undefined =>
    largestIn(facts, stack, (id) => facts.power.device[unsignedAt(facts.devices.of, id)]);
  const values = stacks.flatMap((each) => of(each)?.value ?? []).filter((each) => !Number.isNaN(each));
  const largest = Math.max(0, ...values);
  return {
    meter: false,
    colors: scale('amount', 'Power per device', ['0 kW', drawnPower(largest / 2), drawnPower(largest)]),
    status(stack) {
      const value = of(stack);
      if (value === undefined) return undefined;
      return { value: known(largest === 0 ? 0 : value.value / largest), text: '' };
    },
  };
}

function byTemperature(facts: Facts, stacks: readonly Stack[]): Painted {
  const { racks, loops, devices } = facts.fabric;
  const of = (stack: Stack): Derivation | undefined =>
    largestIn(facts, stack, (id) => {
      const rack = signedAt(devices.rack, id);
      return rack < 0 || signedAt(racks.loop, rack) < 0 ? undefined : facts.cooling.rackReturn(rack);
    });
  const [low, high] = temperatureScale(
    loops.map((each) => each.values.supply?.value ?? Number.NaN),
    [
      ...loops.map((each) => each.values.return?.value ?? Number.NaN),
      ...stacks.map((each) => of(each)?.value ?? Number.NaN),
    ],
  );
  return {
    meter: false,
    colors: scale('temperature', 'Coolant leaving the rack', temperatureTicks(low, high)),
    status(stack) {
      const value = of(stack);
      if (value === undefined) return { value: null, text: 'not on a coolant loop' };
      return { value: known((value.value - low) / (high - low)), text: `return ${drawnValue(value)}` };
    },
  };
}

function byNetwork(facts: Facts): Painted {
  return {
    meter: false,
    colors: { kind: 'categories', title: 'Network', names: facts.fabric.networks.map((each) => each.name) },
    status({ blocks }) {
      const network = blocks[0]?.group?.network;
      return network === undefined ? undefined : { value: network.index, text: '' };
    },
  };
}

function byRail(rails: Int32Array): Painted {
  const most = rails.reduce((max, each) => Math.max(max, each), 0);
  return {
    meter: false,
    colors: { kind: 'categories', title: 'Rail', names: Array.from({ length: most }, (_, i) => `rail ${i + 1}`) },
    status({ devices }) {
      const rail = railOf(rails, devices);
      return rail === undefined ? undefined : { value: rail - 1, text: '' };
    },
  };
}

function scale(
  kind: 'share' | 'budget' | 'temperature' | 'amount',
  title: string,
  ticks: readonly [string, string, string],
  over?: string,
): ColorKey {
  return { kind, title, ticks, unknown: true, ...(over === undefined ? {} : { over }) };
}

/** The largest value among the devices of a stack, class by class; unknown when one of them is. */
function largestIn(
  facts: Facts,
  { devices }: Stack,
  of: (device: number) => Derivation | undefined,
): Derivation | undefined {
  const seen = new Set<number>();
  let found: Derivation | undefined;
  for (const id of devices) {
    const key = rackOfDevice(facts.fabric, id) * facts.devices.classes.length + unsignedAt(facts.devices.of, id);
    if (seen.has(key)) continue;
    seen.add(key);
    const value = of(id);
    if (value === undefined) continue;
    if (found === undefined || Number.isNaN(value.value) || value.value > found.value) found = value;
    if (Number.isNaN(value.value)) return value;
  }
  return found;
}
