// Figures that should name a source: those that the design's own parts give.
import type { Given } from '../model/index.ts';
import { inLibrary, originKey } from '../source/index.ts';
import type { Facts } from './facts.ts';

/**
 * Places of the figures that the design's own parts give, by `originKey`. What a rack may draw and how high a thing is, the
 * design decides.
 */
export function figuresOfParts(facts: Facts): ReadonlySet<string> {
  return facts.once('figures of parts', () => {
    const found = new Set<string>();
    for (const part of facts.fabric.parts) {
      if (part.library || part.kind === 'rack') continue;
      for (const [name, given] of Object.entries(part.values as Readonly<Record<string, Given<unknown>>>))
        if (name !== 'height' && !inLibrary(given.origin)) found.add(originKey(given.origin));
    }
    return found;
  });
}
