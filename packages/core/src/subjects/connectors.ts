// Which connector a link has at a module, and which its path has.

import type { LinkEnd } from '../facts/index.ts';
import { type Counted, isPart, type LinkGroup, type Part } from '../model/index.ts';

/**
 * The connectors on the face of the module at an end; undefined where nobody can tell: channels that share the face of a
 * module may share connectors too, unless its cage says that they are ports of their own.
 */
export function faceOf({ module, optics }: LinkEnd): readonly Counted<'connector'>[] | undefined {
  const own = module?.values.connector?.value;
  if (own !== undefined) return own;
  const channels = (module?.values.channels?.value ?? []).reduce((all, each) => all + each.count, 0);
  const ports = module?.values['form-factor']?.value.values['independent-ports']?.value ?? 1;
  return channels <= ports ? optics?.values.connector?.value : undefined;
}

/** The connectors of a path, those of its panels among them, in the order in which they are written. */
export function connectorsOf({ medium }: LinkGroup): readonly Counted<'connector'>[] {
  const panels = (medium.panels?.value ?? []).flatMap(({ part }) => part.values.connector?.value ?? []);
  return [...(medium.connectors?.value ?? []), ...panels];
}

/** Whether two connectors mate: one type, or one that a design has refined. Nobody can tell of those a design made up. */
export function mates(a: Part<'connector'>, b: Part<'connector'>): boolean {
  const of = (part: Part): Part => {
    let found = part;
    while (!found.library && found.base !== undefined && isPart(found.base, 'connector')) found = found.base;
    return found;
  };
  const [rootA, rootB] = [of(a), of(b)];
  return rootA === rootB || !rootA.library || !rootB.library;
}
