// Phases of growth: what is there in each, what is required and found then, and what the steps between them add up to.
import {
  type Change,
  cageName,
  deviceName,
  diffOf,
  type Fabric,
  factsOf as factsAt,
  nameOf,
  portName,
  tableExports,
} from '@lightloom/core';
import { draw, viewsOf } from '@lightloom/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf, briefly, seriousIn } from '../kit/design.ts';

/** A leaf-spine fabric in two rows of racks, with the phases of a test. */
const hall = (phases: string, more = ''): string => `import "std/osfp"
import "std/switches"
import "std/hosts"
import "std/racks"
switch type Box is SN5600 { power 1 kW }
host type Node is DGX-B300 { nic ThorUltra  liquid 0 % }
rack type NodeRack is Eia48 { power 66 kW }
feed A { capacity 2 MW }
rack gpu[1..4] : NodeRack at row 1 { fed by A }
rack net[1..2] : NodeRack at row 2 { fed by A }
template Unit(hosts = 2) {
    host node[1..hosts] : Node
    switch leaf[1..4] : Box
    link node[*].nic[1..4] to leaf[*].p[1..hosts] as rails over OS2 { length 20 m  connectors 2 x MPO16 }
}
network net1 : scale-out {
    su[1..4] : Unit(2)
    switch spine[1..4] : Box
    plug Osfp800Dr8 into su[*].leaf[*].p[1..6], spine[*].p[1..16]
    plug Osfp800Dr8Flat into su[*].node[*].nic[1..4]
    link su[*].leaf[*].p[3..6] to spine[*].p[1..16] as mesh over OS2 { length 40 m  connectors 2 x MPO16 }
    place su[*].node[*] in gpu[*] 2 each
    place su[*].leaf[*] in net[1] 16 each
    place spine[*] in net[2] 4 each
}
${more}
${phases}
`;

const three = `phase one
phase two adds net1.su[2..3], net1.spine[3..4], gpu[2..3]
phase three adds net1.su[4], gpu[4]`;

type Analysis = Awaited<ReturnType<typeof analysisOf>>;

function at(analysis: Analysis, phase: string): Analysis {
  const found = analysis.at(phase);
  if (found === undefined) throw new Error(`There is no phase ${phase}.`);
  return found;
}

const devices = ({ fabric }: Pick<Analysis, 'fabric'>): string[] =>
  Array.from({ length: fabric.devices.count }, (_, id) => deviceName(fabric, id));
const links = ({ fabric }: Pick<Analysis, 'fabric'>): string[] =>
  Array.from({ length: fabric.links.count }, (_, id) => nameOf(fabric, 'link', id));
const modules = ({ fabric }: Pick<Analysis, 'fabric'>): string[] =>
  Array.from({ length: fabric.cages.count }, (_, id) => id)
    .filter((id) => fabric.cages.module[id] !== -1)
    .map((id) => cageName(fabric, id));

