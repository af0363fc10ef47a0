// What is told of cooling, racks, cages and front panels: limits met before heat comes in, figures that agree, what is not known.
import {
  airRise,
  type Derivation,
  type Explanation,
  explainSelector,
  faceplateOf,
  factText,
  figure,
  type Part,
  reportOf,
  verdictsOf,
} from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf as analyzed, libraryImports } from '../../kit/design.ts';

const library = libraryImports(['racks', 'cooling', 'hosts', 'osfp', 'qsfp', 'copper', 'switches']);
const analysisOf = (text: string) => analyzed(library + text);
const findingsOf = async (text: string, family: string) =>
  (await analysisOf(text)).findings.filter(({ rule }) => rule.startsWith(family));
const explained = async (text: string, selector: string): Promise<Explanation> => {
  const [found] = explainSelector((await analysisOf(text)).facts, selector) ?? [];
  if (found === undefined) throw new Error(`${selector} is not explained.`);
  return found;
};
const rowOf = ({ rows }: Explanation, name: string) => rows.find((each) => each.name === name);

/** The coolant table of PG25 ends at 60 °C: what comes in at 62 °C leaves at 62 °C or more. */
const hot = (more: string, limit = 65) => `
loop p { coolant PG25  supply 62 °C  return <= ${limit} °C  flow 100 L/min }
rack r : OpenRackV3 { cooled by p  flow 100 L/min }
switch type Z { height 1 OU  power 50 kW  liquid 100 % }
switch z : Z
${more}`;

describe('coolant that enters too hot', () => {
  it('62 °C in is over the 60 °C of an ORv3 manifold (OCP), though the coolant table does not reach it', async () => {
    const found = await findingsOf(hot('place z in r'), 'cooling');
    expect(found.map(({ message }) => message)).toEqual([
      'Coolant leaves r at 62 °C or more; OpenRackV3 is made for 60 °C.',
    ]);
    expect(found[0]?.help).toContain('Supply it colder');
    expect(found[0]?.derivation?.value).toBe(62);
  });
  it('a loaded rack is no better than an empty one', async () => {
    const found = await findingsOf(
      hot('rack e : OpenRackV3 { cooled by p  flow 0 L/min }\nplace z in r'),
      'cooling/out',
    );
    expect(found.map(({ message }) => message.split(';')[0])).toEqual([
      'Coolant leaves r at 62 °C or more',
      'Coolant leaves e at 62 °C',
    ]);
  });
  it('62 °C in is over a return limit of 61 °C', async () => {
    const found = await findingsOf(hot('place z in r', 61), 'cooling/return');
    expect(found.map(({ message }) => message)).toEqual(['p returns at 62 °C or more; it may return at 61 °C.']);
  });
  it('a requirement below the supply is missed, one above it can’t be judged', async () => {
    const demands = 'require temperature(p.return) <= 61 °C\nrequire temperature(p.return) <= 64 °C';
    const { facts } = await analysisOf(hot(`place z in r\n${demands}`));
    expect(verdictsOf(facts).map(({ holds }) => holds)).toEqual([false, undefined]);
  });
});

describe('reported', () => {
  it('a rack delivers what its busbar gives: 2,000 A at 50 V are 100 kW of 200 kW (OCP HPR)', async () => {
    const { facts } = await analysisOf('rack r : OpenRackV3Hpr { power 200 kW }');
    expect(reportOf(facts).racks.map(({ powerLimit }) => powerLimit.value)).toEqual([100_000]);
  });
});

describe('explained', () => {
  it('power of a rack is of what its busbar gives, as its headroom is: 2,000 A at 50 V are 100 kW (OCP HPR)', async () => {
    const of = await explained(
      'rack r : OpenRackV3Hpr { power 200 kW }\nhost type H { height 8 OU  power 75 kW }\nhost h : H\nplace h in r',
      'r',
    );
    expect(rowOf(of, 'power of r')?.note).toBe('of 100 kW');
    expect(rowOf(of, 'headroom of its power')?.fact.value).toBeCloseTo(0.25, 9);
  });
  it('a rack that holds nothing and says nothing of its manifold loses nobody knows what', async () => {
    const { facts, fabric } = await analysisOf(`
loop p { coolant PG25  supply 40 °C  flow 100 L/min  pressure-drop 10 kPa }
rack r[1..2] : OpenRackV3 { cooled by p }
switch type Z { height 1 OU  power 9 kW  liquid 100 %  pressure-drop 20 kPa }
switch z : Z
place z in r[1]`);
    expect(facts.pressure.rack(1).value).toBeNaN();
    expect(facts.pressure.rack(1).unknown).toContain('r[2]');
    const [loop] = fabric.loops;
    // Nothing flows through the empty one: 10 kPa of the pipes + 20 kPa.
    expect(loop && facts.pressure.loop(loop).value).toBeCloseTo(30_000, 6);
  });
  it('a switch whose ports nobody said has no density of 0, and no energy without bound', async () => {
    const box = 'rack r : OpenRackV3\nswitch type Z { height 1 OU  power 10 kW }\nswitch z : Z\nplace z in r';
    const of = await explained(box, 'r');
    expect([rowOf(of, 'density'), rowOf(of, 'energy per bit')]).toEqual([undefined, undefined]);
    const { facts } = await analysisOf(`${box}\nrequire density(z) >= 1 Tbps/OU\nrequire energy(z) <= 20 pJ/bit`);
    for (const { value, holds } of verdictsOf(facts)) {
      expect(holds).toBeUndefined();
      expect(factText(value)).toBe('unknown: the ports of Z are not said');
    }
  });
  it('a cage with one end of a cable is not empty', async () => {
    const of = await explained(
      `switch type B { height 1 RU  power 1 kW  ports p[1..4] : OSFP }
network n : scale-out {
switch a : B
switch b : B
link a.p[1] to b.p[1] over DAC { length 1 m }
}`,
      'n.a.p[1]',
    );
    expect(of.title).toBe('Port n.a.p[1], OSFP, with one end of DAC');
  });
  it('power of a network and what its energy per bit is of go by two names', async () => {
    const { facts } = await analysisOf(`
switch type S { height 1 RU  power 1 kW  ports p[1..2] : OSFP }
host type H { height 1 RU  power 5 kW  accelerators 1  ports nic : OSFP }
network n : scale-out {
switch s : S
host h[1..2] : H
plug Osfp800Dr8 into s.*, h.*
link h.nic to s.p over OS2 { length 3 m }
}
require energy(n) <= 1 nJ/bit
require power(n) <= 20 kW`);
    const [energy, power] = verdictsOf(facts).map(({ value }) => value);
    const [used] = energy?.terms ?? [];
    expect(used?.value).not.toBe(power?.value);
    expect(used?.label).not.toBe(power?.label);
  });
});

