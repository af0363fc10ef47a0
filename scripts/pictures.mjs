// The pictures of docs/images: views of examples, drawn from their text as it is now.
import './library-text.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Examples and their views by the file they go to. */
const views = {
  'docs/images/xpo-pod.svg': ['xpo-pod', 'overview'],
  'docs/images/xpo-pod-racks.svg': ['xpo-pod', 'racks'],
  'docs/images/xpo-pod-cooling.svg': ['xpo-pod', 'cooling'],
  'docs/images/liquid-hall-loops.svg': ['liquid-hall', 'loops'],
};

/** Draws each picture: its path and its text. The ground is opaque, so that it shows on light and dark pages. */
export async function pictures(root) {
  // Imported here: what reads `.fabric` files has to be in place first.
  const { draw } = await import('../packages/language/src/session/index.ts');
  const { addressOfFile, openNodeSession } = await import('../packages/language/src/node.ts');
  const session = openNodeSession();
  const drawn = Object.entries(views).map(async ([file, [example, view]]) => {
    const path = join(root, 'examples', `${example}.fabric`);
    const design = await session.open(addressOfFile(path), readFileSync(path, 'utf8'));
    return [file, await draw(design, view, { theme: 'light' })];
  });
  return Promise.all(drawn);
}
