// Laws that hold for every plant, tried on random ones: energy and mass are kept, more flow is less rise, a loss never helps.
import { type Facts, type Loop, type Scenario, verdictsOf } from '@lightloom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

const runs = { numRuns: 25, seed: 20261121 };

interface Plant {
  /** Power of the host in each rack, in W. */
  readonly hosts: readonly number[];
  /** Share of the heat that goes to liquid, in percent. */
  readonly liquid: number;
  /** In L/min. */
  readonly flow: number;
  readonly supply: number;
  /** Capacity in kW and flow in L/min of each CDU. */
  readonly cdus: readonly { readonly capacity: number; readonly flow: number }[];
}

const plants: fc.Arbitrary<Plant> = fc.record({
  hosts: fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 2, maxLength: 7 }),
  liquid: fc.integer({ min: 1, max: 100 }),
  flow: fc.integer({ min: 40, max: 2000 }),
  supply: fc.integer({ min: 20, max: 45 }),
  cdus: fc.array(fc.record({ capacity: fc.integer({ min: 20, max: 900 }), flow: fc.integer({ min: 20, max: 1500 }) }), {
    minLength: 2,
    maxLength: 4,
  }),
});

/** Statements of a plant; how the racks hang on the loop is given. */
function statements(
  { hosts, liquid, flow, supply, cdus }: Plant,
  branches: string,
  more: readonly string[] = [],
): string[] {
  return [
    ...hosts.flatMap((power, i) => [
      `host type H${i} { height 2 RU  power ${power} W  liquid ${liquid} %  pressure-drop 2 psi }`,
      `host h${i} : H${i}`,
      `place h${i} in r[${i + 1}]`,
    ]),
    'rack type Bare { height 42 RU  pressure-drop 1 psi at 0 L/min, 40 psi at 4000 L/min }',
    `rack r[1..${hosts.length}] : Bare`,
    ...cdus.map(
      (each, i) =>
        `cdu type C${i} { capacity ${each.capacity} kW  flow ${each.flow} L/min  head 60 psi at 0 L/min, 20 psi at 4000 L/min }`,
    ),
    ...cdus.map((_, i) => `cdu c${i} : C${i}`),
    `loop l { coolant PG25  supply ${supply} °C  return <= 60 °C  flow ${flow} L/min  from ${cdus.map((_, i) => `c${i}`).join(', ')}  pressure-drop 0 psi at 0 L/min, 30 psi at 4000 L/min  ${branches} }`,
    ...more,
  ];
}

const imported = 'import "std/cooling"\n';
const factsOf = async (lines: readonly string[]): Promise<Facts> => {
  const analysis = await analysisOf(imported + lines.join('\n'));
  const wrong = analysis.findings.filter(
    ({ rule }) => !/^(cooling|control|requirement|placement|provenance)\//.test(rule),
  );
  expect(wrong.map(({ message }) => message)).toEqual([]);
  return analysis.facts;
};
const loopOf = ({ fabric }: Facts): Loop => fabric.loops[0] as Loop;
const close = (a: number, b: number): void => {
  if (b === 0) expect(a).toBeCloseTo(0, 9);
  else expect(Math.abs(a / b - 1)).toBeLessThan(1e-9);
};
const without = (facts: Facts, cdus: readonly number[]): Facts =>
  facts.under({ ...facts.scenario, cdus: new Set(cdus) } satisfies Scenario);

