// Long files: reading them, and what is kept of them, for lines that differ in three ways.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules, analyze, factsOf } from '@lightloom/core';
import { analyzeText } from '@lightloom/language/testing';
import { EmptyFileSystem } from 'langium';
import { parseFabric } from '../../packages/language/src/parse/index.ts';
import { createFabricServices } from '../../packages/language/src/services/module.ts';
import { flatDesign, flatJson, type LineKind, lineKinds } from './designs.ts';
import { pairs } from './pairs.ts';
import { type Row, ratioRow, type Section, type Size, shown } from './row.ts';

const root = process.cwd();

export const lines: Section = {
  title: 'Long files',
  async *rows(size) {
    // First, before the process holds anything else that is let go meanwhile.
    for (const [kind, goal] of [
      ['alike', 1200],
      ['all different', 1500],
    ] as const)
      yield await retained(size.isShort ? 10_000 : 100_000, kind, goal);
    for (const kind of lineKinds) yield* flat(10_000, kind, size);
    if (!size.isShort) for (const kind of lineKinds) yield* flat(100_000, kind, size);
    if (!size.isShort) yield peak(300_000);
  },
};

async function* flat(links: number, kind: LineKind, { rounds }: Size): AsyncIterable<Row> {
  const name = `${links.toLocaleString('en')} links, ${kind}`;
  const against = '`JSON.parse`';
  const [text, json] = [flatDesign(links, kind), flatJson(links, kind)];
  const read = () => JSON.parse(json);
  const { Linker } = createFabricServices({ files: EmptyFileSystem.fileSystemProvider() }).references;
  const few = links > 10_000 ? 3 : rounds;
  const parsing = await pairs(few, () => parseFabric(text, () => Linker), read);
  yield ratioRow(parsing, { work: `Parsing ${name}`, against, goal: 2.5 });
  const check = async () => {
    const { analysis } = await analyzeText(text);
    if (analysis.fabric.links.count !== links) throw new Error(`${name}: ${analysis.fabric.links.count} were read.`);
  };
  const whole = await pairs(few, check, read);
  const { fabric } = (await analyzeText(text)).analysis;
  const judging = await pairs(few, () => analyze(factsOf(fabric, undefined), allRules), read);
  yield ratioRow(whole, {
    work: `From text to findings, ${name}`,
    against,
    goal: 6,
    bound: `Parsing takes ${shown(parsing.ratio)} of it, the rules ${shown(judging.ratio)}; the rest makes links with their places of what was read. A hand-written prototype of this language took 4.1.`,
  });
}

/** What stays in memory of an analyzed file, a line. */
async function retained(links: number, kind: LineKind, goal: number): Promise<Row> {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (collect === undefined) throw new Error('Node runs without --expose-gc.');
  const held = (): number => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const text = flatDesign(links, kind);
  // What the first analysis of a process sets up is no part of a line.
  await analyzeText(flatDesign(100, kind));
  held();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = held();
  const tested = await analyzeText(text);
  const value = (held() - before) / links;
  if (tested.analysis.fabric.links.count !== links) throw new Error('Links are missing.');
  return {
    work: `Kept in memory of a line, ${links.toLocaleString('en')} links, ${kind}`,
    value,
    unit: 'bytes',
    goal,
    bound: 'A tree of offsets alone takes 1,110.',
  };
}

/** The most memory that a check of a long file takes. */
function peak(links: number): Row {
  const folder = join(root, 'build/bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'peak.fabric');
  writeFileSync(file, flatDesign(links, 'all different'));
  // A process alone knows what it took at the most.
  const tell =
    'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\n${process.resourceUsage().maxRSS}`))';
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', tell, join(root, 'packages/cli/dist/lightloom.cjs'), 'check', file],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The check of ${links} links ended with ${status}.`);
  return {
    work: `The most memory of a check of ${links.toLocaleString('en')} different links`,
    value: Number(stderr.trim().split('\n').at(-1)) / 1024,
    unit: 'MB',
    goal: 700,
  };
}
