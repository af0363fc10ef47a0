// How many installed things a finding concerns, in words.
import { concernedBy, type Fabric, type Finding, printNumber } from '@lightloom/core';

/** The most that are named. */
const maxNamed = 4;

/** `240 of 240 tor, 4 of 8 spine`; undefined where that says nothing. */
export function concernedText(finding: Finding, fabric: Fabric | undefined): string | undefined {
  const all = fabric === undefined ? [] : concernedBy(fabric, finding);
  if (all.length === 0) return undefined;
  const named = all
    .slice(0, maxNamed)
    .map((each) => `${printNumber(each.count)} of ${printNumber(each.all)} ${each.name}`);
  const more = all.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
