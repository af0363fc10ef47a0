// The layout engine's worker on Node: a few lines adapt the engine, which is written for browsers.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Runs in the worker. The engine acts as a browser's worker where `self` is defined, and as a module where not. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { Worker } = require(workerData);
const engine = new Worker();
engine.onmessage = (message) => parentPort.postMessage(message.data);
parentPort.on('message', (data) => engine.postMessage(data));
`;

/** The engine's file: CommonJS by its ending, whatever the package around it is. */
const engineFile = 'elk-worker.cjs';

/** The engine's end of a worker, as `@lightloom/diagram` takes it. */
export interface LayoutWorker {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** What the engine is given: it listens by `onmessage`, as to a browser's worker. */
interface BrowserLikeWorker extends LayoutWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

/**
 * Starts a worker with the layout engine in it.
 * @param assets the folder that holds `elk-worker.cjs`
 * @param onFailure called when the worker can't start, or fails outside a task
 */
export function startElkWorker(assets: string, onFailure: (message: string) => void): LayoutWorker {
  const thread = new Worker(program, { eval: true, workerData: join(assets, engineFile) });
  const worker: BrowserLikeWorker = {
    postMessage: (message) => thread.postMessage(message),
    terminate: () => thread.terminate(),
    onmessage: null,
  };
  thread.on('message', (data) => worker.onmessage?.({ data }));
  thread.on('error', (error) => onFailure(messageOf(error)));
  return worker;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
