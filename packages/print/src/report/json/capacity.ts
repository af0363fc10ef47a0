// What is closest to its limits, what is free, cables by length, and links between tiers, in JSON.
import type { ClosestRow, DesignReport, PairRow } from '@lightloom/core';
import { jsonQuantities, jsonQuantity } from '../../json/quantity.ts';

/** At most ten of each kind, the worst first. */
export function jsonClosest({ closest: { links, racks, loops, feeds } }: DesignReport) {
  return {
    links: links.map(({ example, row: { statement, network, budget } }) => ({
      statement,
      network: network?.name ?? null,
      example,
      count: budget.class.count,
      ...jsonQuantities({
        length: budget.length,
        reach: budget.reach,
        loss: budget.loss,
        allowed: budget.allowed,
        margin: budget.margin,
      }),
    })),
    racks: racks.map(jsonLimited),
    loops: loops.map(jsonLimited),
    feeds: feeds.map(jsonLimited),
  };
}

function jsonLimited({ names, what, ...figures }: ClosestRow) {
  return { names, limited: what, ...jsonQuantities(figures) };
}

/** Free capacity. */
export function jsonFree({ free }: DesignReport) {
  return free.map(({ what, of, withModule, ...figures }) => ({
    what,
    of,
    ...jsonQuantities(figures),
    ...(withModule === undefined ? {} : { withModule }),
  }));
}

/** Cables by type, construction and class of length. */
export function jsonCables({ cables }: DesignReport) {
  return cables.map(({ part, construction, over, upTo, cables: count, length, fiberLength }) => ({
    type: part?.name ?? null,
    construction: construction === '' ? null : construction,
    over: bound(over),
    upTo: bound(upTo),
    cables: jsonQuantity(count),
    length: jsonQuantity(length),
    fiberLength: fiberLength === undefined ? null : jsonQuantity(fiberLength),
  }));
}

/** A bound of a class; null where there is none or the length is unknown. */
function bound(meters: number): number | null {
  return Number.isFinite(meters) ? meters : null;
}

/** Links between each two tiers. */
export function jsonPairs({ pairs }: DesignReport) {
  const end = ({ tier, names }: PairRow['lower']) => ({ tier: tier ?? null, names });
  return pairs.map(({ network, lower, upper, links, pairs: joined, perPair, bandwidth }) => ({
    network: network.name,
    lower: end(lower),
    upper: end(upper),
    links,
    pairs: joined,
    perPair,
    bandwidth: jsonQuantity(bandwidth),
  }));
}
