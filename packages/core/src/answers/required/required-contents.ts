// Facts of devices, and of the racks, blocks and networks that hold them: counts, power, ports.

import type { DeviceClass } from '../../facts/classes/device-classes.ts';
import type { Basis } from '../../facts/conditions/basis.ts';
import { isLost } from '../../facts/conditions/scenario.ts';
import { deviceFibers } from '../../facts/optics/fiber-count.ts';
import { densityOfSelection } from '../../facts/placement/density.ts';
import { equippedBandwidth } from '../../facts/power/electrical.ts';
import { devicesIn } from '../../facts/selection/devices-in.ts';
import { powerOfSelection } from '../../facts/selection/selected-power.ts';
import { type Derivation, derived, figure, stated, sum, times, unknown } from '../../figures/derivation.ts';
import { isPart, itemAt, missingIn, unsignedAt } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { hostModules, hostOpticsPower, membersLeft } from '../networks.ts';
import { type Asked, type FactTable, placementGap } from './asked.ts';
import { modulePowerOf } from './module-power.ts';
import { injectionOf, networkFibers } from './required-network.ts';
import { portsOf } from './used-ports.ts';

/** Facts of devices and of what holds them. */
export const contentsFacts: FactTable = {
  density: (facts, asked) => ({ value: densityOfSelection(facts.fabric, asked, `density of ${asked.name}`) }),
  power: (facts, asked) => ({
    value: powerOfSelection(facts, asked, basisOfPoint(asked), asked.name),
  }),
  heat: (facts, asked) => ({ value: heatOf(facts, asked) }),
  'module-power': (facts, asked) => ({ value: modulePowerOf(facts, asked, basisOfPoint(asked)) }),
  accelerators: (facts, asked) => ({ value: acceleratorsOf(facts, asked) }),
  switches: (facts, asked) => ({ value: devicesOf(facts, asked, 'switch') }),
  hosts: (facts, asked) => ({ value: devicesOf(facts, asked, 'host') }),
  modules: (facts, asked) => ({ value: modulesOf(facts, asked) }),
  fibers: (facts, asked) => ({
    value:
      asked.of === 'network'
        ? networkFibers(facts, asked)
        : (moduleGap(facts, asked, `fibers of ${asked.name}`) ??
          sum(`fibers of ${asked.name}`, 'count', 'sum of the devices', byClass(facts, asked, deviceFibers))),
  }),
  ports: (facts, asked) => ({ value: portsOf(facts, asked, 'ports') }),
  'used-ports': (facts, asked) => ({ value: portsOf(facts, asked, 'used') }),
  'free-ports': (facts, asked) => ({ value: portsOf(facts, asked, 'free') }),
  energy: (facts, asked) => ({ value: energyOf(facts, asked) }),
};

/** The basis that a point asks for; undefined for the basis of all figures. */
function basisOfPoint({ point }: Asked): Basis | undefined {
  return point === 'typical' || point === 'worst-case' ? point : undefined;
}

/** Running devices of a subject. */
function* devicesLeftIn(facts: Facts, asked: Asked): Iterable<number> {
  if (asked.of === 'network') yield* membersLeft(facts, [...asked.ids]);
  else
    for (const device of devicesIn(facts, asked.of, [...asked.ids])) if (!isLost(facts.scenario, device)) yield device;
}

