// A receiver that gets more power than it tolerates.

import { amplifiersOf, receivedOver } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { placesOf, plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/overload',
  severity: 'error',
  level: 'assembly',
  title: 'A receiver gets more power than it tolerates',
  why: 'The strongest transmitter of its type launches the upper end of `launch`. On a short path little is lost, since connectors may be better than their limit, and the receiver saturates above its overload; above its damage level it is destroyed. Two ends with the same standard PMD never overload each other (400GBASE-DR4 launches up to 4.0 dBm and tolerates 4.0 dBm); long-reach optics on a short fiber can.',
  sources: ['Edgecore ET7502-DR4 (4.0 dBm, damage 5 dBm) and ET7502-FR4 (3.5 dBm, damage 4.5 dBm) data sheets'],
  override: 'Set `launch`, `receive` or `damage` on the optics type.',
  bad: `import "std/qsfp"

optics type Strong is 400GBASE-FR4 { launch 0 dBm..4.2 dBm }
module type Bright is QsfpDd400Fr4 { channels 1 x Strong }
panel type Attenuator { loss 1.5 dB  typical-loss 1.5 dB }
switch type Box { height 2 RU  ports p[1..2] : QSFP-DD }
switch a : Box
switch b : Box
plug Bright into a.p, b.p
link a.p to b.p over OS2 { length 10 m  connectors 2 x LC low-loss }
//   ^^^^^^^^^^
`,
  fix: {
    'low-loss }': 'low-loss  panels 1 x Attenuator }',
  },
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const overloaded = receivedOver(budget).find(
        ({ most, overload, damage }) => exceeds(most.value, overload.value) || exceeds(most.value, damage.value),
      );
      if (overloaded === undefined) continue;
      const { most, overload, damage, sender, receiver } = overloaded;
      const limit = exceeds(most.value, damage.value)
        ? `${receiver.name} is damaged above ${printValue(damage)}`
        : `${receiver.name} tolerates ${printValue(overload)}`;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'delivers', many: 'deliver' }, `up to ${printValue(most)} from ${sender.name}`)}; ${limit}.`,
        help:
          amplifiersOf(budget.class.group).length === 0
            ? 'Add an attenuator to the path, as a panel with its loss, or use optics with a shorter reach.'
            : 'Set a lower `launch`, or add an attenuator to the path, as a panel with its loss.',
        origin: budget.class.group.origin,
        label: 'too much power',
        related: plugsOf(facts.fabric, budget),
        derivation: most,
        restsOn: placesOf(budget),
      });
    }
    return reports;
  },
});
