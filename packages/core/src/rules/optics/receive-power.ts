// A receiver that gets less average power than it works with.
import { atBest, isCoherent, type Received, receivedOver } from '../../facts/index.ts';
import { type Derivation, printValue } from '../../figures/index.ts';
import type { Severity } from '../../findings/finding.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { firmOf, isAssumed, mostFor } from '../../subjects/assumed-limit.ts';
import { linkText, placesOf, plugsOf } from '../../subjects/links.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/receive-power',
  severity: 'error',
  level: 'assembly',
  title: 'A receiver gets less light than it works with',
  why: 'The weakest transmitter of its type sends the lower end of `launch`; the path takes its loss; what is left must reach the lower end of `receive` of the far module. For a standard PMD that is its channel loss over again (400GBASE-DR4: −2.9 dBm − 3.0 dB = −5.9 dBm). A coherent receiver without an amplifier before it has a floor too, by the noise of the signal: 400ZR takes −12 dBm from an OSNR of 26 dB and −20 dBm from 34 dB. It says more where a module sends less than its PMD asks, or where the two ends differ.',
  sources: [
    'Edgecore ET7502-DR4 (−2.9 and −5.9 dBm) and ET7502-FR4 (−3.3 and −7.3 dBm) data sheets',
    'Huawei 02313LHH hardware page: 400ZR, −12 and −20 dBm',
  ],
  override: 'Set `launch`, `receive`, or of a coherent PMD `clean-receive` on the optics type.',
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
  good: `import "std/osfp"

optics type Weak is 800GBASE-DR8 { launch -4.5 dBm..4.0 dBm }
module type Dim is Osfp800Dr8 { channels 1 x Weak }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Dim into a.p, b.p
link a.p to b.p over OS2 { length 400 m  connectors 2 x MPO16 low-loss }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const dark = receivedOver(budget).find(({ least, floor }) => exceeds(atBest(floor), least.value));
      if (dark === undefined) continue;
      const { least, floor, sender, receiver } = dark;
      reports.push({
        message: `${linkText(facts.fabric, budget)}: ${printValue(least)} of ${sender.name} arrives in the worst case; ${receiver.name} needs ${printValue({ ...floor, value: atBest(floor) })}${Number.isNaN(floor.value) ? ' at the least' : ''}.`,
        help: isCoherent(sender)
          ? 'Put an amplifier before the receiver too: the last of `amplifiers` ends the span. Or launch more, or shorten the span.'
          : 'Shorten the path, take low-loss connectors, or optics that send more.',
        origin: budget.class.group.origin,
        label: 'too little light',
        related: plugsOf(facts.fabric, budget),
        derivation: least,
        restsOn: placesOf(budget),
        blames: placesOf(budget),
        ...mostForPower(dark, budget.loss),
      });
    }
    return reports;
  },
});

/** A warning where the power that is sent is assumed, or the one needed, or where it is enough without the assumed losses. */
function mostForPower({ least, floor }: Received, loss: Derivation): { readonly severity?: Severity } {
  const firm = least.value + loss.value - firmOf(loss);
  if (!exceeds(atBest(floor), firm)) return { severity: 'warning' };
  const sent = least.terms.find((each) => each !== loss && isAssumed(each));
  return mostFor(sent ?? floor);
}
