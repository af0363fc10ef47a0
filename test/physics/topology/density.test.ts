// Bandwidth and density of boxes, racks and hosts against published figures, each computed from a whole small design.
import { type Part, panelBandwidth, printNumber } from '@lightloom/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { analysisOf, figures, libraryImports, wholeAnalysisOf } from '../../kit/design.ts';

const library = libraryImports();

/** Values of facts of a design, in canonical units; `NaN` where the tool says unknown. */
const factsOf = async (text: string, ...facts: readonly string[]): Promise<readonly number[]> =>
  (await figures(library + text, facts, { expected: /./ })).values;

const tera = 1e12;
const [ou, ru] = [0.048, 0.04445];

/** A box full of modules, its chip large enough. */
const box = (height: string, cages: number, cage: string, module: string, more = 'liquid 90 %') => `
switch type Box { height ${height}  ${more}  ports p[1..${cages}] : ${cage} }
switch box : Box
plug ${module} into box.p`;

describe('XPO against OSFP', () => {
  // Converge Digest and Telborg: 12.8T a module, 16 an OCP rack unit, 204.8T; Amphenol: 1 XPO is 8 OSFP of 1.6T.
  it('a module carries 12.8 Tbps one way over 64 lanes, as eight OSFP of 1.6T do', async () => {
    const [xpo, lanes] = await factsOf(
      box('1 OU', 1, 'XPO', 'XpoDr8Lro'),
      'density(box) >= 1 Tbps/OU',
      'ports(box) == 8',
    );
    expect((xpo as number) * ou).toBeCloseTo(12.8 * tera, 0);
    expect(lanes).toBe(8);
    const [osfp] = await factsOf(box('1 RU', 8, 'OSFP1600', 'Osfp1600Dr8'), 'density(box) >= 1 Tbps/OU');
    expect((osfp as number) * ru).toBeCloseTo(12.8 * tera, 0);
  });
  it('16 in one OU are 204.8 Tbps, 32 OSFP in one RU 51.2 Tbps, 36 of them 57.6 Tbps: 4 and 3.56 times', async () => {
    const dense = async (height: string, unit: number, cages: number, cage: string, module: string) =>
      ((await factsOf(box(height, cages, cage, module), 'density(box) >= 1 Tbps/OU'))[0] as number) * unit;
    const xpo = await dense('1 OU', ou, 16, 'XPO', 'XpoDr8Lro');
    const intent = await dense('1 RU', ru, 32, 'OSFP1600', 'Osfp1600Dr8');
    const densest = await dense('1 RU', ru, 36, 'OSFP1600', 'Osfp1600Dr8');
    expect([xpo, intent, densest].map((each) => printNumber(each / tera))).toEqual(['204.8', '51.2', '57.6']);
    expect(xpo / intent).toBeCloseTo(4, 9);
    expect(xpo / densest).toBeCloseTo(3.56, 2);
  });
  it('204.8 Tbps are 16 XPO in 1 OU or 128 OSFP in 4 RU (Arista at ECOC 2026)', async () => {
    const [xpo] = await factsOf(box('1 OU', 16, 'XPO', 'XpoDr8Lro'), 'density(box) >= 1 Tbps/OU');
    const [osfp] = await factsOf(box('4 RU', 128, 'OSFP1600', 'Osfp1600Dr8'), 'density(box) >= 1 Tbps/OU');
    expect((xpo as number) * ou).toBeCloseTo((osfp as number) * 4 * ru, 0);
    expect((xpo as number) * ou).toBeCloseTo(204.8 * tera, 0);
  });
  it('8 x DR8 take 2,048 fibers in one OU, 16 x FR4 512 (XPO demonstrations, ECOC 2026)', async () => {
    expect(await factsOf(box('1 OU', 16, 'XPO', 'XpoDr8Lro'), 'fibers(box) <= 1')).toEqual([2_048]);
    expect(await factsOf(box('1 OU', 16, 'XPO', 'Xpo16Fr4'), 'fibers(box) <= 1')).toEqual([512]);
  });
  // Breakouts of 64 lanes by lane arithmetic: 8 x 1.6T, 16 x 800G, 32 x 400G, 64 x 200G.
  it.each([
    ['1.6TBASE-DR8', 8],
    ['800GBASE-DR4', 16],
    ['400GBASE-DR2', 32],
    ['200GBASE-DR1', 64],
  ])('an XPO of %s is %i ports', async (optics, ports) => {
    const text = box('1 OU', 1, 'XPO', 'Own').replace(
      'switch type',
      `module type Own is Xpo { channels ${ports} x ${optics} }\nswitch type`,
    );
    expect(await factsOf(text, 'ports(box) == 1')).toEqual([ports]);
  });
  // Arista at ECOC 2026: about 6.5 Pbps of XPO in a rack, 32 OU of it, against about 1.6 Pbps of 1,024 ports of 1.6T.
  const rack = (boxes: number, height: string, cages: number, cage: string, module: string) => `
switch type Box { height ${height}  liquid 90 %  ports p[1..${cages}] : ${cage} }
rack r : OpenRackV3Hpr
switch box[1..${boxes}] : Box
plug ${module} into box[*].p
place box[*] in r`;
  const rackOf = async (text: string) => {
    const [density, free] = await factsOf(text, 'density(r) >= 1 Tbps/OU', 'height(r) <= 1 OU');
    return (density as number) * (free as number);
  };
  it('a rack of 32 OU is 6.55 Pbps; 1,024 OSFP of 1.6T are 1.64 Pbps', async () => {
    expect((await rackOf(rack(32, '1 OU', 16, 'XPO', 'XpoDr8Lro'))) / 1e15).toBeCloseTo(6.5536, 6);
    expect((await rackOf(rack(16, '2 OU', 64, 'OSFP1600', 'Osfp1600Dr8'))) / 1e15).toBeCloseTo(1.6384, 6);
  });
  // Telborg, Arista: a hall of 400 MW has 352 racks of switches with XPO in place of about 1,400, which is 75 % less.
  it('352 racks of XPO switches carry what about 1,400 of OSFP do', async () => {
    const xpo = await rackOf(rack(32, '1 OU', 16, 'XPO', 'XpoDr8Lro'));
    const osfp = await rackOf(rack(16, '2 OU', 64, 'OSFP1600', 'Osfp1600Dr8'));
    const racks = (352 * xpo) / osfp;
    expect(Math.abs(racks / 1_400 - 1)).toBeLessThan(0.01);
    expect(1 - 352 / racks).toBeCloseTo(0.75, 2);
  });
});

