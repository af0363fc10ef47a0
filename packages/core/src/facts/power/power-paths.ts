// The ways that power takes from a feed, through UPSs and PDUs, to what is supplied.
import { atLeast, type Derivation, derived, knownOf, stated } from '../../figures/derivation.ts';
import { remembered } from '../../figures/remembered.ts';
import { type Fabric, type Feed, type FeedSet, feedsOfFeed, itemAt, missingOf } from '../../model/index.ts';
import { drawnPerWatt, type PowerPath } from './shares.ts';

/**
 * Which feeds of a set carry its load.
 * @param drawn power that is drawn through a feed of the set, for each watt of the load, if it carries all of it
 */
export type Carriers = (set: FeedSet, drawn: (feed: number) => number) => readonly number[];

/** The ways from a feed to what is on a set of feeds: none where the set draws nothing from it. */
export function pathsFrom(fabric: Fabric, feed: number, carriers: Carriers): (set: FeedSet) => readonly PowerPath[] {
  const through = remembered((id: number): readonly PowerPath[] => {
    if (id === feed) return [{ feeds: 1, through: [] }];
    const own = itemAt(fabric.feeds, id);
    const above = feedsOfFeed(fabric, own);
    if (above.ids.length === 0) return [];
    const step = { name: own.name, efficiency: feedEfficiency(own) };
    return to(above).map((path) => ({ ...path, through: [step, ...path.through] }));
  });
  const drawn = (id: number): number => through(id).reduce((sum, path) => sum + drawnPerWatt(path).known, 0);
  const to = remembered((set: FeedSet): readonly PowerPath[] => {
    const chosen = carriers(set, drawn);
    return asOne(chosen.flatMap(through).map((path) => ({ ...path, feeds: path.feeds * chosen.length })));
  });
  return to;
}

/** Most ways that are shown one by one. */
const mostPaths = 64;

/** Ways as one, with what all of them draw, where there are more than anybody reads: each step may double them. */
function asOne(paths: readonly PowerPath[]): readonly PowerPath[] {
  if (paths.length <= mostPaths) return paths;
  const drawn = paths.map(drawnPerWatt).reduce((all, each) => all + each.known, 0);
  const open = paths.flatMap(({ through }) => through).find(({ efficiency }) => Number.isNaN(efficiency.value));
  return [{ feeds: 1 / drawn, isMany: true, through: open === undefined ? [] : [open] }];
}

/** Every feed, UPS and PDU that power for a set of feeds passes through. */
export function suppliersOf(fabric: Fabric, set: FeedSet): ReadonlySet<number> {
  const found = new Set<number>();
  const add = ({ ids }: FeedSet): void => {
    for (const id of ids) {
      if (found.has(id)) continue;
      found.add(id);
      add(feedsOfFeed(fabric, itemAt(fabric.feeds, id)));
    }
  };
  add(set);
  return found;
}

/** Power that a feed, a UPS or a PDU delivers, as a share of what it draws. */
function feedEfficiency(feed: Feed): Derivation {
  const { name, kind, values } = feed;
  return stated(`efficiency of ${name}`, 'ratio', values.efficiency, missingOf(kind, feed, 'efficiency'));
}

/** Power that a UPS or a PDU draws for its load, in W; at least its load where its efficiency is unknown. */
export function drawnBy(feed: Feed, load: Derivation): Derivation {
  const efficiency = feedEfficiency(feed);
  const drawn = derived(
    `power that ${feed.name} draws`,
    'power',
    'load ÷ efficiency',
    [load, efficiency],
    load.value / efficiency.value,
  );
  return atLeast(drawn, knownOf(load) / (Number.isNaN(efficiency.value) ? 1 : efficiency.value));
}
