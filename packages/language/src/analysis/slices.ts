// Long work in slices: between two of them, requests are answered.
import type { Steps } from '@lightloom/core';
import type { Cancellation } from 'langium';
import { interrupted } from '../workspace/interrupted.ts';

/** Length of a slice in ms, where the steps of the work are shorter. */
const slice = 10;

/**
 * Does some work, and lets others do theirs after each slice.
 * @throws OperationCancelled once its result is no longer wanted
 */
export async function inSlices<T>(work: Steps<T>, cancelToken: Cancellation.CancellationToken): Promise<T> {
  const breathe = breaths(cancelToken);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}

/**
 * The same for a while: the work isn't finished where the result is undefined.
 * @param time in ms
 */
export async function forAWhile<T extends object>(
  work: Steps<T>,
  time: number,
  cancelToken: Cancellation.CancellationToken,
): Promise<T | undefined> {
  const breathe = breaths(cancelToken);
  const until = performance.now() + time;
  while (performance.now() < until) {
    const step = work.next();
    if (step.done === true) return step.value;
    await breathe();
  }
  return undefined;
}

/** Lets others do their work, if the last time is a slice ago. */
function breaths(cancelToken: Cancellation.CancellationToken): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await interrupted(cancelToken);
    since = performance.now();
  };
}
