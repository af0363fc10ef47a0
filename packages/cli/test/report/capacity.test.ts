// What a report says about limits and capacity: the pod's figures, which can be checked by hand, and counts that must agree with others.
import { describe, expect, it } from 'vitest';
import { copyExamples, examples } from '../../../../test/kit/examples.ts';
import { folder, lightloom, podFolder } from '../lightloom.ts';
import { expectValid } from '../schema.ts';

interface Quantity {
  readonly value: number | null;
  readonly text: string;
  readonly reason?: string;
  readonly atLeast?: number | null;
}
interface Limited {
  readonly names: readonly string[];
  readonly limited: string;
  readonly value: Quantity;
  readonly limit: Quantity;
  readonly share: Quantity;
}
interface End {
  readonly tier: number | null;
  readonly names: readonly string[];
}
interface Report {
  readonly totals: Readonly<Record<'links' | 'cables', Quantity>>;
  readonly networks: readonly { readonly tiers: readonly { readonly switches: number; readonly worst: Quantity }[] }[];
  readonly closest: {
    readonly links: readonly { readonly example: string; readonly count: number; readonly margin: Quantity }[];
    readonly racks: readonly Limited[];
    readonly loops: readonly Limited[];
    readonly feeds: readonly Limited[];
  };
  readonly linksBetweenTiers: readonly {
    readonly lower: End;
    readonly upper: End;
    readonly links: number;
    readonly pairs: number;
    readonly perPair: { readonly least: number; readonly most: number };
    readonly bandwidth: Quantity;
  }[];
  readonly cables: readonly {
    readonly type: string | null;
    readonly over: number | null;
    readonly upTo: number | null;
    readonly cables: Quantity;
    readonly length: Quantity;
    readonly fiberLength: Quantity | null;
  }[];
  readonly free: readonly {
    readonly what: string;
    readonly of: readonly string[];
    readonly capacity: Quantity;
    readonly used: Quantity;
    readonly free: Quantity;
    readonly withModule?: number;
  }[];
}

async function reportOf(file: string, cwd: string): Promise<Report> {
  const { code, out } = await lightloom(['report', file, '-f', 'json'], { cwd });
  expect(code).toBe(0);
  return expectValid<Report>('report', out);
}

const names = Object.keys(examples);

/** A folder with the examples in it. */
function copied(): string {
  const path = folder();
  copyExamples(path);
  return path;
}

describe('the pod', () => {
  it('has its worst links first, and each rack, loop and feed by the limit it uses most of', async () => {
    const { closest } = await reportOf('xpo-pod.fabric', podFolder());
    expect(closest.links.map(({ example, count, margin }) => [example, count, margin.text])).toEqual([
      ['backend.su[1].node[1].nic[1] to backend.su[1].leaf[1].down[1]/1', 1024, '1.488 dB'],
      ['backend.su[1].leaf[1].up[1]/1 to backend.spine[1].down[1]/1', 1024, '1.576 dB'],
    ]);
    const rows = ({ limited, value, limit, share }: Limited) => [limited, value.text, limit.text, share.text];
    // 4 nodes of 10 RU are 37.04 OU: 40 × 44.45 mm ÷ 48 mm.
    expect(closest.racks.map(rows)).toEqual([
      ['height', '37.04 OU', '44 OU', '84.19 %'],
      ['coolant flow', 'unknown', '40 L/min', 'unknown'],
    ]);
    // At least what their modules need: 12 switches with 8 of 0.35 L/min.
    expect(closest.racks[1]?.share.atLeast).toBeCloseTo((12 * 8 * 0.35) / 40, 9);
    expect(closest.loops.map(rows)).toEqual([['heat', '1.633 MW', '1.908 MW', '85.58 %']]);
    // A and B are alike.
    expect(closest.feeds.map(rows)).toEqual([['load when feeds fail', '1.932 MW', '2.4 MW', '80.5 %']]);
  });

  it('has its tiers, the top one too, and the links between them', async () => {
    const { networks, linksBetweenTiers } = await reportOf('xpo-pod.fabric', podFolder());
    const [leaves, spines] = networks[0]?.tiers ?? [];
    expect([leaves?.switches, spines?.switches]).toEqual([16, 8]);
    expect(spines?.worst).toMatchObject({ value: null, reason: 'nothing is above this tier' });
    // 128 nodes of 8 ports, one to each leaf of their unit; 16 leaves and 8 spines, 8 links a pair. 800 Gbps each.
    expect(
      linksBetweenTiers.map(({ links, pairs, perPair, bandwidth }) => [links, pairs, perPair, bandwidth.value]),
    ).toEqual([
      [1024, 1024, { least: 1, most: 1 }, 1024 * 800e9],
      [1024, 16 * 8, { least: 8, most: 8 }, 1024 * 800e9],
    ]);
    expect(linksBetweenTiers.map(({ lower, upper }) => [lower, upper])).toEqual([
      [
        { tier: 0, names: ['node'] },
        { tier: 1, names: ['leaf'] },
      ],
      [
        { tier: 1, names: ['leaf'] },
        { tier: 2, names: ['spine'] },
      ],
    ]);
  });

  it('has its cables by length, and what is free', async () => {
    const { cables, free } = await reportOf('xpo-pod.fabric', podFolder());
    // Two links of 8 fibers a cable: 512 breakouts of 30 m and 512 cables of 60 m, 16 fibers each.
    expect(
      cables.map((each) => [each.over, each.upTo, each.cables.value, each.length.value, each.fiberLength?.value]),
    ).toEqual([
      [3, 30, 512, 512 * 30, 512 * 30 * 16],
      [50, 100, 512, 512 * 60, 512 * 60 * 16],
    ]);
    const freeOf = (what: string): string[] => free.filter((each) => each.what === what).map((each) => each.free.text);
    expect(freeOf('ports')).toEqual(['0', '0', '0', '0']);
    // 2 racks of 44 OU with 12 each; 32 racks with 37.04 OU each.
    expect(freeOf('rack height')).toEqual(['64 OU', '222.67 OU']);
    expect(freeOf('rack power')).toEqual(['179.424 kW', '1.969 MW']);
    expect(freeOf('feed')).toEqual(['468.064 kW', '468.064 kW']);
    expect([freeOf('CDU heat'), freeOf('CDU flow')]).toEqual([['367.224 kW'], ['1,100 L/min']]);
  });
});

