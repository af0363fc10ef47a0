// What fails up to symmetry, against all that can fail: no value of a requirement may be missing.
import { type Facts, type Requirement, verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../../packages/core/src/answers/failure/losses.ts';
import { alikeChoices } from '../../../packages/core/src/answers/failure/worst/alike-choices.ts';
import { verdictAsIs } from '../../../packages/core/src/answers/required/requirement.ts';
import { analysisOf } from '../../kit/design.ts';

/** Numbers that look like chance and are always the same. */
function chance(seed: number): (below: number) => number {
  let state = seed * 7919 + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What fails: how many of what, with facts whose value may change. */
const failures: readonly (readonly [count: number, of: string, ofNetworks: boolean])[] = [
  [2, 'n.leaf[*]', true],
  [2, 'n.leaf[*].up', true],
  [2, 'n.host[*]', true],
  [2, 'n.s[*].down', true],
  [2, 'r[*]', true],
  [2, 'r[*]', false],
  [2, 'A, B, C, D', false],
  [2, 'cdu[*], other', false],
  [3, 'cdu[*].pumps', false],
  [2, 'n.leaf[*].supplies', false],
];

const ofNetworks = ['oversubscription(n) <= 1', 'length(n) <= 25 m', 'paths(n) >= 2', 'bisection(n) >= 1 Tbps'];
const ofPlant = ['accelerators(r[*]) >= 4', 'power(r[*].each) <= 4 kW', 'flow(l) >= 1 L/min', 'load(A, B) <= 5 kW'];

/** Leaves with hosts under spines, in racks on feeds and a loop; some of all of them differ by chance. */
function hall(seed: number): string {
  const below = chance(seed);
  const [leaves, spines, hosts] = [4 + below(2), 2 + below(2), 1 + below(2)];
  const rarely = (): boolean => below(12) === 0;
  const links: string[] = [];
  for (let leaf = 1; leaf <= leaves; leaf++) {
    const length = rarely() ? 30 : 20;
    for (let spine = 1; spine <= spines; spine++)
      if (spine === 1 || !rarely())
        links.push(`link leaf[${leaf}].up[${spine}] to s[${spine}].down[${leaf}] over OS2 { length ${length} m }`);
    for (let host = 1; host <= hosts; host++)
      links.push(
        `link host[${(leaf - 1) * hosts + host}].nic to leaf[${leaf}].down[${host}] over OS2 { length ${rarely() ? 4 : 3} m }`,
      );
  }
  if (rarely()) links.push('link leaf[1].x to leaf[2].x over OS2 { length 5 m }');
  const racks = Array.from({ length: leaves }, (_, i) => {
    const fed = rarely() ? 'C, D' : i % 2 === 0 ? 'A, B' : 'A, B, C, n+1';
    return `r[${i + 1}] { cooled by l  fed by ${fed}  flow ${rarely() ? 12 : 10} L/min }`;
  });
  const places = Array.from({ length: leaves }, (_, i) => {
    const [first, last] = [i * hosts + 1, (i + 1) * hosts];
    return `place leaf[${i + 1}] in r[${i + 1}]\nplace host[${first}..${last}] in r[${i + 1}]`;
  });
  return `import "std/osfp"
import "std/racks"
import "std/cooling"
switch type Leaf { height 2 RU  power 1.2 kW  liquid 50 %  supplies 3 x 0.7 kW, n+1  ports up[1..4] : OSFP  ports down[1..4] : OSFP  ports x : OSFP }
switch type Spine { height 2 RU  power 1 kW  ports down[1..8] : OSFP }
host type Node { height 2 RU  power ${rarely() ? 2 : 1} kW  liquid 50 %  accelerators 4  ports nic : OSFP }
cdu type Big { capacity 60 kW  flow 90 L/min  pumps 2 x 1 kW, n+1 }
cdu type Small { capacity 30 kW  flow 45 L/min  pumps 3 x 1 kW, n+1 }
feed A { capacity 50 kW }
feed B { capacity 50 kW }
ups C { capacity 50 kW  efficiency 95 %  fed by A }
ups D { capacity ${rarely() ? 40 : 50} kW  efficiency 95 %  fed by B }
cdu cdu[1..3] : Big { fed by A }
cdu other : ${rarely() ? 'Big' : 'Small'} { fed by ${rarely() ? 'A' : 'C'} }
loop l { coolant PG25  supply 30 °C  return <= 50 °C  flow 200 L/min  from cdu, other }
rack r[1..${leaves}] : Eia48
${racks.join('\n')}
network n : scale-out {
switch leaf[1..${leaves}] : Leaf
switch s[1..${spines}] : Spine
host host[1..${leaves * hosts}] : Node
plug Osfp800Dr8 into leaf.*, s.*, host.nic
${links.join('\n')}
${places.join('\n')}
}
`;
}

/** All choices of so many ids. */
function* choices(ids: readonly number[], count: number, from = 0): Iterable<readonly number[]> {
  if (count === 0) yield [];
  else
    for (let i = from; i < ids.length; i++)
      for (const rest of choices(ids, count - 1, i + 1)) yield [ids[i] as number, ...rest];
}

/** The ids of what a requirement says can fail, as the verdict sees them. */
function candidatesOf({ failures: [failure] }: Requirement) {
  if (failure === undefined) throw new Error('Nothing fails.');
  const { of, parts, count } = failure;
  const each = parts === 'pumps' ? [2, 2, 2] : [3, 3, 3, 3, 3, 3];
  const ids = [...of.ids].flatMap((id, i) =>
    parts === undefined ? [id] : Array.from({ length: each[i] ?? 0 }, (_, place) => id * 4096 + place),
  );
  return { of: parts ?? of.of, ids, count };
}

/** Loops with branches, racks in parallel and in series, CDUs of their own; some of all of them differ by chance. */
function plantOf(seed: number): string {
  const below = chance(seed + 100);
  const rarely = (): boolean => below(8) === 0;
  const loops = Array.from({ length: 4 }, (_, i) => {
    const loop = i + 1;
    const branches = rarely()
      ? `branch a { parallel r[${4 * i + 1}..${4 * i + 2}]  flow 40 L/min }  branch b { parallel r[${4 * i + 3}..${4 * i + 4}]  flow 40 L/min  after a }`
      : `branch a { parallel r[${4 * i + 1}..${4 * i + 2}]  flow 40 L/min }  branch b { series r[${4 * i + 3}..${4 * i + 4}]  flow ${rarely() ? 30 : 40} L/min }`;
    return `loop l${loop} { coolant PG25  supply ${rarely() ? 32 : 30} °C  return <= 60 °C  flow 80 L/min  from c[${2 * i + 1}..${2 * i + 2}], n+1  ${branches} }`;
  });
  return `import "std/racks"
import "std/cooling"
cdu type Big { capacity 60 kW  flow 90 L/min  pumps 2 x 1 kW, n+1 }
cdu c[1..8] : Big
rack r[1..16] : Eia48
${loops.join('\n')}
host type Node { height 2 RU  power 10 kW  liquid 80 %  accelerators 4 }
host type Hot is Node { power 12 kW }
host a[1..16] : Node
host b[1..16] : ${rarely() ? 'Hot' : 'Node'}
place a in r 1 each
place b in r[${rarely() ? '2..16' : '1..15'}] 1 each
`;
}

/** What fails of loops, and facts whose value may change. */
const ofLoops: readonly (readonly [count: number, of: string])[] = [
  [2, 'l1, l2, l3, l4'],
  [2, 'l1.a, l1.b, l2.a, l2.b, l3.a, l3.b, l4.a, l4.b'],
  [2, 'c[*]'],
  [2, 'r[*]'],
];
const loopFacts = [
  'accelerators(r[*]) >= 4',
  'temperature(l1.return) <= 40 °C',
  'temperature(l2.b.return) <= 40 °C',
  'temperature(r[*].return) <= 40 °C',
];

/** Compares the values up to symmetry with those of everything that can fail; how many were tried, of how many. */
async function compared(
  text: string,
  asked: readonly (readonly [count: number, of: string, facts: readonly string[]])[],
) {
  const all = asked.map(([count, of, facts]) => facts.map((fact) => `require ${fact} when any ${count} of ${of} fail`));
  const { facts, fabric } = await analysisOf(`${text}${all.flat().join('\n')}\n`);
  expect(fabric.requirements).toHaveLength(all.flat().length);
  const sum = { tried: 0, all: 0 };
  let first = 0;
  for (const [count, what, own] of asked) {
    const requirements = fabric.requirements.slice(first, first + own.length);
    first += own.length;
    const candidates = candidatesOf(requirements[0] as Requirement);
    const { of, ids } = candidates;
    const known = new Map<string, string[]>();
    const valuesIn = (chosen: readonly number[]): string[] => {
      const key = [...chosen].sort((a, b) => a - b).join();
      const after: Facts = facts.under(scenarioOf(facts, [{ of, ids: chosen }]));
      const values = known.get(key) ?? requirements.map((each) => verdictAsIs(after, each).value.value.toPrecision(9));
      known.set(key, values);
      return values;
    };
    const everything = [...choices(ids, count)].map(valuesIn);
    for (const [j, requirement] of requirements.entries()) {
      const isOfNetworks = own === ofNetworks;
      const alike = alikeChoices(facts, requirement, [candidates], { isOfNetworks, most: 5000 }) ?? [];
      const found = new Set(alike.map(([chosen]) => valuesIn(chosen ?? [])[j]));
      expect([...found].sort(), `${requirement.value.text} when any ${count} of ${what} fail\n${text}`).toEqual(
        [...new Set(everything.map((each) => each[j]))].sort(),
      );
      sum.tried += alike.length;
      sum.all += everything.length;
    }
  }
  expect(verdictsOf(facts)).toHaveLength(all.flat().length);
  return sum;
}

describe('choices of what fails', () => {
  it.each([0, 1, 2, 3])('up to symmetry miss no value, in hall %i', async (seed) => {
    const { tried, all } = await compared(
      hall(seed),
      failures.map(([count, of, isOfNetworks]) => [count, of, isOfNetworks ? ofNetworks : ofPlant]),
    );
    expect(tried).toBeLessThan(0.8 * all);
  });

  it.each([0, 1, 2])('of loops and branches miss no value either, in plant %i', async (seed) => {
    const { tried, all } = await compared(
      plantOf(seed),
      ofLoops.map(([count, of]) => [count, of, loopFacts]),
    );
    expect(tried).toBeLessThan(0.8 * all);
  });
});