describe('what is there in a phase', () => {
  it('is all but what later phases add, and what needs that', async () => {
    const analysis = await analysisOf(hall(three));
    expect(briefly(analysis.findings.filter(({ severity }) => severity === 'error'))).toEqual([]);
    const one = at(analysis, 'one');
    // One unit of 2 hosts and 4 leaves, two spines; 2 x 4 host links, one link from each leaf to each of 2 spines.
    expect(devices(one)).toEqual([
      ...[1, 2].map((i) => `net1.su[1].node[${i}]`),
      ...[1, 2, 3, 4].map((i) => `net1.su[1].leaf[${i}]`),
      ...[1, 2].map((i) => `net1.spine[${i}]`),
    ]);
    expect(links(one)).toHaveLength(8 + 8);
    // Each module comes with its first link: 8 at the hosts, 8 below and 8 above the leaves, 8 on the spines.
    expect(modules(one)).toHaveLength(32);
    expect(one.fabric.racks.count).toBe(3);
    const two = at(analysis, 'two');
    expect([devices(two).length, links(two).length, modules(two).length]).toEqual([
      3 * 6 + 4,
      3 * 8 + 3 * 16,
      3 * 16 + 3 * 32,
    ]);
  });

  it('has the names and the ends that it has in the end', async () => {
    const analysis = await analysisOf(hall(three));
    const all = new Set(links(analysis));
    for (const phase of ['one', 'two']) {
      const some = links(at(analysis, phase));
      expect(some.filter((each) => !all.has(each))).toEqual([]);
      expect(new Set(some).size).toBe(some.length);
    }
  });

  it('is the design without phases in the last one', async () => {
    const [plain, phased] = [await analysisOf(hall('')), await analysisOf(hall(three))];
    const diff = diffOf(plain, at(phased, 'three'));
    expect([diff.changes, diff.renamed, diff.isSame]).toEqual([[], [], true]);
    expect(at(phased, 'three').fabric.links).toEqual(plain.fabric.links);
    expect(at(phased, 'three').fabric.cages).toEqual(plain.fabric.cages);
  });

  it('is what the same design has that was written without the rest', async () => {
    const small = hall('')
      .replace('su[1..4]', 'su[1..1]')
      .replace('gpu[1..4]', 'gpu[1..1]')
      .replace('spine[1..4]', 'spine[1..2]');
    const alone = await analysisOf(
      small
        .replace('p[1..6], spine[*].p[1..16]', 'p[1..4], spine[*].p[1..4]')
        .replace('p[3..6] to spine[*].p[1..16]', 'p[3..4] to spine[*].p[1..4]'),
    );
    const diff = diffOf(alone, at(await analysisOf(hall(three)), 'one'));
    expect([diff.changes, diff.renamed]).toEqual([[], []]);
  });

  it.each([
    ['a device', 'net1.spine[3]', 'device'],
    ['cages, whose modules and links come with them', 'net1.spine[*].p[13..16]', 'module'],
    ['a rack, with what is in it', 'gpu[4]', 'device'],
    ['a whole network', 'net1', 'device'],
  ] as const)('leaves out %s', async (_, adds, what) => {
    const analysis = await analysisOf(hall(`phase one\nphase two adds ${adds}`));
    const counts = (each: Analysis): number[] => [devices(each).length, modules(each).length, links(each).length];
    const [one, two] = [counts(at(analysis, 'one')), counts(at(analysis, 'two'))];
    const removed = two.map((each, i) => each - (one[i] as number));
    const expected = {
      'net1.spine[3]': [1, 16 + 16, 16],
      'net1.spine[*].p[13..16]': [0, 2 * 16, 16],
      'gpu[4]': [2, 2 * 8, 8],
      net1: [two[0], two[1], two[2]],
    }[adds];
    expect(removed).toEqual(expected);
    expect(what === 'module' ? removed[0] : removed[0] !== 0).toBe(what === 'module' ? 0 : true);
  });

  it('has no CDUs, loop or branch that come later', async () => {
    const text = `import "std/cooling"
import "std/racks"
rack a[1..2] : Eia48 { cooled by one }
rack b[1..2] : Eia48
cdu x[1..2] : Deschutes
cdu y[1..2] : Deschutes
loop one { coolant PG25  supply 30 °C  flow 100 L/min  from x[*], n+1 }
loop two { coolant PG25  supply 30 °C  flow 100 L/min  from y[*], n+1  branch east { parallel b[*]  flow 50 L/min } }
phase first
phase later adds b[*], y[*]
`;
    const { fabric } = at(await analysisOf(text), 'first');
    expect(fabric.loops.map(({ name }) => name)).toEqual(['one']);
    expect([fabric.branches.length, fabric.racks.count, fabric.cdus.count]).toEqual([0, 2, 2]);
    expect([...fabric.racks.loop]).toEqual([0, 0]);
  });
});

