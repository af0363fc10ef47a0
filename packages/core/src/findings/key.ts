// When two findings are the same one, and the order in which findings are listed.
import { type Origin, originKey } from '../source/index.ts';
import type { Finding } from './finding.ts';

/** A key that is equal for findings of one rule at one place. */
export function findingKey({ rule, origin }: { readonly rule: string; readonly origin: Origin }): string {
  return `${rule} ${originKey(origin)}`;
}

/** A key that is equal for findings of one rule at one place in the same words: of those, a reader sees one. */
export function sayingKey(finding: Pick<Finding, 'rule' | 'origin' | 'message'>): string {
  return `${findingKey(finding)} ${finding.message}`;
}

/** The first of each set of findings with the same key, in their order. */
export function distinctFindings<T>(all: readonly T[], keyOf: (each: T) => string): T[] {
  const seen = new Set<string>();
  return all.filter((each) => {
    const key = keyOf(each);
    return !seen.has(key) && seen.add(key);
  });
}

/** Orders findings by file, place and rule: the same order everywhere. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.origin.uri !== b.origin.uri) return a.origin.uri < b.origin.uri ? -1 : 1;
  return (
    a.origin.start - b.origin.start || a.origin.end - b.origin.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
