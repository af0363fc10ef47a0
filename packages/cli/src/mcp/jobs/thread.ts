// The side of a thread: it does one job after the other.
import { parentPort } from 'node:worker_threads';
import type { Job, JobResults, Place, Step } from './job.ts';
import { runJob } from './run-job.ts';

/** What a thread is asked. */
export interface Request {
  readonly job: Job;
  readonly place: Place;
}

/** What a thread says of the job it was given. */
export type Reply =
  | ({ readonly kind: 'step' } & Step)
  | { readonly kind: 'done'; readonly result: JobResults[Job['kind']] }
  | { readonly kind: 'failed'; readonly reason: string };

/** Does what the thread is asked, until it is ended. */
export function serveJobs(): void {
  const send = (reply: Reply): void => parentPort?.postMessage(reply);
  parentPort?.on('message', ({ job, place }: Request) => {
    runJob(job, place, (step) => send({ kind: 'step', ...step })).then(
      (result) => send({ kind: 'done', result }),
      (error: unknown) => send({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
  });
}
