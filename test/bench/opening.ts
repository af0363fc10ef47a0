// What opening a drawing of a large design costs, and what moving over it does: in processor time, with the code of the page.
import { layoutBody, svg } from '@lightloom/diagram';
import { itemSpans, locatedGraphOf } from '@lightloom/diagram/views';
import { analyzeText } from '@lightloom/language/testing';
import { sceneOf } from '../../packages/extension/src/webview/model/scene.ts';
import { labelsAt } from '../../packages/extension/src/webview/stage/labels.ts';
import type { Ratio } from './pairs.ts';

/** Processor time of a run in ms. */
async function cost(run: () => Promise<unknown> | unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

/** From text to a drawing on the stage, with what the cursor needs; against a limit in ms. */
export async function opening(text: string, limit: number, rounds: number): Promise<Ratio> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++)
    times.push(
      await cost(async () => {
        const { analysis } = await analyzeText(text);
        const { facts, findings } = analysis;
        const [network] = facts.fabric.networks;
        const found = locatedGraphOf(facts, `network:${network?.name}`, { findings });
        if (found === undefined) throw new Error('The design has no network to draw.');
        itemSpans(facts, found.graph, found.locator);
        const { placed } = await layoutBody(found.graph, { engine: undefined, shape: 1 });
        labelsAt(sceneOf(placed), 0.5);
        return svg(placed, { theme: 'vscode' });
      }),
    );
  const ours = median(times);
  return { ours, floor: limit, ratio: ours / limit };
}

/** The labels of a drawing after a zoom, with so many boxes; against a frame of a screen in ms. */
export async function zooming(boxes: number, rounds: number): Promise<Ratio> {
  const side = Math.ceil(Math.sqrt(boxes));
  const items = Array.from({ length: boxes }, (_, i) => {
    const box = { x: (i % side) * 200, y: Math.floor(i / side) * 120, width: 150, height: 90 };
    const text = { ...box, x: box.x + 18, width: 126 };
    const name = `leaf[${i + 1}]`;
    return { id: name, kind: 'node', drawn: 'card', name, lines: ['XpoLeaf', '102.4 Tbps'], box, text } as const;
  });
  const scene = { width: side * 200, height: side * 120, items };
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) times.push(await cost(() => labelsAt(scene, 0.3 + i / 100)));
  const frame = 1000 / 60;
  const ours = median(times);
  return { ours, floor: frame, ratio: ours / frame };
}
