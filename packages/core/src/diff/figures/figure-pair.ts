// One figure of two designs, side by side.
import { type Derivation, figure } from '../../figures/index.ts';
import { same } from '../../units/index.ts';

/** A figure in both designs. */
export interface FigurePair {
  /** What it is of: `design`, `backend`, `primary`. */
  readonly subject: string;
  /** `power`, `bisection`. */
  readonly name: string;
  /** Undefined where the design has no such thing. */
  readonly before: Derivation | undefined;
  readonly after: Derivation | undefined;
  /** New over old; `NaN` where either is unknown, or the old one is 0. */
  readonly ratio: number;
}

/** A figure in both designs. */
export function figurePair(
  subject: string,
  name: string,
  before: Derivation | undefined,
  after: Derivation | undefined,
): FigurePair {
  // A temperature in °C has no ratio.
  const isRatio = before !== undefined && before.dimension !== 'temperature' && before.dimension !== 'optical power';
  const ratio = isRatio && before.value !== 0 ? (after?.value ?? Number.NaN) / before.value : Number.NaN;
  return { subject, name, before, after, ratio: Number.isFinite(ratio) ? ratio : Number.NaN };
}

/** A count in both designs. */
export function countPair(subject: string, name: string, before: number, after: number): FigurePair {
  return figurePair(subject, name, figure(name, 'count', before), figure(name, 'count', after));
}

/** Whether a figure is the same in both designs, as far as is known: of one that is unknown in both, nothing else is. */
export function isSameFigure({ before, after }: FigurePair): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (Number.isNaN(before.value) || Number.isNaN(after.value))
    return Number.isNaN(before.value) && Number.isNaN(after.value);
  return before.value === after.value || same(before.value, after.value);
}