const small = `import "std/osfp"
import "std/racks"
rack type Small is OpenRackV3 { height 3 RU  power 2 kW }
rack r : Small
feed F { capacity 5 kW }
rack q : Small { fed by F }
switch type Box { height 2 RU  power 2.5 kW  ports p[1..4] : OSFP }
network n : scale-out {
    switch a[1..3] : Box
    plug Osfp800Dr8 into a[1].p, a[2].p[1..2]
    link a[1].p[1..2] to a[2].p[1..2] over OS2 { length 120 m  connectors 2 x MPO16 }
    place a[1], a[2] in r
    place a[3] in q
}
`;

describe('a design with a power that is unknown', () => {
  it('is ranked by what is known of it', async () => {
    const odd = small
      .replace('place a[3] in q', 'place a[3], odd in q')
      .replace('plug', 'switch odd : Odd\n    plug')
      .replace('network', 'switch type Odd { height 1 RU }\nnetwork');
    const { closest } = await reportOf('design.fabric', folder({ 'design.fabric': odd }));
    // The box alone draws 2.5 kW of 2 kW.
    expect(closest.racks.map(({ names: racks, share }) => [racks, share.value === null])).toEqual([
      [['r'], false],
      [['q'], true],
    ]);
    expect(closest.racks[1]?.share).toMatchObject({ value: null, atLeast: 1.25, reason: 'Odd has no `power`' });
  });
});

describe('a rack whose devices need more coolant than it gets', () => {
  it('is over its flow, the limit that it uses most of', async () => {
    const hot = `import "std/racks"
import "std/cooling"
loop primary { coolant PG25  supply 40 °C }
host type Node { height 8 RU  power 10 kW  liquid 90 %  required-flow 15 L/min }
rack r : OpenRackV3 { cooled by primary  flow 50 L/min }
host node[1..4] : Node
place node in r
`;
    const { closest } = await reportOf('design.fabric', folder({ 'design.fabric': hot }));
    // 4 × 15 L/min of 50 L/min.
    expect(closest.racks.map(({ limited, share }) => [limited, share.text])).toEqual([['coolant flow', '120 %']]);
  });
});

describe('a design that is over its limits', () => {
  it('has more used than there is, with the rack that is furthest over first', async () => {
    const { closest, free } = await reportOf('design.fabric', folder({ 'design.fabric': small }));
    // 2 × 2.5 kW and six modules of 16.5 W or so in a rack of 2 kW.
    expect(closest.racks.map(({ names: racks, limited }) => [racks, limited])).toEqual([
      [['r'], 'power'],
      [['q'], 'power'],
    ]);
    expect(closest.racks[0]?.share.value).toBeGreaterThan(2.5);
    const height = free.find(({ what, of }) => what === 'rack height' && of.includes('r'));
    expect(height?.free.value).toBeCloseTo(-0.04445, 6);
    // Twelve ports, four with a link, and two modules that no link uses.
    const ports = free.find(({ what }) => what === 'ports');
    expect([ports?.capacity.value, ports?.used.value, ports?.free.value, ports?.withModule]).toEqual([12, 4, 8, 2]);
  });
});

describe.each(names)('examples/%s', (name) => {
  it('has counts that agree with its totals and with the cable schedule', async () => {
    const { totals, linksBetweenTiers, cables } = await reportOf(name, copied());
    expect(linksBetweenTiers.reduce((all, { links }) => all + links, 0)).toBe(totals.links.value ?? 0);
    const known = cables.every(({ cables: each, length }) => each.value !== null && length.value !== null);
    if (!known) return;
    const { out } = await lightloom(['export', 'cables', name, '-f', 'json'], { cwd: copied() });
    const { rows } = expectValid<{ rows: readonly Readonly<Record<string, unknown>>[] }>('table', out);
    expect(cables.reduce((all, each) => all + (each.cables.value ?? 0), 0)).toBe(rows.length);
    const meters = rows.reduce((all, row) => all + Number(row['length-m']), 0);
    // The schedule rounds each length to centimeters.
    expect(cables.reduce((all, each) => all + (each.length.value ?? 0), 0)).toBeCloseTo(
      meters,
      -Math.log10(rows.length + 1) + 1,
    );
  });
});
