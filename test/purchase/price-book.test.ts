// Price books: what a line is about, what it gives, and what is wrong with one.

import { describe, expect, it } from 'vitest';
import { readPriceBook } from '../../packages/language/src/prices/index.ts';
import { analysisOf } from '../kit/design.ts';
import { rowsOf } from '../kit/tables.ts';

const design = `import "std/osfp"
switch type Box { height 2 RU  ports p[1..4] : OSFP  part-number "BX-2"  price 1 USD }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p[1..2] to b.p[1..2] over OS2 { length 12 m }
link a.p[3..4] to b.p[3..4] over OS2 { length 45 m }
`;

/** The design with a price book beside it. */
async function withBook(book: string) {
  const files = { 'lightloom.json': '{ "prices": "prices.csv" }', 'prices.csv': book };
  const { facts, findings } = await analysisOf(design, files);
  const rows = rowsOf('bom', facts);
  const prices = rows
    .filter(({ total }) => total !== '')
    .map((row) => [row['part'], row['length-m'], row['price'], row['currency']].filter((each) => each !== ''));
  const said = findings
    .filter(({ rule }) => rule.startsWith('prices/'))
    .map(({ rule, message, severity, origin }) => ({
      rule,
      message,
      severity,
      at: book.slice(origin.start, origin.end),
    }));
  return { prices, said, rows };
}

describe('a line gives a price', () => {
  it('by part or by number, before what the part says itself', async () => {
    const { prices, said } = await withBook(
      'part,part-number,price,currency\nOsfp800Dr8,,1450,USD\n,BX-2,185000,EUR\n',
    );
    expect(said).toEqual([]);
    expect(prices).toEqual([
      ['Box', 185_000, 'EUR'],
      ['Osfp800Dr8', 1450, 'USD'],
      ['OS2', 15, 'unknown'],
      ['OS2', 50, 'unknown'],
    ]);
  });

  it('of the length to order, else of any; whichever says most', async () => {
    const { prices } = await withBook('part,length-m,price\nOS2,,99 USD\nOS2,15,40 USD\n');
    expect(prices.slice(-2)).toEqual([
      ['OS2', 15, 40, 'USD'],
      ['OS2', 50, 99, 'USD'],
    ]);
  });

  it('with vendor, number, lead time, date and source', async () => {
    const head = 'part,vendor,part-number,price,currency,lead-time,date,source';
    const { rows } = await withBook(`${head}\nBox,Acme,BX-2/EU,185000,EUR,26 weeks,2026-11-30,quote 17\n`);
    expect(rows[0]).toMatchObject({
      vendor: 'Acme',
      'part-number': 'BX-2/EU',
      price: 185_000,
      total: 370_000,
      'lead-time-weeks': 26,
      'price-source': 'quote 17, 2026-11-30',
    });
  });

  it.each([
    ['semicolons and a byte-order mark', '\uFEFFpart;price;currency\r\nBox;5;USD\r\n'],
    ['tabs', 'part\tprice\tcurrency\nBox\t5\tUSD'],
    ['heads as people write them', 'Part,Unit price,Currency\nBox,5,usd\n'],
    ['quotes, and columns of its own', 'part,"price",note\n"Box","5 USD","a ""b"", c\nd"\n'],
    ['empty lines', '\n\npart,price\n,,\nBox,5 USD\n\n'],
  ])('in a file with %s', async (_, book) => {
    const { prices, said } = await withBook(book);
    expect(said).toEqual([]);
    expect(prices[0]).toEqual(['Box', 5, 'USD']);
  });

  it('in a bill that was exported, filled in and read again', async () => {
    const { rows } = await withBook('part,price\nOsfp800Dr8,1450.5 USD\n');
    const keys = Object.keys(rows[0] ?? {});
    const bill = [keys.join(','), ...rows.map((row) => keys.map((key) => `"${row[key]}"`).join(','))].join('\n');
    const again = await withBook(bill);
    expect(again.said.filter(({ rule }) => rule !== 'prices/unused')).toEqual([]);
    expect(again.rows).toEqual(rows);
  });
});

