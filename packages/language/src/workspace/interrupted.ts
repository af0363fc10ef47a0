// Long work is interrupted, so that what has arrived meanwhile is read, and what is no longer wanted ends.
import { type Cancellation, delayNextTick, interruptAndCheck, OperationCancelled } from 'langium';

/** How often others may do something: a request is read, passed on, and waits in between. */
const turns = 8;

/**
 * Lets what has arrived meanwhile be read.
 * @throws OperationCancelled once the result of the work is no longer wanted
 */
export async function interrupted(cancelToken: Cancellation.CancellationToken): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await delayNextTick();
  if (cancelToken.isCancellationRequested) throw OperationCancelled;
}

/**
 * Waits, unless what is waited for is no longer wanted.
 * @param time in ms
 * @throws OperationCancelled once it is not wanted
 */
export async function pause(time: number, cancelToken: Cancellation.CancellationToken): Promise<void> {
  await new Promise<void>((done) => {
    const timer = setTimeout(done, time);
    cancelToken.onCancellationRequested(() => {
      clearTimeout(timer);
      done();
    });
  });
  await interruptAndCheck(cancelToken);
}
