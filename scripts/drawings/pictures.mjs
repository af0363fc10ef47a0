// The pictures in docs/images: views of the examples as they are now.
import '../library-text.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Examples and their views, by the file of the picture. */
const views = {
  'docs/images/xpo-pod.svg': ['xpo-pod', 'overview'],
  'docs/images/xpo-pod-racks.svg': ['xpo-pod', 'racks'],
  'docs/images/xpo-pod-cooling.svg': ['xpo-pod', 'cooling'],
  'docs/images/scale-across-optics.svg': ['scale-across', 'optics'],
  'docs/images/liquid-hall-floor.svg': ['liquid-hall', 'floor'],
  'docs/images/liquid-hall-power.svg': ['liquid-hall', 'power'],
  'docs/images/xpo-pod-failures.svg': ['xpo-pod', 'failures'],
  'docs/images/liquid-hall-loops.svg': ['liquid-hall', 'loops'],
  'docs/images/findings.svg': ['../test/cases/drawings/11-panels', 'path'],
};

/** Draws each picture; gives paths and texts. The background is opaque, for light and dark pages. */
export async function pictures(root) {
  // Imported here: what reads `.fabric` files has to be in place first.
  const { draw } = await import('../../packages/language/src/session/index.ts');
  const { addressOfFile, openNodeSession } = await import('../../packages/language/src/node.ts');
  const session = openNodeSession();
  const drawn = Object.entries(views).map(async ([file, [example, view]]) => {
    const path = join(root, 'examples', `${example}.fabric`);
    const design = await session.open(addressOfFile(path), readFileSync(path, 'utf8'));
    return [file, await draw(design, view, { theme: 'light' })];
  });
  return Promise.all(drawn);
}
