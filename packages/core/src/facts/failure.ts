// Which things to take away so that a fact gets as bad as it can.
import { type Fabric, type Failure, partOfCdu } from '../model/index.ts';
import type { Facts } from './facts.ts';
import { canFail, devicesIn, type Loss, linksByDevice, scenarioOf } from './losses.ts';
import type { Scenario } from './scenario.ts';

/**
 * The worst scenario of `when any N of X fail`.
 *
 * Everything that can fail takes a share of a sum with it (link bandwidth of a cut, capacity of CDUs), so the worst N
 * are those with the largest shares.
 * @returns undefined when what should fail is of a kind whose loss changes nothing that is known
 */
export function worstScenario(facts: Facts, failures: readonly Failure[]): Scenario | undefined {
  const losses: Loss[] = [];
  for (const failure of failures) {
    if (!canFail(failure.of.of)) return undefined;
    losses.push({ of: failure.of.of, ids: largest(facts, failure) });
  }
  return scenarioOf(facts, losses);
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
