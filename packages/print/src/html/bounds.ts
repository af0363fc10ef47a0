// How much of a table or a list a page holds.
import type { Html } from '../shown/index.ts';

/** Rows or items that are printed. */
const maxItems = 200;

/** Characters of all of them: none is added once they are reached. */
const maxLength = 256 * 1024;

/** The first items, printed: as many as a page holds. */
export function firstOf<T>(items: readonly T[], print: (item: T) => Html): Html[] {
  const printed: Html[] = [];
  let length = 0;
  for (const item of items.slice(0, maxItems)) {
    const next = print(item);
    length += next.source.length;
    if (length > maxLength && printed.length > 0) break;
    printed.push(next);
  }
  return printed;
}
