// Timing two things against each other. Times of a shared machine are not stable; their ratios are.
import { readFileSync } from 'node:fs';

/** A measured pair: medians over the rounds. */
export interface Ratio {
  readonly ratio: number;
  /** Milliseconds of one run. */
  readonly ours: number;
  readonly floor: number;
}

/** A clock, and how many milliseconds must pass between two looks at it: what is quicker is run again and again. */
interface Clock {
  readonly now: () => number;
  readonly enough: number;
}

/** Processor time of this thread, which leaves out what other programs take. */
export const threadTime: Clock = {
  now() {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  },
  enough: 60,
};

/** Processor time of programs that this one has run, with all their threads; on the wall where the system doesn't tell (Linux does). */
export const childrenTime: Clock = {
  now: () => childrenTicks() ?? performance.now(),
  enough: 300,
};

/**
 * Runs both in turn and compares each round with itself. The first round warms up and is left out.
 * @param clock {@link childrenTime} for work in other processes
 */
export async function pairs(
  rounds: number,
  ours: () => unknown,
  floor: () => unknown,
  clock = threadTime,
): Promise<Ratio> {
  const measured: Ratio[] = [];
  for (let round = 0; round <= rounds; round++) {
    const a = await timed(ours, clock);
    const b = await timed(floor, clock);
    if (round > 0) measured.push({ ours: a, floor: b, ratio: a / b });
  }
  return {
    ratio: median(measured.map((each) => each.ratio)),
    ours: median(measured.map((each) => each.ours)),
    floor: median(measured.map((each) => each.floor)),
  };
}

/** How long some work takes in ms. */
export async function timed(work: () => unknown, { now, enough }: Clock): Promise<number> {
  const start = now();
  let [runs, end] = [0, start];
  while (end - start < enough) {
    await work();
    runs++;
    end = now();
  }
  return (end - start) / runs;
}

/** The times `cutime` and `cstime` of this process in ms, which the system counts in hundredths of a second. */
function childrenTicks(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  // The name of the program, in parentheses, may hold spaces.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return 10 * (Number(fields[13]) + Number(fields[14]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}
