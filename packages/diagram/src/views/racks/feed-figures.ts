// What the feeds of some racks must carry, against their capacity.
import { type Facts, feedCapacity, feedsOfRack } from '@lightloom/core';
import type { FigureSpec } from '../captions/key-figures.ts';
import { drawnValue } from '../text/phrases.ts';

/** Feeds that have a figure each; of more, the ones with the least left. */
const maxFeeds = 4;

/** Id of the figure of a feed. */
export function feedId(name: string): string {
  return `feed ${name}`;
}

/** A figure for each feed that the racks are on: its load once the other feeds fail that its racks can lose. */
export function feedFigures({ fabric, power }: Facts, racks: ReadonlySet<number>): FigureSpec[] {
  const used = new Set([...racks].flatMap((rack) => [...feedsOfRack(fabric, rack).ids]));
  const feeds = fabric.feeds
    .filter(({ index }) => used.has(index))
    .map((feed) => ({ feed, load: power.feed(feed.index), capacity: feedCapacity(feed) }));
  const share = ({ load, capacity }: (typeof feeds)[number]): number => {
    const of = load.known / capacity.value;
    return Number.isNaN(of) ? -1 : of;
  };
  const shown = feeds.length <= maxFeeds ? feeds : feeds.toSorted((a, b) => share(b) - share(a)).slice(0, maxFeeds);
  return shown.map(
    ({ feed: { name }, load, capacity }): FigureSpec => ({
      label: feeds.length > shown.length ? `Feed ${name}, of ${feeds.length} feeds` : `Feed ${name}`,
      value: load,
      note: Number.isNaN(capacity.value) ? 'capacity unknown' : `of ${drawnValue(capacity)} when others fail`,
      limit: { atMost: capacity },
      id: feedId(name),
    }),
  );
}
