// The cheapest choice that violates nothing, by trying choices from the cheapest on.

/** What a choice does to a constraint that it violates. */
export interface Violation {
  /** What is found: a value or a message; empty where it can't be judged. */
  readonly found: string;
  /** How far it is on the wrong side of its limit, as a share; NaN where that isn't a number. */
  readonly excess: number;
}

/** What a choice was found to be. */
export interface JudgedChoice {
  /** What is to be least; never falls when a value of an ordered axis is replaced by the next. */
  readonly cost: number;
  /** The constraints it violates, by number; none where it is a solution. */
  readonly violated: ReadonlyMap<number, Violation>;
}

/** What may be chosen for one unknown. */
export interface ChoiceAxis {
  /** How many values there are. */
  readonly size: number;
  /** Whether they are in the order of cost; otherwise each is tried from the start. */
  readonly isOrdered: boolean;
  /** Whether a constraint that a value satisfies is satisfied by all further ones too, unless another rule forbids them: then the first is found by halving. */
  readonly isMonotone: boolean;
}

/** A choice, a value of each axis by its place, with what it was found to be. */
export interface Choice<R extends JudgedChoice = JudgedChoice> {
  readonly places: readonly number[];
  readonly result: R;
}

export interface Searched<R extends JudgedChoice> {
  /** The cheapest that violates nothing; among equals, the one with the first values. */
  readonly best: Choice<R> | undefined;
  /** Everything that was tried, in order. */
  readonly tried: readonly Choice<R>[];
  /** Whether nothing was left to try. */
  readonly isComplete: boolean;
}

/** How a search goes on from a choice: the axes that may cure what it violates, and the constraint that is to be cured. */
interface Moves {
  readonly axes: readonly number[];
  readonly cures: number | undefined;
}
/** The moves to make, or those to make instead where none of the first leads on, and so forth. */
export type MovesFor<R extends JudgedChoice> = (choice: Choice<R>) => readonly Moves[];

/**
 * Searches from the cheapest choice on (uniform-cost search): a choice is passed only when it is the cheapest of those that are open,
 * and opens the choices with one value replaced by the next.
 * @param judge judges a choice
 * @param most choices that are judged at most
 * @param movesFor along which axes a choice is continued: all when not given. The result stays the cheapest as long as one of them is
 * among the axes on which the cheapest solution lies further on
 */
export async function cheapest<R extends JudgedChoice>(
  axes: readonly ChoiceAxis[],
  judge: (places: readonly number[]) => Promise<R>,
  most: number,
  movesFor: MovesFor<R> = () => [{ axes: axes.map((_, i) => i), cures: undefined }],
): Promise<Searched<R>> {
  const tried: Choice<R>[] = [];
  const open: Choice<R>[] = [];
  const seen = new Set<string>();
  let left = true;
  const add = async (places: readonly number[]): Promise<void> => {
    const key = places.join();
    if (seen.has(key)) return;
    if (tried.length >= most) {
      left = false;
      return;
    }
    seen.add(key);
    const choice = { places, result: await judge(places) };
    tried.push(choice);
    open.push(choice);
  };
  /** Opens the choices that moves lead to. Returns whether there are any. */
  const goOn = async ({ places }: Choice<R>, { axes: along, cures }: Moves): Promise<boolean> => {
    let goes = false;
    for (const i of along) {
      const [axis, place] = [axes[i], places[i] ?? 0];
      if (axis?.isOrdered !== true || place + 1 >= axis.size) continue;
      const at = (to: number): number[] => places.map((each, other) => (other === i ? to : each));
      const isCured = async (to: number): Promise<boolean> =>
        cures === undefined || !(await judge(at(to))).violated.has(cures);
      const to = axis.isMonotone ? await firstCured(place, axis.size, isCured) : place + 1;
      if (to === undefined) continue;
      goes = true;
      await add(at(to));
    }
    return goes;
  };
  for (const start of startsOf(axes)) await add(start);
  for (;;) {
    const next = takeCheapest(open);
    if (next === undefined) return { best: undefined, tried, isComplete: left };
    if (next.result.violated.size === 0) return { best: next, tried, isComplete: left };
    for (const moves of movesFor(next)) if (await goOn(next, moves)) break;
  }
}

/** The first place after `from` at which something is cured: found by doubling the step, then by halving; undefined when none was met. */
async function firstCured(
  from: number,
  size: number,
  isCured: (place: number) => Promise<boolean>,
): Promise<number | undefined> {
  let [bad, step] = [from, 1];
  while (bad + 1 < size) {
    const to = Math.min(bad + step, size - 1);
    if (await isCured(to)) {
      let good = to;
      while (good - bad > 1) {
        const middle = Math.floor((good + bad) / 2);
        if (await isCured(middle)) good = middle;
        else bad = middle;
      }
      return good;
    }
    bad = to;
    step *= 2;
  }
  return undefined;
}

/** All values of the axes without order, with the first of each other. */
function startsOf(axes: readonly ChoiceAxis[]): number[][] {
  let starts: number[][] = [[]];
  for (const { size, isOrdered } of axes) {
    const values = isOrdered ? [0] : Array.from({ length: size }, (_, place) => place);
    starts = starts.flatMap((start) => values.map((place) => [...start, place]));
  }
  return starts;
}

function takeCheapest<R extends JudgedChoice>(open: Choice<R>[]): Choice<R> | undefined {
  let best = 0;
  for (let i = 1; i < open.length; i++) if (comesBefore(open[i], open[best])) best = i;
  return open.splice(best, 1)[0];
}

function comesBefore(a: Choice | undefined, b: Choice | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.result.cost !== b.result.cost) return a.result.cost < b.result.cost;
  const total = ({ places }: Choice): number => places.reduce((sum, each) => sum + each, 0);
  if (total(a) !== total(b)) return total(a) < total(b);
  const at = a.places.findIndex((each, i) => each !== b.places[i]);
  return at >= 0 && (a.places[at] ?? 0) < (b.places[at] ?? 0);
}
