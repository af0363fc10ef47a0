// What the benchmark measures: a row for each piece of work, with its goal.
import type { Ratio } from './pairs.ts';

/** A unit in which a row is measured: `×` is a ratio. */
type Unit = '×' | 'ms' | 'MB' | 'bytes' | 's';

export interface Row {
  /** The work, as a noun. */
  readonly work: string;
  /** What it is compared with. */
  readonly against?: string;
  /** Undefined where what it is compared with is not installed. */
  readonly value: number | undefined;
  readonly unit: Unit;
  /** The value to reach; without it, the row tells where time goes. */
  readonly goal?: number;
  /** What the value consists of, as `30 / 4.5 ms`. */
  readonly detail?: string;
  /** What keeps it from its goal, or how low it can get, with the measurement that says so. */
  readonly bound?: string;
}

/** Rows of one subject, measured one after the other. */
export interface Section {
  readonly title: string;
  readonly rows: (size: Size) => AsyncIterable<Row>;
}

/** How much is measured. */
export interface Size {
  /** Whether it is the short run of CI, in which only results count. */
  readonly isShort: boolean;
  readonly rounds: number;
}

/** A row of a measured pair. */
export function ratioRow({ ratio, ours, floor }: Ratio, row: Pick<Row, 'work' | 'against' | 'goal' | 'bound'>): Row {
  return { ...row, value: ratio, unit: '×', detail: `${shown(ours)} / ${shown(floor)} ms` };
}

/** A number with three digits that count; a small share as a fraction, `1/841`. */
export function shown(value: number): string {
  if (value > 0 && value < 0.1) return `1/${Math.round(1 / value).toLocaleString('en')}`;
  return value.toLocaleString('en', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}

/** `9.1 × JSON.parse`. */
export function valueText({ value, unit, against }: Row): string {
  return value === undefined ? '' : `${shown(value)} ${unit}${against === undefined ? '' : ` ${against}`}`;
}

/** Whether it is what it is to be; undefined for a row without a goal or a measurement. */
export function isReached({ value, goal }: Row): boolean | undefined {
  return goal === undefined || value === undefined ? undefined : value <= goal;
}

/** A line for a terminal. */
export function printRow(row: Row): string {
  const { work, goal, detail, unit } = row;
  const reached = isReached(row);
  const goalText = goal === undefined ? '' : `goal ${shown(goal)}${unit === '×' ? '' : ` ${unit}`}`;
  const verdict = reached === undefined ? goalText : `${goalText} ${reached ? 'reached' : 'not yet'}`;
  const more = detail === undefined ? '' : `(${detail})`;
  return `${work.padEnd(66)} ${valueText(row).padEnd(26)} ${verdict.padEnd(22)} ${more}`.trimEnd();
}
