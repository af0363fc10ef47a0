// `lightloom fail`: what single failures of the pod cost, by hand, and how it is printed.
import { describe, expect, it } from 'vitest';
import { folder, lightloom, podFolder } from './lightloom.ts';
import { expectValid } from './schema.ts';

interface Quantity {
  readonly value: number | null;
  readonly text: string;
}
interface Failure {
  readonly rank: number;
  readonly kind: string;
  readonly name: string;
  readonly alike: number;
  readonly broken: readonly { readonly text: string; readonly value: Quantity }[];
  readonly devicesStopped: number;
  readonly hostsCutOff: number;
  readonly own: {
    readonly device: string;
    readonly links: string;
    readonly lost: number;
    readonly all: number;
    readonly share: number;
  } | null;
  readonly bandwidth: readonly { readonly network: string | null; readonly lost: number; readonly of: string }[];
  readonly loops: readonly { readonly name: string; readonly after: Quantity; readonly overLimit: boolean }[];
  readonly feedsOverloaded: readonly { readonly name: string; readonly load: Quantity }[];
}
interface Failures {
  readonly leftOut: number;
  readonly failures: readonly Failure[];
}

const failuresOf = async (file: string, cwd: string): Promise<Failures> => {
  const { code, out } = await lightloom(['fail', file, '-f', 'json'], { cwd });
  expect(code).toBe(0);
  return expectValid<Failures>('fail', out);
};
const failure = ({ failures }: Failures, kind: string, name: string): Failure => {
  const found = failures.find((each) => each.kind === kind && each.name === name);
  if (found === undefined) throw new Error(`${kind} ${name} is not among ${failures.map((each) => each.name).join()}`);
  return found;
};

