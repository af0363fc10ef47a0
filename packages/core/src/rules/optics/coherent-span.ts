// A coherent span with more loss than its optics tolerate.
import { amplifiersOf, isCoherent } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { severityCapOfSum } from '../../subjects/assumed-limit.ts';
import { budgetsFor, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/coherent-span',
  severity: 'error',
  level: 'value',
  title: 'A coherent span loses more than its optics tolerate',
  why: 'A coherent module transmits little power, −10 dBm for 400ZR, and needs a clean signal rather than a strong one. Without an amplifier 400ZR tolerates 11 dB between the modules; with a booster amplifier at the transmitter, 22 dB per span. Fiber loses less at 1550 nm than in the O band: the C-band attenuation applies.',
  sources: ['Huawei 02313LHH hardware page; IDS, 400ZR: 11 dB without and 22 dB with a booster'],
  override: 'Set `channel-loss` and `amplified-loss` on the optics type, or `c-band-attenuation` on the fiber type.',
  bad: `import "std/qsfp"

amplifier type Booster { gain 20 dB  noise-figure 5.5 dB  output-power 17 dBm }
switch type Box { height 2 RU  ports p[1..2] : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug QsfpDd400Zr into a.p, b.p
link a.p to b.p over OS2 { length 40 km  connectors 2 x LC low-loss }
//                         ^^^^^^^^^^^^
`,
  fix: {
    'low-loss }': 'low-loss  amplifiers 1 x Booster }',
  },
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/coherent-span')) {
      const { loss, allowed, class: links } = budget;
      const { group, from } = links;
      if (!isCoherent(from.optics) || !exceeds(loss.known, allowed.value)) continue;
      const amplified = from.optics?.values['amplified-loss']?.value;
      const cap = severityCapOfSum(loss, allowed);
      const bare = amplifiersOf(group).length === 0;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'loses', many: 'lose' }, printValue(loss, loss.known))}; ${from.optics?.name} tolerates ${printValue(allowed)} ${bare ? 'without an amplifier' : 'with its amplifiers'}.`,
        help:
          bare && amplified !== undefined && !exceeds(loss.known, amplified)
            ? `Add an amplifier at the transmitter, \`amplifiers 1 x …\`: it then tolerates ${printValue({ ...allowed, value: amplified })}.`
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
