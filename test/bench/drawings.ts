// Drawings of large designs: opening them, writing labels, and placing against what other layouts take for the same links.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { layoutBody } from '@lightloom/diagram';
import { locatedGraphOf } from '@lightloom/diagram/views';
import { analyzeText } from '@lightloom/language/testing';
import { meshDesign } from './designs.ts';
import { opening, zooming } from './opening.ts';
import { childrenTime, type Ratio, threadTime, timed } from './pairs.ts';
import { type Row, ratioRow, type Section, type Size } from './row.ts';

const folder = join(process.cwd(), 'build/bench');

export const drawings: Section = {
  title: 'Drawings',
  async *rows(size) {
    const [spines, leaves] = size.isShort ? [128, 512] : [512, 2048];
    const links = (spines * leaves).toLocaleString('en');
    yield limited(
      `Opening a drawing of ${links} links`,
      2000,
      await opening(meshDesign(spines, leaves), 2000, size.rounds),
    );
    yield limited('Writing the labels of 500 boxes after a zoom', 1000 / 60, await zooming(500, size.rounds));
    yield* placing(size);
  },
};

/** Work with a limit in ms. */
const limited = (work: string, goal: number, { ours }: Ratio): Row => ({ work, value: ours, unit: 'ms', goal });

/** Placing a mesh whose upper row is drawn one by one, against layouts that are given each link. */
async function* placing({ isShort }: Size): AsyncIterable<Row> {
  if (isShort) return;
  mkdirSync(folder, { recursive: true });
  const small = await placer(32, 128);
  yield ratioRow(await against(small, () => elk(32, 128)), {
    work: 'Placing 32 by 128 switches, the 32 one by one',
    against: 'the cheapest layered setting of elkjs',
    goal: 1 / 1000,
  });
  const name = '`sfdp` of Graphviz';
  const work = 'Placing 64 by 512 switches, the 64 one by one';
  if (spawnSync('sfdp', ['-V'], { stdio: 'ignore' }).error !== undefined) {
    yield { work, value: undefined, unit: '×', detail: 'not installed here' };
    return;
  }
  const file = join(folder, 'mesh.dot');
  writeFileSync(
    file,
    `graph {\n${edges(64, 512)
      .map(([a, b]) => `${a} -- ${b};`)
      .join('\n')}\n}\n`,
  );
  // Its fastest: straight lines, boxes on each other.
  const fast = ['-Gsplines=false', '-Goverlap=true', file, '-o', join(folder, 'mesh.out')];
  const sfdp = () => void spawnSync('sfdp', fast, { stdio: 'ignore' });
  yield ratioRow(await against(await placer(64, 512), sfdp, childrenTime), { work, against: name, goal: 1 / 100 });
}

/** Places the drawing of a mesh from its graph. */
async function placer(spines: number, leaves: number): Promise<() => Promise<unknown>> {
  const text = `${meshDesign(spines, leaves)}view v "Mesh" { of fabric  expand spine }\n`;
  const { analysis } = await analyzeText(text);
  const found = locatedGraphOf(analysis.facts, 'v', { findings: [] });
  if (found === undefined) throw new Error('The mesh is not drawn.');
  const place = () => layoutBody(found.graph, { engine: undefined, shape: 1 });
  const { placed } = await place();
  const boxes = JSON.stringify(placed).match(/"spine\[\d+\]"/g) ?? [];
  if (new Set(boxes).size !== spines) throw new Error(`${new Set(boxes).size} of ${spines} switches are drawn.`);
  return place;
}

/** Runs the slow side as often as it takes to time it, which is once for most. */
async function against(ours: () => Promise<unknown>, theirs: () => unknown, clock = threadTime): Promise<Ratio> {
  await timed(ours, threadTime);
  const times = { ours: await timed(ours, threadTime), floor: await timed(theirs, clock) };
  return { ...times, ratio: times.ours / times.floor };
}

/** ELK's layered layout with what costs it most turned off: straight edges, no search for fewer crossings. */
async function elk(spines: number, leaves: number): Promise<unknown> {
  const require = createRequire(import.meta.url);
  const { default: Elk } = require('elkjs/lib/elk.bundled.js') as typeof import('elkjs/lib/elk.bundled.js');
  const size = { width: 100, height: 40 };
  const links = edges(spines, leaves);
  return new Elk().layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.edgeRouting': 'POLYLINE',
      'elk.layered.crossingMinimization.strategy': 'NONE',
      'elk.layered.nodePlacement.strategy': 'SIMPLE',
      'elk.layered.layering.strategy': 'LONGEST_PATH',
    },
    children: [...new Set(links.flat())].map((id) => ({ id, ...size })),
    edges: links.map(([from, to], i) => ({ id: `e${i}`, sources: [from], targets: [to] })),
  });
}

const edges = (spines: number, leaves: number): (readonly [string, string])[] =>
  Array.from({ length: spines * leaves }, (_, i) => [`s${i % spines}`, `l${Math.floor(i / spines)}`] as const);
