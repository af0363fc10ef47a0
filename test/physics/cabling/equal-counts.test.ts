// The bill of materials, the cable schedule and the report count the same cables, fibers and modules, and as many as a count of
// single fibers by other code: over the examples, the cases, and random designs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Facts, reportOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, knownAnalysisOf } from '../../kit/design.ts';
import { examples, site } from '../../kit/examples.ts';
import { type Row, rowsOf } from '../../kit/tables.ts';
import { root } from '../../sources.ts';
import { installed, recount } from './recount.ts';

/** Rows by what they are of, with how often. */
function tally(entries: readonly (readonly [key: string, count: number])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [key, count] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
    counts[key] = (counts[key] ?? 0) + count;
  return counts;
}

const isCable = ({ kind }: Row): boolean => kind === 'fiber' || kind === 'cable';

/** The number of links whose cables are known, after everything was compared. */
function compare(facts: Facts): number {
  const { fabric, optics, links } = facts;
  const bom = rowsOf('bom', facts);
  const schedule = rowsOf('cables', facts);
  const { totals, links: linkRows, fibers: plant } = reportOf(facts);
  const cables = bom.filter(isCable);
  const known = schedule.filter(({ cable }) => cable !== 'unknown');

  // Cables of a kind, in the bill and in the schedule.
  const sort = (row: Row, part: string, detail: string, length: string): string =>
    [row[part], String(row[detail]).replace(/, of .*/, ''), row[length], row['fibers']].join(' | ');
  expect(
    tally(
      cables
        .filter(({ count }) => count !== 'unknown')
        .map((row) => [sort(row, 'part', 'detail', 'length-m'), Number(row['count'])]),
    ),
  ).toEqual(tally(known.map((row) => [sort(row, 'medium', 'type', 'order-length-m'), 1])));
  // Their sum, in the report as well.
  expect(new Set(known.map(({ cable }) => cable)).size).toBe(known.length);
  const complete = !Number.isNaN(totals.links.value);
  if (complete)
    expect(Number.isNaN(totals.cables.value) ? totals.cables.known : totals.cables.value).toBe(known.length);
  expect(linkRows.reduce((all, { cables: each }) => all + each.known, 0)).toBe(known.length);
  // Fibers.
  const total = (rows: readonly Row[], count: (row: Row) => number): number =>
    rows.reduce((all, row) => all + Number(row['fibers']) * count(row), 0);
  if (known.length === schedule.length && complete) {
    const fibers = total(cables, ({ count }) => Number(count));
    expect(total(schedule, () => 1)).toEqual(fibers);
    expect(totals.fibers.value).toEqual(fibers);
  }
  // Mated pairs and modules.
  for (const { part, lowLoss, pairs } of plant.connectors) {
    const rows = bom.filter((row) => row['kind'] === 'connector' && row['part'] === part.name);
    const own = rows.filter(({ detail }) => String(detail).includes('low loss') === lowLoss);
    if (!Number.isNaN(pairs.value) && pairs.value > 0) expect(own.map(({ count }) => count)).toContain(pairs.value);
  }
  const modules = bom.filter(({ kind }) => kind === 'module').reduce((all, { count }) => all + Number(count), 0);
  expect(modules).toBe(totals.modules.known);

  // What is installed, one device, cage and rack after another.
  const kinds = /^(switch|host|module|laser|supply|rack|shelf|panel|cdu|coupling|feed)$/;
  expect(
    tally(
      bom
        .filter(({ kind, detail }) => kinds.test(String(kind)) && !/^in no rack|not given$/.test(String(detail)))
        .map((row) => [`${row['kind']} ${row['part']}`, Number(row['count'])]),
    ),
  ).toEqual(tally(installed(fabric)));

  // The count by single fibers.
  if (known.length !== schedule.length) return 0;
  const lengthOf = (link: number): number =>
    Math.round((optics.budgets[links.of[link] ?? 0]?.length.value ?? Number.NaN) * 100) / 100;
  const counted = recount(fabric, lengthOf);
  if (counted === undefined) return 0;
  expect(counted).toHaveLength(known.length);
  const endsIn = (type: string): string[] =>
    [...type.matchAll(/(?:(\d+) × )?((?:MPO|LC|Plug)\w*)/g)].flatMap(([, count = '1', name = '']) =>
      Array(Number(count)).fill(name),
    );
  const text = (ends: readonly string[], fibers: number, length: number | undefined): string =>
    `${[...ends].sort().join('+')} ${fibers} fibers ${length} m`;
  const measured = (length: number | string | undefined): number => (typeof length === 'number' ? length : Number.NaN);
  expect(tally(counted.map(({ ends, fibers, lengths }) => [text(ends, fibers, lengths.at(-1)), 1]))).toEqual(
    tally(known.map((row) => [text(endsIn(String(row['type'])), Number(row['fibers']), measured(row['length-m'])), 1])),
  );
  return fabric.links.count;
}

