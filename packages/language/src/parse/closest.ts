// "Did you mean": the name closest to one that is not known.

/**
 * The candidate closest to a word, or undefined when none is close: a mistake or two, and no more than a third of it.
 * Case counts as half a mistake.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const most = Math.max(1, Math.min(3, Math.floor(word.length / 3)));
  let best: string | undefined;
  let least = most + 0.001;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > most || candidate === word) continue;
    const found = distance(word, candidate);
    if (found < least) [best, least] = [candidate, found];
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
      let cost = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + replace,
      );
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y) cost = Math.min(cost, (before[j - 2] as number) + 1);
      current.push(cost);
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length] as number;
}
