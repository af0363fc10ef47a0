// Files that import each other in a circle: one mistake, however many imports the circle has.
import type { Finding } from '@lightloom/core';
import type { LangiumDocument } from 'langium';

/**
 * Leaves one finding of each circle of imports, the same from whichever of its files it is looked at.
 * @param findings what is wrong with the imports of some files
 * @param circles a number for each file, equal for those that import each other
 */
export function onePerCircle(findings: readonly Finding[], circles: ReadonlyMap<LangiumDocument, number>): Finding[] {
  const byUri = new Map([...circles].map(([document, circle]) => [document.uri.toString(), circle]));
  const firsts = new Map<number | undefined, Finding>();
  for (const each of findings.filter(({ rule }) => rule === 'import/cycle')) {
    const circle = byUri.get(each.origin.uri);
    const first = firsts.get(circle);
    if (first === undefined || isBefore(each, first)) firsts.set(circle, each);
  }
  const kept = new Set(firsts.values());
  return findings.filter((each) => each.rule !== 'import/cycle' || kept.has(each));
}

function isBefore({ origin: a }: Finding, { origin: b }: Finding): boolean {
  return a.uri === b.uri ? a.start < b.start : a.uri < b.uri;
}
