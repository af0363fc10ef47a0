// What things cost, and their energy: facts that can be required, each against a sum by hand.
import { printValue } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { figure, figures, findingsOf } from '../kit/design.ts';

/** Two leaves, one spine, four hosts of 8 accelerators with a NIC each; all on DR8, everything with a price. */
const priced = `import "std/osfp"
import "std/racks"
module type Dr8 is Osfp800Dr8 { price 1000 USD  power 15 W }
fiber type Cord is OS2 { price 50 USD at 15 m, 80 USD at 30 m }
switch type Leaf { height 2 RU  power 1 kW  price 30000 USD  ports down[1..2] : OSFP  ports up[1..2] : OSFP }
switch type Spine { height 2 RU  power 1 kW  price 40000 USD  ports p[1..4] : OSFP }
host type Node { height 4 RU  power 10 kW  price 250000 USD  accelerators 8  ports n[1..1] : OSFP }
rack type Frame is OpenRackV3 { price 5000 USD }
hall h { energy-price 0.10 USD/kWh  pue 1.25  service-life 4 years }
rack r[1..2] : Frame
network net : scale-out {
  host node[1..4] : Node
  switch leaf[1..2] : Leaf
  switch spine : Spine
  plug Dr8 into leaf[*].*, spine.*, node[*].*
  link node[1..2].n to leaf[1].down over Cord { length 12 m }
  link node[3..4].n to leaf[2].down over Cord { length 12 m }
  link leaf[*].up to spine.p over Cord { length 30 m }
  place leaf[*], spine in r[1]
  place node[*] in r[2]
}
`;

/** Of the network: two leaves and a spine with 12 modules, 4 modules in hosts, 4 cords of 50 USD and 4 of 80. */
const networkCost = 2 * 30_000 + 40_000 + 12 * 1000 + 4 * 1000 + 4 * 50 + 4 * 80;
const hostsCost = 4 * 250_000;

describe('costs', () => {
  it.each([
    ['cost(net)', networkCost],
    // Four hosts of 800 Gbps.
    ['cost-per-gbps(net)', networkCost / 3200],
    ['cost-per-accelerator(net)', networkCost / 32],
    // The whole bill: the network, the hosts and the racks. Nothing is counted twice.
    ['cost(h)', networkCost + hostsCost + 2 * 5000],
    ['cost-per-accelerator(h)', (networkCost + hostsCost + 10_000) / 32],
    // Devices with their modules.
    ['cost(net.leaf)', 2 * 34_000],
    ['cost(net.leaf[1])', 34_000],
    // A rack with what is in it.
    ['cost(r[1])', 5000 + 2 * 34_000 + 44_000],
    ['cost(r)', 10_000 + 2 * 34_000 + 44_000 + 4 * 251_000],
  ])('%s', async (asked, expected) => {
    const { value, unit } = await figure(priced, asked);
    expect(value).toBeCloseTo(expected, 6);
    expect(unit).toMatch(/^USD/);
  });

  // 3 kW of switches, 12 × 15 W in them and 4 × 15 W in hosts.
  const watts = 3000 + 16 * 15;
  const years = 4 * 8760;

  it('power per accelerator is that of what the cost counts', async () => {
    expect((await figure(priced, 'power-per-accelerator(net)')).value).toBeCloseTo(watts / 32, 9);
    expect((await figure(priced, 'power-per-accelerator(h)')).value).toBeCloseTo((watts + 40_000) / 32, 9);
  });

  it('of energy: power × PUE × price × time, and all terms are shown', async () => {
    const expected = (watts / 1000) * 1.25 * 0.1 * years;
    const energy = await figure(priced, 'energy-cost(net)');
    expect(energy.value).toBeCloseTo(expected, 6);
    expect(energy.terms.map((term) => printValue(term))).toEqual(['3.24 kW', '1.25', '0.1 USD/kWh', '4 years']);
    const total = await figure(priced, 'total-cost(net)');
    expect(total.value).toBeCloseTo(networkCost + expected, 6);
    expect(total.terms.map(({ value }) => Math.round(value))).toEqual([networkCost, Math.round(expected)]);
  });

  it('a year is 8,760 hours, and MWh are thousands of kWh', async () => {
    const inMegawattHours = priced.replace('0.10 USD/kWh', '100 USD/MWh').replace('4 years', '1460 days');
    const { values } = await figures(inMegawattHours, ['energy-cost(h)']);
    expect(values[0]).toBeCloseTo(((watts + 40_000) / 1000) * 1.25 * 0.1 * years, 6);
  });
});

describe('a cost that is unknown says why, and what is known of it', () => {
  it.each([
    ['price 40000 USD', '', 'cost(net)', networkCost - 40_000, 'Spine has no `price`'],
    ['accelerators 8', '', 'cost-per-accelerator(net)', Number.NaN, 'Node has no `accelerators`'],
    ['pue 1.25', '', 'energy-cost(net)', Number.NaN, 'h has no `pue`'],
    ['price 1000 USD', 'price 900 EUR', 'cost(net)', 0, 'its prices are in EUR and USD'],
    [/hall h .*/, '', 'energy-cost(net)', Number.NaN, 'the design has no `hall` that gives its `pue`'],
  ])('%s', async (from, to, asked, known, why) => {
    const derivation = await figure(priced.replace(from, to), asked);
    expect(derivation.value).toBeNaN();
    expect(derivation.unknown).toBe(why);
    if (!Number.isNaN(known)) expect(derivation.known).toBeCloseTo(known, 6);
  });

  it('where a network has no accelerators', async () => {
    const text = priced.replace('accelerators 8', 'accelerators 0');
    expect((await figure(text, 'cost-per-accelerator(net)')).unknown).toMatch(/net has no accelerators/);
  });
});

describe('a requirement of a cost', () => {
  const found = async (requirement: string) =>
    (await findingsOf(`${priced}require ${requirement}\n`))
      .filter(({ rule }) => rule.startsWith('requirement/'))
      .map(({ rule, message, help }) => ({ rule, message, help }));

  it('holds, or says by how much it doesn’t', async () => {
    expect(await found('cost(net) <= 120000 USD')).toEqual([]);
    expect(await found('cost(net) <= 100000 USD')).toMatchObject([
      { rule: 'requirement/unmet', message: expect.stringContaining('116,520 USD') },
    ]);
    expect(await found('cost-per-gbps(net) <= 37 USD/Gbps')).toEqual([]);
    expect(await found('cost-per-gbps(net) <= 37000 USD/Tbps')).toEqual([]);
  });

  it('in another currency can’t be judged: no rate joins them', async () => {
    expect(await found('cost(net) <= 120000 EUR')).toMatchObject([
      {
        rule: 'requirement/unknown',
        message: "cost(net) can't be checked: it is in USD, and its limit in EUR.",
        help: 'Give the limit in the currency of the prices.',
      },
    ]);
  });

  it('fails where what is known of it is already more', async () => {
    const text = priced.replace('price 40000 USD', '');
    const found = await findingsOf(`${text}require cost(net) <= 70000 USD\n`);
    const first = found.find(({ rule }) => rule === 'requirement/unmet');
    expect(first?.message).toMatch(/at least 76,520 USD/);
  });
});