describe('front panels at 1 RU, lanes x rate x ports', () => {
  // QSFP-DD: 14.4T, QSFP-DD800: 28.8T (form-factor notes); OSFP: 25.6T, OSFP-1600: 51.2T, OSFP-XD: 102.4T at 3.2T.
  it.each([
    ['QSFP-DD', 36, 14.4],
    ['QSFP-DD800', 36, 28.8],
    ['OSFP', 32, 25.6],
    ['OSFP400', 32, 12.8],
    ['OSFP1600', 32, 51.2],
    ['OSFP-XD', 32, 102.4],
    ['QSFP112', 32, 12.8],
    ['QSFP56', 32, 6.4],
    ['QSFP28', 32, 3.2],
  ])('%s: %i are %d Tbps', async (cage, cages, rate) => {
    const text = `switch type Box { height 1 RU  ports p[1..${cages}] : ${cage} }\nswitch box : Box`;
    const [density] = await factsOf(text, 'density(box) >= 1 Tbps/OU');
    expect((density as number) * ru).toBeCloseTo(rate * tera, 0);
    const { findings } = await analysisOf(library + text);
    expect(findings.filter((each) => each.rule.startsWith('density/'))).toEqual([]);
  });
  it('QSFP-DD1600 has no published number for one RU, and is not judged by one', async () => {
    const text = 'switch type Box { height 1 RU  ports p[1..48] : QSFP-DD1600 }\nswitch box : Box';
    const { findings } = await analysisOf(library + text);
    expect(findings.filter((each) => each.rule === 'density/modules-per-unit')).toEqual([]);
  });
});

