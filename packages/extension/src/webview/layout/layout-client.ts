// The page's end of the layout worker.
import type { Graph } from '@lightloom/diagram';
import type { FromLayout, ToLayout } from './layout-messages.ts';

export interface Layout {
  /** Lays a graph out; gives the drawing as SVG in the colors of the editor. */
  draw(graph: Graph): Promise<string>;
  /** The last drawing as SVG for a file. */
  file(): Promise<string>;
}

/**
 * Starts the worker. A worker must come from the page's own origin, so its text is fetched and passed on as a blob.
 * @param script address of the layout worker
 * @param elk address of ELK's worker
 */
export function createLayout(script: string, elk: string): Layout {
  const pending = new Map<number, { resolve(svg: string): void; reject(reason: Error): void }>();
  let last = 0;
  const rejectAll = (text: string): void => {
    for (const { reject } of pending.values()) reject(new Error(text));
    pending.clear();
  };
  const worker = startWorker(script, elk, ({ data }) => {
    const request = pending.get(data.id);
    pending.delete(data.id);
    if ('svg' in data) request?.resolve(data.svg);
    else request?.reject(new Error(data.error));
  });
  worker.then((each) => each.addEventListener('error', ({ message }) => rejectAll(message)));
  const request = (graph: Graph | null): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      pending.set(id, { resolve, reject });
      worker.then((each) => each.postMessage({ id, graph } satisfies ToLayout), reject);
    });
  return { draw: (graph) => request(graph), file: () => request(null) };
}

async function startWorker(
  script: string,
  elk: string,
  onMessage: (event: { readonly data: FromLayout }) => void,
): Promise<Worker> {
  const [own, inner] = await Promise.all([script, elk].map(blobAddress));
  const worker = new Worker(own as string);
  worker.onmessage = onMessage;
  worker.postMessage({ elk: inner as string } satisfies ToLayout);
  return worker;
}

/** A file as a blob of the page's own origin. */
async function blobAddress(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
}
