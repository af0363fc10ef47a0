// What a planned design says of the hall and of growth: it is what a check can judge, and growth touches no cable.
import { diffOf, knownOf, type PlannedNetwork, unknownLeaves } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { memoryFiles, openSession, type PlanRequest, planNetworks } from '../../src/index.ts';
import { analyzeText } from '../../src/testing.ts';

/** Types of which all is known. */
const site = `import "std/switches"
import "std/racks"
import "std/cooling"
switch type Dry is SN5600 { power 1 kW source "sheet"  price 30000 USD }
switch type Cheap is SN5600 { power 2 kW source "sheet"  price 20000 USD }
switch type Wet is SN6600 { power 2 kW source "sheet" }
rack type Rack is Eia48 { power 17 kW }
cdu type Cdu is NvidiaQualified600 { power 8 kW }
`;
const files = { 'file:///designs/site.fabric': site };

async function planned(changes: Partial<PlanRequest>): Promise<readonly PlannedNetwork[]> {
  const request: PlanRequest = {
    ...{ hosts: 128, growth: 0, least: 'switches', rails: 1, rate: 800e9, oversubscription: 1, leaf: 'Dry' },
    ...{ tiers: [2], planes: [1], lengths: [20, 50, 100], imports: ['./site.fabric'], rackPower: undefined },
    ...{ spine: undefined, core: undefined, host: undefined, module: undefined, rack: undefined, cdu: undefined },
    ...changes,
  };
  const plan = await planNetworks(openSession({ files: memoryFiles(files) }), 'file:///designs', request);
  if (typeof plan === 'string') throw new Error(plan);
  expect(plan.refused).toEqual([]);
  return plan.networks;
}
const analysisOf = async (text: string) => (await analyzeText(text, { 'site.fabric': site })).analysis;

describe('a design with its hall', () => {
  it.each<Partial<PlanRequest>>([
    { rack: 'Rack' },
    { rack: 'Eia48', rackPower: 9000 },
    { rack: 'Rack', hosts: 300, planes: [2] },
    { rack: 'Rack', hosts: 350, tiers: [3] },
    { rack: 'OpenRackV3', rackPower: 30_000, cdu: 'Cdu', leaf: 'Wet' },
    { rack: 'Rack', leaf: 'Dry', spine: 'Cheap', hosts: 400 },
  ])('%o has every switch in a rack, and its power and heat judged', async (changes) => {
    const [network] = await planned(changes);
    const { hall, text, report } = network as PlannedNetwork;
    const { findings, fabric, judged } = await analysisOf(text);
    expect(report.totals.racks).toBe(hall.racks?.value);
    const unplaced = Array.from(fabric.devices.rack, (rack, device) => ({ rack, device })).filter(
      ({ rack }) => rack < 0,
    );
    const hosts = fabric.blocks.filter(({ kind }) => kind === 'host').reduce((all, { count }) => all + count, 0);
    expect(unplaced.length).toBe(hosts);
    // What isn't judged are pressures, whose figures a plan can't know, and the air that racks let through.
    const open = judged.unjudged.map(({ what }) => what);
    expect(open.filter((each) => !/pressure|head|air/.test(each))).toEqual([]);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(fabric.feeds.length).toBe(2);
    expect(fabric.loops.length).toBe(changes.cdu === undefined ? 0 : 1);
  });

  it('has the flow that its heat needs: 1.5 L/min for each kW of PG25', async () => {
    const [network] = await planned({ rack: 'OpenRackV3', rackPower: 30_000, cdu: 'Cdu', leaf: 'Wet', hosts: 256 });
    // A switch has 2 kW and 64 modules of 30 W; 1,019.2 kg/m³ × 3.94 kJ/kg·K × 10 K is 40.16 kJ/L. 7 to a rack of 30 kW.
    const rack = network?.hall.placed[0];
    expect(rack).toMatchObject({ racks: 1, each: 7 });
    expect((rack?.flow ?? 0) * 60_000).toBeCloseTo((7 * 3.92 * 60) / 40.16, 1);
    expect(network?.text).toContain('flow 41 L/min');
    // Either feed carries 23.52 kW and two CDUs of 8 kW.
    expect(network?.hall.feed.value).toBeCloseTo(23_520 + 16_000, 6);
    expect(network?.text).toContain('capacity 40 kW');
  });

  it('has the flow that its switches ask for, where that is more', async () => {
    const of = { leaf: 'QFX5250-64OE-L', rack: 'OpenRackV3', rackPower: 30_000, cdu: 'CHx2000', imports: [] };
    const [network] = await planned({ ...of, hosts: 256 });
    // 10 L/min each, up to 40 °C, 5 switches to a rack of 30 kW: more than their heat needs.
    expect(network?.hall.placed.map(({ each, flow }) => Math.round((flow * 60_000) / each))).toEqual([10]);
  });
});

