// Logical ports of a selection by port group: all, used by links, free.

import { isLost } from '../../facts/conditions/scenario.ts';
import { devicesIn } from '../../facts/selection/devices-in.ts';
import { isSwitch } from '../../facts/selection/network-members.ts';
import { portsOfCages } from '../../facts/topology/cage-ports.ts';
import { type Derivation, derived, figure, sum, unknown } from '../../figures/derivation.ts';
import {
  byteAt,
  cageOfPort,
  cagePartOf,
  deviceOfCage,
  type Fabric,
  firstCageOf,
  itemAt,
  partOfDevice,
  portGroupAt,
  unsignedAt,
} from '../../model/index.ts';
import { originKey } from '../../source/index.ts';
import { defineAnswer } from '../answer.ts';
import type { Facts } from '../facts.ts';
import { membersLeft } from '../networks.ts';
import { reads } from '../subject-facts.ts';
import { type Asked, placementGap } from './asked.ts';
import { unlaid } from './required-network.ts';

/** Which ports are counted. */
export type PortQuestion = 'ports' | 'used' | 'free';

/** The name and formula of each. */
const words: Readonly<Record<PortQuestion, { readonly text: string; readonly formula: string }>> = {
  ports: { text: 'ports', formula: 'sum of port groups' },
  used: { text: 'used ports', formula: 'ports that links use' },
  free: { text: 'free ports', formula: 'ports − ports that links use' },
};

/** Ports of each cage, counted once for all questions. */
const offeredPorts = defineAnswer(reads('fabric', 'topology'), ({ fabric, topology }) =>
  portsOfCages(fabric, topology),
);

interface Counted {
  readonly label: string;
  readonly origin: Derivation['origin'];
  all: number;
  used: number;
}

/**
 * Ports of devices, of port groups and single ports, or of the switches in racks, blocks and networks. An empty cage offers those
 * that `portsOfCages` counts; a port stays in use when what it is linked to has failed.
 */
export function portsOf(facts: Facts, asked: Asked, question: PortQuestion): Derivation {
  const { text, formula } = words[question];
  const label = `${text} of ${asked.name}`;
  const { fabric, topology } = facts;
  const gap =
    (fabric.gaps.plugs ? unknown(label, 'count', 'some modules could not be understood') : undefined) ??
    (asked.of === 'rack' ? placementGap(facts, label, 'count') : undefined) ??
    (fabric.gaps.links ? unknown(label, 'count', 'some links could not be understood') : undefined) ??
    (asked.of === 'network' ? unlaid(facts, [...asked.ids], label) : undefined);
  if (gap !== undefined) return gap;
  const groups = new Map<string, Counted>();
  const keyOf = groupKeys(fabric);
  const offered = asked.of === 'port' ? undefined : offeredPorts(facts);
  for (const [first, end] of rangesOf(facts, asked)) {
    const cage = cageOfPort(fabric, first);
    const { key, label: name, origin } = keyOf(cage);
    let row = groups.get(key);
    if (row === undefined) groups.set(key, (row = { label: name, origin, all: 0, used: 0 }));
    row.all += offered === undefined ? end - first : unsignedAt(offered, cage);
    for (let port = first; port < end; port++) row.used += byteAt(topology.used, port);
  }
  const rows = [...groups.values()];
  const terms = rows.map(({ label: name, origin, all, used }) => {
    if (question === 'ports') return figure(`ports ${name}`, 'count', all, origin);
    const both = [figure(`ports ${name}`, 'count', all, origin), figure('ports that links use', 'count', used)];
    return derived(`${text} ${name}`, 'count', formula, both, question === 'used' ? used : all - used);
  });
  if (terms.length === 1) return { ...itemAt(terms, 0), label };
  return sum(label, 'count', 'sum of port groups', terms);
}

/** Ports of a subject, a cage at a time. */
function* rangesOf(facts: Facts, asked: Asked): Iterable<readonly [first: number, end: number]> {
  const { fabric, scenario } = facts;
  const { firstPort, device: deviceOf } = fabric.cages;
  if (asked.of === 'port') {
    for (const port of asked.ids)
      if (!isLost(scenario, unsignedAt(deviceOf, cageOfPort(fabric, port)))) yield [port, port + 1];
    return;
  }
  if (asked.of === 'cage') {
    for (const cage of asked.ids)
      if (!isLost(scenario, unsignedAt(deviceOf, cage)))
        yield [unsignedAt(firstPort, cage), unsignedAt(firstPort, cage + 1)];
    return;
  }
  const devices =
    asked.of === 'network' ? membersLeft(facts, [...asked.ids]) : devicesIn(facts, asked.of, [...asked.ids]);
  for (const device of devices) {
    if (isLost(scenario, device) || (asked.of !== 'device' && !isSwitch(fabric, device))) continue;
    const end = firstCageOf(fabric, device + 1);
    for (let cage = firstCageOf(fabric, device); cage < end; cage++)
      yield [unsignedAt(firstPort, cage), unsignedAt(firstPort, cage + 1)];
  }
}

/** The port group of a cage: `up of Leaf`, with the line that declares it. */
function groupKeys(
  fabric: Fabric,
): (cage: number) => { readonly key: string; readonly label: string; readonly origin: Derivation['origin'] } {
  const known = new Map<string, { key: string; label: string; origin: Derivation['origin'] }>();
  return (cage) => {
    const device = deviceOfCage(fabric, cage);
    const part = partOfDevice(fabric, device);
    const group = part === undefined ? undefined : portGroupAt(part, cage - firstCageOf(fabric, device));
    const at = `${part?.index} ${group?.first}`;
    let found = known.get(at);
    if (found === undefined) {
      const name = group === undefined ? (cagePartOf(fabric, cage)?.name ?? 'ports') : `\`${group.name}\``;
      // Devices that differ from their type in what has no ports share its lines.
      const key = group === undefined ? name : `${originKey(group.origin)} ${group.name}`;
      known.set(at, (found = { key, label: `${name} of ${part?.name ?? 'a device'}`, origin: group?.origin }));
    }
    return found;
  };
}
