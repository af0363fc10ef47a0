// ELK as a layout engine, in a worker that the caller starts.
import type { ELK, ELKConstructorArguments, ElkNode } from 'elkjs/lib/elk-api.js';
import ElkApi from 'elkjs/lib/elk-api.js';
import type { LayoutEngine, LayoutPlaces, LayoutTask } from './layout-engine.ts';

/**
 * The part of a worker that we use; browser workers have it, Node's need an adapter. ELK itself also sets its `onmessage`, as
 * one does with a browser's.
 */
export interface LayoutWorker {
  postMessage(message: unknown): void;
  /** Absent where ELK runs in the caller's own thread. */
  terminate?(): unknown;
}

/**
 * The largest task: a graph of this size takes ELK about a second. The limit is a count and not a time, so that the same text
 * gives the same picture on every machine.
 */
const largest = { boxes: 128, links: 256 };

/**
 * A layout engine that runs ELK (stress majorization) in a worker. Each task gets a worker of its own, which ends with the task.
 * @param createWorker starts a worker that runs `elkjs/lib/elk-worker.min.js`, and calls back when it can't start or fails
 */
export function elkEngine(createWorker: (onFailure: (message: string) => void) => LayoutWorker): LayoutEngine {
  return async (task) => {
    if (task.boxes.length > largest.boxes || task.links.length > largest.links) return undefined;
    let worker: LayoutWorker | undefined;
    try {
      let fail: (message: string) => void = () => {};
      const failed = new Promise<never>((_, reject) => {
        fail = (message) => reject(new Error(message));
      });
      const started = createWorker((message) => fail(message));
      worker = started;
      const start = (): LayoutWorker => started;
      const elk: ELK = new ElkApi({ workerFactory: start as NonNullable<ELKConstructorArguments['workerFactory']> });
      return placesOf(await Promise.race([elk.layout(elkGraph(task)), failed]));
    } catch (error) {
      throw new Error(`The layout engine failed: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      worker?.terminate?.();
    }
  };
}

function placesOf({ children = [] }: ElkNode): LayoutPlaces {
  return { corners: new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }])) };
}

function elkGraph({ boxes, links, distance }: LayoutTask): ElkNode {
  const known = new Set(boxes.map((each) => each.id));
  return {
    id: '',
    layoutOptions: {
      'elk.algorithm': 'stress',
      'elk.stress.desiredEdgeLength': String(distance),
      'elk.randomSeed': '1',
    },
    children: boxes.map(({ id, width, height }) => ({ id, width, height })),
    edges: links.flatMap(({ from, to }, i) =>
      from === to || !known.has(from) || !known.has(to) ? [] : [{ id: String(i), sources: [from], targets: [to] }],
    ),
  };
}