describe('what is found', () => {
  const twoErrors = 'require power(net1) <= 1 kW';

  it('is reported once where every phase has it', async () => {
    const plain = briefly(seriousIn(await analysisOf(hall('', twoErrors))));
    const phased = briefly(seriousIn(await analysisOf(hall('phase a\nphase b\nphase c', twoErrors))));
    expect(plain).toHaveLength(1);
    expect(phased).toEqual(plain);
  });

  it('names the phases that have it', async () => {
    const found = async (limit: string): Promise<string[]> =>
      briefly(seriousIn(await analysisOf(hall(three, `require ${limit}`)))).map((each) => each.slice(0, 45));
    // 2, 6 and 8 hosts are there.
    expect(await found('injection(net1) <= 20 Tbps')).toEqual(['requirement/unmet: In phase three: injection(']);
    expect(await found('injection(net1) <= 10 Tbps')).toEqual(['requirement/unmet: In phases two and three: i']);
    expect(await found('injection(net1) >= 10 Tbps')).toEqual(['requirement/unmet: In phase one: injection(ne']);
  });

  it('is about things by their names in the design', async () => {
    const { findings, fabric } = await analysisOf(
      hall('phase one { require power(net1.su[4].leaf) >= 1 MW }\nphase two adds net1.su[1..3], gpu[1..3]'),
    );
    const [only] = findings.filter(({ rule }) => rule === 'requirement/unmet');
    const subjects = only?.subjects;
    if (subjects === undefined) throw new Error('The finding is about nothing.');
    expect(Array.from(subjects.ids, (id) => nameOf(fabric, subjects.of, id))).toEqual(
      [1, 2, 3, 4].map((each) => `net1.su[4].leaf[${each}]`),
    );
  });

  it('is required in the phase that says so alone', async () => {
    const inOne = three.replace('phase one', 'phase one { require injection(net1) <= 1 Tbps }');
    const inLast = `${three} { require injection(net1) <= 1 Tbps }`;
    expect(briefly(seriousIn(await analysisOf(hall(inOne))))).toEqual([
      expect.stringContaining('In phase one: injection(net1) is'),
    ]);
    const last = await analysisOf(hall(inLast));
    expect(briefly(seriousIn(last))).toEqual([expect.stringContaining('In phase three: injection(net1) is')]);
    expect(last.fabric.requirements).toHaveLength(1);
    expect(at(last, 'two').fabric.requirements).toHaveLength(0);
  });

  it('has no requirement about what is not there yet', async () => {
    const analysis = await analysisOf(hall(three, 'require power(net1.su[4].leaf) >= 1 kW'));
    expect(at(analysis, 'two').fabric.requirements).toHaveLength(0);
    expect(analysis.fabric.requirements).toHaveLength(1);
    expect(seriousIn(analysis)).toEqual([]);
  });

  it('needs an allowance that suppresses something in one phase only', async () => {
    const limit = 'require injection(net1) >= 10 Tbps\nallow requirement/unmet because "it grows"';
    expect(briefly(seriousIn(await analysisOf(hall(three, limit))))).toEqual([]);
    const idle = 'allow requirement/unmet because "nothing"';
    expect(briefly(seriousIn(await analysisOf(hall(three, idle))))).toHaveLength(1);
  });
});

describe('a phase that is wrong', () => {
  it.each([
    ['phase one adds nothing[1]', '`nothing` is not defined'],
    ['phase one adds net1.spine[9]', 'has no index 9'],
    ['phase one adds Box', 'is a type'],
    ['phase one adds net1.spine[1]\nphase two adds net1.spine[1..2]', 'adds what `net1.spine[1]` adds already'],
    ['phase one\nphase one', 'declared twice'],
    ['phase one { power 1 W }', 'power'],
    ['phase', 'Expected a name'],
    ['phase one adds', 'Expected a name'],
  ])('%s', async (phases, message) => {
    const errors = (await analysisOf(hall(phases))).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map((each) => each.message)).toEqual([expect.stringContaining(message)]);
  });
});

