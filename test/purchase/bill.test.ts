// The bill of materials: lengths to order, spares, prices and totals, each worked out by hand.
import { reportOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, type Files, findingsOf } from '../kit/design.ts';
import { type Row, rowsOf } from '../kit/tables.ts';

/** Two boxes with four DR8 links between them; more parts and more statements may follow. */
const boxes = (box = '', fiber = '', length = '12 m', more = ''): string => `import "std/osfp"
fiber type Cord is OS2 { ${fiber} }
switch type Box { height 2 RU  ports p[1..4] : OSFP  ${box} }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over Cord { length ${length} }
${more}
`;

async function billOf(text: string, files?: Files) {
  const { facts, findings } = await analysisOf(text, files);
  const rows = rowsOf('bom', facts);
  const line = (part: string, kind = /./): Row =>
    rows.find((row) => row['part'] === part && kind.test(String(row['kind']))) ?? {};
  return { rows, line, cost: reportOf(facts).cost, findings };
}

describe('cables are ordered in lengths that are sold', () => {
  it.each([
    ['12 m', '', 15],
    ['15 m', '', 15],
    ['15.01 m', '', 20],
    // As long as it is: nothing usual is longer.
    ['640 m', '', 640],
    // What the part says comes first, in whatever order.
    ['12 m', 'lengths 30 m, 14 m', 14],
    ['31 m', 'lengths 30 m, 14 m', 31],
  ])('%s, of %j', async (length, fiber, expected) => {
    expect((await billOf(boxes('', fiber, length))).line('Cord')).toMatchObject({ 'length-m': expected, count: 4 });
  });

  it('and cables of one length to order are one line, whatever their own lengths', async () => {
    const more =
      'switch c : Box\nplug Osfp800Dr8 into c.p\nswitch d : Box\nplug Osfp800Dr8 into d.p\nlink c.p to d.p over Cord { length 13.5 m }';
    const { rows } = await billOf(boxes('', '', '12 m', more));
    expect(rows.filter(({ part }) => part === 'Cord').map((row) => [row['length-m'], row['count']])).toEqual([[15, 8]]);
  });

  it('from the configuration of the project', async () => {
    const files = { 'lightloom.json': '{ "lengths": ["50 m", "13 m"] }' };
    expect((await billOf(boxes(), files)).line('Cord')).toMatchObject({ 'length-m': 13 });
  });
});

describe('spares', () => {
  it('are a share by kind, rounded up to whole pieces', async () => {
    const files = { 'lightloom.json': '{ "spares": { "module": "5 %", "switch": "50 %", "fiber": "0 %" } }' };
    const { line } = await billOf(boxes(), files);
    // 5 % of 8 are 0.4; half of 2 is 1.
    expect(line('Osfp800Dr8')).toMatchObject({ count: 8, spares: 1, order: 9 });
    expect(line('Box')).toMatchObject({ count: 2, spares: 1, order: 3 });
    expect(line('Cord')).toMatchObject({ count: 4, spares: 0, order: 4 });
  });

  it('of a part come before those of its kind', async () => {
    const files = { 'lightloom.json': '{ "spares": { "switch": "50 %" } }' };
    expect((await billOf(boxes('spares 0 %'), files)).line('Box')).toMatchObject({ spares: 0, order: 2 });
    expect((await billOf(boxes('spares 60 %'), files)).line('Box')).toMatchObject({ spares: 2, order: 4 });
  });

  it('aren’t one more for a share that is whole', async () => {
    // 7 % of 100 are 7, though 0.07 × 100 is more in binary.
    expect(0.07 * 100).toBeGreaterThan(7);
    const text = 'switch type S { height 1 OU  spares 7 % }\nswitch s[1..100] : S\n';
    expect((await billOf(text)).line('S')).toMatchObject({ count: 100, spares: 7 });
  });
});

describe('what comes with something else', () => {
  const rackful = `import "std/plant"
import "std/racks"
import "std/xpo"
coolant type C { base PG25-fluid }
switch type Box { height 1 OU  supplies 3 x 1.5 kW, n+1  couplings 2 x UQD08 }
shelf type Power { power 33 kW  supplies 6 x 5.5 kW, n+1  height 1 OU }
rack type R is OpenRackV3 { shelves 2 x Power }
rack r[1..3] : R
feed A { capacity 1 MW  price 90000 USD }
network n : scale-out { switch s[1..6] : Box  place s[*] in r[*] 2 each }
`.replace('coolant type C { base PG25-fluid }\n', '');

  it('is counted: supplies, shelves, couplings, feeds', async () => {
    const { rows } = await billOf(rackful);
    expect(rows.map((row) => [row['kind'], row['part'], row['count']])).toEqual([
      ['switch', 'Box', 6],
      ['supply', 'Box supply', 18],
      ['rack', 'R', 3],
      ['shelf', 'Power', 6],
      ['feed', 'A', 1],
      ['coupling', 'UQD08', 12],
    ]);
  });

  it('is in the total where it has a price, and lacks none where it hasn’t', async () => {
    const { line } = await billOf(rackful);
    expect(line('Box supply')).toMatchObject({ price: '', total: '' });
    expect(line('A')).toMatchObject({ price: 90_000, total: 90_000, currency: 'USD' });
    expect(line('Box')).toMatchObject({ price: 'unknown', total: 'unknown' });
  });
});

