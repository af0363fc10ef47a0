// The connectors on the modules of a link.

import { isInheritedFront, type LinkEnd, moduleFront } from '../facts/index.ts';
import type { Part } from '../model/index.ts';

/** The kinds of connectors that the fibers of an end come out of; undefined if unknown. */
type Face = readonly Part<'connector'>[] | undefined;

/** Finds the faces of ends, each worked out once: many classes of links share an end. */
export function rememberedFaces(): (end: LinkEnd) => Face {
  const known = new Map<LinkEnd, Face>();
  return (end) => {
    if (!known.has(end)) known.set(end, faceOf(end));
    return known.get(end);
  };
}

function faceOf({ module, optics }: LinkEnd): Face {
  if (module === undefined || optics === undefined) return undefined;
  const front = moduleFront(module);
  // Which of them carry the channel may be unknown; that it is one of them isn't.
  if (typeof front === 'string')
    return isInheritedFront(module) ? undefined : module.values.connector?.value.map(({ part }) => part);
  // A PMD that a module works as on some lines is not among its channels, but comes out of the same connectors.
  const isAny = !module.values.channels?.value.some(({ part }) => part === optics);
  const kinds = new Set<Part<'connector'>>();
  let channel = 0;
  for (const { count, part } of module.values.channels?.value ?? [])
    for (const end = channel + count; channel < end; channel++) {
      if (part !== optics && !isAny) continue;
      for (const { connector } of front.channels[channel] ?? []) {
        const kind = front.connectors[connector];
        if (kind !== undefined) kinds.add(kind);
      }
    }
  return [...kinds];
}
