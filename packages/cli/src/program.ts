// The program without its start: a bundle of its own, so that Node can cache its compiled code between runs.
export { processIo } from './process/io.ts';
export { run } from './run.ts';

/** What a thread of `lightloom mcp` runs. */
export async function serveJobs(): Promise<void> {
  (await import('./mcp/jobs/thread.ts')).serveJobs();
}
