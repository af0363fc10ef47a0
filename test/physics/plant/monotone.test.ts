// More load or more boxes never make a finding vanish: every rule is monotone in load.
//
// Rules run one by one, so that nothing is folded into a consequence. A rule may stop only where the rule that takes over from it has
// started: where a loop carries more than its CDUs deliver, their head at that flow isn't asked for as well.
import { allRules, factsOf, Tally } from '@lightloom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

/** Rules that report the same trouble one step earlier, by the rule they take over from. */
const takenOverBy: Readonly<Record<string, readonly string[]>> = {
  'cooling/loop-head': ['cooling/cdu-flow', 'cooling/pressure-drop'],
  'cooling/loop-flow': ['cooling/rack-flow'],
  'cooling/rack-flow': ['cooling/loop-flow'],
  'cooling/outlet-limit': ['cooling/return-temperature'],
  'cooling/coolant-range': ['cooling/return-temperature'],
};

/** Boxes of one type in the first rack. */
interface Boxes {
  readonly count: number;
  /** In kW; undefined where it isn't given. */
  readonly power: number | undefined;
  /** In percent; undefined where it isn't given. */
  readonly liquid: number | undefined;
  /** Needed coolant in L/min; undefined where it isn't given. */
  readonly need: number | undefined;
  readonly weight: number | undefined;
  readonly airflow: number | undefined;
}

interface Plant {
  readonly boxes: readonly Boxes[];
  /** In L/min, of the loop and of the rack. */
  readonly flow: number;
  readonly ownFlow: number | undefined;
  /** Temperature of the supply, in °C. */
  readonly supply: number;
  readonly onLoop: boolean;
  /** Capacity of feeds in kW, of a CDU in kW and L/min. */
  readonly feed: number;
  readonly cdu: readonly [capacity: number, flow: number, head: number];
}

const given = (text: string, value: number | undefined, unit: string): string =>
  value === undefined ? '' : `${text} ${value} ${unit}`;

/** The plant as a design. */
function designOf({ boxes, flow, ownFlow, supply, onLoop, feed, cdu: [capacity, most, head] }: Plant): string {
  const types = boxes.map(
    ({ power, liquid, need, weight, airflow }, i) => `switch type T${i} {
    height 1 OU  couplings 2 x UQD06  pressure-drop 2 psi at 2 L/min, 20 psi at 10 L/min
    ${given('power', power, 'kW')}  ${given('liquid', liquid, '%')}  ${given('required-flow', need, 'L/min')}
    ${given('weight', weight, 'kg')}  ${given('airflow', airflow, 'CFM')}
}`,
  );
  const arrays = boxes.map(({ count }, i) => `switch t${i}[1..${count}] : T${i}\nplace t${i}[*] in r[1]`);
  return `import "std/racks"
import "std/cooling"
shelf type S { power 30 kW  redundant-power 25 kW  height 1 OU }
rack type R is OpenRackV3 {
    height 12 OU  power 60 kW  weight 300 kg  shelves 2 x S  busbar-current 900 A  return-limit 58 °C
    couplings 2 x LQC  pressure-drop 1 psi at 5 L/min, 9 psi at 40 L/min
    airflow 1200 CFM  air-rise 12 K
}
cdu type C { capacity ${capacity} kW  flow ${most} L/min  head ${head} psi at 10 L/min, 2 psi at 100 L/min  pumps 2 x 1 kW, n+1 }
cdu c[1..2] : C { fed by A, B }
feed A { capacity ${feed} kW }
feed B { capacity ${feed} kW }
loop l {
    coolant PG25  supply ${supply} °C  return <= 55 °C  flow ${flow} L/min
    pressure-drop 1 psi at 10 L/min, 6 psi at 60 L/min
    from c[*], n+1
}
hall main { row-airflow 2000 CFM }
rack r[1..2] : R at row 1 { fed by A, B  ${onLoop ? 'cooled by l' : ''}  ${given('flow', ownFlow, 'L/min')} }
${types.join('\n')}
${arrays.join('\n')}
`;
}

/** The rules that object to a plant, with where they point. */
async function objections(plant: Plant): Promise<ReadonlySet<string>> {
  const { fabric } = await analysisOf(designOf(plant));
  const facts = factsOf(fabric);
  const found = new Set<string>();
  for (const rule of allRules)
    for (const { severity } of rule.check(facts, new Tally().judgeFor(rule)))
      if ((severity ?? rule.severity) !== 'note') found.add(rule.id);
  return found;
}

/** The rules that objected before and neither object now nor have been taken over from. */
async function vanished(before: Plant, after: Plant, except: ReadonlySet<string> = new Set()): Promise<string[]> {
  const [had, has] = [await objections(before), await objections(after)];
  return [...had].filter(
    (id) => !has.has(id) && !except.has(id) && !(takenOverBy[id] ?? []).some((other) => has.has(other)),
  );
}

const maybe = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });
const boxes: fc.Arbitrary<Boxes> = fc.record({
  count: fc.integer({ min: 1, max: 5 }),
  power: maybe(fc.integer({ min: 0, max: 30 })),
  liquid: maybe(fc.constantFrom(0, 50, 90, 100)),
  need: maybe(fc.integer({ min: 1, max: 12 })),
  weight: maybe(fc.integer({ min: 1, max: 90 })),
  airflow: maybe(fc.integer({ min: 1, max: 400 })),
});
const plants: fc.Arbitrary<Plant> = fc.record({
  boxes: fc.array(boxes, { minLength: 1, maxLength: 3 }),
  flow: fc.integer({ min: 1, max: 120 }),
  ownFlow: maybe(fc.integer({ min: 1, max: 60 })),
  supply: fc.integer({ min: 15, max: 60 }),
  onLoop: fc.boolean(),
  feed: fc.integer({ min: 1, max: 120 }),
  cdu: fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 2, max: 60 })),
});

describe('every rule is monotone in load', () => {
  it('with more power in every box', async () => {
    await fc.assert(
      fc.asyncProperty(plants, fc.integer({ min: 1, max: 40 }), async (plant, more) => {
        const after = plant.boxes.map((each) => ({
          ...each,
          power: each.power === undefined ? undefined : each.power + more,
        }));
        expect(await vanished(plant, { ...plant, boxes: after })).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  // Boxes beside others take a share of the flow of their rack: less passes each of them, and the pressure it costs falls with it. What
  // passes each is worked out in `cooling/one-flow.test.ts`.
  const shared = new Set(['cooling/coupling-flow', 'cooling/pressure-drop', 'cooling/loop-head']);

  it('with more boxes, of which some say nothing', async () => {
    await fc.assert(
      fc.asyncProperty(plants, boxes, async (plant, more) => {
        expect(await vanished(plant, { ...plant, boxes: [...plant.boxes, more] }, shared)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('with more flow through what has a rating and a table of losses', async () => {
    const losses = (id: string): boolean => shared.has(id) || id === 'cooling/cdu-flow';
    await fc.assert(
      fc.asyncProperty(plants, fc.integer({ min: 1, max: 200 }), async (plant, more) => {
        const wide = { ...plant, ownFlow: undefined };
        const gone = await vanished(wide, { ...wide, flow: wide.flow + more });
        expect(gone.filter(losses)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
