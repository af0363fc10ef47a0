// `lightloom parts`: the library as it is written, in a table, a page, and for other programs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryNames, libraryText, libraryUri } from '@lightloom/language';
import { describe, expect, it } from 'vitest';
import { folder, lightloom } from './lightloom.ts';
import { expectValid } from './schema.ts';

interface Document {
  readonly parts: readonly {
    readonly name: string;
    readonly kind: string;
    readonly import: string;
    readonly properties: readonly {
      readonly name: string;
      readonly text: string;
      readonly value?: number | null;
      readonly unit?: string;
      readonly source?: string;
    }[];
  }[];
}

const names = (table: string): string[] =>
  table
    .trimEnd()
    .split('\n')
    // Figures that go on below themselves are indented.
    .filter((line) => !line.startsWith(' '))
    .map((line) => line.split(' ')[0] as string);

describe('parts', () => {
  it('lists every type of every library file, once', async () => {
    const written = libraryNames().flatMap((file) =>
      [...(libraryText(libraryUri(file)) ?? '').matchAll(/^[a-z]+ type (\S+)/gm)].map((match) => match[1]),
    );
    const { code, out, err } = await lightloom(['parts']);
    expect([code, err]).toEqual([0, '']);
    expect(written.length).toBeGreaterThan(150);
    expect(names(out).sort()).toEqual(written.sort());
  });

  it('shows key figures, what is unknown, and what to import', async () => {
    const { out } = await lightloom(['parts', 'QM9']);
    expect(out).toBe(
      [
        'QM9700  switch  std/switches  32 × OSFP · Quantum2 · 1 RU · 1176 W (assumed) · 747 W typical',
        'QM9790  switch  std/switches  32 × OSFP · Quantum2 · 1 RU · 1176 W (assumed) · 747 W typical',
        '',
      ].join('\n'),
    );
    expect((await lightloom(['parts', 'Q3400*'])).out).toMatch(
      /^ {2}power {6}unknown {2}source: Lambda: 7\.0 kW with pluggable modules$/m,
    );
  });

  it.each([
    ['coupling', ['UQD02', 'UQD04', 'UQD06', 'UQD08', 'UQDB04', 'UQDB06', 'UQDB08', 'BMQC', 'PBMC', 'LQC']],
    ['std/copper', ['DAC', 'ACC', 'ActiveCopper', 'AEC', 'AOC']],
    ['*gbase-lr*', ['10GBASE-LRM', '400GBASE-LR4-6', '400GBASE-LR8', '800GBASE-LR4', '800GBASE-LR1']],
    ['bluefield', ['BlueField3', 'BlueField4']],
    ['teralynx', ['Teralynx10']],
    ['hollow', ['HollowCore']],
    ['edgecore', ['AIS800-64O', 'AS9817-64O', 'AS9817-64D']],
  ])('finds %s', async (pattern, found) => {
    const { parts } = JSON.parse((await lightloom(['parts', pattern, '-f', 'json'])).out) as Document;
    expect(parts.map((part) => part.name).sort()).toEqual([...found].sort());
  });

  it('prefers the part of just that name', async () => {
    const { out } = await lightloom(['parts', 'OSFP']);
    expect(out).toMatch(/^cage type OSFP\n/);
    expect(out).toMatch(/^ {2}power {14}18 W {2}source: NVIDIA SN5000 hardware manual, SN5600 cages$/m);
    expect(out).toMatch(/\nimport "std\/cages"\n$/);
  });

  it('gives numbers in SI units to other programs', async () => {
    const { out } = await lightloom(['parts', 'UQD04', '--format', 'json']);
    const [part] = expectValid<Document>('parts', out).parts;
    const flow = part?.properties.find((each) => each.name === 'rated-flow');
    expect(flow).toEqual({
      name: 'rated-flow',
      text: '6.4 L/min',
      value: expect.closeTo(6.4e-3 / 60, 12),
      unit: 'm³/s',
      source: 'OCP UQD, 1.7 GPM',
    });
    const [chip] = expectValid<Document>('parts', (await lightloom(['parts', 'Jericho4', '-f', 'json'])).out).parts;
    expect(chip?.properties[0]).toEqual({
      name: 'capacity',
      text: 'unknown',
      value: null,
      unit: 'bit/s',
      source: '51.2 and 28.8 Tbps are both printed',
    });
  });

  it('gives all of them to other programs', async () => {
    expect(expectValid<Document>('parts', (await lightloom(['parts', '-f', 'json'])).out).parts.length).toBeGreaterThan(
      150,
    );
  });

  it.each([
    ['SN5601', 'No part matches `SN5601`. Did you mean SN5600?'],
    ['zzz', 'No part matches `zzz`. `lightloom parts` lists all parts.'],
  ])('does not know %j', async (pattern, says) => {
    const { code, out, err } = await lightloom(['parts', pattern]);
    expect([code, out, err]).toEqual([2, '', `error: ${says}\n`]);
  });

  it('writes a file, and reports when it can’t', async () => {
    const cwd = folder({ taken: '' });
    expect(await lightloom(['parts', 'UQD04', '-o', 'uqd.txt'], { cwd })).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(cwd, 'uqd.txt'), 'utf8')).toMatch(/^coupling type UQD04 is UQD02\n/);
    const { code, err } = await lightloom(['parts', '-o', 'taken/uqd.txt'], { cwd });
    expect([code, err]).toEqual([2, expect.stringMatching(/^error: taken\/uqd\.txt can't be written: /)]);
  });
});
