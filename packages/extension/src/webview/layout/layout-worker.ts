// The worker that lays drawings out, so that the page never blocks; ELK runs in a worker of this one.
import { anchored, elkEngine, layout, type Placed, svg } from '@lightloom/diagram';
import type { FromLayout, ToLayout } from './layout-messages.ts';

const send = (message: FromLayout): void => postMessage(message);

let elk = '';
/** The layout requested last. An older one may end later. */
let latest: Promise<Placed> | undefined;
/** The drawing shown last: boxes of irregular networks stay where they are in it. */
let shown: Placed | undefined;
const engine = elkEngine((onFailure) => {
  const worker = new Worker(elk);
  worker.addEventListener('error', ({ message }) => onFailure(message));
  return worker;
});

async function answer(request: Exclude<ToLayout, { elk: string }>): Promise<string> {
  if (request.graph === null) {
    if (latest === undefined) throw new Error('Nothing is drawn.');
    // Files are for documents: always in light colors.
    return svg(await latest, { theme: 'light' });
  }
  const { graph } = request;
  const own = layout(shown === undefined ? graph : anchored(graph, shown), engine);
  latest = own;
  shown = await own;
  return svg(shown, { theme: 'vscode' });
}

addEventListener('message', ({ data }: MessageEvent<ToLayout>) => {
  if ('elk' in data) {
    elk = data.elk;
    return;
  }
  const { id } = data;
  answer(data).then(
    (text) => send({ id, svg: text }),
    (error) => send({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
