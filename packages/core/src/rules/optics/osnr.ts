// A coherent receiver that gets a lower OSNR than it needs.
import { isCoherent, receivedOsnr } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { severityCap } from '../../subjects/assumed-limit.ts';
import { budgetsFor, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/osnr',
  severity: 'error',
  level: 'assembly',
  title: 'The OSNR at a coherent receiver is too low',
  why: 'An amplifier amplifies signal and noise alike and adds noise of its own: behind it, the OSNR in 0.1 nm is 58 dB + the power into the span − the noise figure − the loss of the span. The noise of all amplifiers and of the transmitter adds up: 1/total = the sum of 1/part. A receiver works down to an OSNR of its own, 26 dB for 400ZR. If that of the transmitter is unknown, only the line counts, which gives an upper bound.',
  sources: ['Huawei 02313LHH hardware page: 400ZR, 26 dB', '58 dB = −10·lg(h·ν·12.5 GHz ÷ 1 mW) at 1550 nm'],
  override: 'Set `osnr` on the optics type, `noise-figure` on the amplifier type, or `launch` on the link.',
  bad: `import "std/qsfp"

amplifier type Edfa { gain 10 dB  noise-figure 6 dB }
switch type Box { height 2 RU  ports p[1..2] : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug QsfpDd400Zr into a.p, b.p
link a.p to b.p over OS2 { length 70 km  connectors 2 x LC low-loss  amplifiers 4 x Edfa  launch -20 dBm }
//                                                                   ^^^^^^^^^^^^^^^^^^^ warning: at most 20.034 dB of OSNR
`,
  fix: { '4 x Edfa  launch -20 dBm': '2 x Edfa' },
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/osnr')) {
      const { group, from, to } = budget.class;
      const needed = to.optics?.values.osnr;
      if (from.optics === undefined || needed === undefined || !isCoherent(from.optics)) continue;
      const { total, atMost } = receivedOsnr(group, from.optics, budget.loss);
      if (!exceeds(needed.value, atMost.value)) continue;
      const bound = Number.isNaN(total.value) ? 'at most ' : '';
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'delivers', many: 'deliver' }, `${bound}${printValue(atMost)} of OSNR`)}; ${to.optics?.name} needs ${printValue({ ...atMost, value: needed.value })}.`,
        help: 'Raise the launch power, use amplifiers with a lower noise figure, or shorten the spans.',
        origin: group.medium.amplifiers?.origin ?? group.origin,
        subjects: linksOf(budget),
        label: 'too much noise',
        derivation: atMost,
        ...(needed.provenance.kind === 'assumed' ? { severity: 'warning' as const } : severityCap(atMost)),
      });
    }
    return reports;
  },
});
