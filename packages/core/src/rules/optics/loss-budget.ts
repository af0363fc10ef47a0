// A link that loses more than its optics allow.

import { isCoherent, launchLessReceive } from '../../facts/index.ts';
import { type Derivation, leastOf, mostOf, printApart, printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Origin } from '../../source/index.ts';
import { assumedHelp, severityCapOfSum } from '../../subjects/assumed-limit.ts';
import { budgetsFor, countedLinks, hasBudget, isBare, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { lessLoss, withLowLoss } from '../../subjects/remedies/index.ts';
import { exceeds, printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/loss-budget',
  severity: 'error',
  level: 'value',
  title: 'A link loses more than its optics allow',
  why: 'Every PMD is specified for a channel with a maximum insertion loss; beyond it receivers run out of light and then out of FEC. In the worst case, the path loses attenuation × length in the fiber and the maximum loss of every mated pair: 0.75 dB for a connector of standard grade, 0.35 dB for one of low-loss grade. Where a PMD has no channel loss, the lowest launch power less the lowest receive power takes its place.',
  sources: [
    '802.3 DR4 and DR8 channel insertion loss 3.0 dB, OS2 0.4 dB/km (TIA FOTC)',
    'TIA-568 mated pair 0.75 dB; MPO low-loss 0.35 dB',
  ],
  limit: 'link loss',
  override:
    'Set `channel-loss`, or `launch` and `receive`, on the optics type, `attenuation` on the fiber type, or `loss` and `low-loss-grade` on the connector type.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 400 m  connectors 4 x MPO16 }
//                                                  ^^^^^^^^^ error: 2 links lose 3.16 dB
`,
  fix: { 'MPO16 }': 'MPO16 low-loss }' },
  edges: [
    {
      name: 'one connector less',
      change: { 'connectors 4': 'connectors 3' },
    },
    {
      name: 'a single link',
      change: { 'p[1..2]': 'p' },
      finds: 'The link from a.p to b.p loses 3.16 dB',
    },
  ],
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    for (const each of budgetsFor(facts, 'optics/loss-budget'))
      if (isBare(each)) judge.cannot(each.loss, countedLinks(each));
    const failing = budgetsFor(facts, 'optics/loss-budget').filter(
      (each) =>
        hasBudget(each) &&
        // Coherent spans have a rule of their own.
        !isCoherent(each.class.from.optics) &&
        judge.exceeds(each.loss, each.allowed, countedLinks(each)),
    );
    // Links of one statement differ if a loop or a template computes the path: the worst is reported.
    failing.sort((a, b) => leastOf(b.loss) - mostOf(b.allowed) - (leastOf(a.loss) - mostOf(a.allowed)));
    for (const budget of failing) {
      const { loss } = budget;
      const allowed = { ...budget.allowed, value: mostOf(budget.allowed) };
      const group = budget.class.group;
      const largest = [...loss.terms].sort((a, b) => b.value - a.value)[0];
      const cap = severityCapOfSum(loss, allowed);
      const [lost, most] = printApart(loss, allowed);
      const parts = loss.terms.map((term) => `${term.label} ${printValue(term)}`).join(', ');
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'loses', many: 'lose' }, lost)}; the optics allow ${most}${isOfPowers(allowed) ? ', launch less receive power' : ''}.`,
        help: `${lessLoss(group, allowed.value)} The loss is ${parts}.${assumedHelp(cap)}`,
        ...cap,
        origin: originOfTerm(largest) ?? group.mediumOrigin ?? group.origin,
        subjects: linksOf(budget),
        remedies: withLowLoss(group),
        label: largest === undefined ? 'too much loss' : `${printValue(largest)} of the loss`,
        related: [{ origin: group.origin, message: `${printCount(budget.class.count, 'link')} made here.` }],
        derivation: loss,
        blames: [group.medium.connectors?.origin, group.medium.length?.origin].filter((each) => each !== undefined),
      });
    }
    return reports;
  },
});

/** Whether no standard says what the channel may lose, so that launch and receive power decide. */
function isOfPowers(allowed: Derivation): boolean {
  if (allowed.formula === launchLessReceive) return true;
  return allowed.terms.some((term) => term.formula === launchLessReceive && !exceeds(term.value, allowed.value));
}

/** Where a term of the loss is written. */
function originOfTerm(term: Derivation | undefined): Origin | undefined {
  return term?.origin ?? term?.terms.find((each) => each.dimension === 'count' || each.dimension === 'length')?.origin;
}
