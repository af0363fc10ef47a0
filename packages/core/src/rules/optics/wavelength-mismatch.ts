// Link ends with different wavelengths.

import { defineRule, type Report } from '../../findings/rule.ts';
import { budgetsFor, linksOf, placesOf, plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { mismatchOf } from '../../subjects/pmds.ts';
import { printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/wavelength-mismatch',
  severity: 'error',
  level: 'value',
  title: 'The ends of a link use different wavelengths',
  why: 'A receiver behind a demultiplexer sees only the wavelengths of its own PMD. DR4 sends four lanes of 1310 nm on four fibers, FR4 four lanes of 1271 to 1331 nm on one: the same rate, but no light where the other end expects it.',
  sources: ['Edgecore ET7502-DR4 data sheet, 1304.5 to 1317.5 nm; ET7502-FR4 data sheet, 1271, 1291, 1311 and 1331 nm'],
  override: 'Set `wavelength` on the optics type, or plug modules with the same channels into both ends.',
  bad: `import "std/qsfp"

switch type Box { height 2 RU  ports p[1..2] : QSFP-DD }
switch a : Box
switch b : Box
plug QsfpDd400Dr4 into a.p
plug QsfpDd400Fr4 into b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x LC }
//   ^^^^^^^^^^
`,
  fix: { QsfpDd400Dr4: 'QsfpDd400Fr4' },
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/wavelength-mismatch')) {
      const mismatch = mismatchOf(budget);
      if (mismatch?.kind !== 'wavelength') continue;
      const at = (optics: typeof mismatch.from) =>
        `${optics.name} at ${printQuantity(optics.values.wavelength?.value ?? Number.NaN, 'length', 'nm')}`;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'connects', many: 'connect' }, `${at(mismatch.from)} to ${at(mismatch.to)}`)}.`,
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
