// A coherent receiver that gets a lower OSNR than it needs.
import { amplifiersOf, isCoherent, neededOsnr, receivedOsnr, type Way, waysOf } from '../../facts/index.ts';
import { type Derivation, mostOf, printApart } from '../../figures/index.ts';
import type { Severity } from '../../findings/finding.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { gravest, severityCap } from '../../subjects/assumed-limit.ts';
import { mayLinkUp } from '../../subjects/ends/pmds.ts';
import { budgetsFor, countedLinks, hasBudget, lineOrigins, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'optics/osnr',
  severity: 'error',
  level: 'assembly',
  title: 'The OSNR at a coherent receiver is too low',
  why: 'An amplifier amplifies signal and noise alike and adds spontaneous emission (ASE) of its own: behind it, the OSNR in 0.1 nm is 58 dB + the power into it − its noise figure. The power is followed span by span: an amplifier that gains less than the span before it loses passes on less, and the next one adds more noise to it. The noise of all amplifiers and of the transmitter adds up: 1/total = the sum of 1/part. A receiver works down to an OSNR of its own, 26 dB for 400ZR. This is noise of amplifiers alone (ASE only): non-linear effects of the fiber, which grow with the power, are not counted. If the OSNR of the transmitter is unknown, only the line counts, which gives an upper bound.',
  sources: [
    'Huawei 02313LHH hardware page: 400ZR, 26 dB',
    '−10·lg(h·ν·12.5 GHz ÷ 1 mW) is 57.95 dB at 1550 nm; the planning rule rounds it to 58 dB (MapYourTech, OSNR Fundamentals), 0.05 dB more',
    'GNPy, edfa_example_network: 33.29 dB',
  ],
  limit: 'OSNR',
  override: 'Set `osnr` on the optics type, or `noise-figure` and `gain` on the amplifier type.',
  bad: `import "std/qsfp"

amplifier type Edfa { gain 25 dB  noise-figure 8 dB }
switch type Box { height 2 RU  ports p[1..2] : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug QsfpDd400Zr into a.p, b.p
link a.p to b.p over OS2 { length 70 km  connectors 2 x LC low-loss  amplifiers 2 x Edfa  launch -3 dBm }
//                                                                   ^^^^^^^^^^^^^^^^^^^ warning: at most 25.349 dB of OSNR
`,
  fix: { 'noise-figure 8 dB': 'noise-figure 6 dB' },
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/osnr')) {
      const { group } = budget.class;
      if (!hasBudget(budget) || !mayLinkUp(budget)) continue;
      const noisy = gravest(
        waysOf(budget)
          .filter(addsNoise)
          .map((way) => ({ ...receivedOsnr(way), receiver: way.receiver, needed: neededOsnr(way.receiver) }))
          .filter(({ needed, total, atMost }) => judge.exceeds(needed, atBest(total, atMost), countedLinks(budget))),
        capFor,
        ({ needed, atMost }) => needed.value - atMost.value,
      );
      if (noisy === undefined) continue;
      const { needed, total, atMost, receiver } = noisy;
      const [least, is] = printApart(needed, atMost);
      const bound = Number.isNaN(total.value) ? 'at most ' : '';
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'delivers', many: 'deliver' }, `${bound}${is} of OSNR (ASE only)`)}; ${receiver.name} needs ${least}.`,
        help: 'Shorten the spans, or use amplifiers with a lower noise figure or, where the power falls from span to span, more gain.',
        origin: group.medium.amplifiers?.origin ?? group.origin,
        subjects: linksOf(budget),
        label: 'too much noise',
        derivation: atMost,
        restsOn: lineOrigins(group),
        blames: lineOrigins(group),
        ...capFor(noisy),
      });
    }
    return reports;
  },
});

/**
 * Whether there is noise to judge in a direction of a link. Without amplifiers only the transmitter adds noise; one whose OSNR isn't
 * given is good enough for its own PMD.
 */
function addsNoise({ group, sender }: Way): boolean {
  return isCoherent(sender) && (amplifiersOf(group).length > 0 || sender.values['transmit-osnr'] !== undefined);
}

/** At most a warning if the OSNR it needs or gets is assumed. */
function capFor({ needed, atMost }: { readonly needed: Derivation; readonly atMost: Derivation }): {
  readonly severity?: Severity;
} {
  return needed.provenance?.kind === 'assumed' ? { severity: 'warning' } : severityCap(atMost);
}

/** An OSNR with its upper bound, where only that is known. */
function atBest(total: Derivation, atMost: Derivation): Derivation {
  if (!Number.isNaN(total.value) || Number.isNaN(atMost.value)) return total;
  return { ...total, bounds: { least: Number.NEGATIVE_INFINITY, most: mostOf(atMost) } };
}
