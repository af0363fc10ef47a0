// Workbooks: what a reader finds in the file, and that it is the same file each time.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Sheet, xlsxOf } from '../src/xlsx.ts';

const table: Sheet = {
  title: 'Cable schedule',
  heads: [
    { text: 'Cable', isNumeric: false },
    { text: 'Length to order (m)', isNumeric: true },
  ],
  rows: [
    ['7VPG-HA70', 15],
    ['1234-0E12', 'unknown'],
    ['=1+1', 1234.5678],
    ['a <b> & "c"', ''],
  ],
  notes: ['Total: 5 USD.'],
};

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

/** The cells of a worksheet in order: a number, or the text that it shares with others. */
function cellsOf(parts: Readonly<Record<string, string>>, sheet = 1): (string | number)[][] {
  const unescaped = (text: string): string =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>.*?<t[^>]*>([^<]*)<\/t>.*?<\/si>/g)].map(
    ([, text = '']) => unescaped(text),
  );
  const xml = parts[`xl/worksheets/sheet${sheet}.xml`] ?? '';
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*)>(?:<v>([^<]*)<\/v>)?/g)].map(([, attributes = '', value = '']) =>
      attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : Number(value),
    ),
  );
}

describe('a workbook', () => {
  it('has numbers as numbers and everything else as text, whatever it looks like', async () => {
    const parts = partsOf(await xlsxOf(table));
    expect(cellsOf(parts)).toEqual([
      ['Cable', 'Length to order (m)'],
      ['7VPG-HA70', 15],
      ['1234-0E12', 'unknown'],
      ['=1+1', 1234.5678],
      ['a <b> & "c"'],
    ]);
    // No cell is a formula.
    expect(Object.values(parts).join('')).not.toMatch(/<f[ >]/);
  });

  it('has its notes on a sheet of their own, and none where there are none', async () => {
    expect(cellsOf(partsOf(await xlsxOf(table)), 2)).toEqual([['Total: 5 USD.']]);
    expect(Object.keys(partsOf(await xlsxOf({ ...table, notes: [] })))).not.toContain('xl/worksheets/sheet2.xml');
  });

  it('keeps its head in sight, on every page too, and is as wide as a page', async () => {
    const parts = partsOf(await xlsxOf(table));
    const sheet = parts['xl/worksheets/sheet1.xml'];
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toMatch(/<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/);
    expect(parts['xl/workbook.xml']).toContain('localSheetId="0">\'Cable schedule\'!$1:$1</definedName>');
  });

  it('is on A3 where A4 would be too small to read', async () => {
    const heads = Array.from({ length: 12 }, (_, i) => ({ text: `Column ${i}`, isNumeric: false }));
    const wide = { ...table, heads, rows: [heads.map(() => 'about twenty characters')] };
    expect(partsOf(await xlsxOf(wide))['xl/worksheets/sheet1.xml']).toContain('paperSize="8"');
  });

  it('is the same file each time, whenever and wherever', async () => {
    const first = await xlsxOf(table);
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Chatham';
      await new Promise((resolve) => setTimeout(resolve, 2100));
      expect(Buffer.compare(await xlsxOf(table), first)).toBe(0);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('of no rows has its head', async () => {
    expect(cellsOf(partsOf(await xlsxOf({ ...table, rows: [] })))).toEqual([['Cable', 'Length to order (m)']]);
  });
});
