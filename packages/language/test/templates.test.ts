// Templates: parameters, arguments, nesting; values and arithmetic with units.
import { describe, expect, it } from 'vitest';
import { analysisOf, briefly, errorsIn } from '../../../test/kit/design.ts';

const head = `import "std/osfp"
import "std/hosts"
import "std/racks"
switch type Leaf { height 2 RU  power 1 kW  ports down[1..8] : OSFP }
switch type Spine { height 2 RU  power 2 kW  ports down[1..8] : OSFP }
rack type R is OpenRackV3 { power 60 kW }
template Unit(hosts : count = 4, leaf : switch = Leaf, run : length = 30 m, draw : power = 1 kW) {
    host   node[1..hosts] : Hgx8 { power draw }
    switch sw[1..2] : leaf
    plug Osfp800Dr4 into node[*].*, sw[*].*
    link node[1].nic[1] to sw[1].down[1] over OS2 { length run + 5 m }
}
`;

async function analyze(text: string) {
  const analysis = await analysisOf(head + text);
  const problems = errorsIn(analysis);
  return {
    ...analysis,
    problems: briefly(problems),
    places: problems.map(({ origin }) => (head + text).slice(origin.start, origin.end)),
  };
}

describe('arguments that fit', () => {
  it('are given by place and by name, with values of all kinds', async () => {
    const { fabric, problems } = await analyze(`let most = 2 * 3
network n : scale-out {
    a       : Unit
    b[1..2] : Unit(most, Spine)
    c       : Unit(run = 2 * 10 m, hosts = most - 5, draw = 0.5 kW * 4)
}
`);
    expect(problems).toEqual([]);
    const counts = fabric.blocks.filter(({ kind }) => kind === 'host').map(({ count }) => count);
    expect(counts).toEqual([4, 6, 6, 1]);
    expect(fabric.linkGroups.map(({ medium }) => medium.length?.value)).toEqual([35, 35, 35, 25]);
    expect(fabric.blocks.filter(({ name }) => name === 'sw').map(({ part }) => part?.name)).toEqual([
      'Leaf',
      'Spine',
      'Spine',
      'Leaf',
    ]);
    const powers = fabric.blocks.filter(({ kind }) => kind === 'host').map(({ part }) => part?.values);
    expect(powers.map((each) => (each as { power: { value: number } }).power.value)).toEqual([1000, 1000, 1000, 2000]);
  });

  it('reach templates in templates, and arrays of them', async () => {
    const { fabric, problems } = await analyze(`template Hall(units : count, of : template = Unit, hosts = 2) {
    unit[1..units] : of(hosts)
}
network n : scale-out { hall[1..3] : Hall(2, hosts = 1) }
`);
    expect(problems).toEqual([]);
    expect(fabric.groups.filter(({ template }) => template === 'Unit').map(({ path }) => path)).toEqual([
      'n.hall[1].unit[1]',
      'n.hall[1].unit[2]',
      'n.hall[2].unit[1]',
      'n.hall[2].unit[2]',
      'n.hall[3].unit[1]',
      'n.hall[3].unit[2]',
    ]);
  });
});

