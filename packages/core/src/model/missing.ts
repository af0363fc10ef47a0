// What nobody gave: a property, and the declaration that would give it.

import type { FeedKind } from '../catalogue/index.ts';
import type { Origin } from '../source/origin.ts';
import type { Branch, Feed, Hall, LinkGroup, Loop } from './fabric.ts';
import type { Part } from './part.ts';
import { missingText } from './part-queries.ts';
import { sidesText } from './queries.ts';

/** A property that isn't given, or is given as unknown. */
export interface Missing {
  /** Why what depends on it is unknown, as the end of a sentence: ``Leaf has no `power` ``. */
  readonly text: string;
  readonly property: string;
  /** The declaration that would give it, as it starts: `switch type Leaf`. */
  readonly owner: string;
  /** Where that declaration is. */
  readonly origin: Origin;
}

/** A property that a part lacks. */
export function missingIn(part: Part, property: string): Missing {
  return { text: missingText(part, property), property, owner: `${part.kind} type ${part.name}`, origin: part.origin };
}

/** A property that a loop, a branch, a feed or the hall lacks. */
export function missingOf(
  kind: 'loop' | 'branch' | 'hall' | FeedKind,
  of: Pick<Loop | Branch | Feed | Hall, 'name' | 'origin' | 'unknowns'>,
  property: string,
): Missing {
  const { name, origin } = of;
  // Within a template, the declaration has the last part of the name alone.
  const declared = name.slice(name.lastIndexOf('.') + 1);
  return { text: missingText(of, property), property, owner: `${kind} ${declared}`, origin };
}

/** A property that the links of a statement lack. */
export function missingOnLinks(group: LinkGroup, property: string, text: string): Missing {
  return { text, property, owner: `link ${sidesText(group)}`, origin: group.origin };
}
