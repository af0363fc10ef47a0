// A receiver whose stressed sensitivity the worst signal does not reach.

import { receivedOver } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { isAssumed, mostFor } from '../../subjects/assumed-limit.ts';
import { linkText, placesOf, plugsOf } from '../../subjects/links.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/stressed-receiver',
  severity: 'error',
  level: 'assembly',
  title: 'The worst signal is weaker than the stressed sensitivity',
  why: 'A transmitter with the largest TDECQ must send that much more OMA, so that OMA less TDECQ keeps its minimum. Less the loss of the path, that is the worst signal a receiver gets, and the stressed receiver sensitivity is measured with such a signal. The standards agree with themselves here: 400GBASE-DR4 delivers −2.2 + 3.4 − 3.0 = −1.8 dBm for −1.9, 400GBASE-FR4 −1.7 + 3.4 − 4.0 = −2.3 for −2.6.',
  sources: ['Edgecore ET7502-DR4 and ET7502-FR4 data sheets; IEEE P802.3dj D1.3 clauses 180 and 183'],
  override: 'Set `oma-less-tdecq`, `tdecq` or `stressed-sensitivity` on the optics type.',
  bad: `import "std/osfp"

optics type Dull is 800GBASE-DR8 { stressed-sensitivity -0.2 dBm }
module type Deaf is Osfp800Dr8 { channels 1 x Dull }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Deaf into a.p, b.p
link a.p to b.p over OS2 { length 400 m  connectors 4 x MPO16 low-loss }
//   ^^^^^^^^^^
`,
  good: `import "std/osfp"

optics type Dull is 800GBASE-DR8 { stressed-sensitivity -0.2 dBm }
module type Deaf is Osfp800Dr8 { channels 1 x Dull }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Deaf into a.p, b.p
link a.p to b.p over OS2 { length 400 m  connectors 2 x MPO16 low-loss }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const deaf = receivedOver(budget).find(({ oma, stressed }) => exceeds(stressed.value, oma.value));
      if (deaf === undefined) continue;
      const { oma, stressed, sender, receiver } = deaf;
      reports.push({
        message: `${linkText(facts.fabric, budget)}: the worst ${sender.name} arrives with ${printValue(oma)} of OMA; ${receiver.name} needs ${printValue(stressed)} under stress.`,
        help: 'Shorten the path, take low-loss connectors, or better optics.',
        origin: budget.class.group.origin,
        label: 'weaker than the stressed sensitivity',
        related: plugsOf(facts.fabric, budget),
        derivation: oma,
        restsOn: placesOf(budget),
        ...mostFor(isAssumed(oma) ? oma : stressed),
      });
    }
    return reports;
  },
});
