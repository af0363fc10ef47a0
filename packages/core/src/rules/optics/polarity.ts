// Cords and panels that lead transmitters to transmitters, or lanes to other lanes.
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
import { defineRule, type Report } from '../../findings/rule.ts';
import { linkText } from '../../subjects/links.ts';

export const rule = defineRule({
  id: 'optics/polarity',
  severity: 'warning',
  level: 'value',
  title: 'The cords of a link do not lead each lane to its receiver',
  why: 'Parallel optics send lane k at position k of the connector and receive it at the position counted from the other end; of a duplex pair, one fiber sends and the other receives. So something on the way has to cross. A reversed cord (type B) leads position 1 to 12 and so joins transmitters to receivers; a straight one (type A) leads transmitters to transmitters, and two reversed ones undo each other. A panel counts too: its adapters join the plugs key up to key down, which is straight (type A), or key up to key up, which is reversed (type B); a cassette may flip pairs (type C). So a link from module to module takes an odd number of type B, panels among them. Type C flips pairs and suits duplex links alone. Duplex adapters cross as A-to-B cords do, so that any number of A-to-B cords is right, and an A-to-A cord takes a straight or flipped trunk to match: methods A, B and C.',
  sources: [
    'TIA-568 types A, B and C, methods A, B and C (cablesplususa.com; ftth-connectivity.com)',
    'NVIDIA MFP7E10, MFP7E20 and MFP7E30 crossover cables; that the number must be odd follows from the positions',
  ],
  override:
    'Write the `polarity` of the path and of its panels as it is, or `allow` it where a conversion module sorts the lanes.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 4 x MPO16 low-loss  polarity 2 x type-B, 1 x type-A }
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 4 x MPO16 low-loss  polarity 1 x type-B, 2 x type-A }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const given = budget.class.group.medium.polarity;
      const misfit = duplexCord(budget.class);
      if (misfit !== undefined) {
        reports.push({
          message: `${linkText(facts.fabric, budget)}: ${misfit.word} is a duplex cord; the connectors of ${budget.class.from.optics?.name} have ${misfit.positions} positions.`,
          help: 'Write the type of the MPO cord or trunk: type-A, type-B or type-C.',
          origin: misfit.origin,
          label: 'two fibers',
        });
        continue;
      }
      if (given !== undefined && lacksCords(budget.class.group.medium)) {
        const run = laneRun(facts.fabric, budget.class);
        if (typeof run !== 'string') continue;
        reports.push({
          message: `${linkText(facts.fabric, budget)}: ${run}.`,
          help: 'Write every cord in turn, as `polarity A-to-B, type-A, A-to-B`: the panels stand in the joints between them.',
          origin: given.origin,
          label: 'not every cord',
        });
        continue;
      }
      const run = given === undefined ? undefined : laneRun(facts.fabric, budget.class);
      if (run === undefined || typeof run === 'string' || given === undefined || isCrossed(run.ways)) continue;
      const wrong = run.ways.find(({ lane, arrives }) => arrives?.side !== 'receiver' || arrives.lane !== lane);
      const where =
        wrong?.arrives === undefined
          ? `at position ${wrong?.positions.at(-1)}, where there is no lane`
          : `at the ${wrong.arrives.side} of lane ${run.far.lanesBefore + wrong.arrives.lane}`;
      const better = mendedCord(run);
      reports.push({
        message: `${linkText(facts.fabric, budget)}: lane ${run.near.lanesBefore + (wrong?.lane ?? 1)} arrives ${where}.`,
        help: helpOf(run),
        origin: given.origin,
        label: 'lanes go astray',
        derivation: laneMap(facts.fabric, budget.class),
        fixes:
          better === undefined
            ? []
            : [{ title: `Change to \`${better}\``, edits: [{ origin: given.origin, text: `polarity ${better}` }] }],
      });
    }
    return reports;
  },
});

/** A duplex cord in a path from a connector that is none. */
function duplexCord({ group, from }: LinkClass) {
  const face = laneFaceOf(from, 0);
  if (typeof face === 'string' || face.positions <= 2) return undefined;
  const cord = group.medium.polarity?.value.find(({ word }) => isDuplex(word as Polarity));
  return cord && { ...cord, positions: face.positions };
}

/** Of a path of one cord and nothing else, the cord that would be right. */
function mendedCord({ near, segments }: LaneRun): Polarity | undefined {
  const [only] = segments;
  if (segments.length !== 1 || only?.polarity === undefined) return undefined;
  return near.positions === 2 && isDuplex(only.polarity) ? 'A-to-B' : 'type-B';
}

function helpOf({ near, segments }: LaneRun): string {
  if (near.positions > 2 && segments.some(({ polarity }) => polarity === 'type-C'))
    return 'Type C is for duplex links: take type A and an odd number of type B.';
  const crossing = segments.filter(({ polarity }) => polarity !== 'type-A' && polarity !== 'A-to-A' && polarity);
  const which = [...new Set(crossing.map(({ name }) => name))].join(', ');
  const count = `The path crosses ${crossing.length === 1 ? 'once' : `${crossing.length} times`}`;
  const what = near.positions === 2 ? 'A-to-B cord for an A-to-A one' : 'type B cord for a type A one';
  return `${count}${which === '' ? '' : ` (${which})`}; make that odd: change one ${what}, or the other way round.`;
}
