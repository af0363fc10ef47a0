// A web worker for tests: a script in a context of its own, with what browsers give a worker, and no Node.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

type Listener = ((event: { readonly data: unknown }) => void) | null;

/** Starts a script of a file; its workers are started in the same way. */
export class WebWorker {
  onmessage: Listener = null;
  onerror: ((event: { readonly message: string }) => void) | null = null;
  readonly #scope: { onmessage: Listener };
  /** Messages are copied into the worker's own realm: an array of another one isn't an array there. */
  readonly #copied: (text: string) => unknown;

  constructor(file: string) {
    const scope = {
      onmessage: null as Listener,
      postMessage: (data: unknown) => void setTimeout(() => this.onmessage?.({ data })),
      addEventListener: (_type: 'message', listener: Listener) => {
        scope.onmessage = listener;
      },
      Worker: WebWorker,
      setTimeout,
      clearTimeout,
    };
    this.#scope = scope;
    const context = createContext(Object.assign(scope, { self: scope }));
    this.#copied = runInContext('JSON.parse', context) as (text: string) => unknown;
    try {
      runInContext(readFileSync(file, 'utf8'), context);
    } catch (error) {
      setTimeout(() => this.onerror?.({ message: String(error) }));
    }
  }

  postMessage(data: unknown): void {
    const copy = this.#copied(JSON.stringify(data));
    setTimeout(() => this.#scope.onmessage?.({ data: copy }));
  }

  addEventListener(type: 'error' | 'message', listener: (event: never) => void): void {
    if (type === 'error') this.onerror = listener as NonNullable<typeof this.onerror>;
    else this.onmessage = listener as Listener;
  }

  terminate(): void {
    this.#scope.onmessage = null;
  }
}
