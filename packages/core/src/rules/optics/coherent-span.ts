// A coherent span with more loss than its optics tolerate.
import { amplifiersOf, isCoherent, lossOfWorstSpan } from '../../facts/index.ts';
import { printApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { severityCapOfSum } from '../../subjects/assumed-limit.ts';
import { budgetsFor, countedLinks, hasBudget, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'optics/coherent-span',
  severity: 'error',
  level: 'value',
  title: 'A coherent span loses more than its optics tolerate',
  why: 'A coherent module transmits little power, −10 dBm for 400ZR. Without an amplifier its receiver needs −20 dBm, which leaves 10 dB between the modules (400ZR, application 0x02). On a line with amplifiers noise is the limit and not loss (application 0x01), unless the optics type says what a span may lose. Fiber loses less at 1550 nm than in the O band: the C-band attenuation applies.',
  sources: ['Smartoptics SO-TQSFPDD4CCZRP data sheet 5.10: 400ZR, 0 to 10 dB and −20 dBm without an amplifier'],
  limit: 'span loss',
  override: 'Set `channel-loss` and `amplified-loss` on the optics type, or `c-band-attenuation` on the fiber type.',
  bad: `import "std/qsfp"

amplifier type Edfa { gain 20 dB  noise-figure 5.5 dB  output-power 17 dBm }
switch type Box { height 2 RU  ports p[1..2] : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug QsfpDd400Zr into a.p, b.p
link a.p to b.p over OS2 { length 40 km  connectors 2 x LC low-loss }
//                         ^^^^^^^^^^^^
`,
  fix: { 'length 40 km': 'length 20 km' },
  edges: [
    {
      name: 'noise is the limit with amplifiers',
      change: { 'low-loss }': 'low-loss  amplifiers 2 x Edfa }' },
    },
  ],
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/coherent-span')) {
      const { allowed, class: links } = budget;
      const { group, from } = links;
      if (!isCoherent(from.optics) || !hasBudget(budget)) continue;
      const bare = amplifiersOf(group).length === 0;
      const loss = bare ? budget.loss : lossOfWorstSpan({ group, loss: budget.loss });
      if (!judge.exceeds(loss, allowed, countedLinks(budget))) continue;
      const [is, most] = printApart(loss, allowed);
      const cap = severityCapOfSum(loss, allowed);
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'loses', many: 'lose' }, `${is}${bare ? '' : ' in one span'}`)}; ${from.optics?.name} tolerates ${most}${bare ? ' without an amplifier' : ''}.`,
        help: bare
          ? 'Shorten the link, or add a booster and a preamplifier, `amplifiers 2 x …`: noise is then the limit.'
          : 'Shorten the span, or add an amplifier in between: each one after the first ends a span.',
        ...cap,
        origin: group.medium.length?.origin ?? group.origin,
        subjects: linksOf(budget),
        label: 'too much loss for a span',
        derivation: loss,
        blames: [group.medium.connectors?.origin, group.medium.length?.origin].filter((each) => each !== undefined),
      });
    }
    return reports;
  },
});
