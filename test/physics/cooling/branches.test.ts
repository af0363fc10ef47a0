// Branches of coolant loops, compared with hand calculations.
//
// PG25 at 40 °C has ρ = 1.0143 kg/L and cp = 3.96 kJ/(kg·K) (Airedale DeltaChill manual, p. 53), so that 1 L/s carries
// ρ · cp = 4.016628 kW for each kelvin, and ΔT = Q ÷ (4.016628 kW/K · V̇ / (L/s)).
import { describe, expect, it } from 'vitest';
import { analysisOf, briefly, errorsIn } from '../../kit/design.ts';

const carried = 1.0143 * 3.96;

/** A rack r[i] holds one device with i times 10 kW of liquid heat. */
const design = (loop: string, rest = '') => `import "std/racks"
import "std/cooling"
rack type R { height 44 OU  power 200 kW }
${[1, 2, 3, 4].map((i) => `host type H${i} { height 4 RU  power ${i * 10} kW  liquid 100 % }\nhost h${i} : H${i}\n`).join('')}
rack r[1..4] : R
place h1, h2, h3, h4 in r[*] 1 each
loop primary { coolant PG25  supply 40 °C  ${loop} }
${rest}`;

async function analyze(text: string) {
  const analysis = await analysisOf(text);
  const { cooling } = analysis.facts;
  const branch = (name: string) => {
    const found = analysis.fabric.branches.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no ${name}`);
    const { heat, flow, inlet, rise, outlet } = cooling.branches;
    return [heat, inlet, rise, outlet].map((each) => each(found).value).concat(flow(found).value * 60_000);
  };
  const returns = [0, 1, 2, 3].map((rack) => cooling.rackReturn(rack).value);
  const [loop] = analysis.fabric.loops;
  return {
    ...analysis,
    problems: briefly(errorsIn(analysis)),
    branch,
    returns,
    back: loop === undefined ? Number.NaN : cooling.returnTemperature(loop).value,
  };
}

const close = (found: readonly number[], expected: readonly number[]): void => {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 6);
};

describe('branches side by side', () => {
  it('carry their heat each with its own flow, and the return is mixed by flow', async () => {
    const { problems, branch, back, returns } = await analyze(
      design(
        'flow 150 L/min  branch east { parallel r[1..2]  flow 60 L/min }  branch west { parallel r[3..4]  flow 90 L/min }',
      ),
    );
    expect(problems).toEqual([]);
    // East: 10 + 20 = 30 kW at 1 L/s: 30 ÷ 4.016628 = 7.4689516 K. West: 30 + 40 = 70 kW at 1.5 L/s: 11.6183691 K.
    close(branch('primary.east'), [30_000, 40, 30 / carried, 40 + 30 / carried, 60]);
    close(branch('primary.west'), [70_000, 40, 70 / 1.5 / carried, 40 + 70 / 1.5 / carried, 90]);
    expect(branch('primary.east')[2]).toBeCloseTo(7.4689516, 6);
    // Mixed: (60 · 47.4689516 + 90 · 51.6183691) ÷ 150 = 49.9586021 °C, which is 40 + 100 ÷ (4.016628 · 2.5).
    expect(back).toBeCloseTo((60 * (40 + 30 / carried) + 90 * (40 + 70 / 1.5 / carried)) / 150, 6);
    expect(back).toBeCloseTo(49.9586021, 6);
    // Each rack of east gets 30 L/min: 10 kW ÷ (4.016628 · 0.5) = 4.9793010 K, and 20 kW twice that.
    close(returns, [40 + 20 / carried, 40 + 40 / carried, 40 + 30 / 0.75 / carried, 40 + 40 / 0.75 / carried]);
  });

  it('give a rack its own flow, and the others the remaining flow', async () => {
    const { returns } = await analyze(
      design('branch east { parallel r[*]  flow 90 L/min }', 'r[4] { flow 60 L/min }\n'),
    );
    // 30 L/min are left for three racks: 10 L/min, or 1/6 L/s, each.
    close(returns, [40 + 60 / carried, 40 + 120 / carried, 40 + 180 / carried, 40 + 40 / carried]);
  });
});

describe('a branch', () => {
  it('may have the name of its racks', async () => {
    const { problems, branch } = await analyze(
      design('flow 100 L/min  branch r { parallel r[1..2]  flow 60 L/min }  branch next { after r  parallel r[3..4] }'),
    );
    expect(problems).toEqual([]);
    expect(branch('primary.next')[1]).toBeCloseTo(branch('primary.r')[3] as number, 9);
  });
});

describe('in series', () => {
  it('each rack takes the outlet of the one before, with the whole flow', async () => {
    const { problems, branch, returns, back } = await analyze(
      design('flow 60 L/min  branch row { series r[4], r[2], r[1..1], r[3]  flow 60 L/min }'),
    );
    expect(problems).toEqual([]);
    // 40, then 20, 10 and 30 kW at 1 L/s: 9.9586, 14.9379, 17.4276, 24.8965 K above the supply.
    close(returns, [40 + 70 / carried, 40 + 60 / carried, 40 + 100 / carried, 40 + 40 / carried]);
    expect(branch('primary.row')[3]).toBeCloseTo(64.8965053, 6);
    expect(back).toBeCloseTo(64.8965053, 6);
  });

  it('a branch takes the outlet of the one it comes after; what it does not take passes by', async () => {
    const { problems, branch, back } = await analyze(
      design(
        'flow 90 L/min  branch cold { parallel r[1..2]  flow 90 L/min }  branch warm { after cold  series r[3..4]  flow 60 L/min }',
      ),
    );
    expect(problems).toEqual([]);
    // Cold: 30 kW at 1.5 L/s: 4.9793010 K. Warm: 70 kW at 1 L/s: 17.4275537 K on top.
    const cold = 40 + 20 / carried;
    close(branch('primary.cold'), [30_000, 40, 20 / carried, cold, 90]);
    close(branch('primary.warm'), [70_000, cold, 70 / carried, cold + 70 / carried, 60]);
    // 60 L/min come back from warm, 30 straight from cold: the heat balance of the loop.
    expect(back).toBeCloseTo((60 * (cold + 70 / carried) + 30 * cold) / 90, 6);
  });
});

it('a loop whose racks are all on branches circulates what they take', async () => {
  const { back } = await analyze(
    design('branch a { parallel r[1..2]  flow 60 L/min }  branch b { series r[3..4]  flow 90 L/min }'),
  );
  expect(back).toBeCloseTo(49.9586021, 6);
});

it('what is not given is unknown', async () => {
  const { branch, returns } = await analyze(design('flow 90 L/min  branch a { parallel r[*] }'));
  expect(branch('primary.a').slice(1)).toEqual([40, Number.NaN, Number.NaN, Number.NaN]);
  expect(returns.every(Number.isNaN)).toBe(true);
});

it('pumps that fail take their share of the flow of every branch', async () => {
  const { facts, fabric, problems } = await analyze(
    design(
      'flow 120 L/min  from c[*]  branch a { parallel r[1..2]  flow 80 L/min }  branch b { parallel r[3..4]  flow 40 L/min }',
      'cdu type C { capacity 200 kW  flow 60 L/min }\ncdu c[1..2] : C\nrequire temperature(primary.a.return) <= 60 °C when any 1 of c fail\n',
    ),
  );
  expect(problems).toEqual([]);
  const { cooling } = facts.under({ ...facts.scenario, cdus: new Set([0]) });
  // Half of the flow is left: 40 L/min in a, so 30 kW ÷ (4.016628 · 2/3) = 11.2034 K.
  expect(cooling.branches.outlet(fabric.branches[0] as never).value).toBeCloseTo(40 + 45 / carried, 6);
});

describe('requirements name branches', () => {
  const loop = 'flow 150 L/min  branch east { parallel r[1..2]  flow 60 L/min }';
  it.each([
    ['temperature(primary.east.return) <= 47.5 °C', []],
    ['temperature(primary.east) <= 47 °C', ['requirement/unmet']],
    ['temperature(primary.east.supply) <= 40 °C', []],
    ['temperature(primary.eats.return) <= 40 °C', ['name/unknown']],
    ['temperature(primary.east.retrun) <= 40 °C', ['name/unknown']],
    ['load(primary.east) <= 10 kW', ['selection/kind']],
  ])('%s', async (text, rules) => {
    const { problems } = await analyze(design(loop, `require ${text}\n`));
    expect(problems.map((each) => each.split(':')[0])).toEqual(rules);
  });
});

describe('a wrong branch is reported once', () => {
  it.each([
    [
      'flow 50 L/min  branch a { parallel r[1..2]  flow 60 L/min }',
      'cooling/branch-flow: The branches of primary take 60 L/min; primary carries 50 L/min.',
    ],
    [
      'flow 90 L/min  branch a { parallel r[1]  flow 60 L/min }  branch b { after a  parallel r[2]  flow 70 L/min }',
      'cooling/branch-flow: The branches downstream of primary.a take 70 L/min; primary.a carries 60 L/min.',
    ],
    [
      'flow 80 L/min  branch a { parallel r[1..2]  flow 60 L/min }  branch b { parallel r[3]  flow 30 L/min }',
      'cooling/branch-flow: The branches of primary take 90 L/min; primary carries 80 L/min.',
    ],
    ['branch a { flow 60 L/min }', 'loop/branch: `a` has no racks.'],
    ['branch a { series r[1]  parallel r[2] }', 'loop/branch: `a` has racks both in parallel and in series.'],
    ['branch a { parallel r[1..2] }  branch b { series r[2..3] }', 'loop/branch: r[2] is already cooled by primary.a.'],
    ['branch a { after a  parallel r[1] }', 'loop/branch: primary.a comes after itself.'],
    [
      'branch a { after b  parallel r[1] }  branch b { after a  parallel r[2] }',
      'loop/branch: primary.b comes after itself.',
    ],
    ['branch a { after nix  parallel r[1] }', 'name/unknown: `nix` is not defined.'],
    ['branch a { parallel h1 }', 'selection/kind: `h1` selects devices; expected racks.'],
    ['branch a { parallel r[9] }', 'selection/no-such-index: `r` has no index 9; it has [1..4].'],
    ['branch a[1..2] { parallel r[1] }', 'type/kind: A branch is a single thing and has no indices.'],
    ['feed f { }', "statement/misplaced: A feed can't be declared in a loop."],
    ['branch a { parallel r[1] }  branch a { parallel r[2] }', 'name/twice: `a` is declared twice.'],
  ])('%s', async (loop, message) => {
    const { problems } = await analyze(design(loop));
    expect(problems).toEqual([message]);
  });

  it('as a rack in series with another flow', async () => {
    const text = design('branch a { series r[1..2]  flow 60 L/min }', 'r[2] { flow 50 L/min }\n');
    expect((await analyze(text)).problems).toEqual([
      'cooling/branch-flow: r[2] has a flow of 50 L/min; its branch primary.a carries 60 L/min.',
    ]);
    expect((await analyze(text.replace('50 L/min', '60 L/min'))).problems).toEqual([]);
  });

  it('as what racks and branches take together', async () => {
    const text = design(
      'flow 80 L/min  branch a { parallel r[1..2]  flow 60 L/min }',
      'r[3] { cooled by primary  flow 30 L/min }\n',
    );
    const { findings, returns } = await analyze(text);
    const told = findings.filter(({ rule }) => rule.startsWith('cooling/'));
    expect(told.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      // The design leaves r[4] on no loop.
      'cooling/device-without-liquid: r[4] has no coolant loop; H4 gives 100 % of its heat to liquid.',
      'cooling/flow-split: The racks on primary take 90 L/min; the loop carries 80 L/min.',
    ]);
    // All get 80/90 of what they ask for: r[3] 26.67 L/min, r[1] and r[2] half of 53.33 L/min, so 4/9 L/s each.
    close(
      returns.slice(0, 3),
      [10, 20, 30].map((heat) => 40 + heat / (4 / 9) / carried),
    );
  });

  it('as one of another loop, or a rack on two', async () => {
    const other = 'loop other { supply 30 °C  branch b { after primary.a  parallel r[2] } }\n';
    expect((await analyze(design('branch a { parallel r[1] }', other))).problems).toEqual([
      'loop/branch: primary.a is a branch of another loop.',
    ]);
    const cooled = 'loop other { supply 30 °C }\nr[1] { cooled by other }\n';
    expect((await analyze(design('branch a { parallel r[1] }', cooled))).problems).toEqual([
      'loop/branch: r[1] is already cooled by other.',
    ]);
    expect((await analyze(design('', 'branch a { parallel r[1] }\n'))).problems).toEqual([
      'statement/misplaced: A branch must be in the body of its loop.',
    ]);
  });
});

describe('branches after each other', () => {
  const chainOf = (count: number, first = ''): string => `import "std/racks"
import "std/cooling"
rack r[1..${count}] : OpenRackV3
loop primary {
    coolant PG25
    supply  40 °C
    flow    100 L/min
${Array.from({ length: count }, (_, i) => `    branch b${i + 1} { series r[${i + 1}]  flow 100 L/min  ${i === 0 ? first : `after b${i}`} }`).join('\n')}
}
`;

  it.each([65, 300])('are at most 64: %d are reported once, and nothing else of them', async (count) => {
    expect(briefly(errorsIn(await analysisOf(chainOf(count))))).toEqual([
      'value/too-large: More than 64 branches are in series.',
    ]);
  });

  it('may not come back, in a small circle or a large one', async () => {
    expect(briefly(errorsIn(await analysisOf(chainOf(3, 'after b3'))))).toEqual([
      'loop/branch: primary.b3 comes after itself.',
    ]);
    expect(briefly(errorsIn(await analysisOf(chainOf(300, 'after b300'))))).toEqual([
      'value/too-large: More than 64 branches are in series.',
    ]);
  });
});
