// Work in steps: who runs it may do something else between two of them, go on later, or drop it.

/** Work that gives a result at its end. It does nothing between two steps, and holds nothing that must be given back. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all that is left of some work at once. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
