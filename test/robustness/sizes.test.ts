// Many and large things: time grows with their number, and messages stay short.
import { formatFabric } from '@lightloom/language';
import { describe, expect, it } from 'vitest';
import { briefly } from '../kit/design.ts';
import { sane, serious } from './sane.ts';

const racks = 'import "std/racks"\n';

describe('ten thousand unknown names', () => {
  it.each([
    ['of types', 'name/unknown', (i: number) => `rack r${i} : Unheard${i}`],
    ['of values', 'name/unknown', (i: number) => `let known${i} = unknown${i} + 1`],
    ['of members', 'require/name', (i: number) => `require hosts(n.unheard${i}) >= 1`],
  ])('%s are each reported', async (_, rule, line) => {
    const text = Array.from({ length: 10_000 }, (_, i) => line(i)).join('\n');
    const found = serious(await sane(`network n : scale-out { }\n${text}`));
    expect(found.length).toBe(10_000);
    expect(new Set(found.map((each) => each.rule))).toEqual(new Set([rule]));
  });

  it('are corrected as far as that takes no time', async () => {
    const found = serious(await sane(`rack type Rack { height 40 OU }\nrack a : Rakc\nrack b : Rcak`));
    expect(found.map(({ help }) => help)).toEqual(['Did you mean `Rack`?', 'Did you mean `Rack`?']);
  });
});

describe('a million blanks', () => {
  const blanks = ' '.repeat(1_000_000);

  it.each([
    ['in a comment', `/* a${blanks}b */\nlet a = 1\n`],
    ['at the end of a line of a comment', `/* a${blanks}\nb */\nlet a = 1\n`],
    ['in a text', `let a = "a${blanks}b"\n`],
    ['before a unit', `rack r : OpenRackV3 { height 30${blanks}mm }\n`],
    ['in a requirement', `rack r : OpenRackV3\nrequire power(r)${blanks}<= 1 kW when any 1 of${blanks}r fail\n`],
  ])('%s take no time', async (_, text) => {
    await sane(racks + text);
    expect(formatFabric(formatFabric(text).text).text).toBe(formatFabric(text).text);
  });
});

/** A line as long as its file, of what is no statement: read in time in proportion. */
describe('a line of many mistakes', () => {
  it.each([
    ['pairs of words', 'swich a b '],
    ['opening quotes', '‘x" '],
    ['quotes that are not closed', '“ '],
    ['signs of no language', '!zyx`_^]\\[ '],
    ['brackets that are not closed', 'x y[ '],
    ['ranges with a dash', '1–2 '],
    ['channels', 'a]/* '],
    ['numbers and commas', '1,'],
  ])('of %s', async (_, words) => {
    const text = `rack type A { height ${words.repeat(30_000)} }`;
    const start = process.cpuUsage();
    expect(serious(await sane(text)).length).toBeGreaterThan(0);
    const { user } = process.cpuUsage(start);
    // In time that grows with the square, each would take minutes; so it takes a second or two.
    expect(user / 1e6).toBeLessThan(10);
  });
});

describe('an array of too many', () => {
  it.each([
    ['racks', 'rack r[1..150000] : OpenRackV3\nrack s[1..150000] : OpenRackV3', '`s` makes 300,000 racks'],
    ['CDUs', 'cdu c[1..4000000] : CHx2000', '`c` makes 4,000,000 CDUs'],
    ['hosts', 'host type H { height 1 RU }\nhost h[1..20000000] : H', '20,000,000 elements are too many'],
  ])('%s is one problem', async (_, text, start) => {
    const found = serious(await sane(`${racks}import "std/cooling"\n${text}`));
    expect(found.map(({ rule }) => rule)).toEqual(['value/too-large']);
    expect(found[0]?.message.startsWith(start)).toBe(true);
  });
});

describe('a path of very many parts', () => {
  const path = (body: string) => `import "std/qsfp"
import "std/amplifiers"
switch type Box { height 2 RU  ports p : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug QsfpDd400Zr into a.p, b.p
link a.p to b.p over OS2 { ${body} }`;

  it.each([
    ['written one by one', `length 1 km  connectors ${'LC, '.repeat(200_000)}LC`, '200,001 values are too many'],
    ['with counts', `length 1 km  connectors ${'9000 x LC, '.repeat(2)}LC`, '18,001 items are too many'],
    [
      'amplifiers',
      `length 1 km  amplifiers ${'9000 x EdfaLowGain, '.repeat(2)}EdfaLowGain`,
      '18,001 items are too many',
    ],
    ['lengths', `spans ${'9000 x 1 km, '.repeat(2)}1 km  amplifiers 2 x EdfaLowGain`, '18,001 items are too many'],
    ['cords', `length 1 km  polarity ${'9000 x A-to-B, '.repeat(2)}A-to-B`, '18,001 items are too many'],
  ])('%s is one problem', async (_, body, start) => {
    const found = serious(await sane(path(body)));
    expect(found.map(({ rule, message }) => [rule, message.startsWith(start)])).toEqual([['value/too-large', true]]);
  });

  it('is followed span by span in time that grows with them', async () => {
    const start = process.cpuUsage();
    await sane(path(`spans ${'1 km, '.repeat(9998)}2 km  amplifiers 10000 x EdfaLowGain`));
    // Where each span asked anew how many there are, minutes.
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(10);
  });
});

