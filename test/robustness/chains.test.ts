// Chains: of values, types, templates and names in a path. Each step costs time once, and too long a chain is one problem.
import { describe, expect, it } from 'vitest';
import { briefly } from '../kit/design.ts';
import { sane, serious } from './sane.ts';

const racks = 'import "std/racks"\n';
/** Lines numbered from 0, one for each number below a count. */
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
/** The same in the opposite order. */
const linesBack = (count: number, line: (i: number) => string): string => lines(count, (i) => line(count - 1 - i));

describe('a chain of values', () => {
  it('whose links each name the next one twice is computed once each', async () => {
    // 60 doublings of one: 2^60 is one followed by 60 zeros in binary; divided by 2^58 it is 4.
    const chain = `${lines(60, (i) => `let a${i} = a${i + 1} + a${i + 1}`)}\nlet a60 = 1\n`;
    const tested = await sane(`${racks}${chain}rack r[1..a0 div a2] : OpenRackV3`);
    expect(serious(tested)).toEqual([]);
    expect(tested.analysis.fabric.blocks[0]?.axes[0]).toMatchObject({ high: 4 });
  });

  it('in a template is computed once each too, with the arguments of each use', async () => {
    const chain = `${lines(40, (i) => `let a${i} = a${i + 1} + a${i + 1}`)}\nlet a40 = n\n`;
    const template = `template T(n) {\n${chain}rack r[1..a38] : OpenRackV3\n}\nt : T(1)\nu : T(2)\n`;
    const tested = await sane(racks + template);
    expect(serious(tested)).toEqual([]);
    // n is doubled twice on the way from a40 to a38.
    expect(tested.analysis.fabric.blocks.map(({ axes }) => axes[0])).toMatchObject([{ high: 4 }, { high: 8 }]);
  });

  it.each([
    ['forwards', lines],
    ['backwards', linesBack],
  ])('of twenty thousand, declared %s, is one problem at a line', async (_, order) => {
    const chain = `${order(20_000, (i) => `let a${i} = a${i + 1} + 1`)}\nlet a20000 = 1\n`;
    const tested = await sane(`${racks}${chain}rack r[1..a0] : OpenRackV3\nrack s[1..a1000] : OpenRackV3`);
    expect(briefly(serious(tested))).toEqual([
      'value/too-large: More than 200 values depend on one another here, each on the next.',
    ]);
  });

  it('of parentheses and sums counts with it', async () => {
    const sum = `${'(1 + '.repeat(90)}a${')'.repeat(90)}`;
    const chain = lines(300, (i) => `let a${i} = ${sum.replace('a', `a${i + 1}`)}`);
    const tested = await sane(`${racks}${chain}\nlet a300 = 1\nrack r[1..a0] : OpenRackV3`);
    expect(serious(tested).map(({ rule }) => rule)).toEqual(['value/too-large']);
  });

  it('of a hundred and fifty is computed', async () => {
    const chain = `${lines(150, (i) => `let a${i} = a${i + 1} + 1`)}\nlet a150 = 1\n`;
    const tested = await sane(`${racks}${chain}rack r[1..a0] : OpenRackV3`);
    expect(serious(tested)).toEqual([]);
    expect(tested.analysis.fabric.blocks[0]?.axes[0]).toMatchObject({ high: 151 });
  });

  it('of names of a type leads to the type, however long it is', async () => {
    const chain = `${lines(30, (i) => `let T${i} = T${i + 1}`)}\nlet T30 = OpenRackV3\n`;
    expect(serious(await sane(`${racks}${chain}rack r : T0`))).toEqual([]);
    expect(briefly(serious(await sane(`${racks}let A = B\nlet B = A\nrack r : A`)))).toEqual([
      'value/arithmetic: `A` depends on itself.',
    ]);
  });
});

describe('a chain of types', () => {
  it.each([
    ['forwards', lines],
    ['backwards', linesBack],
  ])('of twenty thousand, declared %s, is one problem at a line', async (_, order) => {
    const chain = order(20_000, (i) => `rack type T${i} is T${i + 1} { }`);
    const tested = await sane(`rack type T20000 { height 40 OU }\n${chain}\nrack r : T0`);
    expect(briefly(serious(tested))).toEqual([
      'value/too-large: More than 100 types depend on one another here, each on the next.',
    ]);
  });

  it('of fifty inherits from its end', async () => {
    const chain = lines(50, (i) => `rack type T${i} is T${i + 1} { }`);
    const tested = await sane(`${chain}\nrack type T50 { height 40 OU }\nrack r : T0`);
    expect(serious(tested)).toEqual([]);
    expect(tested.analysis.fabric.blocks[0]?.part?.values).toHaveProperty('height');
  });
});

it('a chain of templates of five thousand is one problem at a line', async () => {
  const chain = lines(5000, (i) => `template T${i}() { u : T${i + 1}() }`);
  const tested = await sane(`${racks}${chain}\ntemplate T5000() { rack r : OpenRackV3 }\nv : T0()`);
  expect(briefly(serious(tested))).toEqual(['value/too-large: More than 100 templates contain one another here.']);
});

describe('a path of two hundred thousand names', () => {
  it.each([
    ['in a requirement', (path: string) => `require margin(${path}) >= 1 dB`],
    ['in a link', (path: string) => `import "std/fiber"\nlink ${path} to b over OS2 { length 3 m }`],
    ['in a plug', (path: string) => `import "std/xpo"\nplug Xpo into ${path}`],
    ['in a place', (path: string) => `place ${path} in b`],
    ['in an allow', (path: string) => `allow power/rack-budget because "x" on ${path}`],
    ['in a property', (path: string) => `import "std/racks"\nrack r : OpenRackV3 { feed ${path} }`],
  ])('%s is one problem', async (_, statement) => {
    const tested = await sane(statement(`a${'.b'.repeat(200_000)}`));
    expect(serious(tested).map(({ rule }) => rule)).toEqual(['syntax/expected']);
  });
});
