// Ids of cables, their groups and their labels: an id stays whatever else changes.
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';
import { examples, pod, podWith, site } from '../kit/examples.ts';
import { type Row, rowsOf } from '../kit/tables.ts';

const tableOf = async (name: string, text: string, by?: string): Promise<Row[]> =>
  rowsOf(name, (await analysisOf(text, site)).facts, by);

/** What a cable joins, whichever end comes first, with its id. */
const named = (rows: readonly Row[]): Map<string, string> =>
  new Map(
    rows.map((row) => {
      const ends = ['from', 'to'].map(
        (end) => `${row[`${end}-device`]} ${row[`${end}-port`]} ${row[`${end}-connector`]}`,
      );
      return [ends.sort().join(' – '), String(row['cable'])];
    }),
  );

const boxes = (links: string, more = ''): string => `import "std/osfp"
switch type Box { height 2 RU  ports p[1..4] : OSFP }
switch a : Box
switch b : Box
${more}
plug Osfp800Dr8 into a.p, b.p
${links}
`;

describe('the id of a cable', () => {
  it('is short, unlike any other, and without letters that are taken for digits', async () => {
    const ids = (await tableOf('cables', pod)).map(({ cable }) => String(cable));
    expect(ids).toHaveLength(1024);
    expect(new Set(ids).size).toBe(1024);
    for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('stays where cables, racks, parts and lengths are added and changed', async () => {
    const before = named(await tableOf('cables', pod));
    const grown = podWith('su[1..2]          : ScalableUnit(64)', 'su[1..3]          : ScalableUnit(64)')
      .replace('gpu[1..32]', 'gpu[1..48]')
      .replace('net[1..2]', 'net[1..3]')
      .replace('row 2..5', 'row 2..7')
      .replace('length 30 m', 'length 22 m');
    const after = named(await tableOf('cables', grown));
    const hosts = [...before].filter(([ends]) => ends.includes('.node['));
    expect(hosts).toHaveLength(512);
    for (const [ends, id] of hosts) expect(after.get(ends), ends).toBe(id);
  });

  it('is that of the same two connectors, whichever is written first and wherever the statement is', async () => {
    const ids = async (links: string) => named(await tableOf('cables', boxes(links)));
    const path = 'over OS2 { length 12 m }';
    const once = await ids(`link a.p[1] to b.p[1] ${path}\nlink a.p[2] to b.p[2] ${path}`);
    expect(
      await ids(`link b.p[2] to a.p[2] ${path}\nlink a.p[3] to b.p[4] ${path}\nlink b.p[1] to a.p[1] ${path}`),
    ).toEqual(new Map([...(await ids(`link a.p[3] to b.p[4] ${path}`)), ...once]));
  });

  it('is another for another connector', async () => {
    const path = 'over OS2 { length 12 m }';
    const [first] = await tableOf('cables', boxes(`link a.p[1] to b.p[1] ${path}`));
    const [moved] = await tableOf('cables', boxes(`link a.p[1] to b.p[2] ${path}`));
    expect(moved?.['cable']).not.toBe(first?.['cable']);
  });

  it.each(Object.keys(examples).filter((name) => !['site.fabric', 'torus.fabric'].includes(name)))(
    'is there once in %s',
    async (name) => {
      const ids = (await tableOf('cables', examples[name] as string)).map(({ cable }) => cable);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain('unknown');
    },
  );
});

describe('groups', () => {
  it('by rack have each cable at every rack that it ends in, the near end first', async () => {
    const rows = await tableOf('cables', pod, 'rack');
    // Rows are read by the rack: all of one rack together, in the order of the hall.
    const racks = rows.map(({ rack }) => rack);
    expect([...new Set(racks)]).toHaveLength(34);
    expect(racks).toEqual([...new Set(racks)].flatMap((each) => racks.filter((rack) => rack === each)));
    expect(rows.every((row) => String(row['from-rack']).split(', ').includes(String(row['rack'])))).toBe(true);
    const ends = (await tableOf('cables', pod)).map(
      (row) => new Set(`${row['from-rack']}, ${row['to-rack']}`.split(', ')),
    );
    expect(rows).toHaveLength(ends.reduce((all, { size }) => all + size, 0));
  });

  it('by trunk have each cable once, between the same two racks', async () => {
    const rows = await tableOf('cables', pod, 'trunk');
    expect(rows).toHaveLength(1024);
    const trunks = rows.map(({ trunk }) => String(trunk));
    expect(trunks).toEqual([...new Set(trunks)].flatMap((each) => trunks.filter((trunk) => trunk === each)));
    for (const row of rows.filter(({ trunk }) => String(trunk).startsWith('net[1] – gpu')))
      expect([row['from-rack'], row['to-rack']]).toEqual(String(row['trunk']).split(' – '));
  });

  it('of devices in no rack are named by the devices', async () => {
    const rows = async (by: string) => tableOf('cables', boxes('link a.p to b.p over OS2 { length 12 m }'), by);
    expect((await rows('trunk')).map(({ trunk }) => trunk)).toEqual(Array(4).fill('a – b'));
    expect(new Set((await rows('rack')).map(({ rack }) => rack))).toEqual(new Set(['in no rack']));
  });
});

describe('a row', () => {
  it('has its polarity, the panels it passes, and the margin that is left', async () => {
    const path =
      'over OS2 { length 12 m  connectors 2 x MPO16  panels 2 x Mpo16Panel  polarity 1 x type-A, 2 x type-B }';
    const [row] = await tableOf('cables', boxes(`link a.p[1] to b.p[1] ${path}`, 'import "std/fiber"'));
    expect(row).toMatchObject({ polarity: '1 × type-A, 2 × type-B', panels: '2 × Mpo16Panel' });
    expect(row?.['margin-db']).toBeCloseTo(Number(row?.['allowed-db']) - Number(row?.['loss-db']), 3);
  });

  it('has two labels, one for each end, with the id of the cable', async () => {
    const text = boxes('link a.p[1] to b.p[1] over OS2 { length 12 m }');
    const [{ cable, label } = {}] = await tableOf('cables', text);
    expect(label).toBe('a.p[1] / b.p[1]');
    expect((await tableOf('labels', text)).map((each) => Object.values(each))).toEqual([
      [cable, 'a.p[1]', 'MPO16', 'b.p[1]', 'OS2', 15],
      [cable, 'b.p[1]', 'MPO16', 'a.p[1]', 'OS2', 15],
    ]);
  });
});
