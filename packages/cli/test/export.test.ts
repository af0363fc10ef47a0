// Tables of a design: their contents, and that CSV can hold any name of a design.
import { readFileSync } from 'node:fs';
import { tableExports } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { folder, lightloom, podFolder } from './lightloom.ts';
import { expectValid, schemaPath } from './schema.ts';

async function table(name: string, format: string, cwd: string, file = 'xpo-pod.fabric'): Promise<string> {
  const { code, out, err } = await lightloom(['export', name, file, '-f', format], { cwd });
  expect([code, err]).toEqual([0, '']);
  return out;
}

interface Row {
  readonly kind: string;
  readonly part: string;
  readonly detail: string;
  readonly 'length-m'?: number | null;
  readonly fibers?: number | null;
  readonly count: number | null;
}

interface Table<R = Row> {
  readonly version: number;
  readonly complete: boolean;
  readonly incomplete?: string;
  readonly rows: readonly R[];
}

describe('the bill of materials of the pod', () => {
  it('counts what a reader counts by hand', async () => {
    const { version, complete, rows } = expectValid<Table>('table', await table('bom', 'json', podFolder()));
    expect([version, complete]).toEqual([2, true]);
    const count = (kind: string, part: string, detail = /./): Row['count'] | undefined =>
      rows.find((each) => each.kind === kind && each.part === part && detail.test(` ${each.detail}`))?.count;
    expect(count('switch', 'XpoLeaf')).toBe(16);
    expect(count('switch', 'XpoSpine')).toBe(8);
    expect(count('host', 'Node')).toBe(128);
    expect(count('module', 'XpoDr')).toBe(192);
    expect(count('module', 'Osfp800Dr4')).toBe(1024);
    expect(count('rack', 'LiquidRack')).toBe(34);
    expect(count('cdu', 'RowCdu1MW')).toBe(3);
    // 16 DR4 on 8 MPO-16 are two links of 8 fibers in each: 1,024 spine links are 512 cables of 16 fibers, and 1,024 host
    // links 512 breakouts to the MPO-12 of two adapters.
    const cables = rows
      .filter((each) => each.kind === 'fiber')
      .map((each) => [each.part, each.detail, each['length-m'], each.fibers, each.count]);
    expect(cables).toEqual([
      ['OS2', 'breakout, MPO16 to 2 × MPO12', 30, 16, 512],
      ['OS2', 'cable, MPO16 to MPO16', 60, 16, 512],
    ]);
    // 2 on the trunk of each breakout, 4 of low loss on each cable.
    expect(count('connector', 'MPO16', /mated pair$/)).toBe(2 * 512);
    expect(count('connector', 'MPO16', /low loss/)).toBe(4 * 512);
  });

  it('prints unknown where a type is not known', async () => {
    const cwd = folder({ 'a.fabric': 'switch a[1..3]\n' });
    const { code, out } = await lightloom(['export', 'bom', 'a.fabric'], { cwd });
    expect(code).toBe(0);
    expect(out.split('\r\n').slice(2)).toEqual(['switch,,,unknown,,,,3,0,3,unknown,unknown,,,,', '']);
  });
});

describe('the cable schedule of the pod', () => {
  it('has a row for each cable, from connector to connector', async () => {
    const rows = (await table('cables', 'csv', podFolder())).trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + 512 + 512);
    expect(rows[1]).toBe(
      [
        '0Y87-27MY,2,gpu[1],"backend.su[1].node[1], backend.su[1].node[2]","nic[1], nic[1]","MPO12, MPO12"',
        '1,net[1],backend.su[1].leaf[1],down[1]/1..2,MPO16 1 of 8,backend,2,800,OS2,"breakout, MPO16 to 2 × MPO12"',
        '30,30,16,,2 × MPO16,,1.512,3,1.488',
        'gpu[1]:backend.su[1].node[1].nic[1] / net[1]:backend.su[1].leaf[1].down[1]/1..2',
      ].join(','),
    );
  });

  it('has every port once, and every connector of a switch once', async () => {
    const { rows } = expectValid<Table<Record<string, string>>>('table', await table('cables', 'json', podFolder()));
    const listed = (row: Record<string, string>, key: string): string[] => String(row[key]).split(', ');
    const ends = rows.flatMap((row) => [
      ...listed(row, 'from-device').map((device, i) => `${device} ${listed(row, 'from-port')[i]}`),
      `${row['to-device']} ${row['to-port']} ${row['to-connector']}`,
    ]);
    // 1,024 adapters and 512 connectors of leaves; then 512 of leaves and 512 of spines.
    expect(ends).toHaveLength(1024 + 512 + 512 + 512);
    expect(new Set(ends).size).toBe(ends.length);
    // Every number is a number.
    for (const key of [
      'links',
      'rate-gbps',
      'length-m',
      'order-length-m',
      'fibers',
      'loss-db',
      'allowed-db',
      'margin-db',
    ])
      expect(rows.filter((row) => typeof row[key] !== 'number')).toEqual([]);
  });
});

