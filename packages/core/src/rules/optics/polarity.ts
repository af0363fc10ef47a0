// Cords that lead transmitters to transmitters, or lanes to other lanes.
import { isCrossed, laneMap, laneWays, parallelOf, segmentsOf } from '../../facts/index.ts';
import { linkText } from '../links.ts';
import { defineRule, type Report } from '../rule.ts';

export const rule = defineRule({
  id: 'optics/polarity',
  severity: 'warning',
  level: 'value',
  title: 'The cords of a parallel link do not lead each lane to its receiver',
  why: 'Parallel optics send lane k at position k of the connector and receive it at the position counted from the other end. A reversed cord (type B) leads position 1 to 12 and so joins transmitters to receivers; a straight one (type A) leads transmitters to transmitters, and two reversed ones undo each other. So a link from module to module takes an odd number of type B segments. Type C flips pairs and suits duplex links alone.',
  sources: [
    'TIA-568 types A, B and C (cablesplususa.com; ftth-connectivity.com)',
    'NVIDIA MFP7E10, MFP7E20 and MFP7E30 crossover cables; that the number must be odd follows from the positions',
  ],
  override: 'Write the `polarity` of the path as it is, or `allow` it where a conversion module sorts the lanes.',
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
      const { group, from, to } = budget.class;
      const segments = segmentsOf(group);
      const [near, far] = [parallelOf(from.optics), parallelOf(to.optics)];
      const given = group.medium.polarity;
      if (segments === undefined || given === undefined || near === undefined || far?.positions !== near.positions)
        continue;
      const ways = laneWays(near.positions, near.lanes, segments);
      if (isCrossed(ways)) continue;
      const wrong = ways.find(({ lane, arrives }) => arrives?.side !== 'receiver' || arrives.lane !== lane);
      const where =
        wrong?.arrives === undefined
          ? `at position ${wrong?.positions.at(-1)}, where there is no lane`
          : `at the ${wrong.arrives.side} of lane ${wrong.arrives.lane}`;
      const flips = segments.filter((each) => each === 'type-B').length;
      reports.push({
        message: `${linkText(facts.fabric, budget)}: lane ${wrong?.lane} arrives ${where}.`,
        help: segments.includes('type-C')
          ? 'Type C is for duplex links: take type A and an odd number of type B.'
          : `The path has ${flips} type B ${flips === 1 ? 'segment' : 'segments'}; make their number odd.`,
        origin: given.origin,
        label: 'lanes go astray',
        derivation: laneMap(group, from.optics),
      });
    }
    return reports;
  },
});
