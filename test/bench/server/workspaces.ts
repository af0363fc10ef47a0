// Many files in an editor, and long sessions: what is analyzed again, and what stays in memory.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { meshDesign } from '../designs.ts';
import { type Row, type Section, type Size, shown } from '../row.ts';
import { Client } from './client.ts';

const root = process.cwd();
const program = join(root, 'packages/cli/dist/lightloom.cjs');

export const workspaces: Section = {
  title: 'Workspaces and long sessions',
  async *rows(size) {
    yield* openedAtOnce(size);
    yield* folder(size);
    yield* memory(size);
  },
};

/** A design with a mistake of its own, by which its findings are known. */
const small = (i: number): string =>
  `import "std/osfp"\nswitch type Box { height 2 RU  ports p[1..4] : OSFP }\nswitch a${i} : Box\nswitch b : Bx${i}\n`;

/** Files that are opened without waiting: each gets its own findings. */
async function* openedAtOnce({ isShort }: Size): AsyncIterable<Row> {
  const count = isShort ? 30 : 100;
  const client = await new Client(program).start();
  try {
    const names = Array.from({ length: count }, (_, i) => `d${i}.fabric`);
    const start = client.processorTime();
    await Promise.all(names.map((name, i) => client.open(name, small(i))));
    for (const [i, name] of names.entries()) {
      await client.settled(name);
      if (!client.says(name, `Bx${i}`))
        throw new Error(`${name} was opened with others and has no findings of its own.`);
    }
    yield {
      work: `${count} files opened at once, each with its findings`,
      value: client.processorTime() - start,
      unit: 'ms',
    };
  } finally {
    await client.stop();
  }
}

/** A folder of designs that share a file of parts: opened, then the shared file changed. */
async function* folder({ isShort }: Size): AsyncIterable<Row> {
  const [designs, files] = isShort ? [5, 10] : [50, 10];
  const client = new Client(program);
  try {
    const shared = (comment: string, height: number): string =>
      `import "std/osfp"\n// ${comment}\nswitch type Leaf { height ${height} RU  ports up[1..64] : OSFP }\nswitch type Spine { height 2 RU  ports down[1..64] : OSFP }\n`;
    const write = (name: string, text: string): void => writeFileSync(join(client.folder, name), text);
    write('shared.fabric', shared('a', 2));
    for (let i = 0; i < designs; i++) {
      const parts = Array.from({ length: files - 1 }, (_, j) => `part-${i}-${j}.fabric`);
      for (const [j, each] of parts.entries())
        write(each, `import "./shared.fabric"\ntemplate Unit${j}() {\n${unit}\n}\n`);
      const imports = parts.map((each) => `import "./${each}"`).join('\n');
      const uses = parts.map((_, j) => `  u${j} : Unit${j}()`).join('\n');
      // An error of its own says that it was analyzed.
      write(`design-${i}.fabric`, `${imports}\nnetwork n : scale-out {\n${uses}\n}\nswitch x : Bx${i}\n`);
    }
    await client.start(true);
    const judged = (): boolean =>
      Array.from({ length: designs }, (_, i) => client.says(`design-${i}.fabric`, `Bx${i}`)).every(Boolean);
    await client.until(judged, 'the findings of the folder');
    const opened = await quiet(client);
    const name = `${(designs * files + 1).toLocaleString('en')} files, ${designs} designs on one shared file`;
    const bound = 'Of 14 s that it once took, 5.4 s were left when no file was asked for twice.';
    yield { work: `${name}: opened`, value: opened / 1000, unit: 's', ...(isShort ? {} : { goal: 3, bound }) };
    // The middle of some: the first runs what the engine has not compiled yet.
    const after = async (textOf: (round: number) => string): Promise<number> => {
      const costs: number[] = [];
      for (let round = 1; round <= (isShort ? 1 : 5); round++) {
        const before = client.processorTime();
        write('shared.fabric', textOf(round));
        await client.changed('shared.fabric');
        costs.push((await quiet(client)) - before);
      }
      return costs.sort((a, b) => a - b)[costs.length >> 1] as number;
    };
    const comment = await after((round) => shared(`${round}`, 2));
    yield {
      work: `${name}: a comment of the shared file changed`,
      against: 'opening',
      value: comment / opened,
      unit: '×',
      goal: 0.05,
      detail: `${shown(comment)} / ${shown(opened)} ms`,
    };
    const number = await after((round) => shared('a', 2 + (round % 2)));
    yield {
      work: `${name}: a number of the shared file changed`,
      against: 'opening',
      value: number / opened,
      unit: '×',
      goal: 1,
      detail: `${shown(number)} / ${shown(opened)} ms`,
    };
  } finally {
    await client.stop();
  }
}

const unit = `  switch leaf[1..4]  : Leaf
  switch spine[1..4] : Spine
  plug Osfp800Dr8 into leaf[*].*, spine[*].*
  link leaf[*].up to spine[*].down as mesh over OS2 { length 30 m  connectors 2 x MPO16 }`;

/** Waits until the server does nothing any more. @returns its processor time until then, in ms */
async function quiet(client: Client): Promise<number> {
  for (let last = -1; ; ) {
    const now = client.processorTime();
    if (now === last) return now;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

/** Memory of the server after many edits. */
async function* memory({ isShort }: Size): AsyncIterable<Row> {
  const edits = isShort ? 100 : 1000;
  const pod = readFileSync(join(root, 'examples/xpo-pod.fabric'), 'utf8');
  const site = readFileSync(join(root, 'examples/site.fabric'), 'utf8');
  const [spines, leaves] = isShort ? [128, 512] : [512, 2048];
  const policy =
    'Alive are 25 to 40 MB: the engine keeps what is dead until its heap has grown by as much as it likes. A server that nobody asks for 15 seconds gives it back; of the pod 140 MB stay. Smaller heaps from the start cost a third of the time of each key.';
  for (const [name, text, every, goal, bound] of [
    ['the pod', pod, 10, 200, policy],
    [`${(spines * leaves).toLocaleString('en')} links`, meshDesign(spines, leaves), 50, 300, policy],
  ] as const) {
    const client = new Client(program);
    try {
      writeFileSync(join(client.folder, 'site.fabric'), site);
      await client.start();
      const file = 'design.fabric';
      await client.open(file, text);
      await client.settled(file);
      const at = text.lastIndexOf('length ') + 'length '.length;
      let early = 0;
      for (let i = 1; i <= edits; i++) {
        await client.edit(file, { at, length: 1, text: i % 2 === 0 ? '2' : '3' });
        if (i % every === 0) await client.settled(file);
        if (i === edits / 5) early = client.memory();
      }
      await client.settled(file);
      const value = client.memory();
      yield {
        work: `Memory of the server after ${edits.toLocaleString('en')} edits of ${name}`,
        value,
        unit: 'MB',
        goal,
        detail: `after a fifth of them ${shown(early)} MB`,
        ...(isShort ? {} : { bound }),
      };
    } finally {
      await client.stop();
    }
  }
}