describe('a mistake is reported at its cell, once, and its line has no effect', () => {
  it.each([
    ['part,price\nBox,1200\n', 'prices/value', '1200', /has no currency/],
    ['part,price\nBox,"1,200 USD"\n', 'prices/value', '"1,200 USD"', /isn't a price/],
    ['part,price\nBox,-3 USD\n', 'prices/value', '-3 USD', /isn't a price/],
    ['part,price\nBox,3 XYZ\n', 'prices/value', '3 XYZ', /`XYZ` isn't a currency/],
    ['part,price,currency\nBox,3 USD,EUR\n', 'prices/value', '3 USD', /in USD, and its line says EUR/],
    ['part,price,date\nBox,3 USD,30.11.2026\n', 'prices/value', '30.11.2026', /isn't a date/],
    ['part,price,date\nBox,3 USD,2026-02-30\n', 'prices/value', '2026-02-30', /isn't a date/],
    ['part,price,lead-time\nBox,3 USD,soon\n', 'prices/value', 'soon', /isn't a lead time/],
    ['part,price,length-m\nBox,3 USD,0\n', 'prices/value', '0', /isn't a length/],
    ['part,price\n,3 USD\n', 'prices/value', '3 USD', /names no part/],
    ['part,price\n"Box,3 USD\n', 'prices/value', '"', /never closed/],
    ['part,prize\nBox,3 USD\n', 'prices/head', 'prize', /`prize` isn't a column/],
    ['part,price,price\nBox,3 USD,4 USD\n', 'prices/head', 'price', /two columns `price`/],
    ['part,price\nBox,3 USD\nBox,4 USD\n', 'prices/twice', 'Box', /second price/],
  ])('%j', async (book, rule, at, message) => {
    const { said } = await withBook(book);
    const own = said.filter((each) => each.rule !== 'prices/unused');
    expect(own[0]).toMatchObject({ rule, at, severity: 'error', message: expect.stringMatching(message) });
  });

  it('of its head: without a price it gives nothing', async () => {
    const { said, prices } = await withBook('part,vendor\nBox,Acme\n');
    expect(said.map(({ rule, message }) => [rule, message])).toEqual([
      ['prices/head', 'The first line of a price book must name a column `price`.'],
    ]);
    expect(prices[0]).toEqual(['Box', 1, 'USD']);
  });

  it('of a file that is empty, or isn’t there', async () => {
    expect((await withBook('')).said).toMatchObject([{ rule: 'prices/head', message: 'The price book is empty.' }]);
    const files = { 'lightloom.json': '{ "prices": "prizes.csv" }' };
    const { findings } = await analysisOf(design, files);
    expect(findings.filter(({ rule }) => rule.startsWith('prices/'))).toMatchObject([
      { rule: 'prices/unreadable', message: 'The price book `prizes.csv` is not there.', severity: 'error' },
    ]);
  });

  it('of a line that names nothing of the design: one note for all', async () => {
    const { said } = await withBook('part,price\nBox,3 USD\nBux,4 USD\nOsfp800Dr9,4 USD\n');
    expect(said).toMatchObject([
      {
        rule: 'prices/unused',
        severity: 'note',
        at: 'Bux',
        message: '2 lines name no part of this design: Bux, Osfp800Dr9.',
      },
    ]);
  });
});

it('reads a hundred thousand lines, and any text at all', () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => `Part${i},${i} USD`);
  expect(readPriceBook('file:///p.csv', `part,price\n${lines.join('\n')}`).offers).toHaveLength(100_000);
  for (const text of ['"', ',,,', '\r', '\0', 'part,price\n"a""', 'price,part\n=1+1,x', '"part","price"\n"a"b,1'])
    expect(() => readPriceBook('file:///p.csv', text), JSON.stringify(text)).not.toThrow();
});
