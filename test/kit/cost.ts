// What a test file may cost: 20 seconds of a processor, with the processes that it starts. Runs before each test file, for whichever
// machine and whatever else it does: no wall clock is read.
import { existsSync, readFileSync } from 'node:fs';
import { afterAll } from 'vitest';

/** The most that one test file may take, in seconds of a processor. */
const most = 20;

/** Seconds of a processor. */
interface Used {
  /** Of this process. */
  readonly own: number;
  /** Of processes that it started and that have ended. */
  readonly started: number;
}

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const ticks = 100;

/**
 * What a process has used so far, as Linux tells it: the 14th to 17th field, counted from behind the name, which may hold spaces.
 * @param stat the text of `/proc/PID/stat`
 */
export function usedBy(stat: string): Used {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const seconds = (at: number): number => Number(fields[at]) / ticks;
  return { own: seconds(11) + seconds(12), started: seconds(13) + seconds(14) };
}

/** What is wrong with a cost; undefined where nothing is. */
export function overspent({ own, started }: Used): string | undefined {
  if (own + started <= most) return undefined;
  return `This file takes ${(own + started).toFixed(1)} s of a processor, ${started.toFixed(1)} s of it in other processes; a test file takes ${most} s at most. See “Tests” in CONTRIBUTING.md.`;
}

const status = '/proc/self/stat';

// Elsewhere than on Linux nothing tells what other processes took.
if (existsSync(status)) {
  const before = usedBy(readFileSync(status, 'utf8'));
  afterAll(() => {
    const after = usedBy(readFileSync(status, 'utf8'));
    const used = { own: after.own - before.own, started: after.started - before.started };
    const problem = overspent(used);
    if (problem !== undefined) throw new Error(problem);
  });
}
