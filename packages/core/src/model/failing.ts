// Parts of things that fail by themselves without a name of their own: `cdu[*].pumps` in `when any 1 of cdu[*].pumps fail`.
import type { ElementFamily } from '../catalogue/index.ts';

/** A kind of part that something installed has several of. */
export type FailingPart = 'pumps' | 'supplies' | 'lasers' | 'shelves';

/** The singular of each, and the family that has it. */
export const failingParts: Readonly<Record<FailingPart, { readonly one: string; readonly of: ElementFamily }>> = {
  pumps: { one: 'pump', of: 'cdu' },
  supplies: { one: 'supply', of: 'device' },
  lasers: { one: 'laser', of: 'device' },
  shelves: { one: 'shelf', of: 'rack' },
};

/** Whether a word names parts that fail by themselves. */
export function isFailingPart(word: string): word is FailingPart {
  return Object.hasOwn(failingParts, word);
}
