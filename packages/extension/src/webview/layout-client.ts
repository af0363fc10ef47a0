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
 * Starts the worker. A worker must come from the page's own origin, so its text is fetched and handed over as a blob.
 * @param script address of the layout worker
 * @param elk address of ELK's worker
 */
export function createLayout(script: string, elk: string): Layout {
  const waiting = new Map<number, { done(svg: string): void; failed(reason: Error): void }>();
  let last = 0;
  const failAll = (text: string): void => {
    for (const { failed } of waiting.values()) failed(new Error(text));
    waiting.clear();
  };
  const worker = start(script, elk, ({ data }) => {
    const each = waiting.get(data.id);
    waiting.delete(data.id);
    if ('svg' in data) each?.done(data.svg);
    else each?.failed(new Error(data.error));
  });
  worker.then((each) => each.addEventListener('error', ({ message }) => failAll(message)));
  const ask = (graph: Graph | null): Promise<string> =>
    new Promise((done, failed) => {
      const id = ++last;
      waiting.set(id, { done, failed });
      worker.then((each) => each.postMessage({ id, graph } satisfies ToLayout), failed);
    });
  return { draw: (graph) => ask(graph), file: () => ask(null) };
}

async function start(
  script: string,
  elk: string,
  hear: (event: { readonly data: FromLayout }) => void,
): Promise<Worker> {
  const [own, inner] = await Promise.all([script, elk].map(blobOf));
  const worker = new Worker(own as string);
  worker.onmessage = hear;
  worker.postMessage({ elk: inner as string } satisfies ToLayout);
  return worker;
}

async function blobOf(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return URL.createObjectURL(new Blob([await answer.text()], { type: 'text/javascript' }));
}