describe('prices of parts', () => {
  const priced = boxes(
    'price 1200 USD source "quote 7"  vendor "Acme"  part-number "BX-2"  lead-time 16 weeks',
    'price 60 USD at 15 m, 90 USD at 30 m',
    '12 m',
    'module type Dear is Osfp800Dr8 { price 950.5 USD }',
  ).replace('plug Osfp800Dr8', 'plug Dear');

  it('are in the bill, with vendor, number, lead time and source, and in its total', async () => {
    const { line, cost } = await billOf(priced);
    expect(line('Box')).toMatchObject({
      vendor: 'Acme',
      'part-number': 'BX-2',
      price: 1200,
      total: 2400,
      currency: 'USD',
      'lead-time-weeks': 16,
      'price-source': 'quote 7',
    });
    // 2 × 1,200 + 8 × 950.50 + 4 × 60.
    expect(line('Cord')).toMatchObject({ price: 60, total: 240 });
    expect(cost?.text).toBe('Total: 10,244 USD.');
  });

  it('that are unknown are said, with what is known of the sum, and never zero', async () => {
    const { line, cost } = await billOf(priced.replace('price 1200 USD source "quote 7"', ''));
    expect(line('Box')).toMatchObject({ price: 'unknown', total: 'unknown', currency: '' });
    expect(cost?.text).toBe('Total: at least 7,844 USD; 1 of 3 parts has no price.');
    expect(cost?.rows[0]?.cost).toMatchObject({ value: Number.NaN, known: 7844, unknown: 'Box has no `price`' });
  });

  it('at a length that isn’t priced are unknown', async () => {
    const { line, cost } = await billOf(priced.replace('length 12 m', 'length 40 m'));
    expect(line('Cord')).toMatchObject({ 'length-m': 40, price: 'unknown' });
    expect(cost?.rows[0]?.cost.unknown).toBe('Cord has no price at 40 m');
  });

  it('in two currencies have no total, and a sum for each', async () => {
    const { cost } = await billOf(priced.replace('950.5 USD', '950.5 EUR'));
    expect(cost?.text).toBe('Total: 2,640 USD and 7,604 EUR.');
    expect(cost?.rows[0]?.cost).toMatchObject({ value: Number.NaN, unknown: 'its prices are in USD and EUR' });
  });

  it('leave a bill without any as it is', async () => {
    expect((await billOf(boxes())).cost).toBeUndefined();
  });

  it('are amounts of money', async () => {
    const found = async (price: string) => (await findingsOf(boxes(`price ${price}`))).map(({ message }) => message);
    expect(await found('1200')).toEqual([expect.stringMatching(/^`price` needs a unit: USD, EUR/)]);
    expect(await found('12 kW')).toEqual([
      expect.stringMatching(/^`price` is an amount of money, in USD, .*; this is a power\.$/),
    ]);
    expect(await found('-5 USD')).toEqual(["`price` can't be negative."]);
  });
});

it('is sorted as a buyer sorts: by kind, vendor and number, what has none last', async () => {
  const type = (name: string, more: string): string =>
    `switch type ${name} { height 1 OU  ${more} }\nswitch ${name.toLowerCase()} : ${name}\n`;
  const text = [
    type('Plain', ''),
    type('Late', 'vendor "Zeta"  part-number "1"'),
    type('Second', 'vendor "Acme"  part-number "B-2"'),
    type('First', 'vendor "Acme"  part-number "B-1"'),
    type('Nameless', 'vendor "Acme"'),
  ].join('');
  const { rows } = await billOf(text);
  const sorted = rows.filter(({ kind }) => kind === 'switch').map(({ part }) => part);
  expect(sorted).toEqual(['First', 'Second', 'Nameless', 'Late', 'Plain']);
});

it('lists supplies that are not given as unknown, but none of a box that takes the voltage of a busbar', async () => {
  const supplies = async (more: string) => {
    const { rows } = await billOf(`switch type Box { height 1 OU  ${more} }\nswitch b[1..3] : Box\n`);
    return rows.filter(({ kind }) => kind === 'supply').map((row) => [row['part'], row['detail'], row['count']]);
  };
  expect(await supplies('')).toEqual([['Box supply', 'power supply, not given', 'unknown']]);
  expect(await supplies('supplies 2 x 3 kW, n+1')).toEqual([['Box supply', 'power supply, 3 kW', 6]]);
  expect(await supplies('voltage 46 V..52 V')).toEqual([]);
});
