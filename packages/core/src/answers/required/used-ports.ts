// Logical ports of what is selected: how many there are, how many links use, how many are free, by port group.

import { isLost } from '../../facts/scenario.ts';
import { isSwitch, membersLeft } from '../../facts/topology/network-members.ts';
import { type Derivation, derived, figure, sum, unknown } from '../../figures/derivation.ts';
import { cagePartOf, type Fabric, partOfDevice, portGroupAt } from '../../model/index.ts';
import { originKey } from '../../source/index.ts';
import type { Facts } from '../facts.ts';
import { devicesIn } from '../failure/losses.ts';
import { type Asked, firstOf, placementGap } from './asked.ts';
import { unlaid } from './required-network.ts';

/** What of the ports is asked. */
export type PortQuestion = 'ports' | 'used' | 'free';

/** What each is called, and how it is made. */
const words: Readonly<Record<PortQuestion, { readonly text: string; readonly formula: string }>> = {
  ports: { text: 'ports', formula: 'sum of port groups' },
  used: { text: 'used ports', formula: 'ports that links use' },
  free: { text: 'free ports', formula: 'ports − ports that links use' },
};

interface Counted {
  readonly label: string;
  readonly origin: Derivation['origin'];
  all: number;
  used: number;
}

/**
 * Ports of devices, of port groups and single ports, or of the switches in racks, blocks and networks. An empty cage is one port; a
 * port stays in use when what it is linked to has failed.
 */
export function portsOf(facts: Facts, asked: Asked, question: PortQuestion): Derivation {
  const { text, formula } = words[question];
  const label = `${text} of ${asked.name}`;
  const { fabric, topology } = facts;
  const gap =
    (fabric.gaps.plugs ? unknown(label, 'count', 'some modules could not be understood') : undefined) ??
    (asked.of === 'rack' ? placementGap(facts, label, 'count') : undefined) ??
    (fabric.gaps.links ? unknown(label, 'count', 'some links could not be understood') : undefined) ??
    (asked.of === 'network' ? unlaid(facts, firstOf(asked), label) : undefined);
  if (gap !== undefined) return gap;
  const groups = new Map<string, Counted>();
  const keyOf = groupKeys(fabric);
  for (const [first, end] of rangesOf(facts, asked)) {
    const cage = fabric.ports.cage[first] as number;
    const { key, label: name, origin } = keyOf(cage);
    let row = groups.get(key);
    if (row === undefined) groups.set(key, (row = { label: name, origin, all: 0, used: 0 }));
    row.all += end - first;
    for (let port = first; port < end; port++) row.used += topology.used[port] as number;
  }
  const rows = [...groups.values()];
  const terms = rows.map(({ label: name, origin, all, used }) => {
    if (question === 'ports') return figure(`ports ${name}`, 'count', all, origin);
    const both = [figure(`ports ${name}`, 'count', all, origin), figure('ports that links use', 'count', used)];
    return derived(`${text} ${name}`, 'count', formula, both, question === 'used' ? used : all - used);
  });
  if (terms.length === 1) return { ...(terms[0] as Derivation), label };
  return sum(label, 'count', 'sum of port groups', terms);
}

/** Ports that are asked of, a cage at a time. */
function* rangesOf(facts: Facts, asked: Asked): Iterable<readonly [first: number, end: number]> {
  const { fabric, scenario } = facts;
  const { firstPort, device: deviceOf } = fabric.cages;
  if (asked.of === 'port') {
    for (const port of asked.ids)
      if (!isLost(scenario, deviceOf[fabric.ports.cage[port] as number] as number)) yield [port, port + 1];
    return;
  }
  if (asked.of === 'cage') {
    for (const cage of asked.ids)
      if (!isLost(scenario, deviceOf[cage] as number)) yield [firstPort[cage] as number, firstPort[cage + 1] as number];
    return;
  }
  const devices =
    asked.of === 'network' ? membersLeft(facts, firstOf(asked)) : devicesIn(facts, asked.of, [...asked.ids]);
  for (const device of devices) {
    if (isLost(scenario, device) || (asked.of !== 'device' && !isSwitch(fabric, device))) continue;
    const end = fabric.devices.firstCage[device + 1] as number;
    for (let cage = fabric.devices.firstCage[device] as number; cage < end; cage++)
      yield [firstPort[cage] as number, firstPort[cage + 1] as number];
  }
}

/** The port group of a cage: `up of Leaf`, with the line that declares it. */
function groupKeys(
  fabric: Fabric,
): (cage: number) => { readonly key: string; readonly label: string; readonly origin: Derivation['origin'] } {
  const known = new Map<string, { key: string; label: string; origin: Derivation['origin'] }>();
  return (cage) => {
    const device = fabric.cages.device[cage] as number;
    const part = partOfDevice(fabric, device);
    const group =
      part === undefined ? undefined : portGroupAt(part, cage - (fabric.devices.firstCage[device] as number));
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