describe('an argument that does not fit is reported once, at the argument', () => {
  it.each([
    ['Unit(5 kW)', '5 kW', 'template/arguments: `hosts` of Unit takes a whole number; this is a power.'],
    [
      'Unit(2 div 3 - 1)',
      '2 div 3 - 1',
      'template/arguments: `hosts` of Unit takes a whole number; this is the number -1.',
    ],
    ['Unit(leaf = R)', 'R', 'template/arguments: `leaf` of Unit takes a switch type; this is the rack type R.'],
    ['Unit(leaf = 3)', '3', 'template/arguments: `leaf` of Unit takes a switch type; this is the number 3.'],
    ['Unit(run = 3)', '3', 'template/arguments: `run` of Unit takes a length; this is the number 3.'],
    ['Unit(run = 3 dB)', '3 dB', 'template/arguments: `run` of Unit takes a length; this is a loss.'],
    ['Unit(rum = 3 m)', 'rum', 'template/arguments: Unit has no parameter `rum`.'],
    ['Unit(run = 3 m, run = 4 m)', 'run = 4 m', 'template/arguments: `run` is given twice.'],
    ['Unit(1, run = 4 m, hosts = 2)', 'hosts = 2', 'template/arguments: `hosts` is given twice.'],
    [
      'Unit(1, Leaf, 3 m, 1 kW, 5, 6)',
      '5',
      'template/arguments: Unit takes 4 arguments: `hosts`, `leaf`, `run`, `draw`.',
    ],
    ['Unit(leef)', 'leef', 'name/unknown: `leef` is not defined.'],
    [
      'Unit(30 m + 2 kW)',
      '30 m + 2 kW',
      "value/arithmetic: `+` has no result: a length and a power can't be combined.",
    ],
    ['Unit(1 div 0)', '1 div 0', 'value/arithmetic: `div` has no result: it divides by zero.'],
  ])('%s', async (use, place, message) => {
    const { problems, places } = await analyze(`network n : scale-out { a : ${use} }\n`);
    expect(problems).toEqual([message]);
    expect(places).toEqual([place]);
  });

  it('where nothing is declared, the default shows what a parameter takes', async () => {
    const text = 'template T(n = 4, kind = Leaf) { switch s[1..n] : kind }\n';
    const { problems } = await analyze(`${text}a : T(4 m)\nb : T(kind = R)\n`);
    expect(problems).toEqual([
      'template/arguments: `n` of T takes a number, as its default shows; this is a length.',
      'template/arguments: `kind` of T takes a switch type, as its default shows; this is the rack type R.',
    ]);
  });

  it('all that are missing are one mistake', async () => {
    const { problems, places } = await analyze('template T(n : count, kind) { switch s[1..n] : kind }\na[1..9] : T\n');
    expect(problems).toEqual(['template/arguments: T needs a value for `n` and `kind`.']);
    expect(places).toEqual(['T']);
  });

  it('a default of the wrong kind is reported at the default, however often it is used', async () => {
    const text = 'template T(n : count = 4 m) { switch s[1..n] : Leaf }\na[1..2] : T\nb : T\nc : T(2)\n';
    const { problems, places } = await analyze(text);
    expect(problems).toEqual(['template/arguments: `n` of T takes a whole number; its default is a length.']);
    expect(places).toEqual(['4 m']);
  });

  it('a word that no parameter can take is reported at the word', async () => {
    const { problems, places } = await analyze('template T(n : lenght = 4 m) { switch s : Leaf }\na : T\nb : T(3 m)\n');
    expect(problems).toEqual(["value/word: `lenght` isn't a kind that a parameter can take."]);
    expect(places).toEqual(['lenght']);
  });
});

describe('arithmetic', () => {
  const power = async (expression: string) => {
    const { fabric, problems } = await analyze(`let one = 1 kW\nswitch s : Leaf { power ${expression} }\n`);
    const values = fabric.blocks[0]?.part?.values as { power?: { value: number } } | undefined;
    return problems.length > 0 ? problems : values?.power?.value;
  };
  it.each([
    ['one + 200 W', 1200],
    ['one - 200 W', 800],
    ['3 * one', 3000],
    ['one * 3', 3000],
    ['one div 4', 250],
    ['one * (600 W div 200 W)', 3000],
    ['one * 2 + one div 2', 2500],
  ])('%s', async (expression, value) => expect(await power(expression)).toBe(value));
  it.each([
    ['one * one', "a power and a power can't be combined"],
    ['one + 1', "a power and a plain number can't be combined"],
    ['one + 1 m', "a power and a length can't be combined"],
    ['2 div one', "a plain number and a power can't be combined"],
  ])('%s has no result, which is told once', async (expression, why) => {
    const problems = (await power(expression)) as string[];
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(why);
  });

  const supply = async (expression: string) => {
    const { fabric, problems } = await analyze(`loop l { supply ${expression} }\n`);
    return problems.length > 0 ? problems.length : fabric.loops[0]?.values.supply?.value;
  };
  it('adds differences to temperatures, and no temperatures to each other', async () => {
    expect(await supply('30 °C + 5 K')).toBe(35);
    expect(await supply('30 °C - 5 K')).toBe(25);
    expect(await supply('30 °C + (40 °C - 30 °C) * 2')).toBe(50);
    expect(await supply('30 °C + 30 °C')).toBe(1);
    expect(await supply('2 * 30 °C')).toBe(1);
  });
});
