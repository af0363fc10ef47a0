// The layout engine's worker on Node: a few lines adapt the engine, which is written for browsers.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LayoutWorker } from '@lightloom/diagram';

/** Runs in the worker. The engine acts as a browser's worker where `self` is defined, and as a module where not. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { Worker } = require(workerData);
const engine = new Worker();
engine.onmessage = (message) => parentPort.postMessage(message.data);
parentPort.on('message', (data) => engine.postMessage(data));
`;

/** What the engine is given: it listens by `onmessage`, as to a browser's worker. */
interface BrowserLikeWorker extends LayoutWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

/**
 * Starts a worker with the layout engine in it.
 * @param assets the folder that holds `elk-worker.min.js`
 */
export function startElkWorker(assets: string): LayoutWorker {
  const thread = new Worker(program, { eval: true, workerData: join(assets, 'elk-worker.min.js') });
  const worker: BrowserLikeWorker = {
    postMessage: (message) => thread.postMessage(message),
    terminate: () => thread.terminate(),
    onmessage: null,
  };
  thread.on('message', (data) => worker.onmessage?.({ data }));
  // A worker that can't start never answers; the layout continues without it.
  thread.on('error', () => undefined);
  thread.unref();
  return worker;
}
