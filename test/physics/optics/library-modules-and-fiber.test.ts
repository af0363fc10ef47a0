// Modules, form factors, fiber, cables and lasers, row by row, against the published figure of each row.
import {
  deviceConnectors,
  deviceFibers,
  moduleConnectors,
  moduleEnergy,
  moduleFibers,
  modulePower,
  type Part,
} from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';
import { budgetOf, figureOf, link, named } from './library-figures.ts';

describe('power of modules', () => {
  const module = (name: string) => named(name) as Part<'module'>;
  // Module, W, pJ/bit as W for each Tbps, with how the figure is marked: NVIDIA, Arista, Ciena and Source Photonics at ECOC 2026,
  // data sheets.
  const rows: readonly (readonly [string, number, number])[] = [
    // XPO of 12.8T, by technology.
    ['XpoZr', 300, 23.4],
    ['XpoCoherentLite', 250, 19.5],
    ['XpoCoherentLiteCiena', 240, 18.8],
    ['XpoDr8Lro', 128, 10.0],
    ['XpoDr8TeraHop', 130, 10.2],
    ['XpoDr8Lpo', 80, 6.3],
    ['Xpo16Fr4', 192, 15],
    ['XpoVcsel', 65, 5.1],
    ['XpoRf', 50, 3.9],
    ['XpoCopper', 50, 3.9],
    // The ladder at 1.6T: retimed, half-retimed, linear; co-packaged 7 W and near-packaged 5 pJ/bit.
    ['Osfp1600Dr8', 30, 18.75],
    ['Osfp1600Dr8Lro', 20, 12.5],
    ['Osfp1600Dr8Lpo', 11, 6.875],
    ['CpoEngine3200', 14, 4.375],
    ['CpoEngine6400', 28, 4.375],
    ['HuaweiNpo7200', 36, 5],
    // By PMD.
    ['Osfp400Dr4', 9, 22.5],
    ['Osfp400Sr4', 9, 22.5],
    ['Qsfp112Sr4', 8, 20],
    ['QsfpDd400Fr4', 12, 30],
    ['QsfpDd400Lr4', 12, 30],
    ['QsfpDd400Dr4', 12, 30],
    ['QsfpDd400Sr8', 12, 30],
    ['QsfpDd400Sr42', 12, 30],
    ['QsfpDd400Lr8', 12.5, 31.25],
    ['QsfpDd400Zr', 20, 50],
    ['QsfpDd400ZrPlus', 22.5, 56.25],
    ['Osfp2x400Dr4', 17, 21.25],
    ['Osfp2x400Sr4', 15, 18.75],
    ['Osfp800Zr', 31, 38.75],
    ['Osfp1600Zr', 42, 26.25],
    ['Osfp1600Cl', 30, 18.75],
  ];
  it.each(rows)('%s: %f W, %f pJ/bit', (name, watts, picojoules) => {
    expect(modulePower(module(name)).value).toBe(watts);
    expect(Math.abs(moduleEnergy(module(name)).value * 1e12 - picojoules)).toBeLessThan(0.051);
  });
  it.each([
    ['Osfp1600Dr8', 25],
    ['Osfp1600Dr8Lro', 16],
    ['Osfp1600Dr8Lpo', 10],
    ['Osfp400Sr4', 8],
    ['QsfpDd400ZrPlus', 21],
  ])('%s: %f W typically', (name, watts) => {
    expect(modulePower(module(name), 'typical').value).toBe(watts);
  });
  // 400 W 31.3, 480 W 37.5, 500 W 39.1 pJ/bit of 12.8 Tbps: what an XPO comes to at each of its limits.
  it.each([
    ['power', 31.3],
    ['platform-power', 37.5],
    ['connector-power', 39.1],
  ])('an XPO at its %s takes %f pJ/bit', (limit, picojoules) => {
    expect(Math.abs((figureOf('XPO', limit) as number) / 12.8 - picojoules)).toBeLessThan(0.051);
  });
});

describe('fibers and connectors of an XPO in one open rack unit (Arista and TeraHop at ECOC 2026)', () => {
  const text = (module: string) => `import "std/xpo"
switch type Box { height 1 OU  liquid 100 %  ports p[1..16] : XPO }
switch s : Box
plug ${module} into s.p`;
  it.each([
    // 8 x DR8: 8 MPO-16 and 128 fibers a module. 16 x FR4: 32 fibers.
    ['XpoDr8Lro', 128, 8, 2048, 128],
    ['Xpo16Fr4', 32, 16, 512, 256],
  ])('%s: %i fibers on %i connectors, %i and %i for 16', async (name, fibers, connectors, all, plugs) => {
    const { fabric, facts } = await analysisOf(text(name));
    const module = fabric.plugs[0]?.module as Part<'module'>;
    expect([moduleFibers(module).value, moduleConnectors(module).value]).toEqual([fibers, connectors]);
    const [device] = facts.devices.classes;
    expect(device && [deviceFibers(device).value, deviceConnectors(device).value]).toEqual([all, plugs]);
  });
  // 64 lanes: 8 x 1.6T, 16 x 800G, 32 x 400G, 64 x 200G; 128 fibers each.
  it.each(['8 x 1.6TBASE-DR8', '16 x 800GBASE-DR4', '32 x 400GBASE-DR2', '64 x 200GBASE-DR1'])(
    'breaks out into %s',
    async (channels) => {
      const { fabric, findings } = await analysisOf(
        `${text('Mine')}\nmodule type Mine is Xpo { channels ${channels}  power 128 W }`,
      );
      expect(moduleFibers(fabric.plugs[0]?.module as Part<'module'>).value).toBe(128);
      expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    },
  );
});

