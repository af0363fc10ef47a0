// Link ends with different wavelengths.

import { defineRule, type Report } from '../../findings/rule.ts';
import { type Mismatch, mismatchHelp, mismatchOf } from '../../subjects/ends/pmds.ts';
import { budgetsFor, linksOf, placesOf, plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { sameModules } from '../../subjects/remedies/index.ts';
import { printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/wavelength-mismatch',
  severity: 'error',
  level: 'value',
  title: 'The ends of a link use different wavelengths',
  why: 'A receiver behind a demultiplexer or a filter sees only the wavelengths of its own PMD. DR4 sends four lanes of 1310 nm on four fibers, FR4 four lanes of 1271 to 1331 nm on one: the same rate, but no light where the other end expects it. BiDi modules send and receive on one fiber and come in pairs: 1270/1330 nm links with 1330/1270 nm, never with its like.',
  sources: ['Edgecore ET7502-DR4 data sheet, 1304.5 to 1317.5 nm; ET7502-FR4 data sheet, 1271, 1291, 1311 and 1331 nm'],
  override:
    'Set `wavelength`, or `receive-wavelength` where it differs, on the optics type, or plug modules with the same channels into both ends.',
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
  perLink: true,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/wavelength-mismatch')) {
      const mismatch = mismatchOf(budget);
      if (mismatch?.kind !== 'wavelength') continue;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'connects', many: 'connect' }, `${sentBy(mismatch.from)} to ${sentBy(mismatch.to)}`)}.`,
        help: helpFor(mismatch),
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

/** `400GBASE-DR4 at 1,310 nm` */
function sentBy({ name, values }: Mismatch['from']): string {
  return `${name} at ${printQuantity(values.wavelength?.value ?? Number.NaN, 'length', 'nm')}`;
}

function helpFor(mismatch: Mismatch): string {
  const isBidirectional = [mismatch.from, mismatch.to].some(
    ({ values }) => values.fibers?.value === 1 || values['receive-wavelength'] !== undefined,
  );
  return isBidirectional
    ? 'Plug a module that sends what this one receives into the other end: BiDi modules come in pairs.'
    : mismatchHelp(mismatch);
}
