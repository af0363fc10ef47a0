// `npm run fuzz -- --cases N --seed S`: runs cases in threads, and watches that none hangs or fills the memory.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Find, fuzz } from './fuzz.ts';

/** Seconds after which a case hangs, and the memory that the cases of a thread may take, in MiB. */
const maxSeconds = 60;
const maxMemory = 2048;

/** What a thread is told: its cases, and where it writes the seed of the current one. */
interface Task {
  readonly cases: number;
  readonly seed: number;
  readonly current: Int32Array<SharedArrayBuffer>;
}

/** Shows finds: one mistake has many, of which the first of each kind are shown. */
class Finds {
  count = 0;
  private readonly shown = new Map<string, number>();

  show({ seed, wrong, text }: Find): void {
    this.count++;
    const kind = wrong.replace(/\d+|`[^`]*`/g, '').slice(0, 60);
    const before = this.shown.get(kind) ?? 0;
    this.shown.set(kind, before + 1);
    if (before < 2) process.stdout.write(`\nseed ${seed}: ${wrong}\n${text}\n`);
  }
}

/** Runs the cases in as many threads as there are processors. Returns how many went wrong. */
async function runAll(cases: number, seed: number): Promise<number> {
  const start = performance.now();
  const finds = new Finds();
  const share = Math.ceil(cases / Math.max(1, Math.min(availableParallelism(), cases)));
  const tasks: Task[] = [];
  for (let from = 0; from < cases; from += share) {
    const current = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    tasks.push({ cases: Math.min(share, cases - from), seed: seed + from, current: current.fill(seed + from) });
  }
  const done = await Promise.all(tasks.map((task) => watch(task, finds)));
  const seconds = (performance.now() - start) / 1000;
  const all = done.reduce((sum, each) => sum + each, 0);
  process.stdout.write(
    `${all} cases in ${seconds.toFixed(1)} s (${Math.round(all / seconds)} a second), ${finds.count} went wrong\n`,
  );
  return finds.count;
}

/** Runs cases in a thread. Returns how many were run: all, unless one of them ends the thread. */
function watch(task: Task, finds: Finds): Promise<number> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: task,
    // Each case makes a heap of young objects.
    resourceLimits: { maxOldGenerationSizeMb: maxMemory, maxYoungGenerationSizeMb: 192 },
  });
  let [last, since] = [task.seed, performance.now()];
  return new Promise((resolve) => {
    const end = (wrong?: string): void => {
      clearInterval(watchdog);
      const seed = Atomics.load(task.current, 0);
      if (wrong !== undefined) finds.show({ seed, wrong, text: '' });
      resolve(wrong === undefined ? task.cases : seed - task.seed + 1);
    };
    const watchdog = setInterval(() => {
      const current = Atomics.load(task.current, 0);
      if (current !== last) [last, since] = [current, performance.now()];
      if (performance.now() - since < maxSeconds * 1000) return;
      void worker.terminate();
      end(`it takes more than ${maxSeconds} s`);
    }, 1000);
    worker.on('message', (message: Find | 'done') => (message === 'done' ? end() : finds.show(message)));
    worker.on('error', (error) => end(String(error)));
  });
}

if (isMainThread) {
  const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } });
  process.exitCode = (await runAll(Number(values.cases ?? 1000), Number(values.seed ?? 1))) === 0 ? 0 : 1;
} else {
  const { current, ...options }: Task = workerData;
  const tell = (message: Find | 'done'): void => parentPort?.postMessage(message);
  await fuzz({ ...options, onCase: (seed) => Atomics.store(current, 0, seed), onFind: tell });
  tell('done');
}
