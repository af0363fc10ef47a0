// The scenario of a failure that is worst for a fact.

import type { Scenario } from '../../../facts/conditions/scenario.ts';
import { suppliersOf } from '../../../facts/power/power-paths.ts';
import { devicesIn, feedsWithout } from '../../../facts/selection/devices-in.ts';
import {
  cageOfPort,
  type Fabric,
  type Failure,
  itemAt,
  numberAt,
  partOfCdu,
  type Requirement,
  realAt,
  unsignedAt,
} from '../../../model/index.ts';
import { defineAnswer } from '../../answer.ts';
import type { Facts } from '../../facts.ts';
import { reads } from '../../subject-facts.ts';
import { fedBy, partAt, partId, partsIn } from '../failing-parts.ts';
import { canFail, linksByDevice, scenarioOf } from '../losses.ts';
import { alikeChoices, type Candidates } from './alike-choices.ts';

/** How scenarios are compared. */
export interface Comparison {
  /** Approximate steps to evaluate one. */
  readonly cost: number;
  /** Whether only what networks can do is compared, which the symmetries of networks leave as it is. */
  readonly isOfNetworks: boolean;
  isWorse(a: Scenario, b: Scenario): boolean;
}

/** The worst scenario that was found. */
export interface WorstScenario {
  readonly scenario: Scenario;
  /** Scenarios that there are, where only some of them were tried: one that was not may be worse. */
  readonly untriedOf?: number;
  /** The bandwidth of links that any of these scenarios cuts at most, in bit/s, where single cages or ports fail. */
  readonly cutsAtMost?: number;
}

/** Most steps spent on finding the worst scenario of one requirement: a few tenths of a second. */
const maxSteps = 1e8;
/** Most scenarios to try. */
const maxTries = 5000;

/**
 * The worst scenario of `when any N of X fail`.
 *
 * All are tried where there are few, of those that a symmetry of the networks maps onto each other one. Where there are many, the N are
 * tried that are worst one by one; where even these are too many, those with the largest shares, as everything that can fail takes a share
 * of a sum with it (link bandwidth of a cut, capacity of CDUs). Another N may be worse: neighbors of one switch isolate it together.
 * @returns a text with the reason where the consequences are unknown
 */
export function worstScenario(
  facts: Facts,
  requirement: Requirement,
  { cost, isOfNetworks, isWorse }: Comparison,
): WorstScenario | string {
  const candidates: Candidates[] = [];
  for (const failure of requirement.failures) {
    const each = candidatesOf(facts, failure);
    if (typeof each === 'string') return each;
    candidates.push(each);
  }
  const tries = Math.min(maxTries, Math.floor(maxSteps / cost));
  const scenario = (chosen: readonly (readonly number[])[]): Scenario =>
    scenarioOf(
      facts,
      candidates.map(({ of }, i) => ({ of, ids: chosen[i] ?? [] })),
    );
  const orders = candidates.map((each) => ordered(facts, each));
  const most = candidates.reduce((all, each) => all * combinationCount(each.ids.length, each.count), 1);
  if (most <= tries) {
    const all = product(candidates.map(({ count }, i) => [...combinations(itemAt(orders, i), count)]));
    return { scenario: worstBy([...all].map(scenario), isWorse) ?? scenario([]) };
  }
  const sorted = candidates.map((each, i) => ({ ...each, ids: itemAt(orders, i) }));
  const unlike = alikeChoices(facts, requirement, sorted, { isOfNetworks, most: tries });
  if (unlike !== undefined) return { scenario: worstBy(unlike.map(scenario), isWorse) ?? scenario([]) };
  const found = scenario(
    candidates.map((each, i) => {
      const order = itemAt(orders, i);
      const { of, count } = each;
      if (of === 'feed') return largest(facts, each);
      if (order.length > tries) return order.slice(0, count);
      const alone = order.map((id) => ({ id, scenario: scenarioOf(facts, [{ of, ids: [id] }]) }));
      const worse = (a: Scenario, b: Scenario): number => (isWorse(a, b) ? -1 : isWorse(b, a) ? 1 : 0);
      return alone
        .sort((a, b) => worse(a.scenario, b.scenario))
        .slice(0, count)
        .map(({ id }) => id);
    }),
  );
  return { scenario: found, untriedOf: most, ...cutsAtMost(facts, candidates) };
}

function cutsAtMost(facts: Facts, candidates: readonly Candidates[]): Pick<WorstScenario, 'cutsAtMost'> {
  if (!candidates.every(({ of }) => of === 'cage' || of === 'port')) return {};
  const shares = candidates.flatMap((each) => largest(facts, each).map(shareOf(facts, each.of)));
  return { cutsAtMost: shares.reduce((all, each) => all + each, 0) };
}

/** What can fail in a failure; a text with the reason where that is unknown. */
function candidatesOf(facts: Facts, { of: selection, parts, count, text }: Failure): Candidates | string {
  const { fabric } = facts;
  const { of } = selection;
  if (parts === undefined)
    return canFail(of)
      ? { of, ids: [...selection.ids], count }
      : `the consequences of a failure of ${text} are unknown`;
  const ids: number[] = [];
  for (const owner of selection.ids)
    for (let place = 0; place < partsIn(fabric, parts, owner); place++) ids.push(partId(owner, place));
  if (ids.length === 0) return `${text} can't fail: it has no ${parts}`;
  if (count > ids.length) return `${count} of ${text} can't fail: there are ${ids.length}`;
  if (parts === 'lasers' && ids.some((id) => fedBy(fabric, partAt(id).owner, partAt(id).place) === undefined))
    return `the lasers of ${text} have no \`engines\``;
  return { of: parts, ids, count };
}

