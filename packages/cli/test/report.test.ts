// `lightloom report`: the pod's figures, which can be checked by hand, and the report of broken designs.
import { describe, expect, it } from 'vitest';
import { expectGolden } from './golden.ts';
import { folder, lightloom, podFolder, podWith } from './lightloom.ts';
import { expectValid } from './schema.ts';

interface Quantity {
  readonly value: number | null;
  readonly unit: string;
  readonly text: string;
  readonly reason?: string;
  readonly atLeast?: number | null;
}
type Row = Readonly<Record<string, unknown>>;
interface Report {
  readonly findings: { readonly errors: number };
  readonly gaps: readonly string[];
  readonly totals: Readonly<Record<string, number | Quantity>>;
  readonly requirements: readonly {
    readonly text: string;
    readonly verdict: string;
    readonly value: Quantity;
    readonly limit: Quantity;
    readonly lost: readonly string[];
  }[];
  readonly networks: readonly Row[];
  readonly links: readonly Row[];
  readonly notLaid: readonly Row[];
  readonly switches: readonly Row[];
  readonly hosts: readonly Row[];
  readonly modules: readonly Row[];
  readonly racks: readonly Row[];
  readonly loops: readonly Row[];
  readonly feeds: readonly Row[];
  readonly assumed: readonly {
    readonly of: string;
    readonly property: string;
    readonly value: string;
    readonly reason: string;
  }[];
  readonly unsourced: readonly { readonly of: string; readonly property: string; readonly value: string }[];
}

async function reportOf(text: string): Promise<Report> {
  const cwd = podFolder({ 'design.fabric': text });
  const { code, out } = await lightloom(['report', 'design.fabric', '-f', 'json'], { cwd });
  expect(code).toBe(0);
  expect(out).not.toContain(cwd);
  return expectValid<Report>('report', out);
}

const figure = (row: Row | undefined, name: string): Quantity => row?.[name] as Quantity;
const pod = podWith(/$/, '\n');