describe('form factors (lanes × rate)', () => {
  it.each([
    ['QSFP28', 4, 25, 100],
    ['QSFP56', 4, 50, 200],
    ['QSFP112', 4, 100, 400],
    ['QSFP-DD', 8, 50, 400],
    ['QSFP-DD800', 8, 100, 800],
    ['QSFP-DD1600', 8, 200, 1600],
    ['OSFP400', 8, 50, 400],
    ['OSFP', 8, 100, 800],
    ['OSFP1600', 8, 200, 1600],
    ['OSFP-XD', 16, 200, 3200],
    ['OpenCPX', 32, 200, 6400],
    ['XPO', 64, 200, 12_800],
  ])('%s: %i lanes of %i Gbps are %i Gbps', (name, lanes, rate, all) => {
    expect([figureOf(name, 'lanes'), figureOf(name, 'lane-rate')]).toEqual([lanes, rate * 1e9]);
    expect(lanes * rate).toBe(all);
  });
});

describe('fiber, connectors and what a budget means them for', () => {
  it.each([
    ['OS2', 0.4],
    ['IndoorOutdoor', 0.5],
    ['OS1a', 1.0],
    ['HollowCore', 0.1],
    ['OM3', 3.0],
    ['OM4', 3.0],
    ['OM5', 3.0],
  ])('%s loses %f dB in a kilometer', async (fiber, loss) => {
    expect((await budgetOf(link('400GBASE-DR4', `${fiber} { length 1 km }`))).loss.value).toBeCloseTo(loss, 12);
  });
  it.each([
    ['OS2', 30],
    ['OS2-G657A1', 10],
    ['OS2-G657A2', 7.5],
    ['OS2-G657B3', 5],
  ])('%s bends to %f mm', (fiber, radius) => {
    expect((figureOf(fiber, 'bend-radius') as number) * 1000).toBeCloseTo(radius, 9);
  });
  it.each([
    ['2 x MPO12', 1.5],
    ['2 x MPO12 low-loss', 0.7],
    ['2 x LC', 1.5],
    ['2 x ExpandedBeam12', 1.4],
    ['1 x FusionSplice', 0.3],
    ['1 x Ocs', 3],
  ])('%s lose %f dB at most', async (what, loss) => {
    const property = what.includes('Splice') ? 'splices' : what.includes('Ocs') ? 'panels' : 'connectors';
    expect((await budgetOf(link('400GBASE-DR4', `OS2 { length 0 m  ${property} ${what} }`))).loss.value).toBeCloseTo(
      loss,
      12,
    );
  });
  // TIA FOTC: 2.75 dB of DR8's 3.0 for connectors and splices; LR8 4.0 dB of fiber and 2.0 of connectors, 0.3 left.
  it('DR8 leaves 2.75 dB and LR8 2.3 dB for connectors', () => {
    expect(3.0 - (figureOf('800GBASE-DR8', 'fiber-loss') as number)).toBeCloseTo(2.75, 12);
    expect(6.3 - (figureOf('400GBASE-LR8', 'fiber-loss') as number)).toBeCloseTo(2.0 + 0.3, 12);
  });
});

describe('reach of cables and of XPO without light (ECOC 2026; NVIDIA; Crealights)', () => {
  const copper = (cable: string, cage: string) => `import "std/cages"
import "std/copper"
cage type Fast is OSFP1600 { lane-rate 400 Gbps }
switch type Box { height 2 RU  ports p : ${cage} }
switch a : Box
switch b : Box
link a.p to b.p over ${cable} { length 0.5 m }`;
  it.each([
    ['DAC', 'OSFP400', 3],
    ['DAC', 'OSFP', 2],
    ['DAC', 'OSFP1600', 1],
    ['ACC', 'OSFP1600', 3.5],
    ['ActiveCopper', 'OSFP', 5],
    ['ActiveCopper', 'OSFP1600', 2.5],
    ['ActiveCopper', 'Fast', 1.25],
    ['AEC', 'OSFP', 7],
    ['AOC', 'OSFP', 50],
    ['AOC', 'OSFP1600', 50],
  ])('%s between %s: %f m', async (cable, cage, reach) => {
    expect((await budgetOf(copper(cable, cage))).reach.value).toBe(reach);
  });
  it('is unknown below the slowest rate that is given', async () => {
    expect((await budgetOf(copper('AEC', 'OSFP400'))).reach.value).toBeNaN();
  });
  it.each([
    ['XPO-copper', 4],
    ['XPO-RF', 10],
    ['XPO-VCSEL', 20],
  ])('%s: %f m', async (name, reach) => {
    expect((await budgetOf(link(name, 'OS2 { length 1 m }'))).reach.value).toBe(reach);
  });
});

describe('external lasers (FIT; Lumentum and Coherent at ECOC 2026; SONiC)', () => {
  // 400 mW is 10·lg 400 = 26.02 dBm.
  it('of 400 mW send 26 dBm', () => {
    expect(10 * Math.log10(400)).toBeCloseTo(figureOf('ElsfpHighPower', 'output-power') as number, 1);
  });
  it('draw below 10 W and send more than 20 dBm, on 8 lanes for 2 engines', () => {
    expect(['power', 'output-power', 'lanes', 'engines'].map((each) => figureOf('Elsfp', each))).toEqual([
      10, 20, 8, 2,
    ]);
  });
  it('of the reference design are 16 for 32 engines, no fewer', async () => {
    const errors = async (lasers: number) =>
      (
        await analysisOf(
          `import "std/cpo"\nswitch type S is SN6810 { lasers ${lasers} x ElsfpHighPower }\nswitch s : S\nplug CpoEngine3200 into s.*`,
        )
      ).findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule);
    expect(await errors(16)).toEqual([]);
    expect(await errors(15)).toEqual(['optics/laser-count']);
  });
});