/** The worst of some scenarios, the first of equally bad ones. */
function worstBy(scenarios: readonly Scenario[], isWorse: Comparison['isWorse']): Scenario | undefined {
  let found: Scenario | undefined;
  for (const each of scenarios) if (found === undefined || isWorse(each, found)) found = each;
  return found;
}

/** Number of combinations of so many out of all. */
function combinationCount(all: number, count: number): number {
  let found = 1;
  for (let i = 0; i < count; i++) found = (found * (all - i)) / (i + 1);
  return found;
}

/** All combinations of one item of each list. */
function* product<T>(lists: readonly (readonly T[])[], chosen: readonly T[] = []): Iterable<readonly T[]> {
  const next = lists[chosen.length];
  if (next === undefined) yield chosen;
  else for (const each of next) yield* product(lists, [...chosen, each]);
}

/** What can fail, largest shares first. */
function ordered(facts: Facts, { of, ids, count }: Candidates): number[] {
  if (of !== 'feed') return largest(facts, { of, ids, count: ids.length });
  const first = largest(facts, { of, ids, count });
  return [...first, ...ids.filter((id) => !first.includes(id))];
}

function largest(facts: Facts, { of, ids, count }: Candidates): number[] {
  if (of === 'feed') return worstFeeds(facts.fabric, ids, count);
  const share = shareOf(facts, of);
  const shares = new Map(ids.map((id) => [id, share(id)]));
  return [...ids].sort((a, b) => (shares.get(b) as number) - (shares.get(a) as number) || a - b).slice(0, count);
}

/** How much stops with a thing: link bandwidth for devices and what holds them, heat for a CDU. */
function shareOf(facts: Facts, of: Candidates['of']): (id: number) => number {
  const { fabric } = facts;
  if (of === 'cdu') return (id) => partOfCdu(fabric, id)?.values.capacity?.value ?? 0;
  if (of === 'pumps') return (id) => partOfCdu(fabric, partAt(id).owner)?.values.capacity?.value ?? 0;
  if (of === 'port' || of === 'cage' || of === 'lasers') {
    const rates = ratesByCage(facts);
    if (of === 'port') return (id) => realAt(rates, cageOfPort(fabric, id));
    if (of === 'cage') return (id) => realAt(rates, id);
    return (id) =>
      (fedBy(fabric, partAt(id).owner, partAt(id).place) ?? []).reduce((all, cage) => all + realAt(rates, cage), 0);
  }
  const links = linksByDevice(facts);
  return (id) => {
    let all = 0;
    const owners = ownersOf(facts, of, id);
    for (const device of owners) all += realAt(links, device);
    return all;
  };
}

/** The devices that may stop with a thing. */
function ownersOf(facts: Facts, of: Exclude<Candidates['of'], 'pumps' | 'lasers'>, id: number): Iterable<number> {
  if (of === 'supplies') return [partAt(id).owner];
  return of === 'shelves' ? devicesIn(facts, 'rack', [partAt(id).owner]) : devicesIn(facts, of, [id]);
}

/** Bandwidth of the links at each cage, in bit/s; a link of unknown rate counts as 1 bit/s. */
const ratesByCage = defineAnswer(reads('fabric', 'links', 'optics'), ({ fabric, links, optics }) => {
  const sums = new Float64Array(fabric.cages.count);
  const rates = Float64Array.from(optics.budgets, ({ rate: { value } }) => (Number.isNaN(value) ? 1 : value));
  for (let link = 0; link < fabric.links.count; link++) {
    const rate = realAt(rates, unsignedAt(links.of, link));
    const from = cageOfPort(fabric, unsignedAt(fabric.links.from, link));
    const to = cageOfPort(fabric, unsignedAt(fabric.links.to, link));
    sums[from] = realAt(sums, from) + rate;
    sums[to] = realAt(sums, to) + rate;
  }
  return sums;
});

/** Most combinations of feeds to try. */
const maxCombinations = 2000;

/** The feeds whose common failure leaves the most racks and CDUs without power; of many feeds, those with the most of them. */
function worstFeeds(fabric: Fabric, ids: readonly number[], count: number): number[] {
  const racksOf = new Float64Array(fabric.feedSets.length);
  for (const set of [...fabric.racks.feeds, ...fabric.cdus.feeds]) racksOf[set] = realAt(racksOf, set) + 1;
  const dark = (chosen: readonly number[]): number => {
    const lost = feedsWithout(fabric, chosen);
    return fabric.feedSets.reduce(
      (all, set, i) => all + (set.ids.length > 0 && set.ids.every((id) => lost.has(id)) ? realAt(racksOf, i) : 0),
      0,
    );
  };
  const suppliers = fabric.feedSets.map((set) => suppliersOf(fabric, set));
  const touched = (id: number): number =>
    suppliers.reduce((all, found, i) => all + (found.has(id) ? realAt(racksOf, i) : 0), 0);
  const busiest = [...ids].sort((a, b) => touched(b) - touched(a) || a - b);
  let worst = busiest.slice(0, count);
  let most = dark(worst);
  let tried = 0;
  for (const chosen of combinations(busiest, count)) {
    if (++tried > maxCombinations) break;
    const each = dark(chosen);
    if (each > most) [worst, most] = [[...chosen], each];
  }
  return worst;
}

/** All combinations of so many ids, the first ones first. */
function* combinations(
  ids: readonly number[],
  count: number,
  from = 0,
  chosen: number[] = [],
): Iterable<readonly number[]> {
  if (chosen.length === count) {
    yield chosen;
    return;
  }
  for (let i = from; i <= ids.length - (count - chosen.length); i++)
    yield* combinations(ids, count, i + 1, [...chosen, numberAt(ids, i)]);
}
