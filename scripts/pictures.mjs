// The pictures in docs/images: views of the examples as they are now.
import './library-text.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layout, svg } from '../packages/diagram/src/index.ts';

/** Examples and their views, by the file of the picture. */
const views = {
  'docs/images/xpo-pod.svg': ['xpo-pod', 'overview'],
  'docs/images/xpo-pod-racks.svg': ['xpo-pod', 'racks'],
  'docs/images/xpo-pod-cooling.svg': ['xpo-pod', 'cooling'],
  'docs/images/liquid-hall-loops.svg': ['liquid-hall', 'loops'],
};

/** Draws each picture; gives paths and texts. The background is opaque, for light and dark pages. */
export async function pictures(root) {
  // Imported here: the loader of `.fabric` files must be registered first.
  const { graphOf } = await import('../packages/diagram/src/views/index.ts');
  const { analyzeAt, createNodeServices } = await import('../packages/language/src/node.ts');
  const drawn = Object.entries(views).map(async ([file, [example, view]]) => {
    const path = join(root, 'examples', `${example}.fabric`);
    const { analysis } = await analyzeAt(createNodeServices(), path, readFileSync(path, 'utf8'));
    const placed = await layout(graphOf(analysis.facts, view));
    return [file, svg(placed, { theme: 'light' })];
  });
  return Promise.all(drawn);
}
