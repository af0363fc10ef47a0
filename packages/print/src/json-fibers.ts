// Fibers and connectors of racks, tray and panels in JSON.
import type { DesignReport } from '@lightloom/core';
import { quantities, quantity } from './json-quantity.ts';

/** The part of the report about fibers. */
export function jsonFibers({ racks, tray, panels, connectors }: DesignReport['fibers']) {
  return {
    racks: racks.map(({ racks: names, ...facts }) => ({ racks: names, count: names.length, ...quantities(facts) })),
    tray:
      tray === undefined
        ? null
        : {
            rows: tray.rows.map(({ rows, links, fibers }) => ({ rows, links, fibers: quantity(fibers) })),
            largest: quantity(tray.largest),
          },
    panels: panels.map(({ part, passes, pairs }) => ({ type: part.name, ...quantities({ passes, pairs }) })),
    connectors: connectors.map(({ part, lowLoss, pairs }) => ({ type: part.name, lowLoss, pairs: quantity(pairs) })),
  };
}
