// The report of a design: everything a review asks for, in rows. Numbers are derivations, so that an unknown one says why.

import { type Facts, rowDensities, type Verdict, verdictsOf } from '../answers/index.ts';
import type { Basis, RowDensity } from '../facts/index.ts';
import type { Setting } from '../model/index.ts';
import { type DeviceRow, deviceRows } from './device-rows.ts';
import { type FiberRows, fiberRows } from './fiber-rows.ts';
import { type FootingRow, footingRows } from './footing-rows.ts';
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
import { type ModuleRow, moduleRows, type Totals, totalsOf } from './totals.ts';

export interface DesignReport {
  /** What was set from outside: the figures are those of a what-if. */
  readonly settings: readonly Setting[];
  /** What requirements are judged on. */
  readonly basis: Basis;
  readonly totals: Totals;
  /** What could not be understood, so that figures which rest on it are unknown or incomplete. */
  readonly gaps: readonly string[];
  readonly requirements: readonly Verdict[];
  readonly networks: readonly NetworkRow[];
  /** Switches, then hosts; one row for those that are alike. */
  readonly devices: readonly DeviceRow[];
  readonly modules: readonly ModuleRow[];
  /** One row for racks that are alike. */
  readonly racks: readonly RackRow[];
  /** Rows of racks with switches in them. */
  readonly rows: readonly RowDensity[];
  readonly fibers: FiberRows;
  readonly loops: readonly LoopRow[];
  readonly branches: readonly BranchRow[];
  readonly feeds: readonly FeedRow[];
  /** One row for links of one statement that are alike. */
  readonly links: readonly LinkRow[];
  /** Statements whose links could not be laid. */
  readonly unlaid: readonly UnlaidRow[];
  /** How much of each total was assumed, comes from a draft or has no source. */
  readonly footing: readonly FootingRow[];
  /** Figures somebody assumed. */
  readonly assumed: readonly ProvenanceRow[];
  /** Figures of parts for which no source is given. */
  readonly unsourced: readonly ProvenanceRow[];
}

/** Everything there is to report of a fabric, sound or broken. Nothing in it is judged but the requirements. */
export function reportOf(facts: Facts): DesignReport {
  return {
    settings: facts.fabric.settings,
    basis: facts.basis,
    totals: totalsOf(facts),
    gaps: gapsOf(facts),
    requirements: verdictsOf(facts),
    networks: networkRows(facts),
    devices: deviceRows(facts),
    modules: moduleRows(facts),
    racks: rackRows(facts),
    rows: rowDensities(facts),
    fibers: fiberRows(facts),
    loops: loopRows(facts),
    branches: branchRows(facts),
    feeds: feedRows(facts),
    links: linkRows(facts),
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
