// What is lost when things fail: in requirements and in the sweep of single failures, with figures by hand.
import { costsOf, failureSweep, verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

/** 16 trays and two switches with co-packaged optics: each switch takes 128 ports of 800G, 102.4 Tbps, on 16 engines. */
const scaleUp = `import "std/cpo"
import "std/racks"
import "std/cooling"

cdu type Two is NvidiaQualified600 { flow 300 L/min  pumps 2 x 10 kW }
cdu pump[1..2] : Two
loop water { coolant PG25  supply 35 °C  return <= 60 °C  flow 600 L/min  from pump[*] }
feed A { capacity 100 kW }
feed B { capacity 100 kW }
switch type Sw is Davisson {
    height   4 OU
    power    3.6 kW
    liquid   100 %
    lasers   8 x Elsfp
    supplies 3 x 2.2 kW, n+1
}
host type Tray { accelerators 4  height 2 OU  power 6 kW  liquid 90 %  ports io[1..4] : CPO3200 }
rack r[1..2] : OpenRackV3Hpr at row 1 { cooled by water  fed by A, B  flow 95 L/min }
rack s[1..2] : OpenRackV3Hpr at row 2 { cooled by water  fed by A, B  flow 95 L/min }
network up : scale-up {
    host tray[1..16] : Tray
    switch sw[1..2] : Sw
    plug CpoEngine3200 into tray[*].io[*]
    plug CpoEngine6400 into sw[*].*
    link tray[*].io to sw[*].engine as mesh over OS2 { length 8 m  connectors 2 x MPO16 low-loss }
    place tray[1..8] in r[*] 4 each
    place tray[9..16] in s[*] 4 each
    place sw[*] in s[*] 1 each
}
`;

async function verdict(text: string) {
  const { facts, findings } = await analysisOf(text);
  const [found] = verdictsOf(facts);
  if (found === undefined) throw new Error(findings.map((each) => each.message).join('\n'));
  return { value: found.value.value, unknown: found.value.unknown, failed: found.failed, holds: found.holds };
}

describe('what a requirement loses', () => {
  // 102.4 Tbps between halves; an engine is 6.4 Tbps, of which a half counts.
  it.each([
    ['1 of sw[*].lasers', 102.4 - 6.4, ['laser 1 of up.sw[1]']],
    ['2 of sw[*].lasers', 102.4 - 2 * 6.4, ['laser 1 of up.sw[1]', 'laser 2 of up.sw[1]']],
    // Two of three supplies give 4.4 kW, which is more than the 4.128 kW that the switch draws; one gives 2.2 kW.
    ['1 of sw[*].supplies', 102.4, ['supply 1 of up.sw[1]']],
    ['2 of sw[1].supplies', 51.2, ['supply 1 of up.sw[1]', 'supply 2 of up.sw[1]']],
    // Two that fail in two boxes stop neither; the worst is told, which is two in one.
    ['2 of sw[*].supplies', 51.2, ['supply 1 of up.sw[1]', 'supply 2 of up.sw[1]']],
    ['1 of sw', 51.2, ['up.sw[1]']],
    ['1 of sw.engine', 102.4 - 3.2, ['up.sw[1].engine[1]']],
    ['1 of sw.engine/1..2', 102.4 - 0.4, ['up.sw[1].engine[1]/1']],
    ['1 of tray', 102.4 - 6.4, ['up.tray[1]']],
    // Four trays of sixteen and one of two switches: 12 trays with 6.4 Tbps to the other.
    ['1 of s', (12 * 6.4) / 2, ['s[1]']],
    ['1 of r', (12 * 12.8) / 2, ['r[1]']],
    ['1 of B', 102.4, ['B']],
    ['1 of up', 0, ['up']],
  ])('%s: %d Tbps are left between halves', async (what, left, names) => {
    const { value, failed } = await verdict(`${scaleUp}require bisection(up) >= 1 Tbps when any ${what} fail`);
    expect(value / 1e12).toBeCloseTo(left, 6);
    expect(failed).toEqual(names);
  });

  // 600 L/min of two CDUs with two pumps each: each pump gives 150. Heat to liquid: 16 x 0.9 x 6 kW and more; only ratios count here.
  it('is flow with pumps that are not spare, and so a warmer return', async () => {
    const rise = async (when: string) => (await verdict(`${scaleUp}require rise(water) <= 60 K${when}`)).value;
    const all = await rise('');
    expect(await rise(' when any 1 of pump[*].pumps fail')).toBeCloseTo((all * 4) / 3, 6);
    expect(await rise(' when any 2 of pump[*].pumps fail')).toBeCloseTo(all * 2, 6);
  });

  it.each([
    ['tray[*].lasers', "tray[*].lasers can't fail: it has no lasers"],
    ['sw[1].supplies', "9 of sw[1].supplies can't fail: there are 3", 9],
  ])('%s is told where it can’t be', async (what, why, count = 1) => {
    const { unknown, holds } = await verdict(
      `${scaleUp}require bisection(up) >= 1 Tbps when any ${count} of ${what} fail`,
    );
    expect([unknown, holds]).toEqual([why, undefined]);
  });

  it('an unknown kind of part is reported with the kinds there are', async () => {
    const text = `${scaleUp}require rise(water) <= 60 K when any 1 of pump[*].pump fail`;
    const { findings } = await analysisOf(text);
    const told = findings.filter((each) => each.rule === 'require/name' || each.rule === 'name/unknown');
    expect(told.map((each) => each.message)).toEqual(['`pump` has no `pump`.']);
    expect(told[0]?.help).toContain('`pumps`');
  });
});

describe('the sweep', () => {
  it('fails every kind of thing, equal ones together', async () => {
    const { facts } = await analysisOf(`${scaleUp}require bisection(up) >= 100 Tbps`);
    const { effects } = failureSweep(facts);
    const counts = new Map<string, number>();
    for (const { failure } of effects) counts.set(failure.kind, (counts.get(failure.kind) ?? 0) + failure.alike);
    expect(Object.fromEntries(counts)).toEqual({
      switch: 2,
      host: 16,
      module: 16 * 4 + 2 * 16,
      laser: 16,
      supply: 6,
      link: 256,
      rack: 4,
      row: 2,
      feed: 2,
      CDU: 2,
      pump: 4,
    });
    const of = (kind: string, name?: string) =>
      effects.find(({ failure }) => failure.kind === kind && (name === undefined || failure.name === name));
    expect(of('laser')?.bandwidth[0]?.lost).toBeCloseTo(6.4 / 102.4, 9);
    expect(of('laser')?.broken.length).toBe(1);
    expect(of('supply')?.stopped).toBe(0);
    // Row 1 holds half of the trays, row 2 the other half and both switches.
    expect([of('row', '1')?.stopped, of('row', '2')?.stopped]).toEqual([8, 10]);
    expect(of('row', '1')?.bandwidth[0]?.lost).toBeCloseTo(0.5, 9);
    expect(of('row', '2')?.bandwidth[0]?.lost).toBeCloseTo(1, 9);
    // Ranked by what breaks, then by bandwidth.
    const lost = effects.filter(({ broken }) => broken.length > 0).map(({ bandwidth }) => bandwidth[0]?.lost ?? 0);
    expect(lost).toEqual([...lost].sort((a, b) => b - a));
  });

  it('takes a panel with the links it has adapters for', async () => {
    const text = `import "std/osfp"
panel type Front is Mpo16Panel { adapters 24 }
switch type Box { height 4 RU  ports p[1..48] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 20 m  connectors 2 x MPO16 low-loss  panels 1 x Front }
`;
    const { facts } = await analysisOf(text);
    const panel = failureSweep(facts).effects.find(({ failure }) => failure.kind === 'panel');
    // One MPO-16 for each link: 24 links a panel, two panels.
    expect([panel?.failure.alike, panel?.bandwidth[0]?.lost]).toEqual([2, 0.5]);
  });

  it('takes a panel with twice as many links where two share an adapter', async () => {
    const text = `import "std/xpo"
panel type Front is Mpo16Panel { adapters 12 }
module type M is Xpo { channels 16 x 800GBASE-DR4 }
switch type Box { height 4 RU  ports p[1..3] : XPO }
switch a : Box
switch b : Box
plug M into a.p, b.p
link a.p to b.p over OS2 { length 20 m  connectors 2 x MPO16 low-loss  panels 1 x Front }
`;
    const { facts } = await analysisOf(text);
    const panel = failureSweep(facts).effects.find(({ failure }) => failure.kind === 'panel');
    // 48 links in 24 cables: 12 adapters hold 24 links, so that there are two panels.
    expect([panel?.failure.alike, panel?.bandwidth[0]?.lost]).toEqual([2, 0.5]);
  });

  it('gives the reason why the bisection becomes unknown', async () => {
    const text = `import "std/osfp"
host type Chip { height 1 RU  ports ici[1..4] : OSFP }
network n : scale-up {
    host chip[1..16][1..6] : Chip
    plug Osfp800Dr8 into chip.ici
    link chip.ici as torus(16, 6) over OS2 { length 4 m  connectors 2 x MPO16 }
}
`;
    const { facts } = await analysisOf(text);
    expect(facts.bandwidth.bisection(0).value / 800e9).toBe(12);
    const chip = failureSweep(facts).effects.find(({ failure }) => failure.kind === 'host');
    // Four links of 192; a cut of 12 has lost four of them at most, and one at least.
    expect(chip?.bandwidth).toMatchObject([{ lost: 4 / 192, of: 'links' }]);
    expect(chip?.bandwidth[0]?.why).toBe('the rest is uneven: it is at least 6.4 Tbps and at most 8.8 Tbps');
  });
});

it('names networks that lose the same share of their bandwidth in one phrase', async () => {
  const { facts } = await analysisOf(`import "std/osfp"
switch type B { height 2 RU  power 1 kW  ports p[1..8] : OSFP }
network a : scale-out { switch s[1..2] : B  plug Osfp800Dr8 into s.p  link s[1].p[1..4] to s[2].p[1..4] over OS2 { length 9 m } }
network b : scale-out { switch s[1..2] : B  plug Osfp800Dr8 into s.p  link s[1].p[1..4] to s[2].p[1..4] over OS2 { length 9 m } }
rack type R { height 42 RU  power 40 kW }
rack r[1..2] : R
place a.s[*] in r[*] 1 each
place b.s[*] in r[*] 1 each`);
  const rack = failureSweep(facts).effects.find(({ failure }) => failure.kind === 'rack');
  expect(rack && costsOf(rack, facts.fabric)).toContain('100 % of the links of a and b lost');
});
