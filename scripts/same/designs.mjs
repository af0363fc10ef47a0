// The designs that two revisions are compared by: those of the repository, and random ones.
import { join } from 'node:path';
import { readCatalogue, validDesign } from '../../test/fuzz/designs.ts';
import { Dice } from '../../test/fuzz/dice.ts';
import { mutated } from '../../test/fuzz/mutations.ts';
import { largeTexts, smallTexts } from '../../test/fuzz/texts.ts';
import { filesBelow } from '../../test/sources.ts';

const root = join(import.meta.dirname, '../..');

/** Every design of the repository, with its name: the files of the examples, and texts of rules, pages and cases. */
export function* knownDesigns() {
  for (const path of filesBelow('examples')) if (path.endsWith('.fabric')) yield { name: path, file: join(root, path) };
  for (const [i, text] of [...smallTexts, ...largeTexts].entries())
    yield { name: `text ${i + 1}, which starts ${JSON.stringify(text.trim().split('\n', 1)[0])}`, file: '-', text };
}

/** Random texts: valid designs of parts of the library, and damaged ones by turns. */
export async function* randomDesigns(cases, seed) {
  const catalogue = await readCatalogue();
  for (let i = 0; i < cases; i++) {
    const dice = new Dice(seed + i);
    const valid = validDesign(dice, catalogue);
    const text = i % 2 === 0 ? valid : mutated(dice.once(2) ? valid : dice.pick(smallTexts), dice, smallTexts);
    yield { name: `seed ${seed + i}`, file: '-', text };
  }
}
