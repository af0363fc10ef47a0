// Cables and their meters by type and by length.

import { cablesOfClass, type Facts } from '../answers/index.ts';
import { type CableKind, kindText, type LinkBudget } from '../facts/index.ts';
import { type Derivation, derived, figure, sum, times, unknown } from '../figures/derivation.ts';
import { itemAt, type Part } from '../model/index.ts';

/** Cables of one type and construction within one class of lengths. */
export interface CableRow {
  /** The fiber, or the cable with fixed ends; undefined where none is given. */
  readonly part: Part<'fiber' | 'cable'> | undefined;
  /** `breakout, MPO16 to 2 × MPO12`; empty where it is unknown. */
  readonly construction: string;
  /** Bounds of the class, in m: the cables are longer than `over` and no longer than `upTo`. `NaN` for unknown lengths. */
  readonly over: number;
  readonly upTo: number;
  readonly cables: Derivation;
  /** Of all of them together, in m. */
  readonly length: Derivation;
  /** Fibers with light times their length, in m; none for a cable with fixed ends. */
  readonly fiberLength: Derivation | undefined;
}

/**
 * Bounds of the classes, in m: what IEEE 802.3 asks of its PMDs. Copper 3 m (802.3cd); multimode 30 and 50 m (VR on OM3 and OM4) and
 * 100 m (SR on OM4, 802.3db); DR 500 m and FR 2 km (802.3bs, 802.3cu); LR 10 km, ER 40 km, ZR 80 km (802.3ct).
 */
const bounds = [3, 30, 50, 100, 500, 2_000, 10_000, 40_000, 80_000] as const;

/** The bounds of the class of a length, in m; the last class has no upper one. */
function lengthClass(length: number): Pick<CableRow, 'over' | 'upTo'> {
  if (Number.isNaN(length)) return { over: length, upTo: length };
  const place = bounds.findIndex((each) => length <= each * (1 + 1e-9));
  const last = bounds.length;
  return {
    over: bounds[(place < 0 ? last : place) - 1] ?? 0,
    upTo: place < 0 ? Number.POSITIVE_INFINITY : (bounds[place] ?? Number.POSITIVE_INFINITY),
  };
}

/** A row while its cables are counted. */
interface Draft extends Pick<CableRow, 'part' | 'construction' | 'over' | 'upTo'> {
  readonly isFiber: boolean;
  readonly cables: Derivation[];
  readonly length: Derivation[];
  readonly fiberLength: Derivation[];
}

/** Cables by type, construction and class of length, in the order of the design. */
export function cableRows(facts: Facts): CableRow[] {
  const { cabling, optics } = facts;
  const drafts = new Map<string, Draft>();
  const draftOf = (budget: LinkBudget, construction: string, length: number): Draft => {
    const { group } = budget.class;
    const part = group.fiber ?? group.cable;
    const bounded = lengthClass(length);
    const key = `${part?.index} ${construction} ${bounded.upTo}`;
    let draft = drafts.get(key);
    if (draft === undefined) {
      const isFiber = group.cable === undefined;
      draft = { part, construction, ...bounded, isFiber, cables: [], length: [], fiberLength: [] };
      drafts.set(key, draft);
    }
    return draft;
  };
  for (const kind of cabling.kinds) addKind(kind, optics.budgets, draftOf);
  for (const budget of optics.budgets) {
    const { index } = budget.class;
    if (cabling.whyUnknown(index) === undefined) continue;
    const cables = cablesOfClass(facts, index);
    const why = cables.unknown ?? 'its cables are unknown';
    const draft = draftOf(budget, '', budget.length.value);
    draft.cables.push(cables);
    draft.length.push(unknown('length', 'length', why));
    draft.fiberLength.push(unknown('fiber length', 'length', why));
  }
  return [...drafts.values()].sort(byTypeAndLength).map((each) => ({
    part: each.part,
    construction: each.construction,
    over: each.over,
    upTo: each.upTo,
    cables: sum('cables', 'count', 'sum of the statements', each.cables),
    length: sum('length of cables', 'length', 'cables × length', each.length),
    fiberLength: each.isFiber ? sum('length of fibers', 'length', 'fibers × length', each.fiberLength) : undefined,
  }));
}

/** A cable is as long as the longest of its links. */
function addKind(
  kind: CableKind,
  budgets: readonly LinkBudget[],
  draftOf: (budget: LinkBudget, construction: string, length: number) => Draft,
): void {
  const shared = kind.classes.map((index) => itemAt(budgets, index));
  const longest = shared.reduce((a, b) => (Number.isNaN(a.length.value) || a.length.value >= b.length.value ? a : b));
  const { length } = longest;
  const draft = draftOf(longest, kindText(kind), length.value);
  const fibers = Number.isNaN(kind.fibers)
    ? unknown('fibers of a cable', 'count', 'its optics have no `fibers`')
    : figure('fibers of a cable', 'count', kind.fibers);
  const ofFibers = derived(
    'fibers of a cable',
    'length',
    'fibers × length',
    [fibers, length],
    kind.fibers * length.value,
  );
  draft.cables.push(times(kind.count, figure('cables', 'count', 1)));
  draft.length.push(times(kind.count, length));
  draft.fiberLength.push(times(kind.count, ofFibers));
}

/** Types and constructions stay in the order of the design; within them the shortest come first, unknown ones last. */
function byTypeAndLength(a: Draft, b: Draft): number {
  if (a.part !== b.part || a.construction !== b.construction) return 0;
  if (Number.isNaN(a.upTo)) return 1;
  return Number.isNaN(b.upTo) ? -1 : a.upTo - b.upTo;
}
