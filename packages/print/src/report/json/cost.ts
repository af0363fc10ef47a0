// Costs in JSON.
import type { DesignReport } from '@lightloom/core';
import { jsonQuantities, jsonQuantity } from '../../json/quantity.ts';

/** What everything costs, and each network; absent where nothing has a price. */
export function jsonCost({ cost }: DesignReport) {
  if (cost === undefined) return {};
  const rows = cost.rows.map(({ network, perGbps, ...figures }) => ({
    ...(network === undefined ? {} : { network }),
    ...jsonQuantities(figures),
    ...(perGbps === undefined ? {} : { perGbps: jsonQuantity(perGbps) }),
  }));
  const [everything, ...networks] = rows;
  return { cost: { everything, networks } };
}
