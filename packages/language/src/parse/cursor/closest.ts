// "Did you mean": the known name closest to an unknown one.
import { numberAt } from '@lightloom/core';

/**
 * The candidate closest to a word; undefined when none is close. Close is up to three edits and no more than a third of
 * the word; a change of case counts as half an edit.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const maxEdits = word.length < 2 ? 0.5 : Math.max(1, Math.min(3, Math.floor(word.length / 3)));
  let best: string | undefined;
  let fewest = maxEdits + 0.001;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > maxEdits || candidate === word) continue;
    const found = distance(word, candidate);
    if (found < fewest) [best, fewest] = [candidate, found];
  }
  return best;
}

/** Edits from one word to another: insert, delete, replace, swap neighbours. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a[i - 1] as string, b[j - 1] as string];
      const replace = x === y ? 0 : x.toLowerCase() === y.toLowerCase() ? 0.5 : 1;
      let cost = Math.min(numberAt(previous, j) + 1, numberAt(current, j - 1) + 1, numberAt(previous, j - 1) + replace);
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y) cost = Math.min(cost, numberAt(before, j - 2) + 1);
      current.push(cost);
    }
    [before, previous] = [previous, current];
  }
  return numberAt(previous, b.length);
}
