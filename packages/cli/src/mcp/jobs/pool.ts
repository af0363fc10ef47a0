// Threads that do jobs, so that the server answers while a large design is analyzed, and a job that nobody waits for ends at once.
import type { Worker } from 'node:worker_threads';
import type { Job, Place, ResultOf, Step } from './job.ts';
import type { Reply, Request } from './thread.ts';

/** How a job is followed. */
interface Following {
  readonly signal?: AbortSignal;
  readonly onStep?: (step: Step) => void;
}

/** Does jobs, several at once. */
export interface Jobs {
  /**
   * Does a job.
   * @throws the reason of the signal when that ends it, and an error for a bug of ours
   */
  run<J extends Job>(job: J, place: Place, following?: Following): Promise<ResultOf<J>>;
  /** Ends all of them. */
  close(): Promise<void>;
}

/** Milliseconds after which a thread without a job ends. */
const idleTime = 60_000;

interface Waiting {
  readonly request: Request;
  readonly following: Following;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Starts without threads.
 * @param startThread starts a thread that does what it is asked
 * @param size how many do so at once
 */
export function startPool(startThread: () => Worker, size: number): Jobs {
  const idle = new Map<Worker, NodeJS.Timeout>();
  const busy = new Map<Worker, Waiting>();
  const queue: Waiting[] = [];
  let isClosed = false;

  const next = (): void => {
    while (queue.length > 0 && busy.size < size) {
      const waiting = queue.shift();
      if (waiting !== undefined) give(waiting);
    }
  };
  const rest = (thread: Worker): void => {
    busy.delete(thread);
    const timer = setTimeout(() => {
      idle.delete(thread);
      void thread.terminate();
    }, idleTime);
    timer.unref();
    idle.set(thread, timer);
    next();
  };
  const lose = (thread: Worker, error: unknown): void => {
    busy.get(thread)?.reject(error);
    busy.delete(thread);
    clearTimeout(idle.get(thread));
    idle.delete(thread);
    next();
  };
  const start = (): Worker => {
    const thread = startThread();
    thread.on('message', (reply: Reply) => {
      const waiting = busy.get(thread);
      if (waiting === undefined) return;
      if (reply.kind === 'step') return waiting.following.onStep?.(reply);
      if (reply.kind === 'done') waiting.resolve(reply.result as never);
      else waiting.reject(new Error(reply.reason));
      rest(thread);
    });
    thread.on('error', (error) => lose(thread, error));
    thread.on('exit', () => lose(thread, new Error('A thread ended before its job was done.')));
    return thread;
  };
  const give = (waiting: Waiting): void => {
    const [rested] = idle.keys();
    const thread = rested ?? start();
    clearTimeout(idle.get(thread));
    idle.delete(thread);
    busy.set(thread, waiting);
    thread.postMessage(waiting.request);
    waiting.following.signal?.addEventListener('abort', () => {
      if (busy.get(thread) !== waiting) return;
      lose(thread, waiting.following.signal?.reason);
      void thread.terminate();
    });
  };
  return {
    run: (job, place, following = {}) =>
      new Promise((resolve, reject) => {
        const { signal } = following;
        const stop = (): void => reject(signal?.reason ?? new Error('The server has ended.'));
        if (isClosed || signal?.aborted === true) return stop();
        const waiting: Waiting = { request: { job, place }, following, resolve, reject };
        queue.push(waiting);
        signal?.addEventListener('abort', () => {
          const at = queue.indexOf(waiting);
          if (at < 0) return;
          queue.splice(at, 1);
          stop();
        });
        next();
      }),
    async close() {
      isClosed = true;
      for (const { reject } of queue.splice(0)) reject(new Error('The server has ended.'));
      const threads = [...idle.keys(), ...busy.keys()];
      for (const each of threads) lose(each, new Error('The server has ended.'));
      await Promise.all(threads.map((each) => each.terminate()));
    },
  };
}
