// The directions of a link.

import type { LinkBudget } from './optics.ts';
import type { Way } from './spans.ts';

/** Both directions of a link with a module at each end; one where they are alike. */
export function waysOf({ class: { group, from, to }, loss }: LinkBudget): Way[] {
  if (from.optics === undefined || to.optics === undefined) return [];
  const there: Way = { group, sender: from.optics, receiver: to.optics, at: 'to', loss };
  if (from.optics === to.optics && group.medium.spans === undefined) return [there];
  return [there, { group, sender: to.optics, receiver: from.optics, at: 'from', loss }];
}
