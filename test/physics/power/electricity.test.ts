// Currents, energy per bit, shelves, supplies and feeds against published figures: each case names where its numbers come from.
import {
  busbarCurrent,
  type Derivation,
  feedLoad,
  figure,
  moduleCurrent,
  moduleEnergy,
  type Part,
  shelfPower,
} from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, figures, partIn, wholeAnalysisOf } from '../../kit/design.ts';

const partOf = async (text: string, name: string): Promise<Part> => partIn((await wholeAnalysisOf(text)).fabric, name);

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
    expect(dark.unknown).toBe('Box has no `lasers`');
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

describe('a feed by its voltage and current', () => {
  const headroom = async (capacity: string) => {
    const text = `import "std/racks"
feed A { capacity ${capacity} }
rack r : Eia42 { fed by A }
switch type Box { height 1 RU  power 400 W }
switch b : Box
place b in r
`;
    return (await figures(text, ['headroom(A)'])).values[0];
  };

  it('has their product, and the share of it that may be drawn all the time', async () => {
    // 120 V × 15 A × 80 % are 1,440 VA; 230/400 V and 32 A in three phases are √3 × 400 × 32 = 22.17 kVA.
    expect(await headroom('120 V * 15 A * 80 %')).toBeCloseTo(1 - 400 / 1440, 9);
    expect(await headroom('1.7320508 * 400 V * 32 A')).toBeCloseTo(1 - 400 / 22_170.25, 6);
  });
});
