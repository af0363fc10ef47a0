// Tiers, rows, fibers and power of whole halls against figures anyone can work out by hand.
import { hallPower, panelUses, rackFibers, rowDensities, tierRatios, trayOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../kit/design.ts';

/** Pods of leaves under one aggregation switch each, under one core switch. */
const pods = (hosts: number, leaves: number, leafUp: number, up: number, count = 2) => `
import "std/osfp"
switch type Leaf  { height 64 RU  ports down[1..${hosts}] : OSFP  ports up[1..${leafUp}] : OSFP }
switch type Aggregation { height 64 RU  ports down[1..${leaves * leafUp}] : OSFP  ports up[1..${up}] : OSFP }
switch type Core  { height 64 RU  ports down[1..${count * up}] : OSFP }
host type Node    { height 1 RU  ports nic : OSFP }
template Pod() {
    switch leaf[1..${leaves}] : Leaf
    switch aggregation : Aggregation
    host   node[1..${leaves}][1..${hosts}] : Node
    plug Osfp800Dr8 into leaf.*, aggregation.*, node.nic
    link leaf.up to aggregation.down over OS2 { length 10 m  connectors 2 x MPO16 }
    link leaf.down to node.nic over OS2 { length 3 m  connectors 2 x MPO16 }
}
network n : scale-out {
    pod[1..${count}] : Pod()
    switch core : Core
    plug Osfp800Dr8 into core.*
    link pod[*].aggregation.up to core.down over OS2 { length 100 m  connectors 2 x MPO16 }
}`;

describe('oversubscription of each tier', () => {
  it.each([
    // As many links up as down in every tier: a fat tree with nothing lost.
    [4, 2, 4, 8, 1, 1],
    // 4 hosts over 2 uplinks; 3 leaves with 2 uplinks each over 2.
    [4, 3, 2, 2, 2, 3],
  ])(
    'with %i hosts a leaf, %i leaves of %i uplinks, %i uplinks of a pod',
    async (hosts, leaves, leafUp, up, leaf, aggregation) => {
      const facts = await factsOf(pods(hosts, leaves, leafUp, up));
      const tiers = tierRatios(facts, 0);
      expect(tiers.map(({ tier, names, switches }) => [tier, names, switches])).toEqual([
        [1, ['leaf'], 2 * leaves],
        [2, ['aggregation'], 2],
      ]);
      expect(tiers.map(({ worst, whole }) => [worst.value, whole.value])).toEqual([
        [leaf, leaf],
        [aggregation, aggregation],
      ]);
      // The worst switch of the network is that of its worst tier.
      expect(facts.bandwidth.oversubscription(0).value).toBe(Math.max(leaf, aggregation));
    },
  );

  it('distinguishes the worst switch from the whole tier', async () => {
    // Leaves with 4 and 2 hosts and two uplinks each: 2 : 1, and 6 : 4 together.
    const facts = await factsOf(`import "std/osfp"
switch type Leaf  { height 64 RU  ports down[1..4] : OSFP  ports up[1..2] : OSFP }
switch type Spine { height 64 RU  ports down[1..4] : OSFP }
host type Node    { height 1 RU  ports nic : OSFP }
network n : scale-out {
    switch leaf[1..2] : Leaf
    switch spine : Spine
    host a[1..4] : Node
    host b[1..2] : Node
    plug Osfp800Dr8 into leaf.*, spine.*, a.nic, b.nic
    link leaf.up to spine.down over OS2 { length 30 m  connectors 2 x MPO16 }
    link leaf[1].down to a.nic over OS2 { length 3 m  connectors 2 x MPO16 }
    link leaf[2].down[1..2] to b.nic over OS2 { length 3 m  connectors 2 x MPO16 }
}`);
    expect(tierRatios(facts, 0).map(({ worst, whole }) => [worst.value, whole.value])).toEqual([[2, 1.5]]);
  });

  it('is unknown, with the reason, where there are no tiers', async () => {
    const facts = await factsOf(`import "std/osfp"
switch type Router { height 64 RU  ports fabric[1..2] : OSFP }
network n : scale-up {
    switch r[1..4] : Router
    plug Osfp800Dr8 into r.*
    link r.fabric as ring over OS2 { length 3 m  connectors 2 x MPO16 }
}`);
    expect(tierRatios(facts, 0)).toEqual([]);
    expect(facts.bandwidth.oversubscription(0)).toMatchObject({ value: Number.NaN, unknown: expect.any(String) });
  });
});

describe('density of a row', () => {
  it('is that of 16 XPO in an open rack unit, in either unit and by the meter', async () => {
    const facts = await factsOf(`import "std/xpo"
import "std/racks"
hall main { rack-pitch 600 mm  row-pitch 3 m  tray-height 2.6 m }
rack net[1..2] : OpenRackV3 at row 1 position 1
rack idle : OpenRackV3 at row 2 position 1
switch type Box { height 1 OU  ports p[1..16] : XPO }
switch box[1..4] : Box
place box[*] in net[*] 2 each`);
    const [row, ...others] = rowDensities(facts);
    expect(others).toEqual([]);
    expect([row?.row, row?.racks, row?.switches]).toEqual([1, 2, 4]);
    // 16 × 12.8 Tbps in 48 mm; 4 × 204.8 Tbps over two places of 0.6 m.
    expect(row?.perHeight.value).toBeCloseTo(204.8e12 / 0.048, -3);
    expect(row?.perLength.value).toBeCloseTo((4 * 204.8e12) / 1.2, -3);
  });
});

/** Leaves in rows 1 and 2, spines in row 3, as the hall of the language guide. */
const hall = (rest = 'place spine[*] in spines[*] 1 each') => `
import "std/osfp"
import "std/racks"
hall main { rack-pitch 600 mm  row-pitch 3 m  tray-height 2.6 m }
rack leaves[1..8] : OpenRackV3 at row 1..2 position 1
rack spines[1..2] : OpenRackV3 at row 3 position 2
panel type Panel is Mpo16Panel { adapters 24 }
switch type Leaf  { height 2 RU  ports up[1..8] : OSFP }
switch type Spine { height 2 RU  ports down[1..32] : OSFP }
network backend : scale-out {
    switch leaf[1..8]  : Leaf
    switch spine[1..2] : Spine
    plug Osfp800Dr8 into leaf[*].*, spine[*].*
    link leaf[*].up to spine[*].down as mesh over OS2 { length 30 m  connectors 2 x MPO16  panels 2 x Panel }
    place leaf[*] in leaves[*] 1 each
    ${rest}
}`;

describe('fibers', () => {
  // 800GBASE-DR8: 8 lanes each way, 16 fibers.
  it('leave the racks of leaves and spines', async () => {
    const facts = await factsOf(hall());
    const of = (rack: number) => Object.values(rackFibers(facts, rack)).map(({ value }) => value);
    expect(of(0).slice(0, 2)).toEqual([8 * 16, 0]);
    expect(of(8).slice(0, 2)).toEqual([32 * 16, 0]);
    // Every connector of a leaf's modules is one of a link that leaves its rack.
    expect(of(8)[2]).toBe(4 * (of(0)[2] as number));
  });

  it('stay within a rack that holds both ends', async () => {
    const facts = await factsOf(hall('place spine[*] in leaves[1]'));
    const { fibersOut, fibersWithin } = rackFibers(facts, 0);
    // Both spines and one leaf: its 8 links stay, the 56 of the others come in.
    expect([fibersOut.value, fibersWithin.value]).toEqual([56 * 16, 8 * 16]);
    expect(rackFibers(facts, 0).connectorsWithin.value).toBe(2 * rackFibers(facts, 1).connectorsOut.value);
  });

  it('run between rows, and most of them across at one position', async () => {
    const tray = trayOf(await factsOf(hall()));
    expect(tray?.rows.map(({ rows, links, fibers }) => [rows, links, fibers.value])).toEqual([
      [[1, 3], 32, 512],
      [[2, 3], 32, 512],
    ]);
    // Across at position 2, from row 2 to row 3: 4 links of each of 8 leaves to the first spine.
    expect(tray?.largest.value).toBe(8 * 4 * 16);
    expect(tray?.largest.label).toContain('across rows at position 2 after row 2');
  });

  it('are unknown where racks are', async () => {
    const facts = await factsOf(hall(''));
    expect(rackFibers(facts, 0).fibersOut).toMatchObject({
      value: Number.NaN,
      unknown: expect.stringContaining("aren't in a rack"),
    });
    expect(trayOf(facts)?.largest).toMatchObject({
      value: Number.NaN,
      unknown: expect.stringContaining("aren't in a rack"),
    });
  });

  it('pass through panels, a mated pair for 16 of them', async () => {
    const [use, ...others] = panelUses(await factsOf(hall()));
    expect(others).toEqual([]);
    expect([use?.part.name, use?.passes.value, use?.pairs.value]).toEqual(['Panel', 2 * 64, 2 * 64]);
  });
});

describe('power of the hall', () => {
  const text = (typical: string) => `
import "std/racks"
cdu type Unit { capacity 1 MW  power 74 kW }
cdu unit[1..2] : Unit
switch type Box { height 1 OU  power 3 kW  ${typical} }
rack r : OpenRackV3
switch box[1..3] : Box
place box[1..2] in r`;

  it('is that of racks and pumps; what is outside racks is listed apart', async () => {
    const facts = await factsOf(text('typical-power 2 kW'));
    const values = (basis: 'worst-case' | 'typical') =>
      Object.entries(hallPower(facts, basis) ?? {}).map(([name, { value, known }]) => [name, value, known]);
    expect(values('worst-case')).toEqual([
      ['racks', 6000, 6000],
      ['pumps', 148_000, 148_000],
      ['outside', 3000, 3000],
      ['total', 154_000, 154_000],
    ]);
    // Nobody says what the pumps typically draw.
    expect(values('typical')).toEqual([
      ['racks', 4000, 4000],
      ['pumps', Number.NaN, 0],
      ['outside', 2000, 2000],
      ['total', Number.NaN, 4000],
    ]);
  });

  it('has no typical value where one device has no typical power', async () => {
    const typical = hallPower(await factsOf(text('')), 'typical');
    expect(typical?.racks).toMatchObject({
      value: Number.NaN,
      unknown: expect.stringContaining('Box has no `typical-power`'),
    });
  });

  it('is nothing to speak of without racks and CDUs', async () => {
    expect(hallPower(await factsOf('switch type Box { power 1 kW }\nswitch box : Box'), 'worst-case')).toBeUndefined();
  });
});
