// A receiver that gets less average power than it needs.

import { atBest, endsAmplified, isCoherent, type Received } from '../../facts/index.ts';
import { type Derivation, leastOf, printApart } from '../../figures/index.ts';
import type { Severity } from '../../findings/finding.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { firmOf, gravest, isAssumed, severityCap } from '../../subjects/assumed-limit.ts';
import { judgedReceivers } from '../../subjects/ends/receivers.ts';
import { budgetsFor, countedLinks, lineOrigins, linksOf, placesOf, plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { lessLoss, withLowLoss } from '../../subjects/remedies/index.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/receive-power',
  severity: 'error',
  level: 'assembly',
  title: 'A receiver gets less power than it needs',
  why: 'The weakest transmitter of its type launches the lower end of `launch`; less the loss of the path, that must reach the lower end of `receive` of the far module. For a standard PMD this repeats its channel loss (400GBASE-DR4: −2.9 dBm − 3.0 dB = −5.9 dBm). A coherent receiver has a floor too, set by noise: 400ZR takes −12 dBm at an OSNR of 26 dB and −20 dBm at 34 dB. Its power is followed along the amplifiers of the line. It adds something if a module launches less than its PMD requires, or if the two ends differ.',
  sources: [
    'Edgecore ET7502-DR4 (−2.9 and −5.9 dBm) and ET7502-FR4 (−3.3 and −7.3 dBm) data sheets',
    'Huawei 02313LHH hardware page: 400ZR, −12 and −20 dBm',
  ],
  limit: 'receive power',
  override: 'Set `launch`, `receive` or, for a coherent PMD, `clean-receive` on the optics type.',
  bad: `import "std/osfp"

optics type Weak is 800GBASE-DR8 { launch -4.5 dBm..4.0 dBm }
module type Dim is Osfp800Dr8 { channels 1 x Weak }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Dim into a.p, b.p
link a.p to b.p over OS2 { length 400 m  connectors 4 x MPO16 low-loss }
//   ^^^^^^^^^^
`,
  fix: { 'connectors 4 x': 'connectors 2 x' },
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/receive-power')) {
      const dark = gravest(
        judgedReceivers(budget).filter(({ least, floor }) => judge.exceeds(floor, least, countedLinks(budget))),
        (each) => capFor(each, budget.loss),
        ({ least, floor }) => leastOf(floor) - least.value,
      );
      if (dark === undefined) continue;
      const { least, floor, sender, receiver } = dark;
      const { group } = budget.class;
      const [needed, is] = printApart(floor, least);
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'delivers', many: 'deliver' }, `${is} from ${sender.name} in the worst case`)}; ${receiver.name} needs ${needed}.`,
        help: isCoherent(sender)
          ? `${endsAmplified(group) ? 'Use amplifiers with more gain' : 'Add an amplifier before the receiver (the last of `amplifiers` ends the span)'}, or shorten the spans.`
          : lessLoss(group, budget.loss.value + least.value - floor.value, ['use optics with more launch power']),
        origin: (endsAmplified(group) ? group.medium.amplifiers?.origin : undefined) ?? group.origin,
        subjects: linksOf(budget),
        remedies: withLowLoss(group),
        label: 'too little power',
        related: plugsOf(facts.fabric, budget),
        derivation: least,
        restsOn: [...placesOf(budget), ...lineOrigins(group)],
        blames: placesOf(budget),
        ...capFor(dark, budget.loss),
      });
    }
    return reports;
  },
});

/** At most a warning if the launch power or the needed power is assumed, or if it suffices without the assumed losses. */
function capFor({ least, floor }: Received, loss: Derivation): { readonly severity?: Severity } {
  const firm = least.value + loss.value - firmOf(loss);
  if (!exceeds(atBest(floor), firm)) return { severity: 'warning' };
  return isAssumedBesideLoss(least) ? { severity: 'warning' } : severityCap(floor);
}

/** Whether a power depends on figures that the part library assumes, those of losses aside. */
function isAssumedBesideLoss(power: Derivation): boolean {
  if (power.dimension === 'loss') return false;
  return power.terms.length === 0 ? isAssumed(power) : power.terms.some(isAssumedBesideLoss);
}
