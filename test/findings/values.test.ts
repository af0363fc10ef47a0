// Values that nothing has, and values that are given twice: each is one message that says what to write.
import { describe, expect, it } from 'vitest';
import { analysisOf, briefly, findingsOf } from '../kit/design.ts';

const problems = async (text: string) =>
  (await analysisOf(text)).findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message, help }) => [rule, message, help]);

describe('zero', () => {
  it.each([
    ['a density', 'coolant type C { density 0 kg/m³ }', 'density'],
    ['a specific heat', 'coolant type C { specific-heat 4 kJ/kg·K at 20 °C, 0 kJ/kg·K at 40 °C }', 'specific-heat'],
    ['a delay', 'fiber type F { mode single-mode  attenuation 0.4 dB/km  delay 0 ns/m }', 'delay'],
    ['a symbol rate', 'optics type O { lanes 1  lane-rate 100 Gbps  symbol-rate 0 GBd }', 'symbol-rate'],
    ['a flow coefficient', 'coupling type Q { flow-coefficient 0 Cv }', 'flow-coefficient'],
  ])('is no value of %s', async (_, text, name) => {
    const help = `Give its value, or leave \`${name}\` out: then it is unknown.`;
    expect(await problems(`${text}\n`)).toEqual([['value/zero', `\`${name}\` can't be zero.`, help]]);
  });

  it('is one of a power, a loss, a length and a temperature', async () => {
    const text = `import "std/fiber"
switch type Box { height 0 RU  power 0 W }
panel type Bare { loss 0 dB }
loop l { supply 0 °C }
switch a : Box
`;
    expect(await problems(text)).toEqual([]);
  });
});

describe('a property that is given twice', () => {
  const view = (said: string) => `switch type Box { height 1 RU }
switch a : Box
switch b : Box
view v "Both" { ${said} }
`;
  it('is one list where it takes several values', async () => {
    const help = 'Write both after one word: `expand a, b`.';
    expect(await problems(view('expand a  expand b'))).toEqual([['property/twice', '`expand` is given twice.', help]]);
    expect(await problems(view('expand a, b'))).toEqual([]);
  });

  it('is only that where it takes one', async () => {
    expect(await problems(view('color by power  color by power'))).toEqual([
      ['property/twice', '`color` is given twice.', undefined],
    ]);
  });
});

describe('a thing that can be in one place only', () => {
  const warnings = async (text: string) =>
    (await analysisOf(text)).findings
      .filter(({ severity }) => severity !== 'note')
      .map(({ rule, message }) => [rule, message]);
  const boxes = `import "std/osfp"
import "std/racks"
import "std/cooling"
rack type R is Eia42 { power 10 kW }
switch type Box { height 2 RU  power 1 kW  ports p[1..4] : OSFP }
switch a[1..2] : Box
`;

  it('is a device in two racks', async () => {
    expect(await warnings(`${boxes}rack r[1..2] : R\nplace a[*] in r[1]\nplace a[1] in r[2]`)).toEqual([
      ['place/twice', '1 device of `a[1]` is in a rack already.'],
    ]);
    expect(await warnings(`${boxes}rack r[1..2] : R\nplace a[2] in r[1]\nplace a[1] in r[2]`)).toEqual([]);
  });

  it('is a CDU in two racks', async () => {
    const cdus = 'cdu type C { capacity 100 kW  height 4 OU }\ncdu c : C\nrack r[1..2] : R\n';
    expect(await warnings(`${boxes}${cdus}place c in r[1]\nplace c in r[2]`)).toEqual([
      ['place/twice', '1 CDU of `c` is in a rack already.'],
    ]);
  });

  it('is a module in a cage that holds another', async () => {
    const plugs = (second: string) => `${boxes}plug Osfp800Dr8 into a[*].p\nplug ${second} into a[1].p[1..2]`;
    expect(await warnings(plugs('Osfp800Sr8'))).toEqual([
      ['plug/twice', '2 cages of `a[1].p[1..2]` hold another module already: Osfp800Dr8.'],
    ]);
    expect(await warnings(plugs('Osfp800Dr8'))).toEqual([]);
  });

  it('is a rack on two loops', async () => {
    const loops = 'loop l { coolant PG25 }\nloop m { coolant PG25 }\n';
    expect(await warnings(`${boxes}${loops}rack r : R { cooled by l, m }`)).toEqual([
      ['loop/branch', 'A rack can be cooled by one loop only.'],
    ]);
  });
});

