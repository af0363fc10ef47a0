// Typing in an open file, over the protocol: processor time of the server until the findings are there, and how long others wait.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeText } from '@lightloom/language/testing';
import { flatDesign, flatJson, lineKinds, meshDesign } from '../designs.ts';
import { type Row, type Section, type Size, shown } from '../row.ts';
import { Client, type Edit } from './client.ts';

const root = process.cwd();
const program = join(root, 'packages/cli/dist/lightloom.cjs');

export const typing: Section = {
  title: 'Typing',
  async *rows(size) {
    for (const kind of lineKinds) {
      const json = flatJson(10_000, kind);
      yield* keystrokes(`10,000 links, ${kind}`, flatDesign(10_000, kind), json, size);
    }
    const pod = readFileSync(join(root, 'examples/xpo-pod.fabric'), 'utf8').replace('import "./site.fabric"', site());
    yield* keystrokes('the pod', pod, undefined, size);
    yield* whileJudging(size);
  },
};

/** The parts that the pod imports, in place of the import. */
function site(): string {
  return readFileSync(join(root, 'examples/site.fabric'), 'utf8').replaceAll(/^(?:\/\*\*.*\*\/|import .*)$/gm, '');
}

/** A server that does of an edit what none can do without: it takes the message, makes the text of a megabyte anew and answers. */
const least = join(root, 'test/bench/server/least.mjs');

const ofComment =
  'Reading takes a twentieth. The rest is collecting the text before, with all that is kept of a design.';
const ofNumber = 'Half is what asks for lengths, the rest is that of a comment.';

/** A character of a comment typed, and a digit of a length; then five digits in a burst. */
async function* keystrokes(name: string, text: string, json: string | undefined, size: Size): AsyncIterable<Row> {
  const client = await new Client(program).start();
  try {
    const file = 'design.fabric';
    const commented = `// a\n${text}`;
    await client.open(file, commented);
    await client.settled(file);
    const rounds = size.isShort ? 4 : 60;
    const number = commented.lastIndexOf('length ') + 'length '.length;
    const comment = await costOf(client, file, rounds, inComment);
    const digit = (i: number): Edit => ({ at: number, length: 1, text: i % 2 === 0 ? '2' : '3' });
    const value = await costOf(client, file, rounds, (i) => [digit(i)]);
    const burst = await costOf(client, file, Math.ceil(rounds / 4), (i) => [0, 1, 2, 3, 4].map((j) => digit(i + j)));
    const floor = json === undefined ? undefined : parsing(json);
    const leastCost = size.isShort ? undefined : await boundOf(commented);
    const row = (work: string, cost: number, goal: number, why: string): Row =>
      floor === undefined
        ? { work, value: cost, unit: 'ms' }
        : {
            work,
            against: '`JSON.parse`',
            value: cost / floor,
            unit: '×',
            goal,
            detail: `${shown(cost)} / ${shown(floor)} ms`,
            ...(leastCost === undefined
              ? {}
              : {
                  bound: `A server that only makes the text anew and answers takes ${shown(leastCost / floor)} ×. ${why}`,
                }),
          };
    yield row(`A key in a comment, ${name}`, comment, 0.1, ofComment);
    yield row(`A key in a number, ${name}`, value, 0.5, ofNumber);
    yield {
      work: `Five keys in a burst, ${name}`,
      against: 'one',
      value: burst / value,
      unit: '×',
      goal: 2,
      detail: `${shown(burst)} / ${shown(value)} ms`,
      ...(leastCost === undefined
        ? {}
        : { bound: `A server that only makes the text anew five times takes ${shown(5 * leastCost)} ms.` }),
    };
  } finally {
    await client.stop();
  }
}

/** Another character of the comment at the start of a text. */
const inComment = (round: number): readonly Edit[] => [{ at: 3, length: 1, text: round % 2 === 0 ? 'b' : 'a' }];

/** What the least server takes for a key. */
async function boundOf(text: string): Promise<number> {
  const client = await new Client(least).start();
  try {
    await client.open('design.fabric', text);
    // It takes little, and the system tells it in steps of 10 ms.
    return await costOf(client, 'design.fabric', 100, inComment);
  } finally {
    await client.stop();
  }
}

/** Processor time of the server for some edits, until all findings are there. */
async function costOf(
  client: Client,
  file: string,
  rounds: number,
  edits: (round: number) => readonly Edit[],
): Promise<number> {
  let start = 0;
  // The first rounds warm up.
  for (let i = -2; i < rounds; i++) {
    if (i === 0) start = client.processorTime();
    for (const each of edits(i + 2)) await client.edit(file, each);
    const errors = (await client.settled(file)).filter(({ severity }) => severity === 1);
    if (errors.length > 0) throw new Error(`The design has an error: ${errors[0]?.message}`);
  }
  return (client.processorTime() - start) / rounds;
}

/** Processor time of reading the same as JSON. */
function parsing(json: string): number {
  const times = Array.from({ length: 15 }, () => {
    const before = process.threadCpuUsage();
    for (let i = 0; i < 5; i++) JSON.parse(json);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 5000;
  });
  return times.sort((a, b) => a - b)[7] as number;
}

/** How long a hover waits while a million links are judged. */
async function* whileJudging({ isShort }: Size): AsyncIterable<Row> {
  const [spines, leaves] = isShort ? [128, 512] : [512, 2048];
  const text = meshDesign(spines, leaves);
  const client = await new Client(program).start();
  try {
    const file = 'mesh.fabric';
    await client.open(file, text);
    await client.settled(file);
    const number = text.lastIndexOf('length ') + 'length '.length;
    const waits: number[] = [];
    for (let i = 0; i < (isShort ? 2 : 5); i++) {
      await client.edit(file, { at: number, length: 1, text: i % 2 === 0 ? '2' : '3' });
      let isSettled = false;
      const settled = client.settled(file).then(() => {
        isSettled = true;
      });
      while (!isSettled) waits.push(await client.hover(file, text.indexOf('Leaf')));
      await settled;
    }
    const links = (spines * leaves).toLocaleString('en');
    waits.sort((a, b) => a - b);
    const median = waits[waits.length >> 1] as number;
    yield {
      work: `The longest that a hover waits while ${links} links are judged`,
      value: waits.at(-1) as number,
      unit: 'ms',
      goal: 50,
      detail: `${waits.length} hovers, median ${shown(median)} ms`,
      ...(isShort ? {} : { bound: await collecting(text) }),
    };
  } finally {
    await client.stop();
  }
}

/** The middle of how long it takes to collect what is kept of a design: nothing can interrupt that. */
async function collecting(text: string): Promise<string> {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (collect === undefined) throw new Error('Node runs without --expose-gc.');
  const kept = await analyzeText(text);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    collect();
    return performance.now() - start;
  });
  const middle = times.sort((a, b) => a - b)[2] as number;
  return `Collecting the memory of a process that keeps these ${kept.analysis.fabric.links.count.toLocaleString('en')} links takes ${shown(middle)} ms, which nothing can interrupt.`;
}
