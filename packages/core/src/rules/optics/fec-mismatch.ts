// Link ends with different forward error correction.

import { defineRule, type Report } from '../../findings/rule.ts';
import { mismatchHelp, mismatchOf } from '../../subjects/ends/pmds.ts';
import { budgetsFor, linksOf, placesOf, plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { sameModules } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'optics/fec-mismatch',
  severity: 'error',
  level: 'value',
  title: 'The ends of a link use different FEC',
  why: "Forward error correction puts code words on the fiber, and a receiver can't read those of another code. PMDs of 802.3dj for 2 km and more add an inner code that raises the symbol rate from 106.25 to 113.4375 GBd; coherent PMDs use CFEC or oFEC. The same lanes at the same wavelength with another code never come up.",
  sources: [
    'SONiC 1.6T and CMIS design, IEEE P802.3dj: inner FEC on the 2 km and 10 km PMDs',
    'KP4: RS(544,514), pre-FEC BER 2.4e-4',
  ],
  override: 'Set `fec` on the optics type.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
module type Far is Osfp800Dr4 { channels 1 x 800GBASE-DR4-2 }
switch a : Box
switch b : Box
plug Osfp800Dr4 into a.p
plug Far into b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO12 }
//   ^^^^^^^^^^
`,
  fix: { 'plug Osfp800Dr4': 'plug Far' },
  perLink: true,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/fec-mismatch')) {
      const mismatch = mismatchOf(budget);
      if (mismatch?.kind !== 'FEC') continue;
      const { from, to } = mismatch;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'connects', many: 'connect' }, `${from.name} with FEC ${from.values.fec?.value} to ${to.name} with FEC ${to.values.fec?.value}`)}.`,
        help: mismatchHelp(mismatch),
        origin: budget.class.group.origin,
        subjects: linksOf(budget),
        remedies: sameModules(facts.fabric, budget),
        label: mismatch.text,
        related: plugsOf(facts.fabric, budget),
        blames: placesOf(budget),
      });
    }
    return reports;
  },
});
