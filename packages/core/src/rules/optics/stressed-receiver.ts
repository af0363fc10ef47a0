// A receiver whose stressed sensitivity the worst signal doesn't reach.

import type { Received } from '../../facts/index.ts';
import { printApart } from '../../figures/index.ts';
import type { Severity } from '../../findings/finding.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { gravest, isAssumed, severityCap } from '../../subjects/assumed-limit.ts';
import { receiversOf } from '../../subjects/ends/receivers.ts';
import { budgetsFor, countedLinks, linksOf, placesOf, plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { lessLoss, withLowLoss } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'optics/stressed-receiver',
  severity: 'error',
  level: 'assembly',
  title: 'The worst-case signal is below the stressed sensitivity',
  why: 'A transmitter with the maximum TDECQ must launch that much more OMA, so that OMA less TDECQ keeps its minimum. Less the loss of the path, that is the worst signal at a receiver, and stressed receiver sensitivity is measured with such a signal. The standards are consistent: 400GBASE-DR4 delivers −2.2 + 3.4 − 3.0 = −1.8 dBm and needs −1.9, 400GBASE-FR4 −1.7 + 3.4 − 4.0 = −2.3 and needs −2.6.',
  sources: ['Edgecore ET7502-DR4 and ET7502-FR4 data sheets; IEEE P802.3dj D1.3 clauses 180 and 183'],
  limit: 'stressed sensitivity',
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
  fix: { 'connectors 4 x': 'connectors 2 x' },
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/stressed-receiver')) {
      // A PMD that gives no stressed sensitivity has no such limit.
      const tooWeak = gravest(
        receiversOf(budget).filter(
          ({ oma, stressed }) => !Number.isNaN(stressed.value) && judge.exceeds(stressed, oma, countedLinks(budget)),
        ),
        capFor,
        ({ oma, stressed }) => stressed.value - oma.value,
      );
      if (tooWeak === undefined) continue;
      const { oma, stressed, sender, receiver } = tooWeak;
      const [needed, is] = printApart(stressed, oma);
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'delivers', many: 'deliver' }, `${is} of OMA from ${sender.name} in the worst case`)}; the stressed sensitivity of ${receiver.name} is ${needed}.`,
        help: lessLoss(budget.class.group, budget.loss.value + oma.value - stressed.value, ['use better optics']),
        origin: budget.class.group.origin,
        subjects: linksOf(budget),
        remedies: withLowLoss(budget.class.group),
        label: 'below the stressed sensitivity',
        related: plugsOf(facts.fabric, budget),
        derivation: oma,
        restsOn: placesOf(budget),
        ...capFor(tooWeak),
      });
    }
    return reports;
  },
});

/** At most a warning if the signal or the sensitivity is assumed. */
function capFor({ oma, stressed }: Received): { readonly severity?: Severity } {
  return severityCap(isAssumed(oma) ? oma : stressed);
}