describe('steps of growth', () => {
  /** How many more of each kind of thing are added than removed. */
  const gains = (changes: readonly Change[]): Record<string, number> => {
    const sums: Record<string, number> = {};
    for (const { kind, what, count } of changes) {
      const sign = kind === 'added' ? 1 : kind === 'removed' ? -1 : 0;
      sums[what] = (sums[what] ?? 0) + sign * count;
    }
    return sums;
  };

  it('add up', async () => {
    const units = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(units, units, async (second, third) => {
        const list = (name: string, all: readonly number[]): string[] =>
          all.length === 0 ? [] : [`${name}[${all.join(', ')}]`];
        const later = third.filter((each) => !second.includes(each));
        const adds = (all: readonly number[], spines: string): string =>
          ` adds ${[...list('net1.su', all), ...list('gpu', all), spines].join(', ')}`;
        const text = hall(
          `phase one\nphase two${adds(second, 'net1.spine[1]')}\nphase three${adds(later, 'net1.spine[3]')}`,
        );
        const analysis = await analysisOf(text);
        const [one, two, end] = ['one', 'two', 'three'].map((each) => at(analysis, each)) as [
          Analysis,
          Analysis,
          Analysis,
        ];
        const [first, last, both] = [diffOf(one, two), diffOf(two, end), diffOf(one, end)];
        const sums = [gains(first.changes), gains(last.changes)];
        for (const what of new Set(Object.keys({ ...sums[0], ...sums[1], ...gains(both.changes) })))
          expect([what, (sums[0]?.[what] ?? 0) + (sums[1]?.[what] ?? 0)]).toEqual([
            what,
            gains(both.changes)[what] ?? 0,
          ]);
        // What is laid stays.
        expect(
          [first, last, both].flatMap(({ cables }) => cables.touched).filter(({ work }) => work !== 'new'),
        ).toEqual([]);
        expect(both.changes.filter(({ kind }) => kind === 'removed' || kind === 'moved')).toEqual([]);
      }),
      { numRuns: 12, seed: 7 },
    );
  });

  it('buy what is in the bill of materials in the end', async () => {
    const { facts, fabric } = await analysisOf(hall(three));
    const rows = (name: string): string[][] =>
      [...(tableExports.find((each) => each.name === name)?.rows(facts) ?? [])].map((row) => row.map(String));
    const sums = new Map<string, number>();
    // Phase, kind, vendor, part number, part, detail, length, stands then, more, to order.
    for (const [, kind, , , part, detail, length, , more] of rows('growth')) {
      const key = [kind, part, detail, length].join();
      sums.set(key, (sums.get(key) ?? 0) + Number(more));
    }
    const whole = rows('bom').map(([kind, , , part, detail, length, , count]) => [
      [kind, part, detail, length].join(),
      Number(count),
    ]);
    expect(Object.fromEntries(sums)).toEqual(Object.fromEntries(whole));
    expect(fabric.phases.map(({ name }) => name)).toEqual(['one', 'two', 'three']);
  });
});

describe('an array of several dimensions', () => {
  it('keeps the names of what is there', async () => {
    const text = (adds: string): string =>
      `import "std/switches"\nswitch r[1..3][1..3] : SN5600\nphase a\nphase b adds ${adds}\n`;
    const names = async (adds: string): Promise<string[]> => devices(at(await analysisOf(text(adds)), 'a'));
    expect(await names('r[2][*]')).toEqual(['r[1][1]', 'r[1][2]', 'r[1][3]', 'r[3][1]', 'r[3][2]', 'r[3][3]']);
    expect(await names('r[2][2]')).toEqual(
      [1, 2, 3].flatMap((i) => [1, 2, 3].filter((j) => i !== 2 || j !== 2).map((j) => `r[${i}][${j}]`)),
    );
  });
});

