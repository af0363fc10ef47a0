// A switch or host that is linked to itself.

import { defineRule, type Report } from '../../findings/rule.ts';
import {
  deviceName,
  deviceOfPort,
  type LinkDevices,
  type LinkGroup,
  linkDevices,
  portName,
  unsignedAt,
} from '../../model/index.ts';
import { asFull, ofOtherDevice } from '../../subjects/remedies/index.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/self-link',
  severity: 'error',
  dependsOn: ['plugs', 'values'],
  level: 'value',
  title: 'A device is linked to itself',
  why: 'A link from a switch to itself carries nothing from one place to another, and takes down a bridge without loop protection. The usual cause is an index on the wrong side, or the same side written twice.',
  sources: ['IEEE 802.1Q: a bridge port must not hear itself'],
  override: 'Select ports of another device on one of the sides.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p[1] to a.p[2] over OS2 { length 3 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^^^^^^^
`,
  fix: { 'to a.p[2]': 'to b.p[2]' },
  edges: [
    {
      name: 'each port to itself',
      change: { 'a.p[1] to a.p[2]': 'a.p to a.p' },
      finds: 'a.p[1] is linked to itself, as is 1 other pair of ports',
    },
  ],
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    const devices = linkDevices(fabric);
    for (const group of fabric.linkGroups) {
      const found = selfLinks(devices, group);
      const [first] = found;
      if (first === undefined) continue;
      const [from, to] = [unsignedAt(fabric.links.from, first), unsignedAt(fabric.links.to, first)];
      const more =
        found.length === 1
          ? ''
          : `, as ${found.length === 2 ? 'is' : 'are'} ${printCount(found.length - 1, 'other pair', 'other pairs')} of ports`;
      reports.push({
        message: `${portName(fabric, from)} is linked to ${from === to ? 'itself' : `${portName(fabric, to)} of the same device`}${more}.`,
        help: isOntoItself(group)
          ? 'To link the devices of one side to each other, name it once: `link PORTS as full`.'
          : `Select another device than ${deviceName(fabric, deviceOfPort(fabric, from))} on one of the sides.`,
        origin: group.origin,
        label: 'both ends on one device',
        subjects: { of: 'link', ids: Uint32Array.from(found) },
        blames: [group.origin],
        remedies: isOntoItself(group) ? asFull(group) : found.length === group.count ? ofOtherDevice(facts, group) : [],
      });
    }
    return reports;
  },
});

function selfLinks({ from, to }: LinkDevices, { first, count }: LinkGroup): readonly number[] {
  const found: number[] = [];
  const end = first + count;
  for (let link = first; link < end; link++) if (unsignedAt(from, link) === unsignedAt(to, link)) found.push(link);
  return found;
}

/** Whether both sides of a mesh are the same. */
function isOntoItself({ pattern, from, to }: LinkGroup): boolean {
  return pattern === 'mesh' && from.text === to.text;
}