describe('the report of the pod', () => {
  it('has its totals', async () => {
    const { totals } = await reportOf(pod);
    const values = Object.fromEntries(
      Object.entries(totals)
        .filter(([name]) => name !== 'hall')
        .map(([name, each]) => [name, typeof each === 'number' ? each : each.value]),
    );
    expect(values).toEqual({
      switches: 24,
      hosts: 128,
      racks: 34,
      accelerators: 1024,
      // 192 XPO, and one 800G module for each of 1,024 adapters
      modules: 192 + 1024,
      links: 2048,
      // Two links of 8 fibers in each MPO-16: 512 breakouts to hosts, 512 cables between leaves and spines.
      cables: 512 + 512,
      fibers: 16_384,
      // 24 switches of 1.5 kW, 128 hosts of 14.5 kW, 192 modules of 128 W, 1,024 of 15 W
      power: 24 * 1500 + 128 * 14_500 + 192 * 128 + 1024 * 15,
      modulePower: 24_576 + 1024 * 15,
      typicalPower: null,
      typicalModulePower: null,
      liquidHeat: 1_632_776,
      airHeat: 24 * 1500 + 128 * 14_500 + 192 * 128 + 1024 * 15 - 1_632_776,
    });
  });

  it('has its switches, modules and links', async () => {
    const { switches, modules, links, networks } = await reportOf(pod);
    expect(switches.map((each) => [each['type'], each['count']])).toEqual([
      ['XpoLeaf', 16],
      ['XpoSpine', 8],
    ]);
    for (const each of switches) {
      expect(figure(each, 'power').text).toBe('2.524 kW');
      expect((each['panel'] as { density: Quantity }).density.text).toBe('102.4 Tbps/OU');
    }
    const xpo = modules.find((each) => each['type'] === 'XpoDr');
    expect([xpo?.['count'], figure(xpo, 'total').text]).toEqual([192, '24.576 kW']);
    expect(links.map((each) => [each['count'], figure(each, 'rate').text, figure(each, 'loss').text])).toEqual([
      [1024, '800 Gbps', '1.512 dB'],
      [1024, '800 Gbps', '1.424 dB'],
    ]);
    expect(networks.map((each) => [each['hosts'], each['switches'], figure(each, 'oversubscription').value])).toEqual([
      [128, 24, 1],
    ]);
  });

  it('has its plant', async () => {
    const { loops, racks, feeds } = await reportOf(pod);
    const [loop] = loops;
    expect(['heat', 'rise', 'returnTemperature', 'headroom'].map((name) => figure(loop, name).text)).toEqual([
      '1.633 MW',
      '12.84 K',
      '52.84 °C',
      '14.42 %',
    ]);
    const net = racks.find((each) => (each['racks'] as string[])[0] === 'net[1]');
    expect(net?.['racks']).toEqual(['net[1]', 'net[2]']);
    expect(2 * (figure(net, 'liquidHeat').value ?? 0)).toBeCloseTo(55_176, 6);
    expect(racks.reduce((all, each) => all + (each['count'] as number), 0)).toBe(34);
    expect(feeds.map((each) => [each['name'], each['racks']])).toEqual([
      ['A', 34],
      ['B', 34],
    ]);
  });

  it('has its requirements, with what is lost in the worst case', async () => {
    const { requirements } = await reportOf(pod);
    expect(requirements.map((each) => each.verdict)).toEqual(Array(6).fill('holds'));
    const bisection = requirements.find((each) => each.text.includes('bisection'));
    expect([bisection?.value.value, bisection?.limit.value, bisection?.lost.length]).toEqual([204.8e12, 204.8e12, 4]);
  });

  it('lists what is assumed, and figures without a source', async () => {
    const { assumed, unsourced } = await reportOf(pod);
    expect(assumed.map((each) => `${each.property} of ${each.of}: ${each.value}`)).toEqual([
      'capacity of RowCdu1MW: 1 MW',
      'power of Node: 14.5 kW',
      'liquid of Node: 85 %',
      'power of XpoSwitch: 1.5 kW',
      'liquid of XpoSwitch: 85 %',
      'height of Hgx8: 10 RU',
      'power of Osfp800Dr4: 15 W',
    ]);
    expect(unsourced).toContainEqual(
      expect.objectContaining({ of: 'XpoSwitch', property: 'supplies', value: '3 x 1.5 kW, n+1' }),
    );
    expect(unsourced.some((each) => each.property === 'asic')).toBe(false);
  });

  it('reads well', async () => {
    await expectGolden('report/xpo-pod.md', (await lightloom(['report', 'xpo-pod.fabric'], { cwd: podFolder() })).out);
  });

  it('has tables whose rows are as long as their heads', async () => {
    const { out } = await lightloom(['report', 'xpo-pod.fabric'], { cwd: podFolder() });
    for (const table of out
      .trimEnd()
      .split('\n\n')
      .filter((each) => each.startsWith('|'))) {
      const cells = table.split('\n').map((row) => row.split(' | ').length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});

describe('a value that is not given', () => {
  it('is null with a reason and never zero', async () => {
    const { totals, switches, loops, requirements } = await reportOf(podWith(/power {4}1\.5 kW.*\n/, '\n'));
    expect(totals['power']).toMatchObject({ value: null, reason: 'XpoLeaf has no `power`' });
    // What the rest draws is known: hosts and all modules.
    expect((totals['power'] as Quantity).atLeast).toBe(128 * 14_500 + 192 * 128 + 1024 * 15);
    expect(figure(switches[0], 'power').value).toBeNull();
    expect(figure(loops[0], 'headroom')).toMatchObject({ value: null, text: 'unknown' });
    expect(requirements.map((each) => each.verdict)).toEqual([
      'holds',
      'holds',
      'unknown',
      'holds',
      'holds',
      'unknown',
    ]);
  });

  it('names what is missing, not what follows from it', async () => {
    const { loops } = await reportOf(podWith(/supply {2}40 °C\n/, '\n'));
    expect(figure(loops[0], 'headroom').reason).toBe('primary has no `supply`');
    expect(figure(loops[0], 'supply').reason).toBe('primary has no `supply`');
  });

  it('is unknown in Markdown, with what is known of a sum, and why', async () => {
    const cwd = podFolder({ 'no-power.fabric': podWith(/power {4}1\.5 kW.*\n/, '\n') });
    const { out } = await lightloom(['report', 'no-power.fabric'], { cwd });
    await expectGolden('report/no-power.md', out);
    expect(out).toContain('unknown, at least 1.896 MW');
    expect(out).not.toMatch(/NaN|undefined|null/);
  });
});

describe('the report of a broken design', () => {
  it('lists the links that were not laid, and what is unknown because of them', async () => {
    const { notLaid, totals, networks, findings } = await reportOf(podWith('spine[1..8]', 'spine[1..9]'));
    expect(findings.errors).toBe(1);
    expect(notLaid).toMatchObject([{ statement: 'su[*].leaf[*].up to spine[*].down', network: 'backend' }]);
    expect(totals['links']).toMatchObject({ value: null, atLeast: 1024 });
    expect(figure(networks[0], 'oversubscription').value).toBeNull();
  });

  it('does not hold a temperature without bound for one within its limit', async () => {
    // One CDU of 1 MW is left for 1.63 MW: the loop warms until something stops.
    const { requirements } = await reportOf(podWith('cdu[1..3]', 'cdu[1..2]'));
    const temperature = requirements.find((each) => each.text.includes('temperature'));
    expect(temperature).toMatchObject({ verdict: 'broken', value: { value: null, text: 'without bound' } });
  });

  it('is stated on the standard error', async () => {
    const cwd = podFolder({ 'ninth.fabric': podWith('spine[1..8]', 'spine[1..9]') });
    const { code, out, err } = await lightloom(['report', 'ninth.fabric'], { cwd });
    expect([code, err]).toEqual([
      0,
      'warning: The design has 1 error; this report may be incomplete. Run lightloom check ninth.fabric\n',
    ]);
    expect(out).toContain('**The design does not hold.**');
    expect(out).toContain(
      '> **Incomplete:** `su[*].leaf[*].up to spine[*].down` made no links. Figures that depend on them',
    );
  });

  it('is a report wherever the file is cut', async () => {
    const lines = pod.split('\n');
    for (let line = 0; line <= lines.length; line += 6) await reportOf(lines.slice(0, line).join('\n'));
  });

  it('of an empty design states that it is empty', async () => {
    const cwd = folder({ 'empty.fabric': '' });
    expect((await lightloom(['report', 'empty.fabric'], { cwd })).out).toContain('**Nothing is installed yet.**');
    expectValid('report', (await lightloom(['report', 'empty.fabric', '-f', 'json'], { cwd })).out);
  });
});

describe('the basis', () => {
  // Eight boxes of 3 kW at the most and 2 kW typically; two connectors of 0.75 dB at the most and 0.3 dB typically.
  const text = `
import "std/racks"
feed A { capacity 30 kW }
feed B { capacity 30 kW }
cage type Slot { lanes 1 }
connector type Plug { fibers 2  loss 0.75 dB  typical-loss 0.3 dB }
fiber type Glass { attenuation 0 dB/km }
optics type Light { lanes 1  lane-rate 100 Gbps  fibers 2  connector Plug  channel-loss 3 dB  reach 500 m }
module type Pluggable { form-factor Slot  channels Light  power 0 W  typical-power 0 W }
rack type Rack is OpenRackV3 { power 16 kW }
switch type Box { height 1 OU  power 3 kW  typical-power 2 kW  ports p : Slot }
rack r[1..2] : Rack { fed by A, B }
network n : scale-out {
    switch box[1..8] : Box
    plug Pluggable into box.p
    link box[1..4].p to box[5..8].p over Glass { length 10 m  connectors 2 x Plug }
    place box in r
}
require power(r) <= 16 kW
require power(r.worst-case) <= 24 kW
require power(A) <= 8 kW
require headroom(r[1]) >= 50 %
require loss(n) <= 0.6 dB
require margin(n) >= 2.4 dB
`;
  const values = async (...options: string[]) => {
    const cwd = folder({ 'design.fabric': text });
    const { out } = await lightloom(['report', 'design.fabric', '-f', 'json', ...options], { cwd });
    const { basis, requirements } = expectValid<Report & { readonly basis: string }>('report', out);
    return [basis, ...requirements.map(({ value }) => value.text)];
  };

  it('is the worst case', async () => {
    const worst = ['worst-case', '24 kW', '24 kW', '12 kW', '25 %', '1.5 dB', '1.5 dB'];
    expect(await values()).toEqual(worst);
    expect(await values('--basis', 'worst-case')).toEqual(worst);
  });

  it('is typical when that is asked for, but where a requirement names the maximum', async () => {
    expect(await values('--basis', 'typical')).toEqual([
      'typical',
      '16 kW',
      '24 kW',
      '8 kW',
      '50 %',
      '0.6 dB',
      '2.4 dB',
    ]);
  });

  it('counts the worst case of a part without typical values, and leaves a requirement on typical power unknown', async () => {
    const cwd = folder({ 'design.fabric': text.replace('  typical-power 2 kW', '') });
    const { out } = await lightloom(['report', 'design.fabric', '-f', 'json', '--basis', 'typical'], { cwd });
    const { requirements, totals } = expectValid<Report>('report', out);
    expect(requirements.map(({ verdict }) => verdict)).toEqual([
      // 24, 24, 12 kW and 25 %, as in the worst case.
      'broken',
      'holds',
      'broken',
      'broken',
      'holds',
      'holds',
    ]);
    expect(totals['typicalPower']).toMatchObject({ value: null, reason: 'Box has no `typical-power`' });
  });

  it('decides what a check finds, and is printed', async () => {
    const cwd = folder({ 'design.fabric': text });
    const worst = await lightloom(['check', 'design.fabric'], { cwd });
    const typical = await lightloom(['check', 'design.fabric', '--basis', 'typical'], { cwd });
    expect(worst.out.match(/error\[requirement\/unmet\]/g)).toHaveLength(5);
    expect(typical.out).not.toContain('requirement/unmet');
    expect(typical.out).toContain('1 file checked, typical figures');
    const json = await lightloom(['check', 'design.fabric', '--basis', 'typical', '-f', 'json'], { cwd });
    expect(expectValid<{ basis: string }>('findings', json.out).basis).toBe('typical');
    const { out } = await lightloom(['report', 'design.fabric', '--basis', 'typical'], { cwd });
    expect(out).toContain('> **Typical figures:**');
  });
});

describe('the hall', () => {
  it('has its power, tiers, rows and fibers in a document that fits the schema', async () => {
    const cwd = podFolder();
    const { out } = await lightloom(['report', 'xpo-pod.fabric', '-f', 'json'], { cwd });
    const { totals, networks, rows, fibers } = expectValid<
      Report & {
        readonly rows: readonly Row[];
        readonly fibers: { readonly racks: readonly Row[]; readonly tray: Row; readonly connectors: readonly Row[] };
      }
    >('report', out);
    const hall = totals['hall'] as unknown as Record<'worst-case', Record<string, Quantity>>;
    // All devices are in racks; the draw of the pumps isn't given.
    expect(hall['worst-case']['racks']?.value).toBe((totals['power'] as Quantity).value);
    expect(hall['worst-case']['total']).toMatchObject({ value: null, atLeast: (totals['power'] as Quantity).value });
    expect(((networks[0] as Row)['tiers'] as Row[]).map((each) => figure(each, 'whole').value)).toEqual([1, null]);
    // Nothing is above the spines.
    expect(((networks[0] as Row)['tiers'] as Row[]).map((each) => each['switches'])).toEqual([16, 8]);
    // 24 switches of 102.4 Tbps in an open rack unit each.
    expect(figure(rows[0], 'bandwidth').value).toBe(24 * 102.4e12);
    expect(figure(rows[0], 'perHeight').text).toBe('102.4 Tbps/OU');
    // Four hosts a rack, each with 8 links of 8 fibers.
    const gpu = fibers.racks.find((each) => (each['racks'] as string[])[0] === 'gpu[1]');
    expect([gpu?.['count'], figure(gpu, 'fibersOut').value, figure(gpu, 'fibersWithin').value]).toEqual([32, 256, 0]);
    // 512 breakouts over two standard connectors, 512 cables over four of low loss; each takes two links.
    expect(fibers.connectors.map((each) => [each['lowLoss'], figure(each, 'pairs').value])).toEqual([
      [false, 1024],
      [true, 2048],
    ]);
  });
});

describe('where it goes', () => {
  it('a file with -o, from the standard input with -', async () => {
    const cwd = podFolder();
    const ran = await lightloom(['report', '-', '--stdin-filename', 'x.fabric', '-o', 'out/pod.md'], {
      cwd,
      stdin: pod,
    });
    expect(ran).toEqual({ code: 0, out: '', err: '' });
  });
  it('nowhere when the file can’t be read', async () => {
    expect(await lightloom(['report', 'no.fabric'])).toEqual({
      code: 2,
      out: '',
      err: "error: no.fabric can't be read: it does not exist (ENOENT).\n",
    });
  });
});
