// Ports with a module and no link.
import { portUse } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { portName } from '../../model/index.ts';
import { pluggedWhereLinked } from '../../subjects/remedies/index.ts';
import { printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/unconnected-ports',
  severity: 'note',
  level: 'assembly',
  title: 'Ports have a module and no link',
  why: "A module costs money and power whether or not a fiber is connected to it. Unused ports often mean that a count doesn't work out: a leaf with more ports than hosts, a spine for more leaves than there are. Empty cages aren't reported; the report counts them.",
  sources: ['The design itself'],
  override: 'Leave spare cages empty, or write `allow topology/unconnected-ports because "…" on` the switch.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..4] : OSFP }
switch a : Box
//     ^^^^^^^
switch b : Box
plug Osfp800Dr8 into a.p, b.p[1..2]
link a.p[1..2] to b.p[1..2] over OS2 { length 30 m  connectors 2 x MPO16 }
`,
  fix: { 'into a.p,': 'into a.p[1..2],' },
  check(facts) {
    const { fabric, topology } = facts;
    // A design without links is a parts list.
    if (fabric.links.count === 0 || fabric.linkGroups.some((group) => group.fault !== undefined)) return [];
    // Where all are linked, nothing has to be counted.
    if (!topology.used.includes(0)) return [];
    const reports: Report[] = [];
    for (const use of portUse(fabric, topology)) {
      const { block, group, ports, idle, firstIdle, idleOn } = use;
      if (idle === 0) continue;
      reports.push({
        message: `${printNumber(idle)} of ${printNumber(ports)} ports \`${group.name}\` of ${block.path} have a module and no link (${portName(fabric, firstIdle)}${idle === 1 ? '' : ', …'}).`,
        help: 'Link them, or leave their cages empty.',
        origin: block.origin,
        label: `${printNumber(idle)} without a link`,
        remedies: pluggedWhereLinked(facts, use),
        subjects: { of: 'device', ids: Uint32Array.from(idleOn) },
      });
    }
    return reports;
  },
});
