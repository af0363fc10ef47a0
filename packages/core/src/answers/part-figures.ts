// Figures that should name a source: those that the design's own parts give.
import type { Given } from '../model/index.ts';
import { inLibrary, originKey } from '../source/index.ts';
import { defineAnswer } from './answer.ts';
import { reads } from './subject-facts.ts';

/**
 * Places of the figures that the design's own parts give, by `originKey`. The power of a rack and heights are decisions of the
 * design, not figures with a source.
 */
export const figuresOfParts = defineAnswer(reads('fabric'), ({ fabric }): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const part of fabric.parts) {
    if (part.library || part.kind === 'rack') continue;
    for (const [name, given] of Object.entries(part.values as Readonly<Record<string, Given<unknown>>>))
      if (name !== 'height' && !inLibrary(given.origin)) found.add(originKey(given.origin));
  }
  return found;
});
