// The worker that lays drawings out, so that the page never blocks; ELK runs in a worker of this one.
import {
  anchored,
  elkEngine,
  type Graph,
  layout,
  layoutBody,
  type NotationName,
  notationOf,
  type Placed,
  svg,
} from '@lightloom/diagram';
import { pageFormats } from '../../messages.ts';
import { sceneOf } from '../model/scene.ts';
import type { FromLayout, Picture, TextFormat, ToLayout } from './layout-messages.ts';

const send = (message: FromLayout): void => postMessage(message);

let elk = '';
/** The drawing asked for last. */
let latest: Graph | undefined;
/** The drawing shown last: boxes of irregular networks stay where they are in it. */
let shown: Placed | undefined;
const engine = elkEngine((onFailure) => {
  const worker = new Worker(elk);
  worker.addEventListener('error', ({ message }) => onFailure(message));
  return worker;
});

async function pictureOf(graph: Graph, shape: number): Promise<Picture> {
  const at = shown === undefined ? graph : anchored(graph, shown);
  const { placed, caption } = await layoutBody(at, { engine, shape });
  shown = placed;
  return { svg: svg(placed, { theme: 'vscode' }), scene: sceneOf(placed), caption };
}

/** The last drawing with its sheet. Files are for documents: always in light colors. */
async function fileOf(graph: Graph | undefined, format: TextFormat): Promise<string> {
  if (graph === undefined) throw new Error('Nothing is drawn.');
  const placed = await layout(graph, engine);
  return format === 'svg' ? svg(placed, { theme: 'light' }) : notationOf(placed, format, 'light');
}

/** Every notation has its row in the list of formats. */
pageFormats satisfies Readonly<Record<NotationName, unknown>>;

async function answer(request: Exclude<ToLayout, { elk: string }>): Promise<FromLayout> {
  const { id } = request;
  if (request.graph === null) return { id, file: await fileOf(latest, request.format) };
  latest = request.graph;
  return { id, picture: await pictureOf(request.graph, request.shape) };
}

addEventListener('message', ({ data }: MessageEvent<ToLayout>) => {
  if ('elk' in data) {
    elk = data.elk;
    return;
  }
  answer(data).then(send, (error) =>
    send({ id: data.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
