// What it costs to run the command: whole processes against Node's own start, and where the time of a check goes.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flatDesign, flatJson } from './designs.ts';
import { childrenTime, pairs } from './pairs.ts';
import { type Row, ratioRow, type Section, type Size, shown } from './row.ts';

const root = process.cwd();
const program = join(root, 'packages/cli/dist/lightloom.cjs');
const pod = 'examples/xpo-pod.fabric';
const folder = join(root, 'build/bench');

const run = (...args: readonly string[]): void => {
  execFileSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
};
const node = (): void => run('-e', '0');

export const starts: Section = {
  title: 'Starting the command',
  async *rows(size) {
    mkdirSync(folder, { recursive: true });
    yield* checks(size);
    yield* phases(size);
    yield* peers(size);
  },
};

async function* checks({ rounds, isShort }: Size): AsyncIterable<Row> {
  const against = '`node -e 0`';
  const cached = ['check', '--cache', '--cache-location', join(folder, 'cache'), pod];
  const check = (...args: readonly string[]) => pairs(rounds, () => run(program, ...args), node, childrenTime);
  yield ratioRow(await check(...cached), {
    work: '`check` of the pod with `--cache`, nothing changed',
    against,
    goal: 1.6,
  });
  const help = await check('check', '--help');
  yield ratioRow(help, { work: '`check --help`, which loads the program and reads nothing', against });
  writeFileSync(join(folder, 'one.fabric'), flatDesign(1, 'alike'));
  const one = await check('check', join(folder, 'one.fabric'));
  yield ratioRow(one, { work: '`check` of one link', against });
  const loading = `Loading the program with its kept code takes ${shown(help.ratio)}, a check of one link ${shown(one.ratio)}, which runs most functions for the first time`;
  yield ratioRow(await check('check', pod), {
    work: '`check` of the pod',
    against,
    goal: 2.5,
    bound: `${loading}.`,
  });
  if (isShort) return;
  for (const [kind, goal] of [
    ['alike', 3],
    ['all different', 5],
  ] as const) {
    const file = join(folder, `${kind.replace(' ', '-')}.fabric`);
    writeFileSync(file, flatDesign(10_000, kind));
    const json = join(folder, 'links.json');
    writeFileSync(json, flatJson(10_000, kind));
    const parsing = `JSON.parse(require('fs').readFileSync(${JSON.stringify(json)}, 'utf8'))`;
    const parsed = await pairs(rounds, () => run('-e', parsing), node, childrenTime);
    yield ratioRow(await check('check', file), {
      work: `\`check\` of 10,000 links, ${kind}`,
      against,
      goal,
      bound: `${loading}; a process that reads the same links by \`JSON.parse\` ${shown(parsed.ratio)}.`,
    });
  }
}

/** Processor time of the phases of a check, each the median of some runs. */
async function* phases({ rounds }: Size): AsyncIterable<Row> {
  const runs = Array.from({ length: 2 * rounds }, () => {
    const { stdout } = spawnSync(process.execPath, [join(root, 'build/bench-phases.cjs'), 'check', pod], {
      cwd: root,
      encoding: 'utf8',
    });
    const [line = ''] = stdout.trim().split('\n').slice(-1);
    return JSON.parse(line) as Readonly<Record<'node' | 'load' | 'check', number>>;
  });
  for (const [phase, work] of [
    ['node', 'Of a check: Node, until the program starts'],
    ['load', 'Of a check: loading the program with the code that was kept'],
    ['check', 'Of a check: reading, analyzing, printing'],
  ] as const) {
    const sorted = runs.map((each) => each[phase]).sort((a, b) => a - b);
    yield { work, value: sorted[sorted.length >> 1] as number, unit: 'ms' };
  }
}

/** What others take to read as many links, where they are installed. */
async function* peers({ rounds, isShort }: Size): AsyncIterable<Row> {
  if (isShort) return;
  const file = join(folder, 'all-different.fabric');
  const check = () => run(program, 'check', file);
  const model = flatJson(10_000, 'all different');
  for (const [name, args, text, goal] of [
    ['likec4', ['validate', folder], likec4Model(10_000), 1 / 20],
    ['d2', ['fmt', '--check', join(folder, 'links.d2')], d2Model(10_000), undefined],
    // Graphviz's own reader, which lays nothing out.
    ['nop', ['-p', join(folder, 'links.nop')], dotModel(10_000), undefined],
  ] as const) {
    writeFileSync(join(folder, `links.${name === 'likec4' ? 'c4' : name}`), text);
    const tool = name === 'nop' ? '`nop` of Graphviz' : `\`${name}\``;
    const work = `\`check\` of 10,000 different links, against ${tool}`;
    const isThere = spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
    if (!isThere) {
      yield { work, value: undefined, unit: '×', detail: 'not installed here' };
      continue;
    }
    const theirs = () => void spawnSync(name, args, { stdio: 'ignore' });
    const some = Math.min(rounds, 3);
    const loading = async () =>
      shown((await pairs(some, () => run(program, 'check', '--help'), theirs, childrenTime)).ratio);
    yield ratioRow(await pairs(some, check, theirs, childrenTime), {
      work,
      against: `\`${name}\``,
      ...(goal === undefined
        ? {}
        : { goal, bound: `Loading the program with its kept code takes ${await loading()}.` }),
    });
  }
  const { load } = (await import('yaml').then(
    ({ parse }) => ({ load: parse }),
    () => ({ load: undefined }),
  )) as { readonly load: ((text: string) => unknown) | undefined };
  if (load === undefined) return;
  yield ratioRow(
    await pairs(
      3,
      () => load(model),
      () => JSON.parse(model),
    ),
    {
      work: 'Reading the same 10,000 links as YAML, by `yaml`',
      against: '`JSON.parse`',
    },
  );
}

const pairsOf = (links: number): readonly (readonly [string, string])[] =>
  Array.from({ length: links }, (_, i) => [`leaf${i % 160}`, `spine${(i * 7) % 160}`] as const);

const likec4Model = (links: number): string =>
  `specification { element node }\nmodel {\n${[...new Set(pairsOf(links).flat())].map((each) => `  ${each} = node '${each}'`).join('\n')}\n${pairsOf(
    links,
  )
    .map(([a, b], i) => `  ${a} -> ${b} 'C-${i}'`)
    .join('\n')}\n}\n`;

const d2Model = (links: number): string =>
  `${pairsOf(links)
    .map(([a, b], i) => `${a} -> ${b}: C-${i}`)
    .join('\n')}\n`;

const dotModel = (links: number): string =>
  `graph {\n${pairsOf(links)
    .map(([a, b], i) => `${a} -- ${b} [label="C-${i}"];`)
    .join('\n')}\n}\n`;
