// Sites of several boxes each: a frame for every site, the boxes that are linked to other sites on top.
import { grouped, type Trunk } from '../../graph/index.ts';
import type { Ranks } from './ranks.ts';
import type { Frame, Stacks } from './stacks/stacks.ts';

/** Fewer sites are beside each other, with their bands in between. */
const fewest = 3;

/**
 * Rows within the sites of a network: hops from the boxes that are linked to other sites. Undefined where some box is in no site, where
 * each site is one box, or where the sites are a chain.
 */
export function siteRanks({ stacks }: Stacks, trunks: readonly Trunk[]): Ranks | undefined {
  const siteOf = new Map(stacks.map(({ id, frame }) => [id, outermost(frame)]));
  const sites = grouped(stacks, ({ id }) => siteOf.get(id));
  if (sites.has(undefined) || sites.size < fewest || sites.size === stacks.length) return undefined;
  const between = trunks.filter(({ from, to }) => siteOf.get(from) !== siteOf.get(to));
  const pairs = new Set(between.map(({ from, to }) => [siteOf.get(from)?.id, siteOf.get(to)?.id].sort().join(' ')));
  if (pairs.size < sites.size) return undefined;
  const hops = new Map<string, number>(between.flatMap(({ from, to }) => [from, to]).map((id) => [id, 0]));
  for (let row = 0; row < stacks.length; row++)
    for (const { from, to } of trunks)
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const)
        if (hops.get(one) === row && !hops.has(other)) hops.set(other, row + 1);
  const lowest = Math.max(...hops.values());
  return { tiers: new Map([...hops].map(([id, hop]) => [id, lowest - hop])), isUnordered: false };
}

function outermost(frame: Frame | undefined): Frame | undefined {
  let found = frame;
  while (found?.parent !== undefined) found = found.parent;
  return found;
}
