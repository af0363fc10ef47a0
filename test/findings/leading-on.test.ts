// Mistakes of somebody who begins, and whether what is said of them leads on.
import { expect, it } from 'vitest';
import { analysisOf, findingsOf } from '../kit/design.ts';

const lines = [
  'import "std/osfp"',
  'switch type Leaf { height 2 RU  power 1 kW  ports up[1..2] : OSFP }',
  'network n : scale-out {',
  '    switch a : Leaf',
  '    switch b : Leaf',
  '    plug Osfp800Dr8 into a.*, b.*',
  '    link a.up to b.up over OS2 { length 3 m  connectors 2 x MPO16 }',
  '}',
];
const design = lines.join('\n');

/** What is said of the design with a mistake in it. */
const saidOf = async (right: string, wrong: string) => {
  expect(design).toContain(right);
  return (await findingsOf(design.replace(right, wrong))).map(({ rule, help }) => `${rule}: ${help ?? ''}`);
};

it.each([
  [
    'a fiber that is not there',
    'over OS2',
    'over SMF',
    /^name\/unknown: Fiber types here are `OS2`, .* and \d+ more\./,
  ],
  ['a module', 'plug Osfp800Dr8', 'plug Transceiver', /^name\/unknown: Module types here are `Osfp/],
  ['a switch type', 'a : Leaf', 'a : Tor', /^name\/unknown: The switch type here is `Leaf`\./],
  ['a misspelt one', 'a : Leaf', 'a : Laef', /^name\/unknown: Did you mean|^name\/unknown: Declare/],
  ['a height without a unit', 'height 2 RU', 'height 2', /^value\/no-unit: For example, write `2 RU`\.$/],
])('%s is answered with what there is', async (_, right, wrong, said) => {
  const [first, ...others] = await saidOf(right, wrong);
  expect(first).toMatch(said);
  expect(others).toEqual([]);
});

it('names of the plant are answered with those that are there, but for those in the same list', async () => {
  const plant =
    'feed A { capacity 9 kW }\nfeed B { capacity 9 kW }\nups U { capacity 9 kW  fed by Mains }\nloop primary { from Cooler }\n';
  const { findings } = await analysisOf(
    `import "std/racks"\n${plant}rack r : Eia42 { power 4 kW  fed by A, Generator\n  cooled by Glycol }\n`,
  );
  const said = findings.flatMap(({ rule, message, help = '' }) =>
    rule === 'name/unknown' ? [`${/`.*?`/.exec(message)} ${help.split('. ')[0]}`] : [],
  );
  expect(said).toEqual([
    '`Mains` There are `A` and `B` here',
    '`Cooler` Declare it, or import the file that declares it.',
    '`Generator` There are `B` and `U` here',
    '`Glycol` There is `primary` here',
  ]);
});

it('an index where a number of elements is meant', async () => {
  const said = async (array: string) =>
    (await analysisOf(`${design}\nswitch c${array} : Leaf\n`)).findings
      .filter(({ rule }) => rule === 'value/single-index')
      .map(({ message, help }) => `${message} ${help}`);
  expect(await said('[4]')).toEqual([
    '`[4]` is one element, with the index 4; `[1..4]` are 4 elements. Write `[1..4]`, or `[4..4]` for this one alone.',
  ]);
  for (const array of ['[1]', '[1..4]', '[4..4]', '[2, 4]']) expect(await said(array)).toEqual([]);
});
