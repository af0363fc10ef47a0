// Fibers and connectors of racks, tray and panels in JSON.
import type { DesignReport } from '@lightloom/core';
import { jsonQuantities, jsonQuantity } from '../../json/quantity.ts';

/** Fibers by rack, through the tray, through panels, and mated pairs of connectors. */
export function jsonFibers({ fibers: { racks, tray, panels, connectors } }: DesignReport) {
  return {
    racks: racks.map(({ racks: names, ...facts }) => ({ racks: names, count: names.length, ...jsonQuantities(facts) })),
    tray:
      tray === undefined
        ? null
        : {
            rows: tray.rows.map(({ rows, links, fibers }) => ({ rows, links, fibers: jsonQuantity(fibers) })),
            largest: jsonQuantity(tray.largest),
          },
    panels: panels.map(({ part, passes, pairs }) => ({ type: part.name, ...jsonQuantities({ passes, pairs }) })),
    connectors: connectors.map(({ part, lowLoss, pairs }) => ({
      type: part.name,
      lowLoss,
      pairs: jsonQuantity(pairs),
    })),
  };
}
