// Cables by class of links, and in all.

import { type Derivation, figure, sum, times, unknown } from '../../figures/derivation.ts';
import { type Fabric, itemAt, linksText } from '../../model/index.ts';
import { type LinkClasses, missingLinks } from '../classes/link-classes.ts';
import type { CableEnd, CableKind } from './cable-kinds.ts';
import type { Cabling } from './cabling.ts';

/** What cables are counted from. */
export interface CableInputs {
  readonly fabric: Fabric;
  readonly links: LinkClasses;
  readonly cabling: Cabling;
}

/** Cables of the links of a class. One that links of several classes share belongs to the class of its first link. */
export function cablesOfLinkClass({ links, cabling }: Omit<CableInputs, 'fabric'>, index: number): Derivation {
  const label = `cables of the ${linksText(itemAt(links.classes, index).group)}`;
  const why = cabling.whyUnknown(index);
  if (why !== undefined) return unknown(label, 'count', why);
  const terms = cabling.kindsOf(index).map((kind) => times(kind.count, figure(kindText(kind), 'count', 1)));
  return sum(label, 'count', 'cables by their ends', terms);
}

/** Cables of a whole fabric. */
export function cablesInAll({ links, cabling, fabric }: CableInputs): Derivation {
  const missing = missingLinks(fabric);
  const terms = links.classes.map(({ index }) => cablesOfLinkClass({ links, cabling }, index));
  const gap = missing === undefined ? [] : [unknown('unknown links', 'count', missing)];
  return sum('cables', 'count', 'sum of the links', [...terms, ...gap]);
}

/** `breakout, MPO16 to 2 × MPO12`; the trunk end of a breakout is the first. */
export function kindText({ shape, from, to }: CableKind): string {
  if (shape === 'fixed') return 'cable with fixed ends';
  const ends = [endsText(from), endsText(to)].filter((each) => each !== '');
  if (ends.length < 2) return [shape, ...ends].join(', ');
  const trunkLast = shape === 'breakout' && countOf(to) < countOf(from);
  const inOrder = shape === 'breakout' ? (trunkLast ? ends.toReversed() : ends) : ends.toSorted();
  return `${shape}, ${inOrder.join(' to ')}`;
}

function countOf(ends: readonly CableEnd[]): number {
  return ends.reduce((all, { count }) => all + count, 0);
}

/** `2 × MPO12`; empty for a socket that isn't fiber. */
function endsText(ends: readonly CableEnd[]): string {
  const counts = new Map<string, number>();
  for (const { part, count } of ends)
    if (part !== undefined) counts.set(part.name, (counts.get(part.name) ?? 0) + count);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${count} × ${name}`)).join(' and ');
}
