// Phases of growth in JSON.
import type { DesignReport } from '@lightloom/core';
import { jsonQuantities, jsonQuantity } from '../../json/quantity.ts';

/** What is there in each phase. */
export function jsonPhases({ phases }: DesignReport) {
  return phases.map(({ name, title, totals, cost, held, required }) => ({
    name,
    title: title ?? null,
    switches: totals.switches,
    hosts: totals.hosts,
    racks: totals.racks,
    ...jsonQuantities({
      accelerators: totals.accelerators,
      modules: totals.modules,
      links: totals.links,
      cables: totals.cables,
      power: totals.power,
    }),
    ...(cost === undefined ? {} : { cost: jsonQuantity(cost) }),
    requirements: { held, stated: required },
  }));
}
