// The connectors of a link: at its modules and along its path.

import type { LinkEnd } from '../facts/index.ts';
import { type Counted, isPart, type LinkGroup, type Part } from '../model/index.ts';

/**
 * The connectors on the face of the module at an end. Undefined if unknown: several channels of a module may share its
 * connectors, unless its cage has `independent-ports`.
 */
export function faceOf({ module, optics }: LinkEnd): readonly Counted<'connector'>[] | undefined {
  const own = module?.values.connector?.value;
  if (own !== undefined) return own;
  const channels = (module?.values.channels?.value ?? []).reduce((all, each) => all + each.count, 0);
  const ports = module?.values['form-factor']?.value.values['independent-ports']?.value ?? 1;
  return channels <= ports ? optics?.values.connector?.value : undefined;
}

/** The connectors of a path: those of the link as written, then those of its panels. */
export function connectorsOf({ medium }: LinkGroup): readonly Counted<'connector'>[] {
  const panels = (medium.panels?.value ?? []).flatMap(({ part }) => part.values.connector?.value ?? []);
  return [...(medium.connectors?.value ?? []), ...panels];
}

/** Whether two connectors mate: of one type, or one derived from the other. A type that the design invents mates with any. */
export function mates(a: Part<'connector'>, b: Part<'connector'>): boolean {
  const of = (part: Part): Part => {
    let found = part;
    while (!found.library && found.base !== undefined && isPart(found.base, 'connector')) found = found.base;
    return found;
  };
  const [rootA, rootB] = [of(a), of(b)];
  return rootA === rootB || !rootA.library || !rootB.library;
}
