// Tables of a design: their contents, and that CSV can hold any name of a design.
import { describe, expect, it } from 'vitest';
import { folder, lightloom, podFolder } from './lightloom.ts';

async function table(name: string, format: string, cwd: string, file = 'xpo-pod.fabric'): Promise<string> {
  const { code, out, err } = await lightloom(['export', name, file, '-f', format], { cwd });
  expect([code, err]).toEqual([0, '']);
  return out;
}

interface Row {
  readonly kind: string;
  readonly part: string;
  readonly detail: string;
  readonly count: number;
}

describe('the bill of materials of the pod', () => {
  it('counts what a reader counts by hand', async () => {
    const rows = JSON.parse(await table('bom', 'json', podFolder())) as Row[];
    const count = (kind: string, part: string, detail = /./): number | undefined =>
      rows.find((each) => each.kind === kind && each.part === part && detail.test(` ${each.detail}`))?.count;
    expect(count('switch', 'XpoLeaf')).toBe(16);
    expect(count('switch', 'XpoSpine')).toBe(8);
    expect(count('host', 'Node')).toBe(128);
    expect(count('module', 'XpoDr')).toBe(192);
    expect(count('module', 'Osfp800Dr4')).toBe(1024);
    expect(count('fiber', 'OS2', /30 m, 8 fibers/)).toBe(1024);
    expect(count('fiber', 'OS2', /60 m, 8 fibers/)).toBe(1024);
    // 2 on each host link, 4 of low loss on each spine link.
    expect(count('connector', 'MPO16', /mated pair$/)).toBe(2 * 1024);
    expect(count('connector', 'MPO16', /low loss/)).toBe(4 * 1024);
    expect(count('rack', 'LiquidRack')).toBe(34);
    expect(count('cdu', 'RowCdu1MW')).toBe(3);
  });

  it('prints unknown where a type is not known', async () => {
    const cwd = folder({ 'a.fabric': 'switch a[1..3]\n' });
    const { code, out } = await lightloom(['export', 'bom', 'a.fabric'], { cwd });
    expect(code).toBe(0);
    expect(out).toBe('kind,part,detail,count,reference\r\nswitch,unknown,,3,\r\n');
  });
});

describe('the cable schedule of the pod', () => {
  it('has a row for each link, from port to port', async () => {
    const rows = (await table('cables', 'csv', podFolder())).trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + 2048);
    expect(rows[1]).toBe(
      '1,backend.su[1].node[1].nic[1],gpu[1],backend.su[1].leaf[1].down[1]/1,net[1],backend,800 Gbps,OS2,30 m,8,2 × MPO16,1.512 dB,3 dB',
    );
    // Every port is used once.
    const ends = rows.slice(1).flatMap((row) => [row.split(',')[1], row.split(',')[3]]);
    expect(new Set(ends).size).toBe(2 * 2048);
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
  expect(out.split('\r\n').slice(1, 3)).toEqual(['switch,R,,1,"a ""b"", c"', "switch,S,,1,'=1+1"]);
});

it('names the tables there are', async () => {
  const { code, err } = await lightloom(['export', 'bon', 'a.fabric'], { cwd: folder() });
  expect(code).toBe(2);
  expect(err).toMatch(/bom, cables/);
});

it('states that a table is of a broken design', async () => {
  const cwd = folder({ 'a.fabric': 'switch a[1..3] : Unheard\n' });
  const { code, err } = await lightloom(['export', 'bom', 'a.fabric'], { cwd });
  expect(code).toBe(0);
  expect(err).toMatch(/has 1 error; this table may be incomplete/);
});
