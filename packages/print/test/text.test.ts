// The building blocks of output: tables, ranges of names, widths of text, frames around odd places.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../src/blocks/block.ts';
import { frameLines } from '../src/frame/frame.ts';
import { markdownTable } from '../src/markdown/table.ts';
import { foldRows, likeTheFirst } from '../src/report/rows/fold-rows.ts';
import { visible } from '../src/shown/index.ts';
import { widthOf } from '../src/text/cells.ts';
import { sourceTextOf } from '../src/text/source-text.ts';
import { themeFor } from '../src/text/theme.ts';
import { nameRanges } from '../src/wording/name-ranges.ts';

describe('a table', () => {
  it('lines up, numbers at the right, and keeps each text in its cell', () => {
    const table = markdownTable(
      [{ head: 'Name' }, { head: 'Power', align: 'right' }],
      [
        ['a|b', '1 W'],
        ['c\nd', '1,000 kW'],
        ['漢字', '–'],
      ],
    );
    expect(table.split('\n')).toEqual([
      '| Name   |    Power |',
      '| ------ | -------: |',
      '| `a\\|b` |      1 W |',
      '| c d    | 1,000 kW |',
      '| 漢字   |        – |',
    ]);
  });
  it('is nothing without rows', () => {
    expect(markdownTable([{ head: 'Name' }], [])).toBe('');
  });
});

describe('names', () => {
  it.each([
    [['net[1]', 'net[2]'], 'net[1..2]'],
    [['gpu[1]', 'gpu[2]', 'gpu[4]', 'net[5]'], 'gpu[1..2], gpu[4], net[5]'],
    [['a[1].b[9]', 'a[1].b[10]', 'a[2].b[11]'], 'a[1].b[9..10], a[2].b[11]'],
    [['r', 'r'], 'r, r'],
    [['u[1].r[1]', 'u[1].r[2]', 'u[2].r[1]', 'u[2].r[2]'], 'u[1..2].r[1..2]'],
    [['u[1].r[1..8]', 'u[2].r[1..8]', 'u[3].r[1..7]'], 'u[1..2].r[1..8], u[3].r[1..7]'],
    [['u[1].r[1]', 'u[2].r[2]'], 'u[1].r[1], u[2].r[2]'],
    [[], ''],
  ])('%j are %s', (names, text) => {
    expect(nameRanges(names)).toBe(text);
  });
});

describe('rows', () => {
  const rows = (units: number): Cell[][] =>
    Array.from({ length: units }, (_, u) => [`u[${u + 1}].gpu[1..64]`, { text: '48 kW' }, `u[${u + 1}].water`]);

  it('that differ in an index are one, with every name of it', () => {
    expect(foldRows(rows(64))).toEqual([['u[1..64].gpu[1..64]', { text: '48 kW' }, 'u[1..64].water']]);
  });
  it('with another figure stay apart', () => {
    const other = rows(3).map((row, i) => (i === 1 ? [row[0] ?? '', { text: '47 kW' }, row[2] ?? ''] : row));
    expect(foldRows(other)).toEqual(other);
  });
  it('of sums name the first, and how many are like it', () => {
    expect(foldRows(rows(64), likeTheFirst)[0]?.[0]).toBe('u[1].gpu[1..64], and 63 more alike');
    expect(foldRows(rows(1), likeTheFirst)).toEqual(rows(1));
  });
});

describe('a text', () => {
  it.each([
    ['abc', 3],
    ['°C', 2],
    ['漢', 2],
    ['e\u0301', 1],
    ['👩‍💻', 2],
  ])('%s takes %i cells', (text, cells) => {
    expect(widthOf(text)).toBe(cells);
  });
  it('does not control the terminal', () => {
    expect(visible('\u001b[31m\u202e\u0007')).toBe('␛[31m�␇');
  });
});

describe('a frame', () => {
  const frame = (text: string, start: number, end: number): string[] =>
    frameLines(sourceTextOf('a.fabric', text), [{ start, end, label: 'here', primary: true }], {
      theme: themeFor({ flag: false, env: {}, isTerminal: false }),
      primary: (each) => each,
      gutter: 1,
      width: 60,
    });
  it('points at a word, behind tabs and wide characters', () => {
    expect(frame('\tpower 漢 W', 9, 10)).toEqual(['1 │     power 漢 W', '  │              ^ here']);
  });
  it('points behind the last character of a file', () => {
    expect(frame('abc', 3, 3)).toEqual(['1 │ abc', '  │    ^ here']);
    expect(frame('', 0, 0)).toEqual(['1 │', '  │ ^ here']);
  });
  it('joins the lines of a stretch', () => {
    expect(frame('a {\r\n  b\r\n}', 0, 11)).toEqual(['1 │ ╭ a {', '2 │ │   b', '3 │ │ }', '  │ ╰─^ here']);
  });
});
