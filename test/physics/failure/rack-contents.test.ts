// What is in a rack: one rack and several are counted in different ways, and must agree, also when something fails.
import { type Facts, failureSweep, requiredFact } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../kit/design.ts';

const design = `import "std/osfp"
import "std/racks"

switch type S { height 2 RU  power 1 kW  liquid 0 %  ports p[1..4] : OSFP }
host type H { accelerators 8  height 4 RU  power 5 kW  liquid 40 %  ports n[1..2] : OSFP-RHS }
rack r[1..3] : OpenRackV3 at row 1
network net : scale-out {
    switch leaf[1..4] : S
    host node[1..4] : H
    place leaf[1..3] in r[1]
    place leaf[4] in r[2]
    place node[1..3] in r[1]
    place node[4] in r[2]
}
`;

describe('what is in a rack', () => {
  const ask = (facts: Facts, fact: string, ...ids: readonly number[]): number =>
    requiredFact(facts, fact, { of: 'rack', ids: Uint32Array.from(ids), point: undefined, name: 'r' }).value.value;

  it('is counted by rack', async () => {
    const facts = await factsOf(design);
    const all = (fact: string): number[] => [0, 1, 2].map((rack) => ask(facts, fact, rack));
    expect(all('switches')).toEqual([3, 1, 0]);
    expect(all('hosts')).toEqual([3, 1, 0]);
    expect(all('accelerators')).toEqual([24, 8, 0]);
    expect(ask(facts, 'hosts', 0, 1)).toBe(4);
    expect(ask(facts, 'switches', 0, 1, 2)).toBe(4);
  });
});

it('single failures are tried once for all who ask', async () => {
  const facts = await factsOf(design);
  expect(failureSweep(facts)).toBe(failureSweep(facts));
});
