// Tables as files that aren't text, and price books on the command line.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetsFolder, folder, lightloom } from '../lightloom.ts';

const design = `import "std/osfp"
switch type Box { height 2 RU  ports p[1..4] : OSFP  price 900 USD }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 12 m }
`;
const book = 'part,price\nBox,1500 EUR\n';

describe('a table as a file', () => {
  it.each([
    ['bom', 'xlsx', 'PK'],
    ['cables', 'xlsx', 'PK'],
    ['labels', 'xlsx', 'PK'],
    ['labels', 'pdf', '%PDF-1.7'],
  ])('%s as %s is written, the same bytes in another run', async (table, format, start) => {
    const cwd = folder({ 'a.fabric': design });
    const assets = assetsFolder();
    const made = async (name: string): Promise<Buffer> => {
      const { code, out, err } = await lightloom(['export', table, 'a.fabric', '-f', format, '-o', name], {
        cwd,
        assets,
      });
      expect([code, out, err]).toEqual([0, '', '']);
      return readFileSync(join(cwd, name));
    };
    const first = await made(`one.${format}`);
    expect(first.toString('latin1', 0, start.length)).toBe(start);
    expect(first.equals(await made(`two.${format}`))).toBe(true);
  });

  it('isn’t printed on a terminal', async () => {
    const { code, out, err } = await lightloom(['export', 'bom', 'a.fabric', '-f', 'xlsx'], {
      cwd: folder({ 'a.fabric': design }),
      isTerminal: true,
    });
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('error: XLSX is not text: write it to a file with -o FILE.xlsx.\n');
  });

  it.each([
    [['bom', '-f', 'pdf'], 'bom has no format pdf; labels have.'],
    [['labels', '--sheet', 'l7651'], '--sheet is for labels as PDF; add -f pdf.'],
    [['bom', '--by', 'rack'], "bom can't be grouped by rack; cables can."],
    [['labels', '-f', 'pdf', '--sheet', '2x400'], 'A label is from 5 mm to 300 mm wide and high; 2x400 isn’t.'],
  ])('is refused where it makes no sense: %j', async (args, message) => {
    const [table = '', ...options] = args;
    const cwd = folder({ 'a.fabric': design });
    const { code, out, err } = await lightloom(['export', table, 'a.fabric', ...options, '-o', 'out'], {
      cwd,
      assets: assetsFolder(),
    });
    expect([code, out, err.replaceAll("isn't", 'isn’t').replaceAll("can't", "can't")]).toEqual([
      2,
      '',
      `error: ${message}\n`,
    ]);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('says that a label had to be cut', async () => {
    const long = `switch ${'x'.repeat(200)} : Box\nplug Osfp800Dr8 into ${'x'.repeat(200)}.p\nswitch c : Box\nplug Osfp800Dr8 into c.p\nlink ${'x'.repeat(200)}.p[1] to c.p[1] over OS2 { length 12 m }`;
    const cwd = folder({ 'a.fabric': `${design}${long}\n` });
    const args = ['export', 'labels', 'a.fabric', '-f', 'pdf', '--sheet', '10x6', '-o', 'labels.pdf'];
    const { code, err } = await lightloom(args, { cwd, assets: assetsFolder() });
    expect(code).toBe(0);
    expect(err).toMatch(/warning: \d+ labels had to be cut: take a larger one with --sheet\./);
  });
});

describe('a price book', () => {
  const price = async (args: readonly string[], files: Readonly<Record<string, string>>) => {
    const cwd = folder({ 'a.fabric': design, ...files });
    const ran = await lightloom(['export', 'bom', 'a.fabric', '-f', 'json', ...args], { cwd });
    const rows = ran.out === '' ? [] : (JSON.parse(ran.out) as { rows: { part: string; price: number }[] }).rows;
    return { ...ran, cwd, price: rows.find(({ part }) => part === 'Box')?.price };
  };
  const named = { 'lightloom.json': '{ "prices": "prices.csv" }', 'prices.csv': book };

  it('is that of the configuration, or the one that --prices names', async () => {
    expect((await price([], {})).price).toBe(900);
    expect((await price([], named)).price).toBe(1500);
    const other = { ...named, 'other.csv': 'part,price\nBox,7 USD\n' };
    expect((await price(['--prices', 'other.csv'], other)).price).toBe(7);
  });

  it.each([
    [['--prices', 'none.csv'], /none\.csv/],
    [['--prices', ''], /`--prices` names no file/],
  ])('that isn’t there is an error, reported once: %j', async (args, message) => {
    const { code, out, err } = await price(args, {});
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.match(/^error: /gm)).toHaveLength(1);
  });

  it('is never replaced by a table', async () => {
    const files = { ...named, 'other.csv': book };
    for (const args of [
      ['-o', 'prices.csv'],
      ['--prices', 'other.csv', '-o', 'other.csv'],
    ]) {
      const { code, err, cwd } = await price(args, files);
      expect(code, args.join(' ')).toBe(2);
      expect(err).toMatch(/is a price book; `-o` never replaces one/);
      expect(readFileSync(join(cwd, 'prices.csv'), 'utf8')).toBe(book);
    }
  });

  it('outside of the project isn’t read', async () => {
    const cwd = folder({
      'p/.git/HEAD': '',
      'p/a.fabric': design,
      'p/lightloom.json': '{ "prices": "../prices.csv" }',
      'prices.csv': book,
    });
    const { code, out } = await lightloom(['check', 'a.fabric', '-f', 'compact'], { cwd: join(cwd, 'p') });
    expect(code).toBe(1);
    expect(out).toMatch(/`\.\.\/prices\.csv` lies outside of the project; .*\[prices\/unreadable\]/);
  });

  it('with a mistake is shown with its line', async () => {
    const cwd = folder({ 'a.fabric': design, ...named, 'prices.csv': 'part,price\nBox,"1,500 EUR"\n' });
    const { code, out } = await lightloom(['check', 'a.fabric'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('--> prices.csv:2:5');
    expect(out).toContain('2 │ Box,"1,500 EUR"');
  });
});
