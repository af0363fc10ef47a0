// What fits where: modules in cages, devices in racks, CDUs on loops. One mistake is one message, and what fits gives none.
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../kit/design.ts';

const seriousOf = async (text: string) =>
  (await findingsOf(text)).map(({ rule, message, consequences }) => ({ rule, message, consequences }));

describe('a module in a cage', () => {
  const box = (cage: string, module: string, own = '') => `
import "std/xpo"
import "std/osfp"
import "std/qsfp"
${own}
switch type Box { height 2 RU  ports p[1..2] : ${cage} }
switch box : Box
plug ${module} into box.p
`;
  it.each([
    // An 800G module goes into a 1.6T cage of the same shell (OSFP MSA); a QSFP-DD cage takes QSFP28 to QSFP112.
    ['OSFP1600', 'Osfp800Dr8', ''],
    ['OSFP-RHS', 'Osfp800Dr8Flat', ''],
    ['OSFP1600-cold-plate', 'Osfp1600Dr8Flat', ''],
    ['QSFP-DD', 'Own', 'module type Own { form-factor QSFP112  power 8 W }'],
    // A form factor that a design only refines is still the same.
    ['Strong', 'XpoDr8Lro', 'cage type Strong is XPO { power 480 W }'],
  ])('%s takes %s', async (cage, module, own) => {
    expect(await seriousOf(box(cage, module, own))).toEqual([]);
  });

  it.each([
    ['OSFP-RHS', 'Osfp800Dr8', '', /Osfp800Dr8 has a finned top; `p` of Box is OSFP-RHS, which takes flat tops/],
    ['OSFP', 'Osfp800Dr8Flat', '', /has a flat top; `p` of Box is OSFP, which takes finned tops/],
    ['OSFP', 'Osfp1600Dr8', '', /Osfp1600Dr8 has the form factor OSFP1600; `p` of Box is OSFP/],
    ['QSFP112', 'Own', 'module type Own { form-factor QSFP-DD  power 8 W }', /Own has the form factor QSFP-DD/],
    ['Wide', 'XpoDr8Lro', 'cage type Wide is XPO { lanes 32 }', /has the form factor XPO; `p` of Box is Wide/],
  ])('%s does not take %s', async (cage, module, own, says) => {
    const found = await seriousOf(box(cage, module, own));
    expect(found.map(({ rule }) => rule)).toEqual(['placement/module-fits-cage']);
    expect(found[0]?.message).toMatch(says);
  });

  // XPO: 400 W as sized, 480 W as platforms may give, 500 W as contacts carry (Converge Digest; Molex; Arista at ECOC 2026).
  it.each([
    [400, '', []],
    [420, '', ['power/module-over-cage']],
    [480, '{ power 480 W }', []],
    [490, '{ power 490 W }', ['power/cage-over-platform']],
    [510, '{ power 480 W }', ['power/module-over-connector']],
    [505, '', ['power/module-over-connector']],
    [500, '{ power 510 W }', ['power/module-over-connector']],
  ])('of %i W %s', async (power, cage, rules) => {
    const found = await seriousOf(`
import "std/xpo"
module type M is Xpo { channels 8 x 1.6TBASE-DR8  power ${power} W }
switch type Box { height 1 OU  ports p[1..2] : XPO ${cage} }
switch box : Box
plug M into box.p
`);
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  });

  // NVIDIA SN5000 manual: 16 ports of 21 W among 64 of 12 W.
  it('of an SN5400 names the ports that would feed it', async () => {
    const text = (port: string, power: number) => `
import "std/switches"
import "std/qsfp"
module type Zr { form-factor QSFP-DD  channels 1 x 400ZR  power ${power} W }
switch edge : SN5400
plug Zr into edge.${port}
`;
    const [found, ...others] = await seriousOf(text('p[2]', 20));
    expect(others).toEqual([]);
    expect(found?.message).toBe('Zr draws 20 W; `p` of SN5400 delivers 12 W, `high` 21 W.');
    expect(await seriousOf(text('high[1]', 20))).toEqual([]);
    // Where none is strong enough, the plain limit is told.
    expect((await seriousOf(text('p[2]', 23))).map(({ rule }) => rule)).toEqual(['power/module-over-cage']);
  });
});

describe('CDUs', () => {
  const loop = (flow: number, cdus: number) => `
import "std/racks"
import "std/cooling"
cdu cdu[1..${cdus}] : Deschutes
loop l { coolant PG25  supply 40 °C  flow ${flow} L/min  from cdu[*], n+1 }
host type Node { height 8 RU  power 30 kW  liquid 100 % }
rack r[1..15] : OpenRackV3 { cooled by l }
host node[1..60] : Node
place node[*] in r[*]
`;
  // OCP Deschutes v0.80: 2,000 kW and 1,893 L/min (0.95 L/min for each kW); 60 × 30 kW are 1,800 kW.
  it.each([
    [1890, 2, []],
    [2700, 2, ['cooling/cdu-flow']],
    [2700, 3, []],
    [1890, 1, ['cooling/loop-capacity']],
  ])('a loop of 1,800 kW set to %i L/min on %i of them, n+1', async (flow, cdus, rules) => {
    expect((await seriousOf(loop(flow, cdus))).map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('a rack', () => {
  it('whose own limit is tighter is reported once, by that limit', async () => {
    const text = (limit: number) => `
import "std/racks"
import "std/cooling"
loop l { coolant PG25  supply 45 °C  return <= ${limit} °C  flow 100 L/min }
host type Node { height 8 RU  power 30 kW  liquid 90 % }
rack r : OpenRackV3 { cooled by l  flow 40 L/min }
host node[1..2] : Node
place node[*] in r
`;
    // 54 kW in 40 L/min of PG25 are 20.2 K: 65.2 °C, over 60 °C of the ORv3 manifold.
    expect((await seriousOf(text(70))).map(({ rule }) => rule)).toEqual(['cooling/outlet-limit']);
    expect((await seriousOf(text(58))).map(({ rule }) => rule)).toEqual(['cooling/return-temperature']);
  });

  it('of 19 inches takes no device of 21 inches; one of 21 inches takes both', async () => {
    const text = (rack: string, unit: string) => `
import "std/racks"
switch type Box { height 1 ${unit}  power 1 kW }
rack r : ${rack}
switch box : Box
place box in r
`;
    expect((await seriousOf(text('Eia42', 'OU'))).map(({ rule }) => rule)).toEqual(['placement/rack-width']);
    expect(await seriousOf(text('Eia42', 'RU'))).toEqual([]);
    expect(await seriousOf(text('OpenRackV3', 'RU'))).toEqual([]);
  });
});

describe('OSFP in a rack unit', () => {
  // 32 by the MSA, 36 in vendor guides.
  it.each([
    [32, []],
    [36, ['density/osfp-per-unit']],
    [37, ['density/modules-per-unit']],
  ])('%i', async (count, rules) => {
    const text = `import "std/osfp"\nswitch type Dense { height 1 RU  ports p[1..${count}] : OSFP1600 }`;
    expect((await seriousOf(text)).map(({ rule }) => rule)).toEqual(rules);
  });
});
