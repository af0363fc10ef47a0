// Links in JSON: one entry for links of one statement that are alike.
import type { DesignReport, LinkRow } from '@lightloom/core';
import { jsonLocation } from '../../json/location.ts';
import { jsonQuantities } from '../../json/quantity.ts';
import type { Sources } from '../../text/source-text.ts';

/** Links with their path, rate, loss and margin. */
export function jsonLinks({ links }: DesignReport, sources: Sources) {
  return links.map((each) => jsonLink(each, sources));
}

function jsonLink(row: LinkRow, sources: Sources) {
  const { statement, network, pattern, budget, typicalLoss, latency, cables, fibersEach, fibers, origin } = row;
  const { class: links, loss, allowed, length, reach, margin, rate } = budget;
  const end = ({ module, optics }: typeof links.from) => ({
    module: module?.name ?? null,
    optics: optics?.name ?? null,
  });
  return {
    statement,
    network: network?.name ?? null,
    pattern,
    count: links.count,
    from: end(links.from),
    to: end(links.to),
    fiber: links.group.fiber?.name ?? null,
    cable: links.group.cable?.name ?? null,
    ...jsonQuantities({ rate, length, reach, loss, typicalLoss, allowed, margin, latency, cables, fibersEach, fibers }),
    location: jsonLocation(origin, sources),
  };
}

/** Statements that made no links. */
export function jsonUnmadeLinks({ unlaid }: DesignReport, sources: Sources) {
  return unlaid.map(({ statement, network, origin }) => ({
    statement,
    network: network?.name ?? null,
    location: jsonLocation(origin, sources),
  }));
}
