// Values that nothing has, and values that are given twice: each is one message that says what to write.
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';

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
