// Figures that should name a source: those that the design's own parts give.
import type { Given, Part } from '../model/index.ts';
import { inLibrary, originKey } from '../source/index.ts';
import { defineAnswer } from './answer.ts';
import { reads } from './subject-facts.ts';

/** Properties that somebody decides, and nobody looks up. */
const decisions: readonly string[] = ['height', 'spares', 'lengths', 'vendor', 'part-number'];

function isDecision(property: string): boolean {
  return decisions.includes(property);
}

/**
 * The types that give a figure, by the place of the figure: those of the design's own parts, by `originKey`. The power of a rack and what says how a part is ordered are decisions
 * of the design, not figures with a source.
 */
export const figuresOfParts = defineAnswer(reads('fabric'), ({ fabric }): ReadonlyMap<string, readonly Part[]> => {
  const found = new Map<string, Part[]>();
  for (const part of fabric.parts) {
    if (part.library || part.kind === 'rack') continue;
    for (const [name, given] of Object.entries(part.values as Readonly<Record<string, Given<unknown>>>))
      if (!isDecision(name) && !inLibrary(given.origin)) {
        const key = originKey(given.origin);
        found.set(key, [...(found.get(key) ?? []), part]);
      }
  }
  return found;
});
