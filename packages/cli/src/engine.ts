// How the engine runs a program that is over in less than a second.
import { setFlagsFromString } from 'node:v8';

/** Flags of the engine, whose defaults are for programs that run for long. */
const engineFlags = [
  // Functions are optimized after ten times as many calls: optimizing takes longer than a run of a fifth of a second can win back, and
  // what a large design calls reaches that number at once.
  '--invocation-count-for-maglev=4000',
  '--invocation-count-for-turbofan=30000',
  // Nobody waits for an answer while memory is collected, so that it need not be done beside the work, which takes more.
  '--no-incremental-marking',
] as const;

/** Sets the flags for a short run, where the engine is known to have them. */
export function tuneEngine(): void {
  if (/^1[23]\./.test(process.versions.v8)) for (const flag of engineFlags) setFlagsFromString(flag);
}
