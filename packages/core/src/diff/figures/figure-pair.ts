// One figure of two designs, side by side.
import { type Derivation, figure } from '../../figures/index.ts';
import { same } from '../../units/index.ts';

/** What the figures of the whole are said to be of. */
export const wholeDesign = 'design';

/** A figure in both designs. */
export interface FigurePair {
  /** What it is of: `design`, `backend`, `primary`. */
  readonly subject: string;
  /** `power`, `bisection`. */
  readonly name: string;
  /** Undefined where the design has no such thing. */
  readonly before: Derivation | undefined;
  readonly after: Derivation | undefined;
  /** New over old; `NaN` where either is unknown, the old one is 0, or the unit has no ratio, as dB and °C. */
  readonly ratio: number;
}

/** What is measured from a point that isn't nothing, or is a logarithm already. */
const withoutRatio: ReadonlySet<Derivation['dimension']> = new Set([
  'temperature',
  'optical power',
  'loss',
  'power ratio',
]);

/** A figure in both designs. */
export function figurePair(
  subject: string,
  name: string,
  before: Derivation | undefined,
  after: Derivation | undefined,
): FigurePair {
  const hasRatio = before !== undefined && !withoutRatio.has(before.dimension) && before.value !== 0;
  const ratio = hasRatio ? (after?.value ?? Number.NaN) / before.value : Number.NaN;
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
