// The totals of a design in JSON.
import type { DesignReport } from '@lightloom/core';
import { jsonQuantities, jsonQuantity } from '../../json/quantity.ts';

/** Counts, power and heat of the whole design. */
export function jsonTotals({ totals }: DesignReport) {
  const { hall } = totals;
  return {
    switches: totals.switches,
    hosts: totals.hosts,
    racks: totals.racks,
    accelerators: jsonQuantity(totals.accelerators),
    modules: jsonQuantity(totals.modules),
    links: jsonQuantity(totals.links),
    cables: jsonQuantity(totals.cables),
    fibers: jsonQuantity(totals.fibers),
    power: jsonQuantity(totals.power),
    modulePower: jsonQuantity(totals.modulePower),
    typicalPower: jsonQuantity(totals.typicalPower),
    typicalModulePower: jsonQuantity(totals.typicalModulePower),
    hall:
      hall === undefined
        ? null
        : { 'worst-case': jsonQuantities({ ...hall['worst-case'] }), typical: jsonQuantities({ ...hall.typical }) },
    liquidHeat: jsonQuantity(totals.liquidHeat),
    airHeat: jsonQuantity(totals.airHeat),
  };
}
