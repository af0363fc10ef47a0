// A receiver that gets more power than it tolerates.

import { amplifiersOf, atBest, type LinkBudget, type Received, receivedOver } from '../../facts/index.ts';
import { mostOf, printApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { judgedReceivers } from '../../subjects/ends/receivers.ts';
import { budgetsFor, countedLinks, linksOf, placesOf, plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/overload',
  severity: 'error',
  level: 'assembly',
  title: 'A receiver gets more power than it tolerates',
  why: 'The strongest transmitter of its type launches the upper end of `launch`. On a short path little is lost, and the receiver saturates above its overload; above its damage level it is destroyed. The least loss of a path is its typical one: a connector without a typical loss counts nothing, and a panel that gives only its `loss`, as an attenuator, counts that. Two ends with the same standard PMD never overload each other (400GBASE-DR4 launches up to 4.0 dBm and tolerates 4.0 dBm); long-reach optics on a short fiber can, and PMDs of different reach that link up.',
  sources: ['Edgecore ET7502-DR4 (4.0 dBm, damage 5 dBm) and ET7502-FR4 (3.5 dBm, damage 4.5 dBm) data sheets'],
  limit: 'overload',
  override: 'Set `launch`, `receive` or `damage` on the optics type.',
  bad: `import "std/qsfp"

optics type Strong is 400GBASE-FR4 { launch 0 dBm..4.2 dBm }
module type Bright is QsfpDd400Fr4 { channels 1 x Strong }
panel type Attenuator { loss 0.7 dB }
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
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    const overloads = budgetsFor(facts, 'optics/overload').flatMap((budget) => {
      const over = judgedReceivers(budget).filter(({ most, overload, damage }) =>
        judge.exceeds(most, Number.isNaN(overload.value) && damage.value > 0 ? damage : overload, countedLinks(budget)),
      );
      // The attenuator is in the path of both directions: the worse one decides how large it must be.
      const [worst] = over.sort((a, b) => excessOf(b) - excessOf(a));
      return worst === undefined ? [] : [{ budget, overloaded: worst }];
    });
    // Of the links of one statement that differ, the worst is reported.
    overloads.sort((a, b) => excessOf(b.overloaded) - excessOf(a.overloaded));
    for (const { budget, overloaded } of overloads) {
      const { most, overload, damage, sender, receiver } = overloaded;
      const damaged = exceeds(most.value, damage.value);
      const [is, bound] = printApart(most, damaged ? damage : overload);
      const limit = `${receiver.name} ${damaged ? 'is damaged above' : 'tolerates'} ${bound}`;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'delivers', many: 'deliver' }, `up to ${is} from ${sender.name}`)}; ${limit}.`,
        help: helpFor(budget, overloaded),
        origin: budget.class.group.origin,
        subjects: linksOf(budget),
        label: 'too much power',
        related: plugsOf(facts.fabric, budget),
        derivation: most,
        restsOn: placesOf(budget),
      });
    }
    return reports;
  },
});

/** Most average power that a receiver works with and survives, in dBm; infinite where no limit is known. */
function limitOf({ overload, damage }: Received): number {
  return Math.min(...[overload.value, damage.value].filter((limit) => !Number.isNaN(limit)));
}

/** Power above the limit of a receiver, in dB; negative below it, and where it isn't known. */
function excessOf(received: Received): number {
  const excess = received.most.value - limitOf(received);
  return Number.isNaN(excess) ? Number.NEGATIVE_INFINITY : excess;
}

/** The attenuator that cures an overload, if the link has the loss to spare. */
function helpFor(budget: LinkBudget, overloaded: Received): string {
  const pad = roundedUp(excessOf(overloaded));
  const text = printQuantity(pad, 'power ratio');
  const isAmplified = amplifiersOf(budget.class.group).length > 0;
  const other = isAmplified ? 'set a lower `launch`' : 'use optics with a shorter reach';
  const isTooMuch =
    exceeds(budget.loss.known + pad, mostOf(budget.allowed)) ||
    receivedOver(budget).some(({ least, floor }) => exceeds(atBest(floor), least.value - pad));
  return isTooMuch
    ? `An attenuator of ${text} would take more than the link has left: ${other}.`
    : `Add an attenuator of ${text} to the path, as a panel with that \`loss\`, or ${other}.`;
}

/** Up to a tenth of a decibel, as attenuators are sold, so that what a message prints is enough. */
function roundedUp(loss: number): number {
  return Math.ceil(loss * 10 - 1e-6) / 10;
}
