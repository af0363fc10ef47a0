// What the report and `explain` say of racks, ports and constants: figures that agree, and sources named.
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
import { analysisOf as analyzed, libraryImports } from './kit/design.ts';

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
    expect(rowOf(of, 'power headroom')?.fact.value).toBeCloseTo(0.25, 9);
  });
  it('an empty rack without a pressure drop of its manifold has an unknown pressure drop', async () => {
    const { facts, fabric } = await analysisOf(`
loop p { coolant PG25  supply 40 °C  flow 100 L/min  pressure-drop 10 kPa }
rack r[1..2] : OpenRackV3 { cooled by p }
switch type Z { height 1 OU  power 9 kW  liquid 100 %  pressure-drop 20 kPa }
switch z : Z
place z in r[1]`);
    expect(facts.pressure.rack(1).value).toBeNaN();
    expect(facts.pressure.rack(1).unknown).toContain('OpenRackV3 has no `couplings`');
    const [loop] = fabric.loops;
    // Nothing flows through the empty one: 10 kPa of the pipes + 20 kPa.
    expect(loop && facts.pressure.loop(loop).value).toBeCloseTo(30_000, 6);
  });
  it('a switch without ports has an unknown density and energy, neither zero nor infinite', async () => {
    const box = 'rack r : OpenRackV3\nswitch type Z { height 1 OU  power 10 kW }\nswitch z : Z\nplace z in r';
    const of = await explained(box, 'r');
    expect([rowOf(of, 'density'), rowOf(of, 'energy per bit')]).toEqual([undefined, undefined]);
    const { facts } = await analysisOf(`${box}\nrequire density(z) >= 1 Tbps/OU\nrequire energy(z) <= 20 pJ/bit`);
    for (const { value, holds } of verdictsOf(facts)) {
      expect(holds).toBeUndefined();
      expect(factText(value)).toBe('unknown: Z has no `ports`');
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

describe('constants name their source', () => {
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
