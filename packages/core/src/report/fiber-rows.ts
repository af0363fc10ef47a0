// Fibers and connectors of racks, of the tray, of panels.

import { connectorUses, type Facts, panelUses, rackFibers, trayOf } from '../answers/index.ts';
import type { ConnectorUse, PanelUse, RackFibers, TrayFacts } from '../facts/index.ts';
import { rackName } from '../model/index.ts';

/** Racks of one declaration with the same numbers of fibers and connectors. */
interface RackFiberRow extends RackFibers {
  readonly racks: readonly string[];
}

export interface FiberRows {
  /** Racks with fiber links; the figures are per rack. */
  readonly racks: readonly RackFiberRow[];
  /** Undefined if no link leaves a rack. */
  readonly tray: TrayFacts | undefined;
  readonly panels: readonly PanelUse[];
  readonly connectors: readonly ConnectorUse[];
}

export function fiberRows(facts: Facts): FiberRows {
  return {
    racks: rackFiberRows(facts),
    tray: trayOf(facts),
    panels: panelUses(facts),
    connectors: connectorUses(facts),
  };
}

function rackFiberRows(facts: Facts): RackFiberRow[] {
  const { fabric } = facts;
  const rows = new Map<string, RackFiberRow & { readonly racks: string[] }>();
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    const fibers = rackFibers(facts, rack);
    const figures = Object.values(fibers);
    if (figures.every(({ value }) => value === 0)) continue;
    const key = [fabric.racks.block[rack], ...figures.map(({ value, known }) => `${value} ${known}`)].join();
    const same = rows.get(key);
    if (same === undefined) rows.set(key, { racks: [rackName(fabric, rack)], ...fibers });
    else same.racks.push(rackName(fabric, rack));
  }
  return [...rows.values()];
}
