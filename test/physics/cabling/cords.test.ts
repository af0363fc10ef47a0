// The cords that cables are laid as, and mated pairs, counted by hand.
import { tableExports } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';
import { rowsOf } from '../../kit/tables.ts';

/** Rows of the bill of one kind: part, detail, length, fibers and count, without what is empty. */
async function bill(text: string, kind: RegExp): Promise<(string | number | undefined)[][]> {
  const rows = rowsOf('bom', (await analysisOf(text)).facts).filter((row) => kind.test(String(row['kind'])));
  const keys = ['part', 'detail', 'length-m', 'fibers', 'count'];
  return rows.map((row) => keys.map((key) => row[key]).filter((cell) => cell !== ''));
}

/** What is said below the bill. */
const said = async (text: string): Promise<readonly string[]> =>
  tableExports.find(({ name }) => name === 'bom')?.summary?.((await analysisOf(text)).facts).text ?? [];

describe('cords of a cable', () => {
  const hall = (path: string) => `import "std/qsfp"
switch type Leaf { height 2 RU  ports p[1..64] : QSFP-DD }
switch a[1..2] : Leaf
switch b[1..2] : Leaf
plug QsfpDd400Dr4 into a[*].p, b[*].p
link a[*].p to b[*].p as mesh over OS2 { length 20 m  ${path} }
`;
  it.each([
    // 128 links, each on an MPO-12 of its own: a direct cord has its two plugs, and nothing between.
    ['connectors 2 x MPO12', 256, []],
    ['', 0, []],
    // Two pairs more are two panels: cord, trunk, cord.
    ['connectors 4 x MPO12 low-loss', 512, ['384']],
    ['connectors 3 x MPO12 low-loss', 384, ['256']],
    // A panel is a place of its own, with the plugs given or not.
    ['connectors 2 x MPO12  panels 1 x MpoPanelA', 256, ['256']],
    ['panels 2 x MpoPanelA', 0, ['384']],
  ])('with %j: 128 cables, %i mated pairs of the link', async (path, pairs, cords) => {
    const text = hall(path);
    expect((await bill(text, /^fiber$/)).map((row) => row.at(-1))).toEqual([128]);
    expect(rowsOf('cables', (await analysisOf(text)).facts)).toHaveLength(128);
    expect((await bill(text, /^connector$/)).map((row) => row.at(-1))).toEqual(pairs === 0 ? [] : [pairs]);
    expect((await said(text)).flatMap((each) => /laid as (\d+) cords/.exec(each)?.[1] ?? [])).toEqual(cords);
  });

  it('are at least so many where a breakout is divided: at its trunk, or at each of its tails', async () => {
    const cords = (path: string) =>
      said(`import "std/osfp"
import "std/qsfp"
module type M is Osfp800Dr8 { channels 2 x 400GBASE-DR4  connector 1 x MPO16 }
switch type Near { height 1 RU  ports p : OSFP }
switch type Far { height 1 RU  ports d[1..2] : QSFP-DD }
switch a : Near
switch b : Far
plug M into a.p
plug QsfpDd400Dr4 into b.d
link a.p to b.d over OS2 { length 30 m  ${path} }
`);
    expect(await cords('connectors 1 x MPO16, 1 x MPO12')).toEqual([]);
    expect(await cords('connectors 2 x MPO16 low-loss, 1 x MPO12 low-loss')).toEqual([
      '1 cable is divided by panels or mated pairs on the way, and laid as at least 2 cords.',
    ]);
  });

  it('and pairs that nobody knows are in the bill as such', async () => {
    expect(await bill(hall('connectors unknown'), /^connector$/)).toEqual([
      ['unknown', 'on 128 links, not given', 'unknown'],
    ]);
  });
});
