// The report of a design: everything a review needs, in rows. Numbers are derivations, so an unknown one has its reason.

import { type Facts, rowDensities, type Verdict, verdictsOf } from '../answers/index.ts';
import type { Basis, RowDensity } from '../facts/index.ts';
import type { Setting } from '../model/index.ts';
import { type CableRow, cableRows } from './cable-rows.ts';
import { type ClosestRows, closestRows } from './closest-rows.ts';
import { type CostRows, costRows } from './cost-rows.ts';
import { type DeviceRow, deviceRows } from './device-rows.ts';
import { type FiberRows, fiberRows } from './fiber-rows.ts';
import { type FigureRow, figureRows } from './figure-rows.ts';
import { type FootingRow, footingRows } from './footing-rows.ts';
import { type FreeRow, freeRows } from './free-rows.ts';
import { type LinkRow, linkRows, type NetworkRow, networkRows, type UnlaidRow, unlaidRows } from './network-rows.ts';
import {
  type BranchRow,
  branchRows,
  type FeedRow,
  feedRows,
  type LoopRow,
  loopRows,
  type RackRow,
  rackRows,
} from './plant-rows.ts';
import { type ProvenanceRow, provenanceRows } from './provenance-rows.ts';
import { type PairRow, pairRows } from './tier-rows.ts';
import { type ModuleRow, moduleRows, type Totals, totalsOf } from './totals.ts';

export interface DesignReport {
  /** Parameters set from outside: the figures are those of a what-if. */
  readonly settings: readonly Setting[];
  /** The basis of the figures. */
  readonly basis: Basis;
  readonly totals: Totals;
  /** Undefined where nothing has a price. */
  readonly cost: CostRows | undefined;
  /** What could not be understood: figures that depend on it are unknown or incomplete. */
  readonly gaps: readonly string[];
  readonly requirements: readonly Verdict[];
  /** Values over facts that have a name. */
  readonly figures: readonly FigureRow[];
  readonly networks: readonly NetworkRow[];
  /** Switches, then hosts; one row per device class. */
  readonly devices: readonly DeviceRow[];
  readonly modules: readonly ModuleRow[];
  /** One row for racks with the same figures. */
  readonly racks: readonly RackRow[];
  /** Rows of racks with switches in them. */
  readonly rows: readonly RowDensity[];
  readonly fibers: FiberRows;
  readonly loops: readonly LoopRow[];
  readonly branches: readonly BranchRow[];
  readonly feeds: readonly FeedRow[];
  /** One row per link class. */
  readonly links: readonly LinkRow[];
  /** Links between each two tiers. */
  readonly pairs: readonly PairRow[];
  /** Cables by type and length. */
  readonly cables: readonly CableRow[];
  /** What is closest to its limits. */
  readonly closest: ClosestRows;
  /** Free capacity. */
  readonly free: readonly FreeRow[];
  /** Statements whose links could not be made. */
  readonly unlaid: readonly UnlaidRow[];
  /** How much of each total is assumed, from a draft or without a source. */
  readonly footing: readonly FootingRow[];
  /** Assumed figures. */
  readonly assumed: readonly ProvenanceRow[];
  /** Figures of parts without a source. */
  readonly unsourced: readonly ProvenanceRow[];
}

/** The report of a fabric, complete or incomplete. It judges nothing but the requirements. */
export function reportOf(facts: Facts): DesignReport {
  const plant = { racks: rackRows(facts), loops: loopRows(facts), feeds: feedRows(facts) };
  const links = linkRows(facts);
  return {
    settings: facts.fabric.settings,
    basis: facts.basis,
    totals: totalsOf(facts),
    cost: costRows(facts),
    gaps: gapsOf(facts),
    requirements: verdictsOf(facts),
    figures: figureRows(facts),
    networks: networkRows(facts),
    devices: deviceRows(facts),
    modules: moduleRows(facts),
    ...plant,
    rows: rowDensities(facts),
    fibers: fiberRows(facts),
    branches: branchRows(facts),
    links,
    pairs: pairRows(facts),
    cables: cableRows(facts),
    closest: closestRows(facts, { ...plant, links }),
    free: freeRows(facts, plant),
    unlaid: unlaidRows(facts),
    footing: footingRows(facts),
    ...provenanceRows(facts.fabric),
  };
}

function gapsOf({ fabric: { gaps } }: Facts): string[] {
  return [
    ...(gaps.values ? ['text or values'] : []),
    ...(gaps.plugs ? ['modules'] : []),
    ...(gaps.links ? ['links'] : []),
    ...(gaps.placements ? ['placements'] : []),
  ];
}
