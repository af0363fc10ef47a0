// The pictures of docs/images: views of the example pod, drawn from its text as it is now.
import './library-text.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layout, svg } from '../packages/diagram/src/index.ts';

/** Views by the file they go to. */
const views = {
  'docs/images/xpo-pod.svg': 'overview',
  'docs/images/xpo-pod-racks.svg': 'racks',
  'docs/images/xpo-pod-cooling.svg': 'cooling',
};

/** Draws each picture: its path and its text. The ground is opaque, so that it shows on light and dark pages. */
export async function pictures(root) {
  // Imported here: what reads `.fabric` files has to be in place first.
  const { graphOf } = await import('../packages/diagram/src/views/index.ts');
  const { analyzeAt, createNodeServices } = await import('../packages/language/src/node.ts');
  const path = join(root, 'examples/xpo-pod.fabric');
  const { analysis } = await analyzeAt(createNodeServices(), path, readFileSync(path, 'utf8'));
  const drawn = Object.entries(views).map(async ([file, view]) => {
    const placed = await layout(graphOf(analysis.facts, view));
    return [file, svg(placed, { theme: 'light' })];
  });
  return Promise.all(drawn);
}
