// A switch with more links to one switch above it than to another.
import { isOpenStriping, unevenStripes } from '../../facts/index.ts';
import { type Derivation, stated } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import {
  blockOf,
  deviceName,
  type Fabric,
  fromDevice,
  type LinkGroup,
  type Network,
  toDevice,
} from '../../model/index.ts';
import { soundNetworks } from '../../subjects/sound.ts';
import { printCount, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/asymmetric-striping',
  severity: 'warning',
  level: 'assembly',
  title: 'A switch spreads its links unevenly over the tier above',
  why: 'Equal-cost routing sends the same share over every next hop, whatever the number of links behind it, unless it is weighted. The next hop with fewer links fills first, and the rest of the bandwidth stays unused. A mesh is even by itself; the sum of several link statements may not be.',
  sources: ['Folded Clos networks with ECMP: equal capacity on equal-cost paths'],
  limit: 'striping',
  override: 'Link each pair the same number of times, or `allow` it if routing is weighted by capacity (WCMP).',
  bad: `import "std/osfp"

switch type Leaf  { height 2 RU  ports up[1..3] : OSFP  ports down : OSFP }
switch type Spine { height 2 RU  ports down[1..2] : OSFP }
host type Node { height 2 RU  ports nic : OSFP }
network backend : scale-out {
    host   node        : Node
    switch leaf        : Leaf
    switch spine[1..2] : Spine
    plug Osfp800Dr8 into node.*, leaf.*, spine[1].*, spine[2].down[1]
    link node.nic to leaf.down over OS2 { length 3 m  connectors 2 x MPO16 }
    link leaf.up[1..2] to spine[1].down over OS2 { length 30 m  connectors 2 x MPO16 }
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    link leaf.up[3] to spine[2].down[1] over OS2 { length 30 m  connectors 2 x MPO16 }
}
`,
  fix: {
    'spine[1].*, spine[2].down[1]': 'spine.down[1]',
    'leaf.up[1..2] to spine[1].down': 'leaf.up[1] to spine[1].down[1]',
    'leaf.up[3]': 'leaf.up[2]',
  },
  check(facts, judge) {
    const { fabric, connectivity, topology } = facts;
    const reports: Report[] = [];
    for (const { index, ...network } of soundNetworks(facts, 'topology/asymmetric-striping')) {
      const graph = connectivity.graph(index);
      if (isOpenStriping(graph)) judge.cannot(noTiers(network), { at: network.origin });
      else judge.did(1);
      const uneven = unevenStripes(graph, topology.tiers(index));
      const [first] = uneven;
      if (first === undefined) continue;
      const { device, most, least } = first;
      const more =
        uneven.length === 1
          ? ''
          : `; ${printCount(uneven.length - 1, 'other switch', 'other switches')} of ${network.name} ${uneven.length === 2 ? 'is' : 'are'} uneven too`;
      reports.push({
        message: `${deviceName(fabric, device)} has ${printNumber(most.links)} links to ${deviceName(fabric, most.device)} and ${printNumber(least.links)} to ${deviceName(fabric, least.device)}${more}.`,
        help: 'Link each pair the same number of times; `as mesh` does.',
        origin: mostLinksOf(fabric, index, device, most.device)?.origin ?? network.origin,
        label: 'uneven',
        related: [
          { origin: blockOf(fabric, device).origin, message: `${blockOf(fabric, device).name} is declared here.` },
        ],
        subjects: { of: 'device', ids: Uint32Array.from(uneven, (each) => each.device) },
      });
    }
    return reports;
  },
});

/** Why the striping of a network of switches alone is unknown. */
function noTiers({ name }: Pick<Network, 'name'>): Derivation {
  return stated('tiers', 'count', undefined, `${name} has no hosts, so its switches have no tiers`);
}

/** The statement with the most links between two switches; the last one if several have as many. */
function mostLinksOf(fabric: Fabric, network: number, a: number, b: number): LinkGroup | undefined {
  let found: LinkGroup | undefined;
  let most = 0;
  for (const group of fabric.linkGroups) {
    if (group.network?.index !== network) continue;
    let count = 0;
    for (let link = group.first; link < group.first + group.count; link++) {
      const from = fromDevice(fabric, link);
      const to = toDevice(fabric, link);
      if ((from === a && to === b) || (from === b && to === a)) count++;
    }
    if (count > 0 && count >= most) [found, most] = [group, count];
  }
  return found;
}