/** How many running devices of each class a subject has. Those of one rack are counted already: a walk over all devices for each of them takes long. */
function classesLeftIn(facts: Facts, asked: Asked): ReadonlyMap<number, number> {
  const [rack, ...others] = asked.of === 'rack' ? asked.ids : [];
  const known = rack === undefined || others.length > 0 ? undefined : facts.contents[rack];
  if (known !== undefined) return known;
  const counts = new Map<number, number>();
  for (const device of devicesLeftIn(facts, asked)) {
    const index = unsignedAt(facts.devices.of, device);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return counts;
}

/** A figure of each class of running devices, as often as it occurs. */
function byClass(
  facts: Facts,
  asked: Asked,
  of: (each: DeviceClass) => Derivation,
  wants: (each: DeviceClass) => boolean = () => true,
): Derivation[] {
  return [...classesLeftIn(facts, asked)].flatMap(([index, count]) => {
    const each = itemAt(facts.devices.classes, index);
    return wants(each) ? [times(count, of(each))] : [];
  });
}

function isOfSwitches({ part }: DeviceClass): boolean {
  return part !== undefined && isPart(part, 'switch');
}

/** Why the contents of a subject are unknown, or undefined. */
function moduleGap(facts: Facts, { of }: Asked, label: string): Derivation | undefined {
  if (facts.fabric.gaps.plugs) return unknown(label, 'count', 'some modules could not be understood');
  return of === 'rack' ? placementGap(facts, label, 'count') : undefined;
}

function devicesOf(facts: Facts, asked: Asked, kind: 'switch' | 'host'): Derivation {
  const label = `${kind === 'switch' ? 'switches' : 'hosts'} of ${asked.name}`;
  const gap = asked.of === 'rack' ? placementGap(facts, label, 'count') : undefined;
  if (gap !== undefined) return gap;
  const { blocks, devices } = facts.fabric;
  const kindOf = (index: number): string | undefined =>
    blocks[unsignedAt(devices.block, itemAt(facts.devices.classes, index).sample)]?.kind;
  let count = 0;
  for (const [index, of] of classesLeftIn(facts, asked)) if (kindOf(index) === kind) count += of;
  return figure(label, 'count', count);
}

/** Accelerators of running hosts. */
function acceleratorsOf(facts: Facts, asked: Asked): Derivation {
  const label = `accelerators of ${asked.name}`;
  const gap = asked.of === 'rack' ? placementGap(facts, label, 'count') : undefined;
  if (gap !== undefined) return gap;
  const inHost = ({ part }: DeviceClass): Derivation =>
    part === undefined || !isPart(part, 'host')
      ? unknown('accelerators of a host', 'count', 'the type of a host is unknown')
      : stated(`accelerators of ${part.name}`, 'count', part.values.accelerators, missingIn(part, 'accelerators'));
  return sum(
    label,
    'count',
    'sum of the hosts',
    byClass(facts, asked, inHost, (each) => !isOfSwitches(each)),
  );
}

function modulesOf(facts: Facts, asked: Asked): Derivation {
  const label = `modules of ${asked.name}`;
  const gap = moduleGap(facts, asked, label);
  if (gap !== undefined) return gap;
  const inDevice = ({ part, modules }: DeviceClass): Derivation =>
    figure(
      `modules of ${part?.name ?? 'a device'}`,
      'count',
      modules.reduce((all, { count }) => all + count, 0),
    );
  if (asked.of !== 'network') return sum(label, 'count', 'sum of the devices', byClass(facts, asked, inDevice));
  const ofHosts = [...hostModules(facts, [...asked.ids])].map(([module, count]) =>
    figure(`${module.name} in hosts`, 'count', count),
  );
  return sum(label, 'count', 'sum of switches and host modules in use', [
    ...byClass(facts, asked, inDevice, isOfSwitches),
    ...ofHosts,
  ]);
}

function heatOf(facts: Facts, asked: Asked): Derivation {
  const { fabric, cooling, heat } = facts;
  const { of, ids, point, name } = asked;
  const label = `${point === undefined ? 'heat' : `${point} heat`} of ${name}`;
  const gap = of === 'device' || of === 'group' || of === 'network' ? undefined : placementGap(facts, label, 'power');
  if (gap !== undefined) return gap;
  if (of === 'loop' || of === 'branch') {
    const terms = [...ids].flatMap((id) => {
      const [loop, branch] = [fabric.loops[id], fabric.branches[id]];
      if (of === 'loop') return loop === undefined ? [] : [cooling.heat(loop)];
      return branch === undefined ? [] : [cooling.branches.heat(branch)];
    });
    return terms.length === 1 ? itemAt(terms, 0) : sum(label, 'power', 'sum of all', terms);
  }
  if (point !== 'liquid' && point !== 'air')
    return { ...powerOfSelection(facts, asked, undefined, name), label: `heat of ${name}, all of its power` };
  // As power counts: devices that are in the subject.
  const counts = new Map<number, number>();
  for (const device of devicesIn(facts, of, [...ids])) {
    if (isLost(facts.scenario, device)) continue;
    const index = unsignedAt(facts.devices.of, device);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const terms = [...counts].map(([index, count]) => times(count, itemAt(heat[point], index)));
  return sum(label, 'power', 'sum of the devices', terms);
}

/** Power over bandwidth, in J/bit. */
function energyOf(facts: Facts, asked: Asked): Derivation {
  const label = `energy per bit of ${asked.name}`;
  const gap = asked.of === 'rack' ? placementGap(facts, label, 'energy per bit') : undefined;
  if (gap !== undefined) return gap;
  const drawn = byClass(facts, asked, ({ index }) => itemAt(facts.power.device, index), isOfSwitches);
  if (asked.of === 'network') {
    const power = sum(`power of the switches and optics of ${asked.name}`, 'power', 'switches + modules of hosts', [
      ...drawn,
      ...hostOpticsPower(facts, [...asked.ids]),
    ]);
    const rate = injectionOf(facts, asked);
    return derived(label, 'energy per bit', 'power ÷ injection', [power, rate], power.value / rate.value);
  }
  if (drawn.length === 0) return unknown(label, 'energy per bit', 'it has no switches');
  const power = sum('power of the switches', 'power', 'sum of the switches', drawn);
  const carried = byClass(facts, asked, equippedBandwidth, isOfSwitches);
  const rate = sum('bandwidth', 'bit rate', 'sum of the switches', carried);
  return derived(label, 'energy per bit', 'power ÷ bandwidth', [power, rate], power.value / rate.value);
}
