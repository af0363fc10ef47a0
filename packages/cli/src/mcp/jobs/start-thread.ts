// Starts a thread of the bundled program.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Runs in the thread. */
const program = `require(require('node:worker_threads').workerData).serveJobs();`;

/**
 * Starts a thread that does jobs. What is printed in it, as by a plug-in, goes to the standard error: the standard output is the
 * channel of the server.
 * @param assets the folder that holds `program.cjs`
 */
export function startThread(assets: string): Worker {
  const thread = new Worker(program, { eval: true, workerData: join(assets, 'program.cjs'), stdout: true });
  thread.stdout.pipe(process.stderr, { end: false });
  return thread;
}
