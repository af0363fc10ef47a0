// Advice that is followed: the help of a finding leads to a design without it, and to no other in its place.
import { describe, expect, it } from 'vitest';
import { analysisOf, findingsOf } from '../kit/design.ts';

/** Some leaves and spines with as many ports, linked as a mesh. */
const mesh = (leaves: number, uplinks: number, spines: number, ports: number): string => `import "std/osfp"
switch type Leaf { height 2 RU  ports up[1..${uplinks}] : OSFP }
switch type Spine { height 2 RU  ports down[1..${ports}] : OSFP }
switch leaf[1..${leaves}] : Leaf
switch spine[1..${spines}] : Spine
plug Osfp800Dr8 into leaf[*].*, spine[*].*
link leaf[*].up to spine[*].down as mesh over OS2 { length 10 m }
`;

describe('the sizes that a mesh is said to work with', () => {
  const cases: [number, number, number, number][] = [];
  for (const leaves of [1, 3, 8])
    for (const uplinks of [1, 2, 6, 8])
      for (const spines of [1, 2, 3, 9]) for (const ports of [1, 4, 8]) cases.push([leaves, uplinks, spines, ports]);

  it.each(cases)('of %i leaves with %i ports and %i spines with %i', async (leaves, uplinks, spines, ports) => {
    const topology = async (text: string) =>
      (await findingsOf(text)).filter(({ rule }) => /pattern-size|uneven-mesh/.test(rule));
    const [finding, ...others] = await topology(mesh(leaves, uplinks, spines, ports));
    expect(others).toEqual([]);
    if (finding === undefined) return;
    const help = finding.help ?? '';
    const sizes = /spine\[\*\]\.down from \d+ to ([\d, or]+)/.exec(help)?.[1]?.match(/\d+/g) ?? [];
    const most = /leaf\[\*\]\.up from \d+ to (\d+)/.exec(help)?.[1];
    const fewer = /elect (\d+) ports? of each device of leaf/.exec(help)?.[1];
    const both = /^Choose (\d+) devices? of spine\[\*\]\.down, and of leaf\[\*\]\.up no more than (\d+)\.$/.exec(help);
    const followed = [
      ...sizes.map((size) => mesh(leaves, uplinks, Number(size), ports)),
      ...(most === undefined ? [] : [mesh(Number(most), uplinks, spines, ports)]),
      ...(fewer === undefined ? [] : [mesh(leaves, Number(fewer), spines, ports)]),
      ...(both === null ? [] : [mesh(Number(both[2]), uplinks, Number(both[1]), ports)]),
    ];
    expect(followed.length, help).toBeGreaterThan(0);
    for (const text of followed)
      expect(
        (await topology(text)).map((each) => each.message),
        help,
      ).toEqual([]);
  });
});

describe('a name that a requirement misses', () => {
  const pod = `import "std/osfp"
switch type Leaf { height 2 RU  power 1 kW  ports up[1..4] : OSFP }
switch type Spine { height 2 RU  power 1 kW  ports down[1..8] : OSFP }
template Pod() { switch leaf[1..2] : Leaf }
network n : scale-out {
    pod[1..2] : Pod()
    switch spine[1..2] : Spine
    plug Osfp800Dr8 into pod[*].leaf[*].*, spine[*].*
    link pod[*].leaf[*].up to spine[*].down as mesh over OS2 { length 60 m }
}
`;

  it.each([
    ['require free-ports(leaf) == 0', 'n.pod[*].leaf'],
    ['require free-ports(laef) == 0', 'n.pod[*].leaf'],
    ['require power(leaf) <= 10 kW', 'n.pod[*].leaf'],
    ['require used-ports(up) == 16', 'n.pod[*].leaf[*].up'],
    ['require paths(n) >= 0 when any 1 of leaf fail', 'n.pod[*].leaf'],
    ['require power(spien) <= 10 kW', 'spine'],
  ])('%s finds %s, and leaves the rest known', async (line, meant) => {
    const { findings, question } = await analysisOf(`${pod}${line}\n`);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, help }) => [rule, help])).toEqual([['require/name', `Did you mean \`${meant}\`?`]]);
    expect(question('links(n)').requirement).toBeDefined();
    expect(findings.filter(({ rule }) => rule === 'requirement/unknown')).toEqual([]);
    const fixed = line.replace(/\(?\b(leaf|laef|up|spien)\b/, (found, name: string) => found.replace(name, meant));
    expect((await findingsOf(`${pod}${fixed}\n`)).map((each) => each.message)).toEqual([]);
  });

  it('leaves other faults judged', async () => {
    const rules = (await findingsOf(`${pod.replace('60 m', '600 m')}require power(leef) <= 1 kW\n`)).map(
      ({ rule }) => rule,
    );
    expect(rules).toEqual(['optics/reach', 'require/name']);
  });
});

