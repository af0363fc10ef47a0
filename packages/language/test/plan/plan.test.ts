// Planned networks: each is a design that checks clean, with the switches and links that its size says.
import { type PlannedNetwork, plannedSwitches, trunkLinks } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { formatFabric, memoryFiles, openSession, type PlanRequest, planNetworks } from '../../src/index.ts';
import { analyzeText } from '../../src/testing.ts';

const request = (changes: Partial<PlanRequest>): PlanRequest => ({
  hosts: 64,
  growth: 0,
  least: 'switches',
  rails: 1,
  rate: 800e9,
  oversubscription: 1,
  leaf: 'SN5600',
  tiers: [1, 2, 3],
  planes: [1],
  lengths: [20, 50, 100],
  imports: [],
  ...{ spine: undefined, core: undefined, host: undefined, module: undefined, rack: undefined, cdu: undefined },
  rackPower: undefined,
  ...changes,
});

const plan = async (changes: Partial<PlanRequest>, files: Readonly<Record<string, string>> = {}) => {
  const found = await planNetworks(openSession({ files: memoryFiles(files) }), 'file:///designs', request(changes));
  if (typeof found === 'string') throw new Error(found);
  return found;
};

/** What a design holds has to be what the numbers say. */
async function expectSame(
  network: PlannedNetwork,
  hosts: number,
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { findings } = (await analyzeText(network.text, files)).analysis;
  expect(findings.filter(({ severity }) => severity !== 'note').map(({ message }) => message)).toEqual([]);
  expect(formatFabric(network.text)).toEqual({ text: network.text, problems: [] });
  const { totals, requirements } = network.report;
  const { planes, rails, shape } = network;
  expect([totals.hosts, totals.switches]).toEqual([hosts, plannedSwitches(network)]);
  expect(totals.links.value).toBe(planes * (hosts * rails + trunkLinks(shape)));
  expect(requirements.map(({ holds }) => holds)).toEqual([true]);
}

describe('planned networks check clean', () => {
  it.each<Partial<PlanRequest>>([
    { hosts: 1 },
    { hosts: 65 },
    { hosts: 768 },
    { hosts: 517, rails: 8, oversubscription: 3, planes: [1, 2, 4] },
    { hosts: 100, rate: 400e9, leaf: 'QM9700' },
    { hosts: 288, rails: 8, leaf: 'Q3400-RA', rack: 'Eia48' },
    { hosts: 1024, rate: 400e9, leaf: 'Q3450-LD' },
    { hosts: 300, rate: 400e9, leaf: 'SN5400' },
    { hosts: 300, leaf: 'SN6600', planes: [1, 2], oversubscription: 1.5 },
    { hosts: 70, leaf: 'Davisson', rails: 3 },
    { hosts: 1000, leaf: 'SN5600', spine: '7060XE7-128PE' },
    { hosts: 40, host: 'DGX-H100', rate: 400e9, leaf: 'QM9700' },
  ])('%o', async (changes) => {
    const { networks } = await plan(changes);
    expect(networks.length).toBeGreaterThan(0);
    for (const each of networks) await expectSame(each, changes.hosts ?? 64);
    const switches = networks.map(plannedSwitches);
    expect(switches).toEqual([...switches].sort((a, b) => a - b));
  });

  it('with any number of hosts', async () => {
    for (let hosts = 66; hosts <= 270; hosts += 17) {
      const { networks } = await plan({ hosts, rate: 400e9, leaf: 'QM9700', rails: 1 + (hosts % 3) });
      for (const each of networks) await expectSame(each, hosts);
    }
  });

  it('with types of a file of its own', async () => {
    const site =
      'import "std/switches"\nswitch type Small is SN5600 { power 1 kW }\nhost type Host { ports x[1..2] : OSFP }\n';
    const files = { 'file:///designs/site.fabric': site };
    const { networks } = await plan({ hosts: 128, leaf: 'Small', imports: ['./site.fabric'], tiers: [2] }, files);
    expect(networks[0]?.text).toContain('import "./site.fabric"');
    expect(networks[0]?.text).toContain('host type PlannedHost');
    // 4 leaves and 2 spines of 1 kW, and 17 W for each of their 6 × 64 used cages.
    expect(networks[0]?.hall.switchPower.value).toBe(6000 + 6 * 64 * 17);
  });
});

describe('the hall', () => {
  it('counts racks by height and by power', async () => {
    const files = {
      'file:///designs/site.fabric': `import "std/switches"
import "std/racks"
switch type Small is SN5600 { power 1 kW }
rack type Weak is Eia48 { power 5 kW }
`,
    };
    const asked = { hosts: 128, leaf: 'Small', imports: ['./site.fabric'], tiers: [2] } as const;
    // 4 leaves and 2 spines of 2 RU: one rack of 48 RU; at 2.088 kW each, two to a rack of 5 kW.
    expect((await plan({ ...asked, rack: 'Eia48' }, files)).networks[0]?.hall.racks?.value).toBe(1);
    expect((await plan({ ...asked, rack: 'Weak' }, files)).networks[0]?.hall.racks?.value).toBe(3);
  });

  it('counts CDUs by the heat to liquid, with one to spare', async () => {
    const files = {
      'file:///designs/site.fabric': `import "std/switches"
import "std/cooling"
switch type Wet is SN6600 { power 2 kW }
cdu type Small { capacity 20 kW }
`,
    };
    const { networks } = await plan(
      { hosts: 256, leaf: 'Wet', cdu: 'Small', imports: ['./site.fabric'], tiers: [2] },
      files,
    );
    // 4 leaves and 2 spines with 64 modules of 30 W each, all of it to liquid: 23.52 kW.
    expect(networks[0]?.hall.switchPower.value).toBe(6 * (2000 + 64 * 30));
    expect(networks[0]?.hall.cdus?.value).toBe(3);
  });
});

describe('what can’t be planned', () => {
  it('says which name is no part', async () => {
    const session = openSession({ files: memoryFiles({}) });
    expect(await planNetworks(session, 'file:///designs', request({ leaf: 'SN5601' }))).toBe(
      'There is no switch type SN5601. Did you mean SN5600?',
    );
    expect(await planNetworks(session, 'file:///designs', request({ host: 'SN5600' }))).toBe(
      'SN5600 is a switch type, not a host type.',
    );
  });

  it('says why a form isn’t possible', async () => {
    const { networks, refused } = await plan({ hosts: 70_000, planes: [1] });
    expect(networks).toEqual([]);
    expect(refused.map(({ because }) => because)).toEqual([
      { kind: 'hosts', most: 64 },
      { kind: 'hosts', most: 2048 },
      { kind: 'hosts', most: 65_536 },
    ]);
    const slow = await plan({ rate: 123e9, tiers: [2] });
    expect(slow.refused).toEqual([{ tiers: 2, planes: 1, because: { kind: 'optics', linkRate: 123e9 } }]);
  });
});
