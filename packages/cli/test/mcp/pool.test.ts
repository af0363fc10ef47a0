// Threads: several jobs at once, no more than there is room for, and an end to what nobody waits for.
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Job, Place } from '../../src/mcp/jobs/job.ts';
import { startPool } from '../../src/mcp/jobs/pool.ts';

/** A thread whose jobs are to sleep, to fail, to end, or to never end. */
const program = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ job: { uri } }) => {
  const done = () => parentPort.postMessage({ kind: 'done', result: threadId });
  if (uri === 'fail') return parentPort.postMessage({ kind: 'failed', reason: 'on fire' });
  if (uri === 'throw') throw new Error('thrown');
  if (uri === 'exit') return process.exit(0);
  if (uri === 'busy') { parentPort.postMessage({ kind: 'step', step: 1, steps: 2 }); for (;;); }
  setTimeout(done, 20);
});
`;
const place: Place = { folders: ['/'], allowsWriting: false, allowsPlugins: false, assets: '', version: '' };
const job = (uri: string): Job => ({ kind: 'read', uri });

function started(size: number) {
  const threads: Worker[] = [];
  const pool = startPool(() => {
    const thread = new Worker(program, { eval: true });
    threads.push(thread);
    return thread;
  }, size);
  onTestFinished(() => pool.close());
  return { pool, threads };
}

describe('a pool', () => {
  it('does several jobs at once, in as many threads as it has, and uses them again', async () => {
    const { pool, threads } = started(2);
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((each) => pool.run(job(each), place)));
    expect(threads).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    await pool.run(job('e'), place);
    expect(threads).toHaveLength(2);
  });

  it('ends a job that nobody waits for, and goes on with the next in another thread', async () => {
    const { pool, threads } = started(1);
    const stop = new AbortController();
    const steps: unknown[] = [];
    const busy = pool.run(job('busy'), place, {
      signal: stop.signal,
      onStep(step) {
        steps.push(step);
        stop.abort(new Error('no longer wanted'));
      },
    });
    const next = pool.run(job('a'), place);
    await expect(busy).rejects.toThrow('no longer wanted');
    await new Promise((ended) => threads[0]?.once('exit', ended));
    expect(await next).toBeTypeOf('number');
    expect([steps.length, threads.length]).toEqual([1, 2]);
  });

  it('never starts a job that was given up while it waited', async () => {
    const { pool } = started(1);
    const stop = new AbortController();
    const first = pool.run(job('a'), place);
    const waiting = pool.run(job('busy'), place, { signal: stop.signal });
    stop.abort(new Error('no longer wanted'));
    await expect(waiting).rejects.toThrow('no longer wanted');
    await first;
    expect(await pool.run(job('b'), place)).toBeTypeOf('number');
    await expect(pool.run(job('c'), place, { signal: stop.signal })).rejects.toThrow('no longer wanted');
  });

  it.each([
    ['fail', 'on fire'],
    ['throw', 'thrown'],
    ['exit', 'A thread ended before its job was done.'],
  ])('reports a job that ends badly: %s', async (uri, reason) => {
    const { pool } = started(1);
    await expect(pool.run(job(uri), place)).rejects.toThrow(reason);
    expect(await pool.run(job('a'), place)).toBeTypeOf('number');
  });

  it('ends with all of its threads', async () => {
    const { pool, threads } = started(1);
    const running = pool.run(job('busy'), place);
    const waiting = pool.run(job('a'), place);
    const both = Promise.allSettled([running, waiting]);
    await pool.close();
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
    await expect(pool.run(job('b'), place)).rejects.toThrow('The server has ended.');
  });
});
