// The worst of `when any N of X fail`, which looks at one of the scenarios that a symmetry maps onto each other, against all of them.
import {
  deviceName,
  evaluateFigure,
  type Fabric,
  type Facts,
  nothingFailed,
  onlyNumber,
  type Requirement,
  type Scenario,
  verdictsOf,
  worstSideOf,
} from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

/** Numbers that look like chance and are always the same. */
function chance(seed: number): (below: number) => number {
  let state = seed * 7919 + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const requirements = [
  'bisection(n) >= 1 Tbps',
  'injection(n) >= 1 Tbps',
  'oversubscription(n) <= 1',
  'diameter(n) <= 4',
  'paths(n) >= 2',
  'links(n) >= 4',
  'margin(n) >= 1 dB',
  'length(n) <= 25 m',
  'injection(n) - bisection(n) <= 1 Tbps',
  'bisection(n) / links(n) >= 300 Gbps',
] as const;

/** Leaves with hosts under spines. Some spines are wired alike; others differ in what they join, or only in the length of a link. */
function network(seed: number): string {
  const below = chance(seed);
  const [leaves, spines] = [2 + below(3), 4 + below(3)];
  const wirings = Array.from({ length: 1 + below(3) }, () => ({
    to: Array.from({ length: leaves }, () => below(3)),
    length: 20 + 10 * below(3),
  }));
  const used = new Array<number>(leaves).fill(0);
  const links: string[] = [];
  for (let spine = 1; spine <= spines; spine++) {
    const { to, length } = wirings[below(wirings.length)] as (typeof wirings)[number];
    let down = 0;
    for (const [leaf, count] of to.entries())
      for (let i = 0; i < count; i++) {
        const up = (used[leaf] = (used[leaf] ?? 0) + 1);
        links.push(
          `    link leaf[${leaf + 1}].up[${up}] to s[${spine}].down[${++down}] over OS2 { length ${length} m  connectors 2 x MPO16 }`,
        );
      }
  }
  return `import "std/osfp"
switch type Switch { height 64 RU  ports up[1..40] : OSFP  ports down[1..40] : OSFP }
host type Node     { height 8 RU  ports nic : OSFP }
network n : scale-out {
    switch leaf[1..${leaves}] : Switch
    switch s[1..${spines}] : Switch
    host node[1..${leaves}] : Node
    plug Osfp800Dr8 into leaf[*].*, s[*].*, node[*].nic
${links.join('\n')}
    link node[*].nic to leaf[*].down[1] as pairs over OS2 { length 3 m  connectors 2 x MPO16 }
}
${requirements.map((each) => `require ${each} when any 2 of s fail`).join('\n')}
`;
}

/** Every scenario in which two of the spines have failed. */
function* scenarios(fabric: Fabric): Iterable<Scenario> {
  const spines = [...Array(fabric.devices.count).keys()].filter((device) =>
    /(?:^|\.)s\[/.test(deviceName(fabric, device)),
  );
  if (spines.length < 4) throw new Error('The network has too few spines.');
  for (const [i, one] of spines.entries())
    for (const other of spines.slice(i + 1)) {
      const devices = new Uint8Array(fabric.devices.count);
      devices[one] = 1;
      devices[other] = 1;
      yield { ...nothingFailed, devices };
    }
}

/** What a requirement is worst at, over all scenarios; `NaN` is worse than any value that keeps the limit. */
function worst(facts: Facts, { value: asked, comparator, limit: written }: Requirement): number {
  const limit = onlyNumber(written) ?? Number.NaN;
  const keeps = (value: number): boolean => (comparator === '>=' ? value >= limit : value <= limit);
  let found: number | undefined;
  const rank = (value: number): number => (Number.isNaN(value) ? 1 : keeps(value) ? 0 : 2);
  for (const scenario of scenarios(facts.fabric)) {
    const { value } = evaluateFigure(facts.under(scenario), asked, worstSideOf(asked)).value;
    if (found === undefined || rank(value) > rank(found)) found = value;
    else if (rank(value) === rank(found) && (comparator === '>=' ? value < found : value > found)) found = value;
  }
  return found ?? Number.NaN;
}

describe('the worst scenario of a network', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('is that of all scenarios, in network %i', async (seed) => {
    const { facts, fabric } = await analysisOf(network(seed));
    expect(fabric.requirements).toHaveLength(requirements.length);
    for (const { requirement, value } of verdictsOf(facts)) {
      const all = worst(facts, requirement);
      const what = `${requirement.value.text} in\n${network(seed)}`;
      if (Number.isNaN(all)) expect(value.value, what).toBeNaN();
      else if (Number.isFinite(all)) expect(value.value, what).toBeCloseTo(all, 3);
      else expect(value.value, what).toBe(all);
    }
  });
});