describe('room to grow', () => {
  it.each<Partial<PlanRequest>>([
    { growth: 0.25, hosts: 200 },
    { growth: 0.5, hosts: 30, tiers: [1] },
    { growth: 0.3, hosts: 70, rails: 4 },
    { growth: 0.1, hosts: 200, planes: [2] },
    { growth: 0.2, hosts: 300, tiers: [3] },
    { growth: 1, hosts: 60, tiers: [3], planes: [2] },
  ])('%o: what comes later touches no cable', async (changes) => {
    const [network] = await planned(changes);
    const { text, growth } = network as PlannedNetwork;
    const grown = Math.ceil((changes.hosts ?? 0) * (1 + (changes.growth ?? 0)) - 1e-9);
    expect([growth?.hosts, growth?.grown]).toEqual([changes.hosts, grown]);
    const analysis = await analysisOf(text);
    expect(analysis.findings.filter(({ severity }) => severity !== 'note').map(({ message }) => message)).toEqual([]);
    const [first, later] = [analysis.at('first'), analysis.at('grown')];
    if (first === undefined || later === undefined) throw new Error('no phases');
    const hostsOf = ({ fabric }: typeof first): number =>
      fabric.blocks.filter(({ kind }) => kind === 'host').reduce((all, { count }) => all + count, 0);
    expect([hostsOf(first), hostsOf(later)]).toEqual([changes.hosts, grown]);
    // Every leaf has a host from the day it is there.
    const linked = new Set(Array.from(first.fabric.links.to, (port) => first.fabric.ports.cage[port]));
    const leaves = first.fabric.blocks.filter(({ name }) => name === 'leaf');
    const withHost = leaves.flatMap(({ first: at, count }) => Array.from({ length: count }, (_, i) => at + i));
    for (const device of withHost) expect(linked.has(first.fabric.devices.firstCage[device])).toBe(true);
    const { cables } = diffOf(first, later);
    expect(new Set(cables.touched.map(({ work }) => work))).toEqual(new Set(['new']));
    expect(cables.kept).toBe(cables.before.value);
  });
});

describe('the least of a network', () => {
  const all = { hosts: 200, tiers: [2, 3], planes: [1, 2] } as const;

  it.each(['price', 'power', 'parts'] as const)('%s: the first of all networks', async (least) => {
    const networks = await planned({ ...all, least });
    expect(networks.length).toBe(4);
    const amounts = networks.map(({ cost, hall, report }) => {
      // The price of modules and fibers is unknown: where fewer are, more is known.
      if (least === 'price') return unknownLeaves(cost).length * 1e12 + knownOf(cost);
      if (least === 'power') return hall.switchPower.value + hall.hostModulePower.value;
      return report.totals.switches + report.totals.modules.value + report.totals.cables.value;
    });
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
  });

  it('may be the one with more power, where it costs less', async () => {
    const of = async (leaf: string) => (await planned({ leaf, least: 'price' }))[0] as PlannedNetwork;
    const [dry, cheap] = [await of('Dry'), await of('Cheap')];
    expect([dry.cost.known - cheap.cost.known, cheap.hall.switchPower.value > dry.hall.switchPower.value]).toEqual([
      6 * 10_000,
      true,
    ]);
  });
});