/** The paths of its report take long, and its links are one cable each. */
const slow = 'torus.fabric';

describe('cables are the same everywhere', () => {
  it.each(Object.keys(examples).filter((name) => !['site.fabric', slow].includes(name)))(
    'in the example %s',
    async (name) => {
      const { facts, fabric } = await knownAnalysisOf(examples[name] as string, site);
      expect(compare(facts)).toBe(fabric.links.count);
    },
  );

  const folders = ['public', 'found', 'drawings'].map((each) => join(root, 'test/cases', each));
  it('in the cases', async () => {
    let links = 0;
    for (const folder of folders)
      for (const name of readdirSync(folder).filter((each) => each.endsWith('.fabric'))) {
        const { facts } = await knownAnalysisOf(readFileSync(join(folder, name), 'utf8'), site);
        links += compare(facts);
      }
    expect(links).toBeGreaterThan(10_000);
  });

  it('in random designs', async () => {
    let links = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const text = randomDesign(seed);
      const { facts, findings } = await analysisOf(text);
      const broken = findings.filter(({ rule }) => /^(syntax|reference|value)/.test(rule));
      expect(broken, text).toEqual([]);
      links += compare(facts);
    }
    expect(links).toBeGreaterThan(1000);
  });
});

/** Numbers from zero up to one, the same for a seed (a linear congruential generator of Numerical Recipes). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Boxes with modules whose fronts are of all kinds, linked at random; a port has one link. */
function randomDesign(seed: number): string {
  const random = randomOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const optics = pick(['800GBASE-DR4', '1.6TBASE-DR8', '200GBASE-DR1']);
  const fibers = { '800GBASE-DR4': 8, '1.6TBASE-DR8': 16, '200GBASE-DR1': 2 }[optics] ?? 0;
  const count = 2 + Math.floor(random() * 4);
  const fronts = Array.from({ length: count }, () => {
    const channels = pick([1, 2, 4, 8]);
    const all = channels * fibers;
    // As many connectors as divide the fibers, or one, or none where the channel has its own.
    const connectors = [1, 2, 4, 8].filter((each) => all % each === 0 && all / each >= 1);
    const type = pick(['MPO12', 'MPO16', 'MPO24', 'LC']);
    const face = random() < 0.2 && channels === 1 ? '' : `connector ${pick(connectors)} x ${type}`;
    return { channels, face };
  });
  const types = fronts.map(
    ({ channels, face }, i) => `module type M${i} is Xpo { channels ${channels} x ${optics}  ${face} }`,
  );
  const cages = 3;
  const boxes = fronts.map((_, i) => `switch s${i} : Box\nplug M${i} into s${i}.p`);
  const ports = fronts.flatMap(({ channels }, i) =>
    Array.from({ length: cages * channels }, (_, k) => {
      const cage = Math.floor(k / channels) + 1;
      return channels === 1 ? `s${i}.p[${cage}]` : `s${i}.p[${cage}]/${(k % channels) + 1}`;
    }),
  );
  // In order, or shuffled: neighbors share cables in the first case.
  if (random() < 0.5) ports.sort(() => random() - 0.5);
  const paths = [
    'over OS2 { length 10 m  connectors 2 x MPO16 }',
    'over OS2 { length 10 m  connectors 2 x MPO16 }',
    'over OS2 { length 25 m  connectors 1 x MPO12, 1 x LC }',
    '',
  ];
  const lines: string[] = [];
  const half = Math.floor(ports.length / 2);
  for (let i = 0; i < half; i++)
    if (random() < 0.9) lines.push(`link ${ports[i]} to ${ports[half + i]} ${random() < 0.8 ? paths[0] : pick(paths)}`);
  return `import "std/xpo"\nimport "std/fiber"\n${types.join('\n')}\nswitch type Box { height 1 OU  ports p[1..${cages}] : XPO }\n${boxes.join('\n')}\nnetwork n : scale-out {\n${lines.join('\n')}\n}\n`;
}
