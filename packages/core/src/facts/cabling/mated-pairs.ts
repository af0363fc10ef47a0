// Mated pairs on the path of a cable. A statement gives the places of a path at which connectors mate, as each fiber passes them;
// how many connectors there are at one place depends on the fibers of the cable.

import { type Derivation, figure, unknown } from '../../figures/derivation.ts';
import { type Counted, isPart, type LinkGroup, missingText, type Part } from '../../model/index.ts';
import type { CableEnd, CableKind } from './cable-kinds.ts';

/** The connectors of a path: those of the link as written, then those of its panels. */
export function connectorsOf({ medium }: LinkGroup): readonly Counted<'connector'>[] {
  const panels = (medium.panels?.value ?? []).flatMap(({ part }) => part.values.connector?.value ?? []);
  return [...(medium.connectors?.value ?? []), ...panels];
}

/** Whether two connectors mate: of one type, or one derived from the other. A type that the design invents mates with any. */
export function mates(a: Part<'connector'>, b: Part<'connector'>): boolean {
  const [rootA, rootB] = [rootOf(a), rootOf(b)];
  return rootA === rootB || !rootA.library || !rootB.library;
}

/** The library's type that a connector is derived from; the first one where there is none. */
function rootOf(part: Part<'connector'>): Part {
  let found: Part = part;
  while (!found.library && found.base !== undefined && isPart(found.base, 'connector')) found = found.base;
  return found;
}

/**
 * Mated pairs that one cable has at some places of its path.
 *
 * At the end of a cable, connectors of its own kind mate one to one; elsewhere as many as its fibers take. A breakout has more of
 * them at its tails than at its trunk. There, places are those of the side whose connectors are of that kind; with the same kind
 * on both sides, two places are one on either side. What else lies where isn't known.
 */
export function pairsOfCable(kind: CableKind, connector: Part<'connector'>, places: number): Derivation {
  const label = `mated pairs of ${connector.name} on a cable`;
  const [from, to] = [pairsAt(kind.from, connector), pairsAt(kind.to, connector)];
  if (Number.isNaN(from) || Number.isNaN(to)) {
    const why =
      connector.values.fibers === undefined ? missingText(connector, 'fibers') : 'the fibers of some links are unknown';
    return unknown(label, 'count', why);
  }
  if (from === to) return figure(label, 'count', places * from);
  const [atFrom, atTo] = [hasKind(kind.from, connector), hasKind(kind.to, connector)];
  if (atFrom !== atTo) return figure(label, 'count', places * (atFrom ? from : to));
  if (atFrom && places === 2) return figure(label, 'count', from + to);
  const least = places * Math.min(from, to);
  return { ...unknown(label, 'count', 'the path does not say on which side of a breakout they are'), known: least };
}

/** Connectors of a kind that the fibers at the ends on one side take. */
function pairsAt(ends: readonly CableEnd[], connector: Part<'connector'>): number {
  const size = connector.values.fibers?.value ?? Number.NaN;
  return ends.reduce(
    (all, { part, fibers, count }) => all + count * (isSame(part, connector) ? 1 : Math.ceil(fibers / size)),
    0,
  );
}

function hasKind(ends: readonly CableEnd[], connector: Part<'connector'>): boolean {
  return ends.some(({ part }) => isSame(part, connector));
}

function isSame(part: Part<'connector'> | undefined, connector: Part<'connector'>): boolean {
  return part !== undefined && rootOf(part) === rootOf(connector);
}
