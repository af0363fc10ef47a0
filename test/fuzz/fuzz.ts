// Runs random cases one after another, each from a seed of its own so that it can be run again alone.
import { type CaseKind, caseKinds } from './cases.ts';
import { Dice } from './dice.ts';

/** Limit of a case, in time of the processor, which other programs and threads don't lengthen; a usual one takes a few milliseconds. */
const maxMilliseconds = 5000;

/** A case that went wrong. */
export interface Find {
  readonly seed: number;
  readonly wrong: string;
  readonly text: string;
}

/** What a run is told. */
export interface FuzzOptions {
  readonly cases: number;
  /** The seed of the first case; the next one has the next. */
  readonly seed: number;
  /** Told before each case. */
  readonly onCase?: (seed: number) => void;
  readonly onFind?: (find: Find) => void;
}

/** Runs cases. Returns what went wrong. */
export async function fuzz({ cases, seed, onCase, onFind }: FuzzOptions): Promise<readonly Find[]> {
  const kinds = (await caseKinds()).flatMap(([times, kind]) => new Array<CaseKind>(times).fill(kind));
  const finds: Find[] = [];
  for (let each = seed; each < seed + cases; each++) {
    onCase?.(each);
    const find = await run(each, kinds);
    if (find === undefined) continue;
    finds.push(find);
    onFind?.(find);
  }
  return finds;
}

async function run(seed: number, kinds: readonly CaseKind[]): Promise<Find | undefined> {
  const dice = new Dice(seed);
  const start = process.threadCpuUsage();
  try {
    const { text, wrong } = await dice.pick(kinds)(dice);
    const { user, system } = process.threadCpuUsage(start);
    const took = (user + system) / 1000;
    if (wrong !== undefined) return { seed, wrong, text };
    return took < maxMilliseconds ? undefined : { seed, wrong: `it takes ${Math.round(took)} ms`, text };
  } catch (error) {
    return { seed, wrong: `it throws ${error instanceof Error ? error.stack : String(error)}`, text: '' };
  }
}