it('quotes what CSV needs quoted, and keeps formulas texts', async () => {
  const cwd = folder({
    'a.fabric': `switch type R { height 1 OU  reference "a \\"b\\", c" }
switch type S { height 1 OU  reference "=1+1" }
switch r : R
switch s : S
`,
  });
  const { out } = await lightloom(['export', 'bom', 'a.fabric'], { cwd });
  expect(out.split('\r\n').slice(1, 3)).toEqual([
    'switch,,,R,,,,1,0,1,unknown,unknown,,,,"a ""b"", c"',
    "switch,,,S,,,,1,0,1,unknown,unknown,,,,'=1+1",
  ]);
});

/** Properties of a schema. */
interface Of<T> {
  readonly properties: T;
}

it('has every column of every table in its schema', () => {
  const { allOf, $defs } = JSON.parse(readFileSync(schemaPath('table'), 'utf8')) as {
    allOf: { if: Of<{ table: { const: string } }>; then: Of<{ rows: { items: { $ref: string } } }> }[];
    $defs: Record<string, { properties: object }>;
  };
  const described = allOf.map(({ if: { properties: of }, then: { properties: listed } }) => [
    of.table.const,
    Object.keys($defs[listed.rows.items.$ref.replace('#/$defs/', '')]?.properties ?? {}),
  ]);
  expect(described).toEqual(
    tableExports.map(({ name, columns, groups = {} }) => [
      name,
      [...Object.values(groups), ...columns].map(({ key }) => key),
    ]),
  );
});

it('names the tables there are', async () => {
  const { code, err } = await lightloom(['export', 'bon', 'a.fabric'], { cwd: folder() });
  expect(code).toBe(2);
  expect(err).toMatch(/bom, cables/);
});

describe('a table of a broken design', () => {
  const files = { 'a.fabric': 'switch a[1..3] : Unheard\n' };
  const said = 'The design has 1 error: rows may be missing or wrong.';

  it('is stated on the standard error', async () => {
    const { code, err } = await lightloom(['export', 'bom', 'a.fabric'], { cwd: folder(files) });
    expect(code).toBe(0);
    expect(err).toMatch(/has 1 error; this table may be incomplete/);
  });

  it.each(['bom', 'cables', 'labels'])('says so in the file: %s', async (name) => {
    const cwd = folder(files);
    const read = async (format: string) => (await lightloom(['export', name, 'a.fabric', '-f', format], { cwd })).out;
    const [head, first] = (await read('csv')).split('\r\n');
    expect(first).toMatch(new RegExp(`^incomplete,${said},+$`));
    expect(first?.split(',')).toHaveLength(head?.split(',').length ?? 0);
    expect(await read('md')).toContain(`\n> **Incomplete:** ${said}\n`);
    expect(expectValid<Table>('table', await read('json'))).toMatchObject({ complete: false, incomplete: said });
  });
});

describe('a file that is named for a format', () => {
  const written = async (...args: string[]): Promise<string> => {
    const cwd = podFolder();
    const file = args.at(-1) as string;
    const { code } = await lightloom([...args.slice(0, -1), '-o', file], { cwd });
    expect(code).toBe(0);
    return readFileSync(`${cwd}/${file}`, 'latin1');
  };

  it('gets it', async () => {
    expect(await written('export', 'bom', 'xpo-pod.fabric', 'bom.xlsx')).toMatch(/^PK/);
    expect(await written('export', 'bom', 'xpo-pod.fabric', 'bom.md')).toMatch(/^# /);
    expect(await written('report', 'xpo-pod.fabric', 'report.json')).toMatch(/^\{/);
  });

  it('gets what is asked for instead', async () => {
    expect(await written('export', 'bom', 'xpo-pod.fabric', '-f', 'json', 'bom.md')).toMatch(/^\{/);
    expect(await written('export', 'bom', 'xpo-pod.fabric', 'bom.txt')).toMatch(/^kind/);
  });
});