it('has one port in a cage whose module comes later', async () => {
  const text = `import "std/xpo"
import "std/switches"
module type M is Xpo { channels 16 x 800GBASE-DR4  power 128 W }
switch type X { asic Tomahawk6  height 1 OU  power 1 kW  ports p[1..2] : XPO }
switch a : X
switch b[1..2] : X
plug M into a.p, b[*].p[1]
link a.p[1] to b[1].p[1] over OS2 { length 20 m  connectors 2 x MPO16 }
link a.p[2] to b[2].p[1] over OS2 { length 20 m  connectors 2 x MPO16 }
phase one
phase two adds b[2]
`;
  const analysis = await analysisOf(text);
  const { fabric } = at(analysis, 'one');
  // Of a: 16 ports and an empty cage; of b[1]: 16 ports and an empty cage.
  expect([...fabric.cages.firstPort]).toEqual([0, 16, 17, 33, 34]);
  expect(Array.from({ length: fabric.ports.count }, (_, port) => portName(fabric, port)).slice(14, 19)).toEqual([
    'a.p[1]/15',
    'a.p[1]/16',
    'a.p[2]',
    'b[1].p[1]/1',
    'b[1].p[1]/2',
  ]);
  expect(fabric.links.count).toBe(16);
  expect(analysis.fabric.ports.count).toBe(16 + 16 + 16 + 1 + 16 + 1);
});

it('numbers the ports of a phase without gaps', async () => {
  const check = (fabric: Fabric): void => {
    for (let port = 0; port < fabric.ports.count; port++) {
      const cage = fabric.ports.cage[port] as number;
      expect(port).toBeGreaterThanOrEqual(fabric.cages.firstPort[cage] as number);
      expect(port).toBeLessThan(fabric.cages.firstPort[cage + 1] as number);
      expect(portName(fabric, port)).not.toContain('undefined');
    }
    expect(factsAt(fabric).fabric).toBe(fabric);
  };
  const analysis = await analysisOf(hall(three));
  for (const phase of ['one', 'two', 'three']) check(at(analysis, phase).fabric);
});

describe('a view of a phase', () => {
  const phases = 'phase day1 "First"\nphase full adds b';
  const text = `switch type Box { height 1 RU }\nnetwork n : scale-out {\n  switch a : Box\n}\nswitch b : Box\nrack r : R { }\nimport "std/racks"\nrack type R is Eia48\nplace n.a, b in r\n${phases}\n`;

  it('is listed behind those of the whole, and has what stands then', async () => {
    const analysis = await analysisOf(text);
    const ids = (await viewsOf(analysis)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['racks', 'racks@day1']));
    expect(ids.some((each) => each.endsWith('@full'))).toBe(false);
    const drawn = (of: Analysis, view: string) => draw(of, view, { theme: 'light' });
    const first = await drawn(analysis, 'racks@day1');
    expect(first).toBe(await drawn(at(analysis, 'day1'), 'racks'));
    expect(first).not.toBe(await drawn(analysis, 'racks'));
    expect(first).toContain('in phase day1');
    expect(await drawn(analysis, 'racks@day2')).toBeUndefined();
    // A design in a phase has its own views alone.
    expect((await viewsOf(at(analysis, 'day1'))).filter(({ id }) => id.includes('@'))).toEqual([]);
  });
});

describe('a name of a phase', () => {
  it.each([
    ['phase 2026', 'A name has a letter: `p2026`.'],
    ['phase 2.5 "Half"', 'A name has a letter: `p2-5`.'],
    ['let 3 = 4', 'A name has a letter: `l3`.'],
    ['phase "day 1"', 'Names have no quotes; they consist of letters, digits, `_` and hyphens: `day-1`.'],
    ['let "…" = 4', 'Names have no quotes; they consist of letters, digits, `_` and hyphens.'],
  ])('%s', async (written, help) => {
    const { findings } = await analysisOf(`${written}\n`);
    expect(findings.map((each) => [each.rule, each.help])).toEqual([['syntax/expected', help]]);
  });
});
