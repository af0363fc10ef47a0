// ELK as a layout engine, in a worker that the caller starts.
import type { ELK, ELKConstructorArguments, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import ElkApi from 'elkjs/lib/elk-api.js';
import type { LayoutEngine, LayoutPlaces, LayoutRoute, LayoutTask } from './layout-engine.ts';

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
 * The largest task: a graph of this size takes ELK about a second, and of twice as many links many times as long. The limit
 * is a count and not a time, so that the same text gives the same picture on every machine.
 */
const largest = { boxes: 128, links: 128 };

/**
 * A layout engine that runs ELK (layered) in a worker. Each task gets a worker of its own, which ends with the task.
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
      return placesOf(await Promise.race([elk.layout(elkGraph(task)), failed]), task);
    } catch (error) {
      throw new Error(`The layout engine failed: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      worker?.terminate?.();
    }
  };
}

function placesOf({ children = [], edges = [] }: ElkNode, { links }: LayoutTask): LayoutPlaces {
  const routes = new Map(edges.map((each) => [Number(each.id), routeOf(each)]));
  return {
    corners: new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }])),
    routes: links.map((_, i) => routes.get(i)),
  };
}

function routeOf({ sections, labels }: ElkExtendedEdge): LayoutRoute | undefined {
  const [section] = sections ?? [];
  const [label] = labels ?? [];
  if (section === undefined) return undefined;
  return {
    points: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
    ...(label?.x === undefined || label.y === undefined ? {} : { label: { x: label.x, y: label.y } }),
  };
}

function elkGraph({ boxes, links, gap }: LayoutTask): ElkNode {
  const known = new Set(boxes.map((each) => each.id));
  return {
    id: '',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.edgeRouting': 'POLYLINE',
      'elk.spacing.nodeNode': String(gap),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(gap),
      'elk.layered.spacing.edgeNodeBetweenLayers': String(gap / 2),
      'elk.spacing.edgeNode': String(gap / 2),
      'elk.spacing.edgeEdge': '20',
      'elk.layered.mergeEdges': 'false',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: boxes.map(({ id, width, height }) => ({ id, width, height })),
    edges: links.flatMap(({ from, to, label }, i) => {
      if (from === to || !known.has(from) || !known.has(to)) return [];
      const labels = label === undefined ? [] : [{ id: `label ${i}`, text: ' ', ...label }];
      return [{ id: String(i), sources: [from], targets: [to], labels }];
    }),
  };
}
