// The explanation of one thing: a title, and facts with their derivations.
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
  /** An addition to the value, as `of 3 dB`. */
  readonly note?: string;
}

/** A row. */
export function row(name: string, fact: Derivation, note?: string): ExplanationRow {
  return note === undefined ? { name, fact } : { name, fact, note };
}

/** An explanation without places in one text, as that of a question, which no file holds. */
export function withoutPlacesIn(uri: string, { title, rows }: Explanation): Explanation {
  const unplaced = (each: Derivation): Derivation => {
    const { origin, ...rest } = each;
    const terms = each.terms.map(unplaced);
    return origin === undefined || origin.uri === uri ? { ...rest, terms } : { ...rest, origin, terms };
  };
  return { title, rows: rows.map((each) => ({ ...each, fact: unplaced(each.fact) })) };
}

/** A row for a known fact; none for an unknown one. */
export function rowIfKnown(name: string, fact: Derivation, note?: string): ExplanationRow[] {
  return Number.isNaN(fact.value) ? [] : [row(name, fact, note)];
}