describe('one cause', () => {
  const boxes = `import "std/osfp"
import "std/xpo"
module type Dr is Xpo { channels 16 x 800GBASE-DR4 }
switch type Box { height 2 RU  ports p[1..4] : OSFP }
switch a[1..2] : Box
switch b[1..2] : Box
`;
  it.each([
    [
      'a module in the wrong cage',
      'plug Dr into a.*\nplug Osfp800Dr8 into b.*\nlink a.p to b.p over OS2 { length 9 m }',
      'placement/module-fits-cage',
    ],
    [
      'the same, in a mesh',
      'plug Dr into a.*\nplug Osfp800Dr8 into b.*\nlink a.p[1] to b.p as mesh over OS2 { length 9 m }',
      'placement/module-fits-cage',
    ],
    [
      'a mesh onto itself',
      'plug Osfp800Dr8 into a.*\nlink a.p to a.p as mesh over OS2 { length 9 m }',
      'topology/self-link',
    ],
    ['a switch after `over`', 'plug Osfp800Dr8 into a.*, b.*\nlink a.p to b.p over Box { length 9 m }', 'type/kind'],
    ['a module after `over`', 'plug Osfp800Dr8 into a.*, b.*\nlink a.p to b.p over Dr { length 9 m }', 'type/kind'],
  ])('%s is one message', async (_, text, rule) => {
    expect((await findingsOf(boxes + text)).map((each) => each.rule)).toEqual([rule]);
  });
});

describe('a path that loses too much', () => {
  const path = (parts: string): string => `import "std/osfp"
switch type Box { height 2 RU  ports p : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 500 m  ${parts} }
`;

  it.each([
    ['panels 1 x Ocs', 'Shorten the path or pass fewer panels.'],
    ['connectors 5 x MPO16', 'Shorten the path, use low-loss connectors, or remove a mated pair.'],
    ['connectors 9 x MPO16 low-loss', 'Shorten the path or remove a mated pair.'],
    ['splices 10 x FusionSplice', 'Shorten the path or use fewer splices.'],
    // 3 dB are allowed: where more is kept free, no path is short enough.
    [
      'connectors 2 x MPO16 low-loss  margin 2.5 dB',
      'Shorten the path, remove a mated pair, or allow less for safety margin.',
    ],
    ['connectors 2 x MPO16 low-loss  margin 2 dB  penalty 1.1 dB', 'Allow less for penalty and safety margin.'],
  ])('with %s has advice about what it has', async (parts, expected) => {
    const found = (await findingsOf(path(parts))).filter(({ rule }) => rule === 'optics/loss-budget');
    expect(found.map(({ help }) => help?.startsWith(`${expected} The loss is`))).toEqual([true]);
  });

  it('and is an active optical cable isn’t to be replaced by its like', async () => {
    const text = `import "std/osfp"
import "std/copper"
switch type Box { height 2 RU  ports p : OSFP }
switch a : Box
switch b : Box
link a.p to b.p over AOC { length 80 m }
`;
    const [found] = (await findingsOf(text)).filter(({ rule }) => rule === 'optics/cable-reach');
    expect(found?.help).toBe('Use modules and fiber, or shorten the link.');
  });
});

describe('pairs of unlike sides', () => {
  const sides = (from: string, to: string): string => `import "std/osfp"
switch type Box { height 2 RU  ports p[1..8] : OSFP }
switch leaf[1..4] : Box
switch spine[1..8] : Box
plug Osfp800Dr8 into leaf.p, spine.p
link ${from} to ${to} over OS2 { length 50 m }
`;
  const helpOf = async (from: string, to: string): Promise<string | undefined> =>
    (await findingsOf(sides(from, to))).find(({ rule }) => rule === 'topology/pattern-size')?.help;

  it('name the patterns that link them, and those do', async () => {
    const help = await helpOf('leaf.p', 'spine.p');
    expect(help).toContain('or choose a pattern: `as mesh`, `as rails`.');
    for (const pattern of ['mesh', 'rails'])
      expect(
        (await findingsOf(sides('leaf.p', `spine.p as ${pattern}`))).filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
  });

  it('name none where none does, and of a breakout where one may be meant', async () => {
    expect(await helpOf('leaf[1].p[1..3]', 'spine[1].p[1..2]')).toBe('Select the same number of ports on both sides.');
    expect(await helpOf('leaf[1].p[1]', 'spine[1].p[1..4]')).toBe(
      'Select the same number of ports on both sides. For a breakout, plug a module into leaf[1].p[1] whose `channels` are 4 times as many.',
    );
  });
});
