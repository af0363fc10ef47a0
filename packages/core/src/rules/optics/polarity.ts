// Cords and panels that lead lanes to the wrong position.
import {
  isCrossed,
  isDuplex,
  type LaneRun,
  type LinkClass,
  lacksCords,
  laneFaceOf,
  laneMap,
  laneRun,
  type Polarity,
} from '../../facts/index.ts';
import { unknown } from '../../figures/index.ts';
import type { Judge } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { missingIn } from '../../model/index.ts';
import { budgetsFor, countedLinks, type LinksBudget, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { exchangedCord } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'optics/polarity',
  severity: 'warning',
  level: 'value',
  title: "The cords of a link don't lead each lane to its receiver",
  why: 'Parallel optics send lane k at position k of the connector and receive it at the mirrored position; in a duplex pair, one fiber sends and the other receives. So something along the way has to cross. A reversed cord (type B) leads position 1 to 12 and connects transmitters to receivers; a straight one (type A) connects transmitters to transmitters, and two reversed ones cancel out. A panel counts too: its adapters mate the connectors key up to key down, which is straight (type A), or key up to key up, which is reversed (type B); a cassette may flip pairs (type C). So a link from module to module needs an odd number of type B, panels included. Type C flips pairs and suits duplex links only. Duplex adapters cross as A-to-B cords do, so any number of A-to-B cords works, and an A-to-A cord needs a straight or flipped trunk to match: methods A, B and C.',
  sources: [
    'TIA-568 types A, B and C, methods A, B and C (cablesplususa.com; ftth-connectivity.com)',
    'NVIDIA MFP7E10, MFP7E20 and MFP7E30 crossover cables; that the number must be odd follows from the positions',
  ],
  limit: 'polarity',
  override:
    'Set the real `polarity` of the path and of its panels, or `allow` it if a conversion module reorders the lanes.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 4 x MPO16 low-loss  polarity 2 x type-B, 1 x type-A }
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { '2 x type-B, 1': '1 x type-B, 2' },
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/polarity')) {
      // Cords of a cable with attached ends are for `optics/attached-ends`.
      if (budget.class.group.cable !== undefined) continue;
      const given = budget.class.group.medium.polarity;
      const misfit = duplexCord(budget.class);
      if (misfit !== undefined) {
        reports.push({
          message: `${linkSentence(facts.fabric, budget, { one: 'uses', many: 'use' }, `${misfit.word}, a duplex cord`)}; the connectors of ${budget.class.from.optics?.name} have ${misfit.positions} positions.`,
          help: 'Give the type of the MPO cord or trunk: type-A, type-B or type-C.',
          origin: misfit.origin,
          subjects: linksOf(budget),
          label: 'two fibers',
        });
        continue;
      }
      if (given !== undefined && lacksCords(budget.class.group.medium)) {
        const run = laneRun(facts.fabric, budget.class);
        if (typeof run !== 'string') continue;
        reports.push({
          message: `${linkSentence(facts.fabric, budget, { one: 'has', many: 'have' }, 'an incomplete `polarity`')}: ${run}.`,
          help: 'List every cord in order, for example `polarity A-to-B, type-A, A-to-B`: the panels are between them.',
          origin: given.origin,
          subjects: linksOf(budget),
          label: 'a cord is missing',
        });
        continue;
      }
      const run = given === undefined ? undefined : laneRun(facts.fabric, budget.class);
      if (given === undefined || run === undefined) continue;
      if (typeof run === 'string') {
        leaveOpen(judge, budget, run);
        continue;
      }
      judge.did(budget.class.count);
      if (isCrossed(run.paths)) continue;
      const wrong = run.paths.find(({ lane, arrives }) => arrives?.side !== 'receiver' || arrives.lane !== lane);
      const where =
        wrong?.arrives === undefined
          ? `to position ${wrong?.positions.at(-1)}, which has no lane`
          : `to the ${wrong.arrives.side} of lane ${run.far.lanesBefore + wrong.arrives.lane}`;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'leads', many: 'lead' }, `lane ${run.near.lanesBefore + (wrong?.lane ?? 1)} ${where}`)}.`,
        help: helpOf(run),
        origin: given.origin,
        subjects: linksOf(budget),
        label: 'lanes are misrouted',
        derivation: laneMap(facts.fabric, budget.class),
        remedies: exchangedCord(facts.fabric, budget.class),
      });
    }
    return reports;
  },
});

/** Counts links as not judged where a panel is why: what else keeps a map unknown is reported by itself. */
function leaveOpen(judge: Judge, budget: LinksBudget, reason: string): void {
  for (const { part } of budget.class.group.medium.panels?.value ?? []) {
    const lacks = missingIn(part, 'polarity');
    if (lacks.text !== reason) continue;
    judge.cannot(unknown('polarity', 'count', lacks), countedLinks(budget));
    return;
  }
}

/** A duplex cord in a path from a multi-fiber connector. */
function duplexCord({ group, from }: LinkClass) {
  const face = laneFaceOf(from, 0);
  if (typeof face === 'string' || face.positions <= 2) return undefined;
  const cord = group.medium.polarity?.value.find(({ word }) => isDuplex(word as Polarity));
  return cord && { ...cord, positions: face.positions };
}

function helpOf({ near, segments }: LaneRun): string {
  if (near.positions > 2 && segments.some(({ polarity }) => polarity === 'type-C'))
    return 'Type C is for duplex links: use type A and an odd number of type B.';
  const crossing = segments.filter(({ polarity }) => polarity !== 'type-A' && polarity !== 'A-to-A' && polarity);
  const which = [...new Set(crossing.map(({ name }) => name))].join(', ');
  const count = `The path crosses ${crossing.length === 1 ? 'once' : `${crossing.length} times`}`;
  const what = near.positions === 2 ? 'A-to-B cord with an A-to-A one' : 'type B cord with a type A one';
  return `${count}${which === '' ? '' : ` (${which})`}; it must cross an odd number of times. Replace one ${what}, or vice versa.`;
}