describe('what says nothing', () => {
  it('is no reason for an allowance', async () => {
    const text = 'switch type Box { height 1 RU  power 1 kW }\nswitch a : Box\nallow power because " "\n';
    const help = 'Write the reason: `allow power because "…"`.';
    expect(await problems(text)).toEqual([
      ['allow/reason', 'This allowance gives no reason, so it allows nothing.', help],
    ]);
  });

  it('is no source of a figure', async () => {
    const design = (source: string) => `switch type Box { height 1 RU  power 1 kW source "${source}" }
network n : scale-out { switch a : Box }
require power(n) <= 2 kW
`;
    const told = async (source: string) => (await analysisOf(design(source))).findings.map(({ rule }) => rule);
    expect(await told(' ')).toEqual(['provenance/unsourced']);
    expect(await told('data sheet')).toEqual([]);
  });
});

describe('an exponent', () => {
  it.each([
    ['1e3 W', '1000'],
    ['2.5E-3 kW', '0.0025'],
    ['1e+2 W', '100'],
    ['1e30 W', undefined],
  ])('of %s is reported with the number that was meant', async (value, meant) => {
    const help = meant === undefined ? undefined : `Did you mean \`${meant}\`?`;
    expect(await problems(`switch type Box { height 1 RU  power ${value} }\n`)).toEqual([
      ['syntax/separator', 'A number has no exponent.', help],
    ]);
  });

  it('is none in a name', async () => {
    expect(await problems('switch type 1e3 { height 1 RU }\nswitch a : 1e3\n')).toEqual([]);
  });
});

describe('a sign before a number', () => {
  it.each([
    ['.5 kW', 'A number starts with a digit.', 'Write `0.5 kW`.'],
    ['+5 kW', 'A number has no `+`.', 'Write `5 kW`.'],
  ])('as in %s is reported with what was meant', async (value, says, help) => {
    const message = ['syntax/separator', says, help];
    expect(await problems(`switch type Box { height 1 RU  power ${value} }\n`)).toEqual([message]);
    expect(await problems(`let x = ${value}\nrequire power(hall) <= 1 kW\n`)).toEqual([message]);
  });
});

describe('a value that nothing uses', () => {
  const box = 'switch type Box { height 1 RU }\nswitch b : Box\n';
  it.each([
    ['let a = a + 1', ['`a` depends on itself.']],
    ['let a = b2 + 1\nlet b2 = a', ['`a` depends on itself.']],
    ['let a = 5 kW + 3 m', ["`+` has no result: a power and a length can't be combined."]],
    ['let a = 5 kW + 3 kW', []],
    ['let a = Box', []],
    ['let a = power(b) + 1 kW', []],
  ])('is computed all the same: %s', async (text, says) => {
    expect((await problems(`${box}${text}\n`)).map(([, message]) => message)).toEqual(says);
  });
});

it('a temperature in °F says how to convert it', async () => {
  const help = 'Temperatures are in °C: subtract 32 from °F and divide by 1.8.';
  for (const value of ['86 °F', '86°F'])
    expect(await problems(`hall main { air-supply ${value} }\n`)).toEqual([
      ['syntax/unit', "`°F` isn't a unit.", help],
    ]);
});

it('slack beside a length is reported: it would be bought by nobody', async () => {
  const link = (body: string) => `import "std/osfp"
switch type Box { height 1 RU  ports p : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { ${body} }
`;
  expect(briefly(await findingsOf(link('length 10 m  slack 10 %')))).toEqual([
    'link/slack: `slack` has no effect on a cable whose length is given.',
  ]);
  expect(await findingsOf(link('length 11 m'))).toEqual([]);
});
