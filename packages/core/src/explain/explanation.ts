// What there is to say about one thing: a heading, and facts that can each say where they come from.
import type { Derivation } from '../figures/index.ts';

export interface Explanation {
  /** What it is, as `16 switches, XpoLeaf`. */
  readonly title: string;
  readonly rows: readonly ExplanationRow[];
}

/** One fact under a short name. */
export interface ExplanationRow {
  readonly name: string;
  readonly fact: Derivation;
  /** More to the value than its number, as `of 3 dB`. */
  readonly note?: string;
}

/** A row. */
export function row(name: string, fact: Derivation, note?: string): ExplanationRow {
  return note === undefined ? { name, fact } : { name, fact, note };
}
