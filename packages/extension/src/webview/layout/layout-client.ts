// The page's end of the layout worker.
import type { Graph } from '@lightloom/diagram';
import type { PageFormat } from '../../messages.ts';
import type { FromLayout, Picture, TextFormat, ToLayout } from './layout-messages.ts';
import { pngOf } from './png.ts';

export interface Layout {
  /**
   * Lays a graph out.
   * @param shape width of the room divided by its height
   */
  draw(graph: Graph, shape: number): Promise<Picture>;
  /** The last drawing with its sheet, for a file; a PNG as an address that holds it. */
  file(format: PageFormat): Promise<string>;
}

/**
 * Starts the worker. A worker must come from the page's own origin, so its text is fetched and passed on as a blob.
 * @param script address of the layout worker
 * @param elk address of ELK's worker
 */
export function createLayout(script: string, elk: string): Layout {
  const pending = new Map<number, { resolve(answer: FromLayout): void; reject(reason: Error): void }>();
  let last = 0;
  const rejectAll = (text: string): void => {
    for (const { reject } of pending.values()) reject(new Error(text));
    pending.clear();
  };
  const worker = startWorker(script, elk, ({ data }) => {
    const request = pending.get(data.id);
    pending.delete(data.id);
    if ('error' in data) request?.reject(new Error(data.error));
    else request?.resolve(data);
  });
  worker.then((each) => each.addEventListener('error', ({ message }) => rejectAll(message)));
  const request = (
    what: { readonly graph: Graph; readonly shape: number } | { readonly graph: null; readonly format: TextFormat },
  ): Promise<FromLayout> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      pending.set(id, { resolve, reject });
      worker.then((each) => each.postMessage({ id, ...what } satisfies ToLayout), reject);
    });
  return {
    async draw(graph, shape) {
      const answer = await request({ graph, shape });
      if ('picture' in answer) return answer.picture;
      throw new Error('The layout gave no drawing.');
    },
    async file(format) {
      const answer = await request({ graph: null, format: format === 'png' ? 'svg' : format });
      if (!('file' in answer)) throw new Error('The layout gave no file.');
      return format === 'png' ? pngOf(answer.file) : answer.file;
    },
  };
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