describe('energy and mass', () => {
  it('liquid and air heat are all of the power, rack by rack', async () => {
    await fc.assert(
      fc.asyncProperty(plants, async (plant) => {
        const { power, cooling } = await factsOf(statements(plant, 'branch b { parallel r }'));
        for (const [rack, watt] of plant.hosts.entries()) {
          close(power.rack(rack).value, watt);
          close(cooling.rackHeat(rack).value + cooling.rackAirHeat(rack).value, watt);
          close(cooling.rackHeat(rack).value, (watt * plant.liquid) / 100);
        }
      }),
      runs,
    );
  });

  it('racks in series and in parallel return the same mixed temperature', async () => {
    await fc.assert(
      fc.asyncProperty(plants, async (plant) => {
        const back = await Promise.all(
          ['parallel', 'series'].map(async (order) => {
            const facts = await factsOf(statements(plant, `branch b { ${order} r  flow ${plant.flow} L/min }`));
            const [branch] = facts.fabric.branches;
            if (branch === undefined) throw new Error('There is no branch.');
            return [facts.cooling.branches.outlet(branch).value, facts.cooling.returnTemperature(loopOf(facts)).value];
          }),
        );
        const [parallel, series] = back as [number[], number[]];
        close(parallel[0] as number, series[0] as number);
        close(parallel[0] as number, series[1] as number);
        close(parallel[1] as number, series[1] as number);
      }),
      runs,
    );
  });

  it('the return of a loop is that of its branches, mixed by flow, and of racks in parallel likewise', async () => {
    await fc.assert(
      fc.asyncProperty(plants, fc.integer({ min: 1, max: 99 }), async (plant, percent) => {
        const [one, two] = [(plant.flow * percent) / 100, (plant.flow * (100 - percent)) / 100];
        const facts = await factsOf(
          statements(
            plant,
            `branch a { parallel r[1]  flow ${one} L/min }  branch b { parallel r[2..${plant.hosts.length}]  flow ${two} L/min }`,
          ),
        );
        const { branches } = facts.cooling;
        const [a, b] = facts.fabric.branches.map((each) => branches.outlet(each).value);
        const mixed = ((a as number) * one + (b as number) * two) / plant.flow;
        close(facts.cooling.returnTemperature(loopOf(facts)).value, mixed);
        const racks = plant.hosts.slice(1).map((_, i) => facts.cooling.rackReturn(i + 1).value);
        close(b as number, racks.reduce((all, each) => all + each, 0) / racks.length);
      }),
      runs,
    );
  });

  it('a rack split in two keeps heat, power and return', async () => {
    await fc.assert(
      fc.asyncProperty(plants, async (plant) => {
        // What stands in the last two racks, put into one; nothing is left in the other.
        const last = plant.hosts.length;
        const split = statements(plant, 'branch b { parallel r }');
        const joint = split.map((line) => line.replace(`in r[${last}]`, `in r[${last - 1}]`));
        expect(joint).not.toEqual(split);
        const [a, b] = [await factsOf(split), await factsOf(joint)];
        close(a.cooling.heat(loopOf(a)).value, b.cooling.heat(loopOf(b)).value);
        close(a.power.total.value, b.power.total.value);
        close(a.cooling.returnTemperature(loopOf(a)).value, b.cooling.returnTemperature(loopOf(b)).value);
      }),
      runs,
    );
  });

  it('twice the flow is half the rise, and no more head', async () => {
    await fc.assert(
      fc.asyncProperty(plants, async (plant) => {
        const [a, b] = await Promise.all(
          [plant.flow, 2 * plant.flow].map((flow) =>
            factsOf(statements({ ...plant, flow }, `branch b { parallel r  flow ${flow} L/min }`)),
          ),
        );
        if (a === undefined || b === undefined) throw new Error('There are no facts.');
        close(2 * b.cooling.rise(loopOf(b)).value, a.cooling.rise(loopOf(a)).value);
        const [before, after] = [a, b].map((each) => each.pressure.headMargin(loopOf(each)).value);
        expect(after).toBeLessThan(before as number);
      }),
      runs,
    );
  });
});

