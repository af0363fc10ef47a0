// `npm run fuzz -- --cases N --seed S`: runs cases in a thread, and watches that none hangs or fills the memory.
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Find, type FuzzOptions, fuzz } from './fuzz.ts';

/** Seconds after which a case hangs, and the memory that all may take, in MiB. */
const maxSeconds = 60;
const maxMemory = 2048;

/** What the thread tells. */
type Report = { readonly case: number } | { readonly find: Find } | { readonly done: true };

/** Runs the cases in a thread. Returns how many went wrong. */
function watch({ cases, seed }: FuzzOptions): Promise<number> {
  const start = performance.now();
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { cases, seed },
    resourceLimits: { maxOldGenerationSizeMb: maxMemory },
  });
  let [current, since, finds] = [seed, start, 0];
  const told = new Map<string, number>();
  return new Promise((resolve) => {
    const end = (problem?: string): void => {
      clearInterval(watchdog);
      if (problem !== undefined) process.stdout.write(`\nseed ${current}: ${problem}\n`);
      const seconds = (performance.now() - start) / 1000;
      const done = current - seed + 1;
      process.stdout.write(
        `${done} cases in ${seconds.toFixed(1)} s (${Math.round(done / seconds)} a second), ${finds} went wrong\n`,
      );
      resolve(finds + (problem === undefined ? 0 : 1));
    };
    const watchdog = setInterval(() => {
      if (performance.now() - since < maxSeconds * 1000) return;
      void worker.terminate();
      end(`it takes more than ${maxSeconds} s`);
    }, 1000);
    worker.on('message', (report: Report) => {
      since = performance.now();
      if ('case' in report) current = report.case;
      if ('done' in report) end();
      if (!('find' in report)) return;
      finds++;
      // One mistake has many finds: the first of each kind is shown.
      const kind = report.find.wrong.replace(/\d+|`[^`]*`/g, '').slice(0, 60);
      const before = told.get(kind) ?? 0;
      told.set(kind, before + 1);
      if (before < 2) process.stdout.write(`\nseed ${report.find.seed}: ${report.find.wrong}\n${report.find.text}\n`);
    });
    worker.on('error', (error) => end(String(error)));
  });
}

if (isMainThread) {
  const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } });
  const finds = await watch({ cases: Number(values.cases ?? 1000), seed: Number(values.seed ?? 1) });
  process.exitCode = finds === 0 ? 0 : 1;
} else {
  const tell = (report: Report): void => parentPort?.postMessage(report);
  await fuzz({ ...workerData, onCase: (seed) => tell({ case: seed }), onFind: (find) => tell({ find }) });
  tell({ done: true });
}