describe('the library', () => {
  let parts: readonly Part[] = [];
  beforeAll(async () => {
    parts = (await wholeAnalysisOf(library)).fabric.parts;
  });
  const named = <K extends 'switch' | 'asic' | 'host'>(name: string): Part<K> => {
    const found = parts.find((part) => part.name === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found as Part<K>;
  };
  const value = (part: Part, property: string): unknown =>
    (part.values as Readonly<Record<string, { readonly value: unknown } | undefined>>)[property]?.value;

  // Capacity in Tbps, SerDes and their rate in Gbps; undefined where no source gives them.
  it.each([
    ['Tomahawk4', 25.6, 512, 50],
    ['Tomahawk5', 51.2, 512, 100],
    ['Tomahawk6', 102.4, 512, 200],
    ['Tomahawk6-100G', 102.4, 1_024, 100],
    ['TomahawkUltra', 51.2, 512, 100],
    ['Jericho4', undefined, undefined, undefined],
    ['Jericho3-AI', 28.8, 304, 100],
    ['Ramon3', 51.2, undefined, undefined],
    ['Spectrum4', 51.2, 512, 100],
    ['Quantum2', 25.6, 256, 100],
    ['QuantumX800', 115.2, 576, 200],
    ['Spectrum6', 102.4, undefined, 200],
    ['Teralynx10', 51.2, 512, 100],
    ['MarvellT100', 102.4, undefined, undefined],
    ['SiliconOneG200', 51.2, 512, 100],
    ['SiliconOneP200', 51.2, undefined, undefined],
    ['SiliconOneG300', 102.4, undefined, undefined],
  ])('%s switches %s Tbps with %s SerDes of %s Gbps', (name, capacity, serdes, lane) => {
    const part = named<'asic'>(name);
    const figures = ['capacity', 'serdes', 'lane-rate'].map((each) => value(part, each) as number | undefined);
    const wanted = [
      capacity === undefined ? undefined : capacity * tera,
      serdes,
      lane === undefined ? undefined : lane * 1e9,
    ];
    expect(figures).toEqual(wanted);
    // What a chip switches is what its SerDes carry one way, where both are known and none goes to a fabric of cells.
    if (serdes !== undefined && lane !== undefined && name !== 'Jericho3-AI')
      expect(serdes * lane * 1e9).toBeCloseTo((capacity ?? 0) * tera, 0);
  });

  // Ports of the chip by lanes: 512 / lanes of a port; 8 XPO of 64 lanes.
  it.each([
    ['OSFP1600', 64],
    ['XPO', 8],
  ])('a Tomahawk 6 serves as many %s as %i, and not one more', async (cage, most) => {
    const text = (cages: number) =>
      `switch type Box { asic Tomahawk6  height 4 OU  liquid 90 %  ports p[1..${cages}] : ${cage} }\nswitch box : Box`;
    const told = async (cages: number) =>
      (await analysisOf(library + text(cages))).findings.filter((each) => each.rule === 'bandwidth/asic-capacity');
    expect(await told(most)).toEqual([]);
    expect(await told(most + 1)).toHaveLength(1);
  });

  // Cages, height in RU (OU where it says so) and front-panel bandwidth one way, by the vendors' sheets and notes.
  it.each([
    ['7060X6-64PE', 64, 2 * ru, 51.2],
    ['7060X6-64DE', 64, 2 * ru, 51.2],
    ['7060XE7-64PS', 64, 4 * ru, 102.4],
    ['7060XE7-64PRS', 64, 4 * ru, 102.4],
    ['7060XE7-64PRS-RV3-L', 64, 2 * ou, 102.4],
    ['7060XE7-64PRS-MV3-L', 64, undefined, 102.4],
    ['7060XE7-128PE', 128, 4 * ru, 102.4],
    ['SN5600', 64, 2 * ru, 51.2],
    ['SN5400', 64, 2 * ru, 25.6],
    ['SN5610', 64, 2 * ru, 51.2],
    ['SN5640', 64, 2 * ru, 51.2],
    ['SN4700', 32, 1 * ru, 12.8],
    ['SN4600C', 64, 2 * ru, 6.4],
    ['QM9700', 32, 1 * ru, 25.6],
    ['QM9790', 32, 1 * ru, 25.6],
    ['Q3400-RA', 72, 4 * ru, 115.2],
    ['Q3200-RA', 36, 2 * ru, 57.6],
    ['QFX5250-64OE-L', 64, 2 * ou, 102.4],
    ['QFX5240-64OD', 64, undefined, 51.2],
    ['Cisco8223-64EF', 64, 3 * ru, 51.2],
    ['Cisco8223-64E', 64, 3 * ru, 51.2],
    ['AS9817-64O', 64, 2 * ru, 51.2],
    ['AS9817-64D', 64, 2 * ru, 51.2],
    ['Z9864F-ON', 64, 2 * ru, 51.2],
    ['DS5000', 64, 2 * ru, 51.2],
  ])('%s has %i cages in %s m and carries %d Tbps', (name, cages, height, rate) => {
    const part = named<'switch'>(name);
    expect(part.ports.reduce((all, { count }) => all + count, 0)).toBe(cages);
    const given = value(part, 'height') as number | undefined;
    if (height === undefined) expect(given).toBeUndefined();
    else expect(given).toBeCloseTo(height, 9);
    expect(panelBandwidth(part).value).toBeCloseTo(rate * tera, 0);
  });

  // Figures nobody has published stay unknown.
  it.each([
    ...['7060X6-64PE', '7060XE7-64PS', '7060XE7-128PE', 'Q3200-RA', 'Cisco8223-64EF', 'DS5000', 'Z9864F-ON'].map(
      (name) => [name, 'power'] as const,
    ),
    ...['Tomahawk6', 'Tomahawk4', 'Quantum2', 'QuantumX800', 'Spectrum6', 'MarvellT100', 'Teralynx10'].map(
      (name) => [name, 'power'] as const,
    ),
    ...['ThorUltra', 'ConnectX8', 'ConnectX9', 'MI300X-8', 'MI355X-8'].map((name) => [name, 'power'] as const),
    ['QSFP-DD1600', 'per-RU'] as const,
    ['OpenCPX', 'per-RU'] as const,
    ['OpenCPX', 'power'] as const,
  ])('%s: %s is unknown', (name, property) => {
    const part = parts.find((each) => each.name === name);
    expect(part).toBeDefined();
    expect(value(part as Part, property)).toBeUndefined();
  });

  it('counts two ports in each cage of a QM9700 and a Q3400: 64 and 144', async () => {
    const text = `switch q : QM9700\nswitch x : Q3400-RA\nplug Osfp2x400Dr4 into q.p\nplug Osfp2x800Dr4 into x.p`;
    expect(await factsOf(text, 'ports(q) == 1', 'ports(x) == 1')).toEqual([64, 144]);
  });

  // What hosts inject, one port for each accelerator: DGX H100 8 x 400G; B300 8 x 800G; GB300 72 x 800G = 57.6 Tbps.
  it.each([
    ['DGX-H100', 'Osfp2x400Dr4Flat', 3.2],
    ['DGX-B300', 'Osfp800Dr8Flat', 6.4],
    ['GB300-NVL72', 'Osfp800Dr8Flat', 57.6],
    ['GB300-tray', 'Osfp800Dr8Flat', 3.2],
  ])('%s with %s injects %d Tbps', async (host, module, rate) => {
    const count = named<'host'>(host).ports.reduce((all, { count: each }) => all + each, 0);
    const text = `
switch type Far { height 40 RU  ports p[1..${count}] : OSFP }
network n : scale-out {
    host h : ${host}
    switch s : Far
    plug ${module} into h.nic
    plug ${module.replace('Flat', '')} into s.p
    link h.nic to s.p over OS2 { length 3 m  connectors 2 x MPO16 }
}`;
    const [injected] = await factsOf(text, 'injection(n) >= 1 Tbps');
    expect((injected as number) / tera).toBeCloseTo(rate, 9);
  });
});
