// Modules that light a port nobody linked.
import { portUse } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { portName } from '../../model/index.ts';
import { printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/unconnected-ports',
  severity: 'note',
  level: 'assembly',
  title: 'Ports with a module and without a link',
  why: 'A module draws its power and costs its price whether or not a fiber ends in it. Ports that are left over are often a sign of a count that does not work out: a leaf with more ports than hosts, a spine for more leaves than there are. Empty cages are no such sign and are not told; the report counts them.',
  sources: ['The design itself'],
  override: 'Leave spare cages empty, or `allow topology/unconnected-ports because "…" on` the switch.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..4] : OSFP }
switch a : Box
//     ^^^^^^^
switch b : Box
plug Osfp800Dr8 into a.p, b.p[1..2]
link a.p[1..2] to b.p[1..2] over OS2 { length 30 m  connectors 2 x MPO16 }
`,
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..4] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p[1..2], b.p[1..2]
link a.p[1..2] to b.p[1..2] over OS2 { length 30 m  connectors 2 x MPO16 }
`,
  check({ fabric, topology }) {
    // A design without links yet is a parts list.
    if (fabric.links.count === 0 || fabric.linkGroups.some((group) => group.fault !== undefined)) return [];
    const reports: Report[] = [];
    for (const { block, group, ports, idle, firstIdle } of portUse(fabric, topology)) {
      if (idle === 0) continue;
      reports.push({
        message: `${printNumber(idle)} of ${printNumber(ports)} ports \`${group.name}\` of ${block.path} have a module and no link, the first ${portName(fabric, firstIdle)}.`,
        help: 'Link them, or leave their cages empty.',
        origin: block.origin,
        label: `${printNumber(idle)} without a link`,
        subjects: { of: 'device', ids: Uint32Array.from({ length: block.count }, (_, i) => block.first + i) },
      });
    }
    return reports;
  },
});
