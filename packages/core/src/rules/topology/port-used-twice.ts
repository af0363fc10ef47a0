// A port with two links.

import { defineRule } from '../../findings/rule.ts';
import { type Fabric, fromDevice, portName, toDevice } from '../../model/index.ts';
import { nowhere } from '../../source/index.ts';
import { freeCages } from '../../subjects/remedies/index.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/port-used-twice',
  severity: 'error',
  level: 'value',
  title: 'A port has two links',
  why: 'A logical port is one channel of one module: one fiber pair or one trunk position. Only one link can be plugged into it.',
  sources: ['A channel has one link'],
  override: 'Select other ports in one of the two statements.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..4] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p[1..2] to b.p[1..2] over OS2 { length 30 m  connectors 2 x MPO16 }
link a.p[2..3] to b.p[3..4] over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { 'link a.p[2..3]': 'link a.p[3..4]' },
  edges: [
    {
      name: 'several ports',
      change: { 'a.p[2..3]': 'a.p[1..2]' },
      finds: '2 ports have two links each (a.p[1], …)',
    },
  ],
  check: ({ fabric, topology }) =>
    topology.conflicts
      .filter(({ first, second }) => !isSelfLinked(fabric, first) && !isSelfLinked(fabric, second))
      .map(({ ports, first, second }) => {
        const port = portName(fabric, ports[0] ?? 0);
        const earlier = fabric.linkGroups[first];
        const later = fabric.linkGroups[second];
        return {
          message:
            ports.length === 1
              ? `${port} has two links.`
              : `${printCount(ports.length, 'port')} have two links each (${port}, …).`,
          help: 'Select other ports in one of the two statements.',
          origin: later?.origin ?? nowhere,
          subjects: { of: 'port', ids: Uint32Array.from(ports) },
          label: first === second ? 'uses a port twice' : 'the second link',
          related:
            earlier === undefined || first === second
              ? []
              : [{ origin: earlier.origin, message: 'The first link is made here.' }],
          blames: later === undefined ? [] : [later.origin],
          remedies: later === undefined ? [] : freeCages(fabric, later, ports),
        };
      }),
});

/** Whether a statement links a device to itself, which is reported instead: it was meant for other ports. */
function isSelfLinked(fabric: Fabric, index: number): boolean {
  const { first, count } = fabric.linkGroups[index] ?? { first: 0, count: 0 };
  for (let link = first; link < first + count; link++)
    if (fromDevice(fabric, link) === toDevice(fabric, link)) return true;
  return false;
}
