// Coolant loops, their branches, and power feeds in JSON.
import type { DesignReport, LoopRow } from '@lightloom/core';
import { jsonQuantities, jsonQuantity } from '../../json/quantity.ts';

/** Loops with what their CDUs can still do when the redundancy is used up. */
export function jsonLoops({ loops }: DesignReport) {
  return loops.map(({ loop, racks, cdus, ...facts }) => ({
    name: loop.name,
    coolant: loop.values.coolant?.value.name ?? null,
    racks,
    ...jsonQuantities(facts),
    cdus: cdus === undefined ? null : jsonCdus(cdus),
  }));
}

function jsonCdus(cdus: NonNullable<LoopRow['cdus']>) {
  return {
    all: cdus.all,
    left: cdus.left,
    heat: jsonQuantity(cdus.heat),
    flow: jsonQuantity(cdus.flow),
    facilityWater: jsonQuantity(cdus.facilityWater),
    head: jsonQuantity(cdus.head),
    headMargin: jsonQuantity(cdus.headMargin),
  };
}

/** Branches of loops. */
export function jsonBranches({ branches }: DesignReport) {
  return branches.map(({ branch, ...facts }) => ({
    name: branch.name,
    racks: branch.racks.length,
    order: branch.order,
    ...jsonQuantities(facts),
  }));
}

/** Feeds, UPSs and PDUs with their load. */
export function jsonFeeds({ feeds }: DesignReport) {
  return feeds.map(({ feed, fedBy, racks, share, load, capacity }) => ({
    name: feed.name,
    kind: feed.kind,
    fedBy: fedBy.map(({ name }) => name),
    racks,
    ...jsonQuantities({ share, load, capacity }),
  }));
}
