// Costs in what is computed from facts: the currency goes with the value, and two currencies never mix.
import { printValue } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { figure, findingsOf } from '../kit/design.ts';

const design = (other = 'USD'): string => `import "std/osfp"
module type Dr8 is Osfp800Dr8 { price 1000 USD  power 15 W }
switch type Dear { height 2 RU  power 1 kW  price 30000 USD  ports p[1..2] : OSFP }
switch type Cheap { height 2 RU  power 1 kW  price 20000 ${other}  ports p[1..2] : OSFP }
host type Node { height 4 RU  power 10 kW  price 200000 USD  accelerators 8  ports n[1..2] : OSFP }
switch a : Dear
switch b : Cheap
host h[1..2] : Node
`;

const found = async (requirement: string, other?: string) =>
  (await findingsOf(`${design(other)}require ${requirement}\n`))
    .filter(({ rule }) => rule.startsWith('requirement/') || rule.startsWith('value/'))
    .map(({ rule, message }) => `${rule}: ${message}`);

describe('costs are computed with', () => {
  it.each([
    ['cost(a) + cost(b) <= 50000 USD', []],
    ['cost(a) <= 1.5 * cost(b)', []],
    ['cost(a) <= 1.4 * cost(b)', [expect.stringMatching(/^requirement\/unmet: .*30,000 USD.*28,000 USD/)]],
    ['cost(h) / 4 <= 100000 USD', []],
    ['cost(a, b) <= 50000 USD', []],
  ])('%s', async (requirement, expected) => {
    expect(await found(requirement)).toEqual(expected);
  });

  it('a sum is printed in its currency', async () => {
    expect(printValue(await figure(design(), 'cost(a) + cost(b) <= 1 USD'))).toBe('50,000 USD');
  });
});

describe('two currencies', () => {
  it.each([
    'cost(a) + cost(b) <= 50000 USD',
    'cost(a) <= 2 * cost(b)',
    'cost(a) / cost(b) <= 2',
    'cost(a, b) <= 50000 USD',
  ])('have no sum, no ratio and no order: %s', async (requirement) => {
    expect(await found(requirement, 'EUR')).toEqual([
      expect.stringMatching(/^requirement\/unknown: .*USD.*EUR|EUR.*USD/),
    ]);
  });
});

it('costs of nothing in particular are those of the hall: without a subject there is none', async () => {
  expect((await findingsOf(`${design()}require cost <= 1 USD\n`)).map(({ rule }) => rule)).toContain('require/fact');
});
