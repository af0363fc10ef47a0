// Which things to take away so that a fact gets as bad as it can.
import { type Fabric, type Failure, partOfCdu } from '../model/index.ts';
import type { Facts } from './facts.ts';
import { canFail, devicesIn, linksByDevice, scenarioOf } from './losses.ts';
import type { Scenario } from './scenario.ts';

/** How scenarios are compared. */
export interface Comparison {
  /** Steps that it takes to evaluate one, roughly. */
  readonly cost: number;
  isWorse(a: Scenario, b: Scenario): boolean;
}

/** Most steps that go into looking for the worst scenario of one requirement. */
const mostSteps = 2e6;
/** Most scenarios that are tried. */
const mostTries = 500;

/**
 * The worst scenario of `when any N of X fail`.
 *
 * All are tried where there are few. Where there are many, the worst N are those that are worst one by one; where even
 * these are too many, those with the largest shares, as everything that can fail takes a share of a sum with it (link
 * bandwidth of a cut, capacity of CDUs).
 * @returns undefined when what should fail is of a kind whose loss changes nothing that is known
 */
export function worstScenario(
  facts: Facts,
  failures: readonly Failure[],
  { cost, isWorse }: Comparison,
): Scenario | undefined {
  if (failures.some(({ of: { of } }) => !canFail(of))) return undefined;
  const tries = Math.min(mostTries, Math.floor(mostSteps / cost));
  const scenario = (chosen: readonly (readonly number[])[]): Scenario =>
    scenarioOf(
      facts,
      failures.map(({ of: { of } }, i) => ({ of, ids: chosen[i] ?? [] })),
    );
  const orders = failures.map((each) => ordered(facts, each));
  const most = failures.reduce((all, each) => all * ways(each.of.ids.length, each.count), 1);
  if (most <= tries) {
    const all = product(failures.map(({ count }, i) => [...combinations(orders[i] as number[], count)]));
    return worstBy([...all].map(scenario), isWorse);
  }
  return scenario(
    failures.map((failure, i) => {
      const order = orders[i] as number[];
      const { of, count } = failure;
      if (of.of === 'feed') return largest(facts, failure);
      if (order.length > tries) return order.slice(0, count);
      const alone = order.map((id) => ({ id, scenario: scenarioOf(facts, [{ of: of.of, ids: [id] }]) }));
      const worse = (a: Scenario, b: Scenario): number => (isWorse(a, b) ? -1 : isWorse(b, a) ? 1 : 0);
      return alone
        .sort((a, b) => worse(a.scenario, b.scenario))
        .slice(0, count)
        .map(({ id }) => id);
    }),
  );
}

/** The worst of some scenarios, the first of those that are as bad. */
function worstBy(scenarios: readonly Scenario[], isWorse: Comparison['isWorse']): Scenario | undefined {
  let found: Scenario | undefined;
  for (const each of scenarios) if (found === undefined || isWorse(each, found)) found = each;
  return found;
}

/** In how many ways so many can be chosen. */
function ways(all: number, count: number): number {
  let found = 1;
  for (let i = 0; i < count; i++) found = (found * (all - i)) / (i + 1);
  return found;
}

/** One of each list, in all ways. */
function* product<T>(lists: readonly (readonly T[])[], chosen: readonly T[] = []): Iterable<readonly T[]> {
  const next = lists[chosen.length];
  if (next === undefined) yield chosen;
  else for (const each of next) yield* product(lists, [...chosen, each]);
}

/** What may fail, that with the largest shares first. */
function ordered(facts: Facts, failure: Failure): number[] {
  const first = largest(facts, failure);
  if (failure.of.of !== 'feed') return largest(facts, { ...failure, count: failure.of.ids.length });
  return [...first, ...[...failure.of.ids].filter((id) => !first.includes(id))];
}

function largest(facts: Facts, failure: Failure): number[] {
  const ids = [...failure.of.ids];
  if (failure.of.of === 'feed') return worstFeeds(facts.fabric, ids, failure.count);
  const share = shareOf(facts, failure);
  const shares = new Map(ids.map((id) => [id, share(id)]));
  return ids.sort((a, b) => (shares.get(b) as number) - (shares.get(a) as number) || a - b).slice(0, failure.count);
}

/** How much goes with a thing: links for devices and what holds them, heat for a CDU. */
function shareOf(facts: Facts, { of: { of } }: Failure): (id: number) => number {
  const { fabric } = facts;
  if (of === 'cdu') return (id) => partOfCdu(fabric, id)?.values.capacity?.value ?? 0;
  if (of === 'port') return () => 0;
  if (of === 'cage') return (id) => (fabric.cages.firstPort[id + 1] as number) - (fabric.cages.firstPort[id] as number);
  const links = facts.once('links by device', () => linksByDevice(facts));
  return (id) => {
    let all = 0;
    for (const device of devicesIn(facts, of, [id])) all += links[device] as number;
    return all;
  };
}

/** Most combinations of feeds that are tried one by one. */
const mostCombinations = 2000;

/** The feeds whose common loss leaves most racks in the dark; of many feeds, those with the most racks. */
function worstFeeds(fabric: Fabric, ids: readonly number[], count: number): number[] {
  const racksOf = new Float64Array(fabric.feedSets.length);
  for (const set of fabric.racks.feeds) racksOf[set] = (racksOf[set] as number) + 1;
  const dark = (chosen: readonly number[]): number =>
    fabric.feedSets.reduce(
      (all, set, i) =>
        all + (set.ids.length > 0 && set.ids.every((id) => chosen.includes(id)) ? (racksOf[i] as number) : 0),
      0,
    );
  const touched = (id: number): number =>
    fabric.feedSets.reduce((all, set, i) => all + (set.ids.includes(id) ? (racksOf[i] as number) : 0), 0);
  const busiest = [...ids].sort((a, b) => touched(b) - touched(a) || a - b);
  let worst = busiest.slice(0, count);
  let most = dark(worst);
  let tried = 0;
  for (const chosen of combinations(busiest, count)) {
    if (++tried > mostCombinations) break;
    const each = dark(chosen);
    if (each > most) [worst, most] = [[...chosen], each];
  }
  return worst;
}

/** All ways to choose so many, the first ones first. */
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
    yield* combinations(ids, count, i + 1, [...chosen, ids[i] as number]);
}
