// Designs of the kinds people draw: every view of each, with nothing on something else.
import { createRequire } from 'node:module';
import { elkEngine, layout, svg } from '@lightloom/diagram';
import { graphOf, viewsOf } from '@lightloom/diagram/views';
import { collisions } from '../../packages/diagram/test/drawn.ts';
import { type Case, type Check, is } from './case.ts';

const { Worker } = createRequire(import.meta.url)('elkjs/lib/elk-worker.min.js') as {
  Worker: new () => { postMessage(message: unknown): void };
};
const engine = elkEngine(() => new Worker());

const everyView: Check = is(
  'every view is drawn with no box or text on another',
  async ({ analysis: { facts, findings } }) => {
    const wrong: string[] = [];
    const views = viewsOf(facts);
    for (const { id } of views) {
      const graph = graphOf(facts, id, { findings });
      if (graph === undefined) continue;
      const drawn = await layout(graph, engine);
      const text = svg(drawn, { theme: 'light' });
      if (/NaN|undefined/.test(text)) wrong.push(`${id}: a place is unknown`);
      const found = collisions(drawn);
      if (found.length > 0) wrong.push(`${id}: ${found.length} collisions, as ${found[0]?.slice(0, 100)}`);
    }
    if (views.length === 0) return 'no views';
    return wrong.length === 0 ? undefined : wrong.join(' / ');
  },
);

const drawing = (file: string, right: string): Case => ({
  file: `drawings/${file}`,
  right,
  source: 'a drawing is right when each of its boxes and texts can be read',
  checks: [everyView],
});

export const drawings: readonly Case[] = [
  drawing('01-mesh32x128', 'a mesh of 32 and 128'),
  drawing('04-dualplane', 'two planes'),
  drawing('06-eightplanes', 'eight planes'),
  drawing('07-dragonfly9', 'a dragonfly of nine groups'),
  drawing('08-torusocs', 'a torus with optical circuit switches'),
  drawing('09-nvl72', 'a scale-up rack'),
  drawing('10-across3', 'three sites in a triangle'),
  drawing('11-panels', 'links through panels'),
  drawing('12-wan25', '25 places of a continent'),
  drawing('13-ring16', 'a ring of 16'),
  drawing('14-threenets', 'three networks'),
  drawing('15-hall8x20', 'a hall of 8 rows'),
  drawing('16-loop4cdu', 'a loop with 4 CDUs'),
  drawing('17-feeds', 'two feeds'),
  drawing('18-gb300-superpod', 'a whole pod'),
];
