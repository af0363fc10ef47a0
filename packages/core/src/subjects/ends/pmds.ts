// What keeps the PMDs at the ends of a link from linking up, as findings say it.
import { breakoutOf, type Difference, interoperation, type LinkBudget } from '../../facts/index.ts';
import type { Missing, Part } from '../../model/index.ts';
import { printQuantity } from '../../units/index.ts';
import { wantsNoFiber, wrongFiber } from '../links.ts';

/** Differences between two PMDs that keep their link down. */
export interface Mismatch {
  readonly from: Part<'optics'>;
  readonly to: Part<'optics'>;
  /** What weighs most; `unknown` if they may link up, but what would decide it isn't known. */
  readonly kind: Difference['what'] | 'unknown';
  /** All that differs, as `lanes of 100 Gbps against 200 Gbps`, or what isn't known. */
  readonly text: string;
  /** What would decide it, where that isn't known. */
  readonly missing: readonly Missing[];
}

/** How the PMDs of a link differ; undefined if they link up, or if one is on the wrong fiber, which is reported instead. */
export function mismatchOf(budget: LinkBudget): Mismatch | undefined {
  const [from, to] = [budget.class.from.optics, budget.class.to.optics];
  if (from === undefined || to === undefined) return undefined;
  if ([budget.class.from, budget.class.to].some((end) => wrongFiber(budget, end) || wantsNoFiber(budget, end)))
    return undefined;
  const { outcome, differences, missing } = interoperation(from, to);
  if (outcome === 'links') return undefined;
  const [first] = differences;
  if (first === undefined)
    return { from, to, kind: 'unknown', text: missing.map((each) => each.text).join('; '), missing };
  return { from, to, kind: first.what, text: differences.map(({ text }) => text).join('; '), missing: [] };
}

/** Whether nothing is known to keep the PMDs of a link from linking up: what passes between two that don't is of no use to anybody. */
export function mayLinkUp(budget: LinkBudget): boolean {
  return (mismatchOf(budget)?.kind ?? 'unknown') === 'unknown';
}

/** What to do about two PMDs that don't link up. */
export function mismatchHelp({ from, to }: Mismatch): string {
  const breakout = breakoutOf(from, to);
  const alike = 'lug modules with the same channels into both ends.';
  const faster = fasterOf(from, to);
  if (faster !== undefined) {
    const [fast, slow] = faster;
    return `P${alike} If a module with ${fast.name} also runs at the lower rate, plug a type that says so: \`channels … x ${slow.name}\`.`;
  }
  if (breakout === undefined) return `P${alike}`;
  const { whole, part, count } = breakout;
  const lanes = part.values.lanes?.value ?? 1;
  return `Break ${whole.name} out into ${count} channels of ${lanes} ${lanes === 1 ? 'lane' : 'lanes'} (\`channels\` on the module type), or p${alike}`;
}

/** The faster and the slower of two PMDs of as many lanes, fibers and wavelengths: the faster may run at the lower rate, too. */
function fasterOf(a: Part<'optics'>, b: Part<'optics'>): readonly [Part<'optics'>, Part<'optics'>] | undefined {
  const [rateA, rateB] = [a.values['lane-rate']?.value, b.values['lane-rate']?.value];
  const isAlike = (['lanes', 'fibers', 'wavelength', 'wavelengths', 'mode'] as const).every(
    (name) => a.values[name]?.value === b.values[name]?.value,
  );
  if (!isAlike || rateA === undefined || rateB === undefined || rateA === rateB) return undefined;
  return rateA > rateB ? [a, b] : [b, a];
}

/** `800GBASE-DR4 (4 lanes of 200 Gbps)` */
export function describePmd(optics: Part<'optics'>): string {
  const lanes = optics.values.lanes?.value;
  const rate = optics.values['lane-rate']?.value;
  return lanes === undefined || rate === undefined
    ? optics.name
    : `${optics.name} (${lanes} ${lanes === 1 ? 'lane' : 'lanes'} of ${printQuantity(rate, 'bit rate')})`;
}
