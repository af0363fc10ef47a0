// A set of installed things, as a selector names it.
import type { ElementFamily } from '../catalogue/index.ts';

/** Some things of one family, in the order the selector names them. */
export interface Selection {
  readonly of: ElementFamily;
  readonly ids: Uint32Array;
}

/** A selection of one. */
export function single(of: ElementFamily, id: number): Selection {
  return { of, ids: Uint32Array.of(id) };
}
