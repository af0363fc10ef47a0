// Link ends with different PMDs.

import { defineRule, type Report } from '../../findings/rule.ts';
import { budgetsFor, linksOf, placesOf, plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { describePmd, mismatchOf } from '../../subjects/pmds.ts';

export const rule = defineRule({
  id: 'optics/pmd-mismatch',
  severity: 'error',
  level: 'value',
  title: 'The ends of a link have different PMDs',
  why: "Both ends must send and expect the same lanes, lane rate, wavelengths and FEC. An 800G port with 8 lanes of 100 Gbps and one with 4 lanes of 200 Gbps are both 800G and don't link up: that takes a gearbox in one of the modules, on its electrical side, and the same PMD on the fiber.",
  sources: ['IEEE 802.3df clause 124 (100 Gbps lanes), IEEE P802.3dj clause 180 (200 Gbps lanes, draft)'],
  override: 'Set `channels` on the module types to the same PMD, or `allow` it if the two are known to interoperate.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p
plug Osfp800Dr4 into b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^
`,
  fix: { Osfp800Dr4: 'Osfp800Dr8' },
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/pmd-mismatch')) {
      const mismatch = mismatchOf(budget);
      // Wavelength and FEC have rules of their own.
      if (mismatch?.kind !== 'lanes' && mismatch?.kind !== 'standard') continue;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'connects', many: 'connect' }, `${describePmd(mismatch.from)} to ${describePmd(mismatch.to)}`)}.`,
        help: 'Plug modules with the same channels into both ends.',
        origin: budget.class.group.origin,
        subjects: linksOf(budget),
        label: mismatch.text,
        related: plugsOf(facts.fabric, budget),
        blames: placesOf(budget),
      });
    }
    return reports;
  },
});
