// Racks and rows of racks in JSON.
import type { DesignReport } from '@lightloom/core';
import { jsonQuantities } from '../../json/quantity.ts';

/** One entry for racks that are alike. */
export function jsonRacks({ racks }: DesignReport) {
  return racks.map(({ first: _first, racks: names, part, loop, feeds, devices, ...facts }) => ({
    racks: names,
    count: names.length,
    type: part?.name ?? null,
    loop: loop?.name ?? null,
    feeds: feeds.map(({ name }) => name),
    devices,
    ...jsonQuantities(facts),
  }));
}

/** Rows of racks with their density. */
export function jsonRackRows({ rows }: DesignReport) {
  return rows.map(({ row, racks, switches, ...facts }) => ({ row, racks, switches, ...jsonQuantities(facts) }));
}
