// Timing two things against each other. Times of a shared machine are not stable; their ratios are.

/** A measured pair: medians over the rounds. */
export interface Ratio {
  readonly ratio: number;
  /** Milliseconds of one run. */
  readonly ours: number;
  readonly floor: number;
}

/** What is quicker is run again and again until it has taken so many milliseconds, since clocks are coarse. */
const enough = 60;

/**
 * Runs both in turn and compares each round with itself. The first round warms up and is left out.
 * @param clock processor time of this thread, which leaves out what other programs take, or {@link wallTime}
 */
export async function pairs(
  rounds: number,
  ours: () => unknown,
  floor: () => unknown,
  clock: () => number = threadTime,
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

async function timed(work: () => unknown, clock: () => number): Promise<number> {
  const start = clock();
  let [runs, end] = [0, start];
  while (end - start < enough) {
    await work();
    runs++;
    end = clock();
  }
  return (end - start) / runs;
}

/** Processor time of this thread in ms. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Time on the wall in ms, for work in other processes. */
export function wallTime(): number {
  return performance.now();
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}
