// Drawings in the languages of other programs.
import type { Placed } from '../layout/index.ts';
import type { PaperTheme } from '../svg/index.ts';
import { allNotations } from './all-notations.ts';
import type { NotationName } from './notation.ts';

export type { NotationName } from './notation.ts';

/** A drawing as text in a language. */
export function notationOf(placed: Placed, name: NotationName, theme: PaperTheme): string {
  const notation = allNotations.find((each) => each.name === name);
  if (notation === undefined) throw new Error(`no notation ${name}`);
  return notation.print(placed, theme);
}
