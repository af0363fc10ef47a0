// What is closest to its limits: the ten worst links, racks and loops of a design.

import type { Facts } from '../answers/index.ts';
import { weightLimit } from '../facts/index.ts';
import { atLeast, type Derivation, derived } from '../figures/derivation.ts';
import { nameOf } from '../model/index.ts';
import { needOf } from '../subjects/flow-need.ts';
import type { LinkRow } from './network-rows.ts';
import type { FeedRow, LoopRow, RackRow } from './plant-rows.ts';

/** Rows of each list. */
const worst = 10;

/** Links that are alike, with the first of them. */
interface ClosestLink {
  /** `backend.leaf[3].up[1]/5 to backend.spine[1].down[1]/3` */
  readonly example: string;
  readonly row: LinkRow;
}

/** A thing, or several that are alike, with the limit that it uses most of. */
export interface ClosestRow {
  readonly names: readonly string[];
  /** What is limited, as `power`. */
  readonly what: string;
  readonly value: Derivation;
  readonly limit: Derivation;
  /** The used share of the limit; unknown, at least something where the value is. */
  readonly share: Derivation;
}

export interface ClosestRows {
  /** By margin, the smallest first; those whose margin is known. */
  readonly links: readonly ClosestLink[];
  /** By the used share of a limit, the largest first; those with a limit that is known. */
  readonly racks: readonly ClosestRow[];
  readonly loops: readonly ClosestRow[];
  readonly feeds: readonly ClosestRow[];
}

/** A value beside its limit. */
interface Limited {
  readonly what: string;
  readonly value: Derivation;
  readonly limit: Derivation | undefined;
}

/** The rows of a report that are closest to their limits. */
export function closestRows(
  facts: Facts,
  {
    links,
    racks,
    loops,
    feeds,
  }: {
    readonly links: readonly LinkRow[];
    readonly racks: readonly RackRow[];
    readonly loops: readonly LoopRow[];
    readonly feeds: readonly FeedRow[];
  },
): ClosestRows {
  return {
    links: closestLinks(facts, links),
    racks: closest(racks, (each) => each.racks, rackLimits(facts)),
    loops: closest(loops, ({ loop }) => [loop.name], loopLimits),
    feeds: closest(feeds, ({ feed }) => [feed.name], feedLimits),
  };
}

function closestLinks({ fabric }: Facts, links: readonly LinkRow[]): ClosestLink[] {
  return links
    .filter(({ budget: { margin, class: each } }) => each.group.cable === undefined && !Number.isNaN(margin.value))
    .sort((a, b) => a.budget.margin.value - b.budget.margin.value)
    .slice(0, worst)
    .map((row) => ({ example: nameOf(fabric, 'link', row.budget.class.sample), row }));
}

function closest<Row>(
  rows: readonly Row[],
  namesOf: (row: Row) => readonly string[],
  limitsOf: (row: Row) => readonly Limited[],
): ClosestRow[] {
  const alike = new Map<string, Omit<ClosestRow, 'names'> & { names: string[] }>();
  for (const row of rows) {
    const [most] = limitsOf(row)
      .flatMap((each) => shareOf(each))
      .sort(byShare);
    if (most === undefined) continue;
    const key = `${most.what} ${[most.value, most.limit, most.share].map(({ value, known }) => `${value} ${known}`)}`;
    const found = alike.get(key);
    if (found === undefined) alike.set(key, { names: [...namesOf(row)], ...most });
    else found.names.push(...namesOf(row));
  }
  return [...alike.values()].sort(byShare).slice(0, worst);
}

/** The largest first. */
function byShare(a: Pick<ClosestRow, 'share'>, b: Pick<ClosestRow, 'share'>): number {
  return leastOf(b.share) - leastOf(a.share);
}

/** The used share of a limit, at least; nothing where it is unknown. */
function shareOf({ what, value, limit }: Limited): Omit<ClosestRow, 'names'>[] {
  if (limit === undefined) return [];
  const least = leastOf(value) / limit.value;
  if (!Number.isFinite(least)) return [];
  const exact = derived(`used ${what}`, 'ratio', 'value ÷ limit', [value, limit], value.value / limit.value);
  return [{ what, value, limit, share: atLeast(exact, least) }];
}

/** A value, or what is known of it; `NaN` where nothing is. */
function leastOf({ value, known, bounds }: Derivation): number {
  if (!Number.isNaN(value)) return value;
  const least = bounds?.least ?? known;
  return least > 0 ? least : Number.NaN;
}

/** Racks of a row are alike in their power and height; of weight and coolant, the first is looked at. */
function rackLimits(facts: Facts): (row: RackRow) => readonly Limited[] {
  const { fabric, placement, cooling } = facts;
  return ({ first, loop, power, powerLimit, heightUsed, height }) => [
    { what: 'power', value: power, limit: powerLimit },
    { what: 'height', value: heightUsed, limit: height },
    { what: 'weight', value: placement.weight(first), limit: weightLimit(fabric, first) },
    ...(loop === undefined
      ? []
      : [{ what: 'coolant flow', value: needOf(facts, first), limit: cooling.branches.rackFlow(first) }]),
  ];
}

/** The heat that a loop carries at its return limit is its capacity; what its CDUs do is without those that may fail. */
function loopLimits({ heat, flow, capacity, pressureDrop, cdus }: LoopRow): readonly Limited[] {
  return [
    { what: 'heat', value: heat, limit: capacity },
    { what: 'heat of the remaining CDUs', value: heat, limit: cdus?.heat },
    { what: 'flow of the remaining CDUs', value: flow, limit: cdus?.flow },
    { what: 'head of the remaining CDUs', value: pressureDrop, limit: cdus?.head },
  ];
}

function feedLimits({ load, capacity }: FeedRow): readonly Limited[] {
  return [{ what: 'load when feeds fail', value: load, limit: capacity }];
}