describe('how it is written', () => {
  it('neither units nor the order of lines matter', async () => {
    const written = plants.chain((plant) => {
      const lines = statements(plant, `branch b { parallel r  flow ${plant.flow} L/min }`, [
        'require headroom(l) >= 10 %',
      ]);
      return fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }));
    });
    const figuresOf = async (lines: readonly string[]): Promise<number[]> => {
      const facts = await factsOf(lines);
      const loop = loopOf(facts);
      const { cooling, power, pressure } = facts;
      const [verdict] = verdictsOf(facts);
      return [
        power.total.value,
        ...[cooling.heat, cooling.flow, cooling.rise, cooling.returnTemperature, cooling.headroom].map(
          (fact) => fact(loop).value,
        ),
        pressure.loop(loop).value,
        pressure.headMargin(loop).value,
        verdict?.value.value ?? Number.NaN,
      ];
    };
    const inOthers = (line: string): string =>
      line
        .replace(/(\d+) W\b/g, (_, watt: string) => `${Number(watt) / 1000} kW`)
        .replace(/(\d+) kW {2}flow/g, (_, kilowatt: string) => `${Number(kilowatt) / 1000} MW  flow`)
        .replace(/(\d+) L\/min/g, (_, litres: string) => `${(Number(litres) * 60) / 1000} m³/h`)
        .replace(/(\d+) psi/g, (_, psi: string) => `${Number(psi) * 6.894757293168} kPa`);
    await fc.assert(
      fc.asyncProperty(written, async ([lines, shuffled]) => {
        const base = await figuresOf(lines);
        expect(base.some(Number.isNaN)).toBe(false);
        for (const [i, value] of (await figuresOf(shuffled)).entries()) close(value, base[i] as number);
        for (const [i, value] of (await figuresOf(lines.map(inOthers))).entries()) close(value, base[i] as number);
      }),
      runs,
    );
  });
});

describe('more and less', () => {
  it('a CDU that is lost raises neither headroom nor head, and cools nothing', async () => {
    await fc.assert(
      fc.asyncProperty(plants, async (plant) => {
        const facts = await factsOf(statements(plant, 'branch b { parallel r }'));
        const loop = loopOf(facts);
        let lost: number[] = [];
        let before = facts;
        for (const cdu of plant.cdus.keys()) {
          lost = [...lost, cdu];
          if (lost.length === plant.cdus.length) break;
          const after = without(facts, lost);
          expect(after.cooling.headroom(loop).value).toBeLessThanOrEqual(before.cooling.headroom(loop).value);
          expect(after.cooling.returnTemperature(loop).value).toBeGreaterThanOrEqual(
            before.cooling.returnTemperature(loop).value,
          );
          expect(after.cooling.flow(loop).value).toBeLessThanOrEqual(before.cooling.flow(loop).value);
          before = after;
        }
      }),
      runs,
    );
  });

  it('a module or a link more lowers neither power nor heat', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 1, max: 400 }), async (count, watt) => {
        const text = (modules: number): string[] => [
          'import "std/xpo"',
          `module type M is Xpo { channels 8 x 1.6TBASE-DR8  power ${watt} W }`,
          'switch type Box { height 4 RU  power 1 kW  liquid 50 %  ports p[1..32] : XPO }',
          'switch a : Box',
          'switch b : Box',
          ...Array.from({ length: modules }, (_, i) => `plug M into a.p[${i + 1}], b.p[${i + 1}]`),
          ...Array.from({ length: modules }, (_, i) => `link a.p[${i + 1}] to b.p[${i + 1}] over OS2 { length 10 m }`),
        ];
        const figures = async (modules: number): Promise<number[]> => {
          const { facts } = await analysisOf(text(modules).join('\n'));
          const all = (of: readonly { readonly value: number }[]): number =>
            facts.devices.classes.reduce((sum, each, i) => sum + each.count * (of[i]?.value ?? Number.NaN), 0 * count);
          return [facts.power.total.value, all(facts.heat.liquid), all(facts.heat.air)];
        };
        const [few, more] = [await figures(count), await figures(count + 1)];
        expect(more[0]).toBe((few[0] as number) + 2 * watt);
        close(more[1] as number, (few[1] as number) + 2 * watt);
        close(more[2] as number, few[2] as number);
      }),
      { ...runs, numRuns: 12 },
    );
  });
});
