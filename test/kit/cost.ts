// What a test file may cost: 20 seconds of a processor, with the processes that it starts, or what a slower machine takes for as much.
// Runs before each test file, whatever else the machine does: no wall clock is read.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll } from 'vitest';

/** The most that one test file may take on any machine, in seconds of a processor. */
const most = 20;

/** The same in units of `reference`, which count where a machine is slow. */
const mostReferences = 100;

/** A start of Node with a fixed work: some of what tests do. It prints the seconds of a processor that it took. */
const reference = `
const rows = Array.from({ length: 200_000 }, (_, i) => ({ i, name: 'row ' + (i % 977) }));
JSON.parse(JSON.stringify(rows)).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.i - b.i));
const { user, system } = process.cpuUsage();
console.log((user + system) / 1e6);`;

/** What the reference takes on this machine, as busy as it is: the middle of three, in seconds of a processor. */
export function referenceCost(): number {
  const costs = [0, 1, 2].map(() => Number(execFileSync(process.execPath, ['-e', reference], { encoding: 'utf8' })));
  return costs.sort((a, b) => a - b)[1] ?? 0;
}

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

/**
 * What is wrong with a cost; undefined where nothing is.
 * @param unit tells what the reference takes here; it is asked only where a file may be too slow
 */
export function overspent({ own, started }: Used, unit: () => number): string | undefined {
  if (own + started <= most) return undefined;
  const limit = Math.max(most, mostReferences * unit());
  if (own + started <= limit) return undefined;
  return `This file takes ${(own + started).toFixed(1)} s of a processor, ${started.toFixed(1)} s of it in other processes; a test file takes ${limit.toFixed(1)} s at most on this machine. See “Tests” in CONTRIBUTING.md.`;
}

const status = '/proc/self/stat';

// Elsewhere than on Linux nothing tells what other processes took.
if (existsSync(status)) {
  const before = usedBy(readFileSync(status, 'utf8'));
  afterAll(() => {
    const after = usedBy(readFileSync(status, 'utf8'));
    const used = { own: after.own - before.own, started: after.started - before.started };
    const problem = overspent(used, referenceCost);
    if (problem !== undefined) throw new Error(problem);
  });
}
