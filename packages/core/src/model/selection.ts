// A set of installed things, as a selector names it.
import type { ElementFamily } from '../catalogue/index.ts';
import { unsignedAt } from './at.ts';

/** Some things of one family, in the order the selector names them. */
export interface Selection {
  readonly of: ElementFamily;
  readonly ids: Uint32Array;
}

/** A family of things that findings are about: what selectors name, links, and statements whose links can't be made. */
export type SubjectFamily = ElementFamily | 'link' | 'link statement';

/** Some things of one family that a finding is about. */
export interface Subjects {
  readonly of: SubjectFamily;
  readonly ids: Uint32Array;
}

/** A selection of one. */
export function single<F extends SubjectFamily>(of: F, id: number): { readonly of: F; readonly ids: Uint32Array } {
  return { of, ids: Uint32Array.of(id) };
}

/** 0, 1, 2 and so on. */
export function countUp(count: number): Uint32Array {
  const ids = new Uint32Array(count);
  for (let i = 0; i < count; i++) ids[i] = i;
  return ids;
}

/** Whether ids follow each other without a gap. */
export function isRange(ids: Uint32Array): boolean {
  let at = 1;
  while (at < ids.length && unsignedAt(ids, at) === unsignedAt(ids, at - 1) + 1) at++;
  return at >= ids.length;
}
