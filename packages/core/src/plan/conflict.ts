// The smallest set of constraints that no choice satisfies together.

/** Constraints of the smallest set that are found by trying all; a larger one is made minimal. */
const mostTried = 5;

/**
 * The smallest set of constraints such that every choice violates one of them; without any of them, some choice violates none of the
 * others. It hits what each choice violates (Reiter, A theory of diagnosis from first principles, 1987).
 * @param violated the constraints that each choice violates; none of them is empty
 */
export function smallestConflict(violated: readonly (readonly number[])[]): readonly number[] {
  const sets = leastSets(violated);
  for (let size = 0; size <= mostTried; size++) {
    const found = hit(sets, [], size);
    if (found !== undefined) return [...found].sort((a, b) => a - b);
  }
  return deleted(sets);
}

/** Sets without those that contain another: to hit the smaller is to hit the larger. */
function leastSets(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const unique = new Map(sets.map((each) => [[...new Set(each)].sort((a, b) => a - b).join(), [...new Set(each)]]));
  const sorted = [...unique.values()].sort((a, b) => a.length - b.length);
  const least: number[][] = [];
  for (const each of sorted) if (!least.some((smaller) => smaller.every((one) => each.includes(one)))) least.push(each);
  return least;
}

/** Some constraints and at most `more` others that hit every set; undefined where there are none. */
function hit(
  sets: readonly (readonly number[])[],
  chosen: readonly number[],
  more: number,
): readonly number[] | undefined {
  const open = sets.find((each) => !each.some((one) => chosen.includes(one)));
  if (open === undefined) return chosen;
  if (more === 0) return undefined;
  for (const one of open) {
    const found = hit(sets, [...chosen, one], more - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All constraints, less each that isn't needed, one after the other. */
function deleted(sets: readonly (readonly number[])[]): readonly number[] {
  let kept = [...new Set(sets.flat())].sort((a, b) => a - b);
  for (const one of [...kept]) {
    const without = kept.filter((each) => each !== one);
    if (sets.every((each) => each.some((constraint) => without.includes(constraint)))) kept = without;
  }
  return kept;
}
