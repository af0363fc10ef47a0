// ELK behind our one function: in a worker of the caller's making, with a deadline.
import type { ELK, ELKConstructorArguments, ElkNode } from 'elkjs/lib/elk-api.js';
import ElkApi from 'elkjs/lib/elk-api.js';
import type { LayoutEngine, LayoutTask } from './engine.ts';

/** The part of a worker that ELK uses; browser workers have it, and Node's with a few lines around them. */
export interface LayoutWorker {
  postMessage(message: unknown): void;
  /** Absent where ELK runs in the caller's own thread. */
  terminate?(): unknown;
  onmessage?: ((event: { readonly data: unknown }) => unknown) | null;
}

declare const setTimeout: (run: () => void, milliseconds: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

/**
 * A layout engine that runs ELK (layered) in a worker. Each task gets a worker of its own, ended when it is done or
 * late.
 * @param createWorker starts a worker that runs `elkjs/lib/elk-worker.min.js`
 * @param deadline milliseconds after which the task is given up
 */
export function elkEngine(createWorker: () => LayoutWorker, deadline = 5_000): LayoutEngine {
  return async (task) => {
    let worker: LayoutWorker | undefined;
    let timer: unknown;
    try {
      const start = (): LayoutWorker => (worker = createWorker());
      const elk: ELK = new ElkApi({
        workerFactory: start as unknown as NonNullable<ELKConstructorArguments['workerFactory']>,
      });
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), deadline);
      });
      const placed = await Promise.race([elk.layout(elkGraph(task)), late]);
      return placed === undefined
        ? undefined
        : new Map((placed.children ?? []).map((each) => [each.id, { x: each.x ?? 0, y: each.y ?? 0 }]));
    } catch {
      // A worker that can't start, or a graph ELK can't take: the caller has a placement of its own.
      return undefined;
    } finally {
      clearTimeout(timer);
      worker?.terminate?.();
    }
  };
}

function elkGraph({ boxes, links, gap }: LayoutTask): ElkNode {
  const numbers = new Map(boxes.map((each, i) => [each.id, i]));
  return {
    id: '',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.edgeRouting': 'POLYLINE',
      'elk.spacing.nodeNode': String(gap),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(gap),
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: boxes.map(({ id, width, height }) => ({ id, width, height })),
    edges: links
      .filter(({ from, to }) => from !== to && numbers.has(from) && numbers.has(to))
      .map(({ from, to }, i) => ({ id: `edge ${i}`, sources: [from], targets: [to] })),
  };
}
