// Where feeds, racks and CDUs are in a drawing of power.
import type { FeedSet } from '@lightloom/core';
import type { Locator } from '../marks/locator.ts';
import type { FeedStack } from './feed-stacks.ts';
import type { Load } from './loads.ts';

/** A box that loads without one of their own share. */
interface Shared {
  readonly id: string;
  readonly set: FeedSet;
}

/** What is drawn. */
interface Drawn {
  readonly feeds: readonly FeedStack[];
  /** Loads with a box of their own. */
  readonly own: readonly Load[];
  /** The other loads, and their boxes. */
  readonly others: readonly Load[];
  readonly shared: readonly Shared[];
}

export function powerLocator({ feeds, own, others, shared }: Drawn): Locator {
  const boxes = new Map<string, string>();
  const put = ({ kind, ids }: Load, box: string): void => {
    for (const id of ids) boxes.set(`${kind} ${id}`, box);
  };
  for (const load of own) put(load, load.id);
  for (const load of others) put(load, shared.find(({ set }) => set === load.set)?.id ?? '');
  for (const { id: box, feeds: alike } of feeds) for (const { index } of alike) boxes.set(`feed ${index}`, box);
  return {
    itemOf(of, id) {
      return boxes.get(`${of} ${id}`);
    },
  };
}
