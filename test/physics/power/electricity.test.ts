// Power, cooling, density and failure against published figures: each case names where its numbers come from.
import {
  airRise,
  busbarCurrent,
  couplingDrop,
  type Derivation,
  deviceConnectors,
  deviceFibers,
  feedLoad,
  figure,
  type Loop,
  moduleCurrent,
  moduleEnergy,
  type Part,
  shelfPower,
  warmestFacility,
  waterClassWithin,
} from '@lightloom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf, partIn, unitFactor } from '../../kit/design.ts';

const partOf = async (text: string, name: string): Promise<Part> => partIn((await analysisOf(text)).fabric, name);

describe('quick disconnects (OCP UQD)', () => {
  // Rated flow, loss of a mated pair in PG25 (SG 1.02), heat at 10 K.
  it.each([
    ['UQD02', 2.1, 0.55, 4.9, 34, 1.4],
    ['UQD04', 6.4, 1.7, 4.6, 32, 4.3],
    ['UQD06', 11.4, 3.0, 3.6, 25, 7.6],
    ['UQD08', 17.8, 4.7, 3.6, 25, 11.9],
  ])(
    '%s: %f L/min (%f GPM) lose %f psi or %i kPa and carry %f kW',
    async (name, litres, gallons, psi, kilopascal, kilowatt) => {
      const part = (await partOf('import "std/cooling"\nloop l { coolant PG25 }', name)) as Part<'coupling'>;
      const rated = part.values['rated-flow']?.value ?? Number.NaN;
      expect(rated / unitFactor('L/min')).toBeCloseTo(litres, 1);
      expect(Math.abs(rated / unitFactor('GPM') - gallons)).toBeLessThan(0.02);
      const flow = figure('flow', 'volume flow', gallons * unitFactor('GPM'));
      const drop = couplingDrop(part, flow, figure('density', 'density', 1020));
      expect(Math.abs(drop.value / unitFactor('psi') - psi)).toBeLessThan(0.06);
      expect(Math.abs(drop.value / unitFactor('kPa') - kilopascal)).toBeLessThan(0.6);
      expect(Math.abs(1020 * 3950 * flow.value * 10 - kilowatt * 1000)).toBeLessThan(60);
    },
  );

  // 16 XPO at 0.7 L/min are 11.2 L/min: UQD06 (11.4) carries them, UQD04 (6.4) does not; at 0.35 L/min one UQD04 is enough.
  it.each([
    ['UQD06', 0.7, []],
    ['UQD04', 0.7, ['cooling/coupling-flow']],
    ['UQD04', 0.35, []],
  ])('%s carries 16 XPO at %f L/min: %j', async (coupling, flow, rules) => {
    const { findings } = await analysisOf(`
import "std/xpo"
module type Dr is Xpo { channels 8 x 1.6TBASE-DR8  power 128 W  flow ${flow} L/min }
switch type Box { height 1 OU  liquid 100 %  couplings 2 x ${coupling}  ports p[1..16] : XPO }
loop l { coolant PG25  supply 40 °C }
rack r : OpenRackV3 { cooled by l }
switch box : Box
plug Dr into box.p
place box in r
`);
    expect(findings.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('electricity', () => {
  const xpo = (power: number) =>
    `import "std/xpo"\nmodule type M is Xpo { channels 8 x 1.6TBASE-DR8  power ${power} W }`;
  // XPO, 40 to 60 V (Molex): input current at 40, 48 and 50 V.
  it.each([
    [400, 10.0, 8.3, 8.0],
    [480, 12.0, 10.0, 9.6],
    [500, 12.5, 10.4, 10.0],
  ])('%i W draw %f A at 40 V, %f A at 48 V and %f A at 50 V', async (power, ...amperes) => {
    const part = (await partOf(xpo(power), 'M')) as Part<'module'>;
    for (const [i, volts] of [40, 48, 50].entries()) {
      const current = moduleCurrent(part, figure('busbar', 'voltage', volts)).value;
      expect(Math.abs(current - (amperes[i] as number))).toBeLessThan(0.06);
    }
    // Without a busbar, the worst of the window.
    expect(moduleCurrent(part).value).toBeCloseTo(power / 40, 9);
  });

  // XPO at its limits, and the live demonstration of 130 W (Arista and TeraHop at ECOC 2026); technologies of Arista's table.
  it.each([
    [400, 31.3],
    [480, 37.5],
    [500, 39.1],
    [130, 10.2],
    [300, 23.4],
    [250, 19.5],
    [128, 10.0],
    [80, 6.3],
    [65, 5.1],
    [50, 3.9],
  ])('%i W for 12.8 Tbps are %f pJ/bit', async (power, energy) => {
    const part = (await partOf(xpo(power), 'M')) as Part<'module'>;
    expect(Math.abs(moduleEnergy(part).value * 1e12 - energy)).toBeLessThan(0.06);
  });

  // Heat of an OU of 16 XPO: 6.4 kW at 400 W, 7.68 at 480, 8.0 at 500, 2.1 at 130; 128, 154 and 160 A at 50 V.
  it.each([
    [400, 6.4, 128],
    [480, 7.68, 153.6],
    [500, 8.0, 160],
    [130, 2.08, 41.6],
  ])('16 XPO of %i W are %f kW and %f A at 50 V', async (power, kilowatt, amperes) => {
    const { facts, fabric } = await analysisOf(`${xpo(power)}
switch type Box { height 1 OU  power 0 W  liquid 100 %  ports p[1..16] : XPO }
rack r : OpenRackV3
switch s : Box
plug M into s.p
place s in r
`);
    expect(facts.power.rack(0).value).toBeCloseTo(kilowatt * 1000, 9);
    expect(busbarCurrent(fabric, 0, facts.power.rack(0)).value).toBeCloseTo(amperes, 9);
  });

  // OCP: shelves of 18 kW (15 kW N+1) and 72 kW (six of 12 kW); HPR connector 2,000 A, 100 kW at 50 V.
  it('shelves give what is left with a supply lost, and 100 kW are 2,000 A at 50 V', async () => {
    const { facts, fabric } = await analysisOf(`
import "std/racks"
rack type Fed is OpenRackV3Hpr { shelves 2 x PowerShelf18, 1 x PowerShelf72 }
host type Node { power 50 kW  height 10 RU }
rack r : Fed
host node[1..2] : Node
place node[*] in r
`);
    expect(shelfPower(fabric, 0)?.value).toBe(2 * 15_000 + 60_000);
    expect(busbarCurrent(fabric, 0, facts.power.rack(0)).value).toBe(2000);
  });

  // NVIDIA SN5600: 940 W without optics and 64 × 18 W are 2,092 W, less than one supply of 3,000 W.
  it('an SN5600 with 64 modules of 18 W lives on one of its supplies, typically', async () => {
    const { facts } = await analysisOf(`
import "std/switches"
import "std/osfp"
module type Full { form-factor OSFP  channels 1 x 800GBASE-DR8  power 18 W  typical-power 18 W }
switch s : SN5600
plug Full into s.p
`);
    expect(facts.power.typical.device[0]?.value).toBe(2092);
    expect(facts.power.device[0]?.value).toBeNaN();
    expect(facts.power.supplies[0]?.value).toBe(3000);
  });

  it('lasers of a switch draw, and engines that need some make its power unknown without them', async () => {
    const text = (lasers: string) => `
import "std/cpo"
switch type Box { power 1 kW  liquid 100 %  ${lasers}  ports e[1..32] : CPO3200 }
switch s : Box
plug CpoEngine3200 into s.e
`;
    // FIT ELSFP 10 W, 16 for 32 engines (SONiC design for co-packaged optics); engines of 14 W.
    const { facts } = await analysisOf(text('lasers 16 x Elsfp'));
    expect(facts.power.device[0]?.value).toBe(1000 + 16 * 10 + 32 * 14);
    expect(facts.heat.liquid[0]?.value).toBe(1000 + 16 * 10 + 32 * 14);
    const dark = (await analysisOf(text(''))).facts.power.device[0] as Derivation;
    expect(dark.value).toBeNaN();
    expect(dark.unknown).toBe('the lasers of Box is not said');
  });
});

describe('fibers', () => {
  // XPO demonstration: 8 × DR8 are 128 fibers in 8 MPO-16, 2,048 and 128 an OU; 16 × FR4 are 32 fibers, 512 an OU.
  it.each([
    ['XpoDr8Lro', 2048, 128],
    ['Xpo16Fr4', 512, 16 * 16],
  ])('16 %s have %i fibers in %i connectors', async (module, fibers, connectors) => {
    const { facts } = await analysisOf(`
import "std/xpo"
switch type Box { height 1 OU  ports p[1..16] : XPO }
switch s : Box
plug ${module} into s.p
`);
    const each = facts.devices.classes[0];
    if (each === undefined) throw new Error('There is no switch.');
    expect(deviceFibers(each).value).toBe(fibers);
    expect(deviceConnectors(each).value).toBe(connectors);
  });
});

describe('air and facility water', () => {
  // NVIDIA CDU notes: 150 CFM for each kW warm by 11.7 K; CFM for each watt = 1.757 ÷ ΔT.
  it.each([
    [150, 11.7],
    [176, 10],
    [117, 15],
  ])('%i CFM for each kW warm by %f K', (flow, rise) => {
    const by = airRise('rise', figure('heat', 'power', 1000), figure('air', 'volume flow', flow * unitFactor('CFM')));
    expect(Math.abs(by.value - rise)).toBeLessThan(0.06);
  });

  // Approach 4 K (NVIDIA DA-12515-001): 40 °C from water of 36 °C, which class W40 may exceed and W32 does not.
  it('a loop at 40 °C with an approach of 4 K needs water of 36 °C', async () => {
    const { fabric } = await analysisOf(`
import "std/cooling"
cdu cdu[1..2] : NvidiaQualified600
loop l { coolant PG25  supply 40 °C  flow 600 L/min  from cdu[*], n+1 }
`);
    expect(warmestFacility(fabric, fabric.loops[0] as Loop).value).toBe(36);
    // Water of a class is at most as warm as its name says.
    expect([15, 17, 20, 32, 36, 45, 46].map(waterClassWithin)).toEqual([
      undefined,
      'W17',
      'W17',
      'W32',
      'W32',
      'W45',
      'W45',
    ]);
  });
});

describe('feeds', () => {
  const racks = (by: string) => `
import "std/racks"
feed A { capacity 50 kW }
feed B { capacity 50 kW }
feed C { capacity 50 kW }
host type Node { height 8 RU  power 10 kW }
rack r[1..2] : OpenRackV3 { fed by ${by} }
host node[1..6] : Node
place node[*] in r[*]
`;
  // 60 kW: on two feeds each must carry all; of three with one to spare, two must carry it: 30 kW each.
  it.each([
    ['A, B', 60_000, 30_000],
    ['A, B, C, n + 1', 30_000, 20_000],
    ['A', 60_000, 60_000],
  ])('of racks on %s carry %i W in the worst case and %i W with all there', async (by, worst, usual) => {
    const { facts, fabric } = await analysisOf(racks(by));
    expect(facts.power.feed(0).value).toBeCloseTo(worst, 6);
    const feed = fabric.feeds[0];
    if (feed === undefined) throw new Error('There is no feed.');
    expect(feedLoad(fabric, facts.power, facts.scenario, feed).value).toBeCloseTo(usual, 6);
  });
});

describe('laws', () => {
  const heatOf = async (text: string) => {
    const { facts, fabric } = await analysisOf(text);
    return facts.cooling.heat(fabric.loops[0] as Loop).value;
  };
  const plant = (racks: number, hosts: number, power: string, flow: string) => `
import "std/cooling"
host type Node { power ${power}  liquid 80 % }
rack type Bare { height 42 RU }
loop l { coolant PG25  supply 40 °C  flow ${flow} }
rack r[1..${racks}] : Bare { cooled by l }
host node[1..${hosts}] : Node
place node[*] in r[*]
`;

  it('splitting racks keeps the heat', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 }), async (racks, hosts) => {
        const one = await heatOf(plant(1, hosts, '12.5 kW', '60 L/min'));
        expect(await heatOf(plant(racks, hosts, '12.5 kW', '60 L/min'))).toBeCloseTo(one, 6);
      }),
      { numRuns: 15 },
    );
  });

  it('units do not matter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100, max: 90_000 }),
        fc.integer({ min: 10, max: 5000 }),
        async (watt, litres) => {
          const rise = async (power: string, flow: string) => {
            const { facts, fabric } = await analysisOf(plant(2, 5, power, flow));
            return facts.cooling.rise(fabric.loops[0] as Loop).value;
          };
          const base = await rise(`${watt} W`, `${litres} L/min`);
          const other = await rise(`${watt / 1000} kW`, `${(litres * 60) / 1000} m³/h`);
          expect(Math.abs(other / base - 1)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('the order of lines does not matter', async () => {
    const lines = plant(3, 9, '12.5 kW', '60 L/min').trim().split('\n');
    const [imports, ...rest] = lines;
    const base = await heatOf(lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rest, { minLength: rest.length }), async (shuffled) => {
        expect(await heatOf([imports, ...shuffled].join('\n'))).toBe(base);
      }),
      { numRuns: 15 },
    );
  });

  it('a link more never lowers the power', async () => {
    const powerWith = async (links: number) => {
      const plugs = Array.from({ length: links }, (_, i) => `plug Osfp800Dr8 into a.p[${i + 1}], b.p[${i + 1}]`);
      const made = Array.from(
        { length: links },
        (_, i) => `link a.p[${i + 1}] to b.p[${i + 1}] over OS2 { length 10 m }`,
      );
      const { facts } = await analysisOf(`
import "std/osfp"
switch type Box { height 2 RU  power 500 W  ports p[1..32] : OSFP }
switch a : Box
switch b : Box
${[...plugs, ...made].join('\n')}
`);
      return facts.power.total.value;
    };
    let before = await powerWith(0);
    for (const links of [1, 2, 7, 32]) {
      const now = await powerWith(links);
      expect(now).toBeGreaterThan(before);
      // Two modules of 17 W (NVIDIA 2xDR4) for each link.
      expect(now).toBe(1000 + links * 34);
      before = now;
    }
  });
});
