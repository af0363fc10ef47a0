// A coherent receiver that gets a lower OSNR than it needs.
import { amplifiersOf, isCoherent, neededOsnr, receivedOsnr } from '../../facts/index.ts';
import { mostOf, printApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { severityCap } from '../../subjects/assumed-limit.ts';
import { hasBudget, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'optics/osnr',
  severity: 'error',
  level: 'assembly',
  title: 'The OSNR at a coherent receiver is too low',
  why: 'An amplifier amplifies signal and noise alike and adds noise of its own: behind it, the OSNR in 0.1 nm is 58 dB + the power into the span − the noise figure − the loss of the span. The noise of all amplifiers and of the transmitter adds up: 1/total = the sum of 1/part. A receiver works down to an OSNR of its own, 26 dB for 400ZR. If that of the transmitter is unknown, only the line counts, which gives an upper bound.',
  sources: ['Huawei 02313LHH hardware page: 400ZR, 26 dB', '58 dB = −10·lg(h·ν·12.5 GHz ÷ 1 mW) at 1550 nm'],
  limit: 'OSNR',
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
  check(facts, judge) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { group, from, to } = budget.class;
      if (from.optics === undefined || to.optics === undefined || !isCoherent(from.optics)) continue;
      // Without amplifiers, only the transmitter adds noise; one whose OSNR isn't given is good enough for its own PMD.
      const noisy = amplifiersOf(group).length > 0 || from.optics.values['transmit-osnr'] !== undefined;
      if (!noisy || !hasBudget(budget)) continue;
      const needed = neededOsnr(to.optics);
      const { total, atMost } = receivedOsnr(group, from.optics, budget.loss);
      const bounds = { least: Number.NEGATIVE_INFINITY, most: mostOf(atMost) };
      const received = Number.isNaN(total.value) && !Number.isNaN(atMost.value) ? { ...total, bounds } : total;
      if (!judge.exceeds(needed, received, linksOf(budget))) continue;
      const [least, is] = printApart(needed, atMost);
      const bound = Number.isNaN(total.value) ? 'at most ' : '';
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'delivers', many: 'deliver' }, `${bound}${is} of OSNR`)}; ${to.optics.name} needs ${least}.`,
        help: 'Raise the launch power, use amplifiers with a lower noise figure, or shorten the spans.',
        origin: group.medium.amplifiers?.origin ?? group.origin,
        label: 'too much noise',
        derivation: atMost,
        ...(needed.provenance?.kind === 'assumed' ? { severity: 'warning' as const } : severityCap(atMost)),
      });
    }
    return reports;
  },
});
