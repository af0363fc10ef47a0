// A receiver that gets less average power than it works with.
import { printValue, receivedOver } from '../../facts/index.ts';
import { exceeds } from '../../units/index.ts';
import { isAssumed, mostFor } from '../assumed-limit.ts';
import { linkText, plugsOf } from '../links.ts';
import { defineRule, type Report } from '../rule.ts';

export const rule = defineRule({
  id: 'optics/receive-power',
  severity: 'error',
  level: 'assembly',
  title: 'A receiver gets less light than it works with',
  why: 'The weakest transmitter of its type sends the lower end of `launch`; the path takes its loss; what is left must reach the lower end of `receive` of the far module. For a standard PMD that is its channel loss over again (400GBASE-DR4: −2.9 dBm − 3.0 dB = −5.9 dBm). It says more where a module sends less than its PMD asks, or where the two ends differ.',
  sources: ['Edgecore ET7502-DR4 (−2.9 and −5.9 dBm) and ET7502-FR4 (−3.3 and −7.3 dBm) data sheets'],
  override: 'Set `launch` or `receive` on the optics type.',
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
      const dark = receivedOver(budget).find(({ least, floor }) => exceeds(floor.value, least.value));
      if (dark === undefined) continue;
      const { least, floor, sender, receiver } = dark;
      reports.push({
        message: `${linkText(facts.fabric, budget)}: ${printValue(least)} of ${sender.name} arrives in the worst case; ${receiver.name} needs ${printValue(floor)}.`,
        help: 'Shorten the path, take low-loss connectors, or optics that send more.',
        origin: budget.class.group.origin,
        label: 'too little light',
        related: plugsOf(facts.fabric, budget),
        derivation: least,
        ...mostFor(isAssumed(least) ? least : floor),
      });
    }
    return reports;
  },
});
