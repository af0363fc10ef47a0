// A signal at a wavelength that the amplifiers of its line don't amplify.
import { amplifiersOf } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Part } from '../../model/index.ts';
import { budgetsFor, hasBudget, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { withoutAmplifiers } from '../../subjects/remedies/index.ts';
import { printQuantity } from '../../units/index.ts';

/** Wavelengths at which erbium has gain: the C band, 1530 to 1565 nm, and the L band, to 1625 nm; in m. */
const erbium = { from: 1530e-9, to: 1625e-9 };

export const rule = defineRule({
  id: 'optics/amplifier-band',
  severity: 'error',
  level: 'value',
  title: "A line's amplifiers don't amplify its wavelength",
  why: 'Erbium amplifies between 1530 and 1565 nm (the C band), or up to 1625 nm (the L band). The PMDs of data centers, DR, FR and LR, are near 1310 nm (the O band), and SR is at 850 nm: an erbium-doped fiber absorbs there, and the signal ends in it.',
  sources: ['ITU-T G-series Supplement 39: O band 1260 to 1360 nm, C band 1530 to 1565 nm, L band 1565 to 1625 nm'],
  limit: 'amplifier band',
  override: "Set `band` on the amplifier type if it isn't erbium-doped: `band 1260 nm..1360 nm`.",
  bad: `import "std/qsfp"
import "std/amplifiers"

switch type Box { height 2 RU  ports p : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug QsfpDd400Fr4 into a.p, b.p
link a.p to b.p over OS2 { length 1 km  amplifiers 2 x EdfaLowGain }
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { QsfpDd400Fr4: 'QsfpDd400Zr', 'length 1 km': 'length 40 km  launch -2 dBm' },
  edges: [
    {
      name: 'an amplifier of another band',
      change: {
        'switch type Box': 'amplifier type Soa is EdfaLowGain { band 1260 nm..1360 nm }\nswitch type Box',
        'x EdfaLowGain': 'x Soa',
      },
    },
  ],
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/amplifier-band')) {
      if (!hasBudget(budget)) continue;
      const { group, from, to } = budget.class;
      const parts = new Set(amplifiersOf(group));
      const sent = new Map([from, to].flatMap(({ optics }) => (optics === undefined ? [] : [[optics.name, optics]])));
      const pairs = [...parts].flatMap((amplifier) => [...sent.values()].map((optics) => [amplifier, optics] as const));
      // A tunable laser without a wavelength of its own is set to what the line has.
      const known = pairs.filter(([, { values }]) => values.wavelength !== undefined);
      judge.did(known.length === 0 ? 0 : budget.links.length);
      const [wrong] = known.filter(([amplifier, optics]) => isOutside(amplifier, optics));
      if (wrong === undefined) continue;
      const [amplifier, optics] = wrong;
      const { from: least, to: most } = bandOf(amplifier);
      const wavelength = nanometers(optics.values.wavelength?.value ?? Number.NaN);
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'sends', many: 'send' }, `${wavelength} through ${amplifier.name}`)}; it amplifies ${nanometers(least)} to ${nanometers(most)}.`,
        help: `Use optics of that band, such as coherent ones, or remove the amplifiers; ${optics.name} is at ${wavelength}.`,
        origin: group.medium.amplifiers?.origin ?? group.origin,
        label: 'not amplified',
        subjects: linksOf(budget),
        remedies: withoutAmplifiers(budget),
      });
    }
    return reports;
  },
});

/** A wavelength as the field writes it: `1,625 nm`. */
const nanometers = (wavelength: number): string => printQuantity(wavelength, 'length', 'nm');

const bandOf = ({ values }: Part<'amplifier'>) => values.band?.value ?? erbium;

function isOutside(amplifier: Part<'amplifier'>, { values }: Part<'optics'>): boolean {
  const { from, to } = bandOf(amplifier);
  const wavelength = values.wavelength?.value ?? Number.NaN;
  return wavelength < from || wavelength > to;
}
