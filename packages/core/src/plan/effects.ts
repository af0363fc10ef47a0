// Which unknowns can cure which violations, found by changing one at a time.
import type { Choice, ChoiceAxis, JudgedChoice, MovesFor, Violation } from './search.ts';

/** Places of an axis that are tried: near the start, then further apart, and the last. */
const probes = [1, 2, 3, 5, 9, 17, 33];

/** The axes along which each constraint that was seen gets better; one that wasn't seen, or not judged, may depend on all. */
export type Effects = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * Changes one unknown at a time from the first choice on, and notes which violations get better further on.
 * @param judge judges a choice
 */
export async function effectsOf<R extends JudgedChoice>(
  axes: readonly ChoiceAxis[],
  judge: (places: readonly number[]) => Promise<R>,
): Promise<{ readonly effects: Effects; readonly tried: readonly Choice<R>[] }> {
  const base = axes.map(() => 0);
  const first = { places: base, result: await judge(base) };
  const tried: Choice<R>[] = [first];
  const effects = new Map<number, Set<number>>();
  const unjudged = new Set<number>();
  for (const [axis, { size }] of axes.entries()) {
    const line = [first];
    for (const place of new Set([...probes.filter((each) => each < size), size - 1])) {
      const places = base.map((each, i) => (i === axis ? place : each));
      line.push({ places, result: await judge(places) });
    }
    tried.push(...line.slice(1));
    for (const constraint of new Set(line.flatMap(({ result }) => [...result.violated.keys()]))) {
      const states = line.map(({ result }) => result.violated.get(constraint));
      if (states.some((each) => each?.found === '')) unjudged.add(constraint);
      const known = effects.get(constraint) ?? new Set();
      if (getsBetter(states)) known.add(axis);
      effects.set(constraint, known);
    }
  }
  for (const constraint of unjudged) effects.delete(constraint);
  return { effects, tried };
}

/** Whether a violation is followed by none, or by a smaller one; where its size isn't known, by another one. */
function getsBetter(states: readonly (Violation | undefined)[]): boolean {
  return states.some((each, i) => each !== undefined && states.slice(i + 1).some((later) => isBetter(later, each)));
}

function isBetter(later: Violation | undefined, { found, excess }: Violation): boolean {
  if (later === undefined) return true;
  const isSized = !Number.isNaN(later.excess) && !Number.isNaN(excess);
  return isSized ? later.excess < excess : later.found !== found;
}

/**
 * Continues a choice along the axes that can cure one of its violations: the one with the fewest, as long as one of them leads on. A
 * choice with a violation that no axis cures isn't continued.
 */
export function movesByEffect<R extends JudgedChoice>(axes: readonly ChoiceAxis[], effects: Effects): MovesFor<R> {
  const all = axes.flatMap(({ isOrdered }, i) => (isOrdered ? [i] : []));
  const along = (constraint: number): readonly number[] => {
    const own = effects.get(constraint);
    return own === undefined ? all : all.filter((each) => own.has(each));
  };
  return ({ result }) => {
    const moves = [...result.violated.keys()].map((cures) => ({ axes: along(cures), cures }));
    return moves.some((each) => each.axes.length === 0) ? [] : moves.sort((a, b) => a.axes.length - b.axes.length);
  };
}