describe('a number of 400 digits', () => {
  const digits = '9'.repeat(400);

  it.each([
    ['as a value', `let a = ${digits}\nrack r[1..a] : OpenRackV3`],
    ['as an index', `rack r[${digits}] : OpenRackV3`],
    ['with a unit', `rack r : OpenRackV3 { height ${digits} mm }`],
    ['after a point', `rack r : OpenRackV3 { height 1.${digits} mm }`],
    ['in a `for`', `for i in 1..${digits} { rack r[i] : OpenRackV3 }`],
    ['as a count', `place r in r ${digits} each\nrack r : OpenRackV3`],
    ['below zero', `let a = -${digits}\nrack r[a..1] : OpenRackV3`],
  ])('%s is one message about its digits', async (_, text) => {
    const found = serious(await sane(racks + text));
    expect(found.map(({ rule }) => rule)).toEqual(['syntax/too-long']);
    expect(found[0]?.message).toMatch(/^This number has 40[0-2] characters; the maximum is 100\.$/);
  });

  it('of a hundred digits is read, and what it overflows into has no result', async () => {
    const large = '9'.repeat(100);
    const product = `let a = ${[large, large, large, large].join(' * ')}\nrack r[1..a] : OpenRackV3`;
    expect(briefly(serious(await sane(racks + product)))).toEqual([
      'value/arithmetic: `*` has no result: it is too large for a number.',
    ]);
  });
});

describe('a name of a megabyte', () => {
  const name = 'x'.repeat(1_000_000);

  it.each([
    ['declared', `rack ${name} : OpenRackV3`],
    ['of a type', `rack r : ${name}`],
    ['that starts with a digit', `rack r : 1${name}`],
    ['of a property', `rack r : OpenRackV3 { ${name} 3 W }`],
    ['of a fact', `require ${name}(r) >= 1`],
    ['declared and used', `rack ${name} : OpenRackV3\nrequire hosts(${name}) >= 1`],
  ])('%s is told by its length', async (_, text) => {
    const found = serious(await sane(racks + text));
    expect(found[0]?.rule).toBe('syntax/too-long');
    expect(found[0]?.message).toMatch(/^This name has 1,000,00[01] characters; the maximum is 256\.$/);
    for (const { message, help = '' } of found) expect(message.length + help.length).toBeLessThan(2000);
  });

  it('is short in the message about a path', async () => {
    const found = serious(await sane(`import "./${name}"`));
    expect(briefly(found)).toEqual(['syntax/too-long: This text has 1,000,004 characters; the maximum is 2,000.']);
  });
});

describe('a text of a megabyte', () => {
  const text = '/**'.repeat(300_000);

  it.each([
    ['as a source', `rack r : OpenRackV3 { height 40 OU source "${text}" }`],
    ['as a reason', `allow density/faceplate because "${text}"`],
    ['as a title', `view tree "${text}"`],
    ['as a value', `let a = "${text}"`],
    ['that is not closed', `let a = "${text}`],
  ])('%s is told by its length', async (_, line) => {
    const found = serious(await sane(racks + line));
    expect(found[0]?.message).toMatch(
      /^This text (has 900,00[12] characters; the maximum is 2,000|isn't closed before the end of the line)\.$/,
    );
    for (const { message, help = '' } of found) expect(message.length + help.length).toBeLessThan(2000);
  });
});

describe('what a property does not read', () => {
  const head = `import "std/osfp"\nimport "std/fiber"\n${racks}switch type X { height 1 OU  power 1 kW  ports p[1..8] : OSFP }
switch a : X\nswitch b : X\n`;
  const link = (path: string) => `${head}link a.p[1] to b.p[1] over OS2 { ${path} }`;

  it.each([
    ['polarity foo x type-B', 'name/unknown: `foo` is not defined.'],
    ['polarity NaN x type-B', 'name/unknown: `NaN` is not defined.'],
    ['polarity 2.5 x type-B', 'value/kind: A count must be a whole number, not a plain number.'],
    ['polarity type-B low-loss', 'value/kind: `polarity` takes no `low-loss`.'],
    ['length 3 m low-loss', 'value/kind: `length` takes no `low-loss`.'],
    ['length 2 x 3 m', 'value/kind: `length` takes no count before its value.'],
    ['length 3 m at 5 m', 'value/kind: `length` takes no `at`.'],
    ['length 3 m..5 m', 'value/kind: `length` takes no range of values.'],
    ['connectors 2 x MPO16 at 5 m', 'value/kind: `connectors` takes no `at`.'],
    ['connectors <= 2 x MPO16', 'value/kind: `connectors` takes no comparison.'],
    ['length unknown, 3 m', 'name/unknown: `unknown` is not defined.'],
    ['length unknown at 3 m', 'value/kind: `unknown` takes nothing beside it.'],
  ])('is an error: %s', async (path, message) => {
    const found = briefly(serious(await sane(link(path))).filter(({ severity }) => severity === 'error'));
    expect(found.filter((each) => !each.startsWith('optics/'))).toEqual([message]);
  });
});