describe('of the pod', () => {
  it('each kind of thing fails once, with what goes with it', async () => {
    const found = await failuresOf('xpo-pod.fabric', podFolder());
    expect(found.leftOut).toBe(0);
    const alike = (kind: string): number =>
      found.failures.filter((each) => each.kind === kind).reduce((all, each) => all + each.alike, 0);
    // 24 switches, 128 hosts, 192 XPO in switches, 2,048 links, 34 racks, 2 feeds, 3 CDUs.
    expect(['switch', 'host', 'module', 'link', 'rack', 'feed', 'CDU'].map(alike)).toEqual([
      24, 128, 192, 2048, 34, 2, 3,
    ]);
    // One of eight spines: an eighth of the bisection; a leaf keeps 7 × 6.4 of its 51.2 Tbps up.
    const spine = failure(found, 'switch', 'backend.spine[1]');
    expect(spine.bandwidth).toEqual([{ network: 'backend', lost: 0.125, of: 'bisection' }]);
    expect(spine.broken.map(({ text, value }) => [text, value.value])).toEqual([
      ['require oversubscription(backend) <= 1', 1.14285714286],
    ]);
    expect(spine.own).toBeNull();
    // What a link costs its own leaf, which has 64 uplinks: 1.5625 %, of which the whole loses an eighth.
    const own = (kind: string, name: string) => {
      const { device, links, lost, all, share } = failure(found, kind, name).own ?? {};
      return [device, links, lost, all, share];
    };
    expect([
      own('link', 'backend.su[1].leaf[1].up[1]/1 – backend.spine[1].down[1]/1'),
      own('module', 'backend.su[1].leaf[1].up[1]'),
      own('module', 'backend.spine[1].down[1]'),
      own('module', 'backend.su[1].leaf[1].down[1]'),
    ]).toEqual([
      ['backend.su[1].leaf[1]', 'uplinks', 1, 64, 1 / 64],
      ['backend.su[1].leaf[1]', 'uplinks', 16, 64, 0.25],
      ['backend.su[1].leaf[1]', 'uplinks', 8, 64, 0.125],
      ['backend.su[1].node[1]', 'uplinks', 1, 8, 0.125],
    ]);
    // One XPO of a leaf towards the spines: 12.8 of 51.2 Tbps, 4 : 3.
    expect(failure(found, 'module', 'backend.su[1].leaf[1].up[1]').broken[0]?.value.value).toBeCloseTo(4 / 3, 9);
    // All spines are in one rack, with four of the leaves.
    const rack = failure(found, 'rack', 'net[2]');
    expect([rack.devicesStopped, rack.bandwidth[0]?.lost]).toEqual([12, 1]);
    // Twelve of sixteen leaves are in the other: all of one unit and half of the second, whose hosts keep four links.
    const other = failure(found, 'rack', 'net[1]');
    expect([other.devicesStopped, other.hostsCutOff, other.bandwidth[0]?.lost]).toEqual([12, 64, 0.75]);
    // n+1 CDUs and 2N feeds cost nothing.
    for (const [kind, name] of [
      ['CDU', 'cdu[1]'],
      ['feed', 'A'],
    ] as const) {
      const spare = failure(found, kind, name);
      expect([spare.broken, spare.loops, spare.bandwidth, spare.feedsOverloaded]).toEqual([[], [], [], []]);
    }
  });

  it('ranks what breaks a requirement first, and fails a build only when asked', async () => {
    const cwd = podFolder();
    const { failures } = await failuresOf('xpo-pod.fabric', cwd);
    const broken = failures.map((each) => each.broken.length);
    expect(broken).toEqual([...broken].sort((a, b) => b - a));
    expect((await lightloom(['fail', 'xpo-pod.fabric', '--error-on-broken'], { cwd })).code).toBe(1);
    expect((await lightloom(['fail', 'xpo-pod.fabric'], { cwd })).code).toBe(0);
  });

  it('is printed for people and as Markdown', async () => {
    const cwd = podFolder();
    const { out } = await lightloom(['fail', 'xpo-pod.fabric'], { cwd });
    expect(out).toContain('xpo-pod.fabric: 18 kinds of single failure; 7 break a requirement.');
    expect(out).toMatch(/^ ?\d+\. switch backend\.spine\[1\], one of 8$/m);
    expect(out).toContain('breaks oversubscription(backend) <= 1: is 1.143 : 1');
    expect(out).toContain('Without effect: feed A; feed B; supply of backend.spine[1], one of 24; ');
    const markdown = (await lightloom(['fail', 'xpo-pod.fabric', '-f', 'md'], { cwd })).out;
    expect(markdown).toMatch(/^# Single failures: xpo-pod\.fabric$/m);
    expect(markdown).toContain('| switch `backend.spine[1]`');
  });
});

describe('of the plant', () => {
  const plant = (cdu: string, feeds: string, from = 'cdu[*]') => `
import "std/racks"
import "std/cooling"
import "std/osfp"
cdu type Unit { capacity 100 kW  flow 100 L/min  ${cdu} }
cdu cdu[1..2] : Unit
loop l { coolant PG25  supply 40 °C  return <= 60 °C  flow 150 L/min  from ${from} }
feed A { capacity ${feeds} }
feed B { capacity ${feeds} }
host type Node { height 8 RU  power 30 kW  liquid 100 %  ports nic[1..2] : OSFP }
rack r[1..2] : OpenRackV3 { cooled by l  fed by A, B }
host node[1..4] : Node
place node[*] in r[*]
`;

  it('a lost feed overloads the other when it can carry no more than its half', async () => {
    const cwd = folder({ 'a.fabric': plant('', '70 kW'), 'b.fabric': plant('', '120 kW') });
    const half = failure(await failuresOf('a.fabric', cwd), 'feed', 'A');
    expect(half.feedsOverloaded.map(({ name, load }) => [name, load.text])).toEqual([['B', '120 kW']]);
    expect(failure(await failuresOf('b.fabric', cwd), 'feed', 'A').feedsOverloaded).toEqual([]);
  });

  it('a lost CDU that the other can’t replace warms the loop without bound', async () => {
    const cwd = folder({ 'a.fabric': plant('', '120 kW') });
    // 120 kW of heat, 100 kW a unit.
    const { loops } = failure(await failuresOf('a.fabric', cwd), 'CDU', 'cdu[1]');
    expect(loops.map(({ name, after, overLimit }) => [name, after.value, overLimit])).toEqual([['l', null, true]]);
  });

  it('a spare pump costs nothing, the only one all of its flow', async () => {
    const cwd = folder({
      'spare.fabric': plant('pumps 2 x 5 kW, n+1', '120 kW'),
      'both.fabric': plant('pumps 2 x 5 kW', '120 kW'),
    });
    expect(failure(await failuresOf('spare.fabric', cwd), 'pump', 'cdu[1]').loops).toEqual([]);
    // Half of one unit's 100 L/min is left: 150 as set, 150 given. Nothing is lost until both run at their limit.
    const both = failure(await failuresOf('both.fabric', cwd), 'pump', 'cdu[1]');
    expect([both.alike, both.loops]).toEqual([4, []]);
  });
});

describe('of other designs', () => {
  it('a plane fails as one, and a laser takes its engines along', async () => {
    const cwd = folder({
      'planes.fabric': `
import "std/cpo"
switch type Leaf { height 2 RU  ports up[1..8] : CPO3200 }
switch type Spine { height 2 RU  lasers 4 x Elsfp  ports down[1..8] : CPO3200 }
template Plane() { switch spine[1..2] : Spine }
network n : scale-out {
    switch leaf[1..8] : Leaf
    plane[1..4] : Plane()
    plug CpoEngine3200 into leaf[*].up, plane[*].spine[*].down
    link leaf[*].up to plane[*].spine[*].down as mesh over OS2 { length 20 m }
}
`,
    });
    const found = await failuresOf('planes.fabric', cwd);
    expect(failure(found, 'plane', 'n.plane[1]').devicesStopped).toBe(2);
    expect(failure(found, 'plane', 'n.plane[1]').alike).toBe(4);
    // Two engines of the eight on one of eight spines, by the library: 16 lasers for 32 engines.
    const laser = found.failures.find((each) => each.kind === 'laser');
    expect(laser?.alike).toBe(4 * 8);
    expect(laser?.bandwidth[0]?.lost).toBeCloseTo(2 / 64, 9);
  });

  it('reports links outside networks, and nothing for an empty design', async () => {
    const cwd = folder({
      'pair.fabric': `
import "std/osfp"
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 20 m }
`,
      'empty.fabric': '',
    });
    const found = await failuresOf('pair.fabric', cwd);
    expect(failure(found, 'switch', 'a').bandwidth).toEqual([{ network: null, lost: 1, of: 'links' }]);
    expect(failure(found, 'link', 'a.p[1] – b.p[1]').bandwidth[0]?.lost).toBe(0.5);
    expect((await failuresOf('empty.fabric', cwd)).failures).toEqual([]);
  });

  it('ends with 2 where there is no such file', async () => {
    const { code, err } = await lightloom(['fail', 'nowhere.fabric']);
    expect(code).toBe(2);
    expect(err).toContain('nowhere.fabric');
  });
});
