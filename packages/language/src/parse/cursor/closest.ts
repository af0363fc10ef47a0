// "Did you mean": the known name closest to an unknown one.
import { numberAt } from '@lightloom/core';

/** Longer words aren't corrected. */
const maxWordLength = 64;

/**
 * The candidate closest to a word; undefined when none is close. Close is up to three edits and no more than a third of
 * the word; a change of case counts as half an edit.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > maxWordLength) return undefined;
  const maxEdits = word.length < 2 ? 0.5 : Math.max(1, Math.min(3, Math.floor(word.length / 3)));
  let best: string | undefined;
  let fewest = maxEdits + 0.001;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > maxEdits || candidate === word) continue;
    const found = distance(word, candidate, maxEdits);
    if (found < fewest) [best, fewest] = [candidate, found];
  }
  return best;
}

/**
 * Edits from one word to another: insert, delete, replace, swap neighbours. Only the cells of the table that a distance up to
 * the maximum can pass through are filled in; a larger distance is some number above it.
 */
function distance(a: string, b: string, maxEdits: number): number {
  const [smallA, smallB] = [a.toLowerCase(), b.toLowerCase()];
  const far = maxEdits + 1;
  const reach = Math.ceil(maxEdits);
  let before: number[] = [];
  let previous: number[] = [];
  let fewestBefore = 0;
  for (let j = 0; j <= b.length; j++) previous.push(j);
  for (let i = 1; i <= a.length; i++) {
    const [low, high] = [Math.max(1, i - reach), Math.min(b.length, i + reach)];
    const current: number[] = new Array(b.length + 1).fill(far);
    if (low === 1) current[0] = i;
    let fewest = far;
    for (let j = low; j <= high; j++) {
      const x = a.charCodeAt(i - 1);
      const replace = x === b.charCodeAt(j - 1) ? 0 : smallA.charCodeAt(i - 1) === smallB.charCodeAt(j - 1) ? 0.5 : 1;
      let cost = Math.min(numberAt(previous, j) + 1, numberAt(current, j - 1) + 1, numberAt(previous, j - 1) + replace);
      if (i > 1 && j > 1 && x === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        cost = Math.min(cost, numberAt(before, j - 2) + 1);
      current[j] = cost;
      if (cost < fewest) fewest = cost;
    }
    // A swap reaches back over a row, at the cost of one edit.
    if (fewest > maxEdits && fewestBefore > maxEdits - 1) return far;
    fewestBefore = fewest;
    [before, previous] = [previous, current];
  }
  return numberAt(previous, b.length);
}
