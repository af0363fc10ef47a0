// Free capacity: ports, rack units, power of racks and feeds, and what CDUs can still do.

import type { Facts } from '../answers/index.ts';
import { portUse } from '../facts/index.ts';
import { type Derivation, derived, figure, sum, times } from '../figures/derivation.ts';
import type { FeedRow, LoopRow, RackRow } from './plant-rows.ts';

/** What is free of one thing, or of several that are alike. */
export interface FreeRow {
  readonly what: 'ports' | 'rack height' | 'rack power' | 'feed' | 'CDU heat' | 'CDU flow';
  /** `leaf.up`, `net[1..2]`, `A`: for racks, each of them by its name. */
  readonly of: readonly string[];
  readonly capacity: Derivation;
  readonly used: Derivation;
  /** Capacity minus use; below zero where more is used. */
  readonly free: Derivation;
  /** For ports: how many of the free ones hold a module that no link uses. */
  readonly withModule: number | undefined;
}

/** Free capacity, thing by thing, in the order of the design. */
export function freeRows(
  facts: Facts,
  {
    racks,
    loops,
    feeds,
  }: { readonly racks: readonly RackRow[]; readonly loops: readonly LoopRow[]; readonly feeds: readonly FeedRow[] },
): FreeRow[] {
  return [
    ...freePorts(facts),
    ...racks.map((each) => ofRacks('rack height', each, each.height, each.heightUsed)),
    ...racks.map((each) => ofRacks('rack power', each, each.powerLimit, each.power)),
    ...feeds.map(({ feed, capacity, load }) => row('feed', [feed.name], capacity, load)),
    ...loops.flatMap(({ loop, cdus, heat, flow }) =>
      cdus === undefined
        ? []
        : [row('CDU heat', [loop.name], cdus.heat, heat), row('CDU flow', [loop.name], cdus.flow, flow)],
    ),
  ];
}

/** An empty cage is one port, as how many its module would have isn't known. */
function freePorts({ fabric, topology }: Facts): FreeRow[] {
  return portUse(fabric, topology).map(({ block, group, ports, used, idle }) => ({
    ...row(
      'ports',
      [`${block.name}.${group.name}`],
      figure('ports', 'count', ports),
      figure('ports with a link', 'count', used),
    ),
    withModule: idle,
  }));
}

/** Racks that are alike, together. */
function ofRacks(what: FreeRow['what'], { racks }: RackRow, capacity: Derivation, used: Derivation): FreeRow {
  const all = (each: Derivation): Derivation => {
    const total = sum(each.label, each.dimension, 'racks × each', [times(racks.length, each)]);
    return each.unit === undefined ? total : { ...total, unit: each.unit };
  };
  return row(what, racks, all(capacity), all(used));
}

function row(what: FreeRow['what'], of: readonly string[], capacity: Derivation, used: Derivation): FreeRow {
  const free = derived(
    `free ${what}`,
    capacity.dimension,
    'capacity − used',
    [capacity, used],
    capacity.value - used.value,
  );
  return {
    what,
    of,
    capacity,
    used,
    free: capacity.unit === undefined ? free : { ...free, unit: capacity.unit },
    withModule: undefined,
  };
}