describe('figures that stand by themselves name their source', () => {
  it('air: 1.2 kg/m³, 1.005 kJ/kg·K (NVIDIA CDU notes)', () => {
    const [, density, specific] = airRise('rise', figure('heat', 'power', 1), figure('air', 'volume flow', 1)).terms;
    expect([density?.value, specific?.value]).toEqual([1.2, 1005]);
    expect([density, specific].map((each) => each?.provenance?.kind)).toEqual(['source', 'source']);
  });
  it('openings: 450 mm of a 19-inch rack is a general figure, 537 mm of an open rack is published (OCP ORv3)', async () => {
    const { fabric } = await analysisOf(`
switch type Ou { height 1 OU  ports p[1..2] : OSFP }
switch type Ru { height 1 RU  ports p[1..2] : OSFP }`);
    const opening = (name: string): Derivation | undefined => {
      const part = fabric.parts.find((each) => each.name === name) as Part<'switch'>;
      return faceplateOf(part)[0]?.geometric.terms[0];
    };
    expect([opening('Ru')?.value, opening('Ru')?.provenance?.kind]).toEqual([0.45, 'assumed']);
    expect([opening('Ou')?.value, opening('Ou')?.provenance?.kind]).toEqual([0.537, 'source']);
  });
  it('both directions: 256 lanes × 100 Gbps are 25.6 Tbps one way (NVIDIA QM97xx)', async () => {
    const [found] = await findingsOf('asic type Q is Quantum2 { capacity 51.2 Tbps }', 'bandwidth/both');
    expect(found?.derivation?.terms.map(({ value }) => value)).toEqual([256, 100e9]);
    expect(found?.derivation?.value).toBe(25.6e12);
  });
});

describe('the low-loss grade that the library assumes', () => {
  const path = (connectors: string) => `
switch type B { height 2 RU  power 1 kW  ports q : QSFP-DD }
network n : scale-out {
switch a : B
switch b : B
plug QsfpDd400Fr4 into a.q, b.q
link a.q to b.q over OS2 { length 2 km  connectors ${connectors} }
}`;
  const told = async (connectors: string) =>
    (await findingsOf(path(connectors), 'provenance/assumed')).filter(({ message }) => message.includes('low-loss'));
  it('is told of where it is named only', async () => {
    expect(await told('2 x LC')).toEqual([]);
    expect((await told('2 x LC low-loss')).map(({ message }) => message)).toEqual([
      expect.stringContaining('low-loss-grade of LC'),
    ]);
    expect(await told('1 x LC, 1 x LC low-loss')).toHaveLength(1);
  });
});

describe('one cage too many', () => {
  // 7060X6-64PE: 64 OSFP of 800G on a Tomahawk 5 of 51.2 Tbps (Arista); 32 OSFP for each RU (OSFP MSA).
  it('is told once, at the ports that were added', async () => {
    const text = 'switch type Over is 7060X6-64PE { ports q : OSFP }\nswitch o : Over';
    const found = (await analysisOf(text)).findings.filter(({ severity }) => severity !== 'note');
    expect(found.map(({ rule }) => rule)).toEqual(['bandwidth/asic-capacity']);
    expect(found[0]?.consequences).toEqual([expect.stringContaining('65 OSFP cages in 2 RU')]);
    expect(found[0]?.help).toMatch(/^Leave out `q`/);
  });
  it('is told of the added ports where no chip is named, not of a line of the base', async () => {
    const text = `switch type Base { height 1 RU  ports p[1..32] : OSFP }
switch type Over is Base { ports q : OSFP }`;
    const { findings } = await analysisOf(text);
    const [found] = findings.filter(({ rule }) => rule === 'density/osfp-per-unit');
    expect(`${library}${text}`.slice(found?.origin.start, found?.origin.end)).toBe('q : OSFP');
  });
  it('64 OSFP on 1 RU and a chip for 32 are one mistake', async () => {
    const text = 'switch type Both { asic Quantum2  height 1 RU  ports p[1..64] : OSFP }';
    const found = (await analysisOf(text)).findings.filter(({ severity }) => severity === 'error');
    expect(found.map(({ rule }) => rule)).toEqual(['bandwidth/asic-capacity']);
    expect(found[0]?.consequences).toEqual(['Both has 64 OSFP cages; 1 RU holds 36.']);
  });
  it('points to a height that was changed under cages of the base', async () => {
    const text = `switch type Base { height 2 RU  ports p[1..64] : OSFP }
switch type Low is Base { height 1 RU }`;
    const [found] = await findingsOf(text, 'density/modules-per-unit');
    expect(`${library}${text}`.slice(found?.origin.start, found?.origin.end)).toBe('height 1 RU');
  });
});
