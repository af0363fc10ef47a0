// Where feeds, racks and CDUs are in a drawing of power.
import { type Facts, type Feed, type FeedSet, itemAt } from '@lightloom/core';
import type { Locator } from '../marks/locator.ts';
import type { Load } from './loads.ts';

/** A box that loads without one of their own share. */
interface Shared {
  readonly id: string;
  readonly set: FeedSet;
}

/** What is drawn. */
interface Drawn {
  readonly feeds: readonly Feed[];
  /** Loads with a box of their own. */
  readonly own: readonly Load[];
  /** The other loads, and their boxes. */
  readonly others: readonly Load[];
  readonly shared: readonly Shared[];
}

export function powerLocator({ fabric }: Facts, { feeds, own, others, shared }: Drawn): Locator {
  const boxes = new Map<string, string>();
  const put = ({ kind, ids }: Load, box: string): void => {
    for (const id of ids) boxes.set(`${kind} ${id}`, box);
  };
  for (const load of own) put(load, load.id);
  for (const load of others) put(load, shared.find(({ set }) => set === load.set)?.id ?? '');
  const drawn = new Set(feeds.map(({ name }) => name));
  return {
    itemOf(of, id) {
      if (of === 'rack' || of === 'cdu') return boxes.get(`${of} ${id}`);
      const feed = of === 'feed' ? itemAt(fabric.feeds, id).name : '';
      return drawn.has(feed) ? feed : undefined;
    },
  };
}
