// Flows as set, with all pumps running: of racks that give one, of branches, and of all that is on a loop.
import { type Derivation, derived, figure, stated, sum, unknown } from '../../figures/derivation.ts';
import {
  type Branch,
  blockOfRack,
  branchOfRack,
  type Fabric,
  type Loop,
  missingOf,
  rackName,
  realAt,
  unsignedAt,
} from '../../model/index.ts';

/** The flow a rack gives itself, in m³/s; undefined where it gives none. */
export function ownFlowOf(fabric: Fabric, rack: number): Derivation | undefined {
  const value = realAt(fabric.racks.flow, rack);
  if (Number.isNaN(value)) return undefined;
  return figure(`flow of ${rackName(fabric, rack)}`, 'volume flow', value, blockOfRack(fabric, rack).origin);
}

/** Flow of a branch with all pumps running, in m³/s: its own, or what follows from the branch before it or from its racks. */
export function flowAsSet(fabric: Fabric, branch: Branch): Derivation {
  const label = `flow of ${branch.name}`;
  const given = branch.values.flow;
  if (given !== undefined) return stated(label, 'volume flow', given, '');
  const before = fabric.branches[branch.after];
  if (before !== undefined) {
    const all = flowAsSet(fabric, before);
    return derived(label, 'volume flow', 'all that leaves the branch before it', [all], all.value);
  }
  const racks = [...branch.racks].map((rack) => ownFlowOf(fabric, rack));
  return branch.order === 'parallel' && racks.every((each) => each !== undefined)
    ? sum(label, 'volume flow', 'sum of its racks', racks)
    : unknown(label, 'volume flow', missingOf('branch', branch, 'flow'));
}

/** What is asked for. */
export interface Asked {
  /** In m³/s. */
  readonly asked: readonly Derivation[];
  /** How many racks don't say what they ask for: they share the rest. */
  readonly open: number;
}

/** What the first branches of a loop and its racks without a branch ask for, in m³/s, and how many of these racks ask for nothing. */
export function takersOf(fabric: Fabric, loop: Loop): Asked {
  const branches = fabric.branches.filter((each) => each.loop === loop.index && each.after < 0);
  const racks: number[] = [];
  for (let rack = 0; rack < fabric.racks.count; rack++)
    if (fabric.racks.loop[rack] === loop.index && branchOfRack(fabric, rack) === undefined) racks.push(rack);
  const own = askedByRacks(fabric, racks);
  return { asked: [...own.asked, ...branches.map((each) => flowAsSet(fabric, each))], open: own.open };
}

/** What racks ask for, in m³/s, a figure for each declaration, and how many of them ask for nothing. */
export function askedByRacks(fabric: Fabric, racks: Iterable<number>): Asked {
  const blocks = new Map<number, number>();
  let open = 0;
  for (const rack of racks) {
    const flow = realAt(fabric.racks.flow, rack);
    const block = unsignedAt(fabric.racks.block, rack);
    if (Number.isNaN(flow)) open++;
    else blocks.set(block, (blocks.get(block) ?? 0) + flow);
  }
  const asked = [...blocks].map(([block, flow]) =>
    figure(`flow of the racks ${fabric.blocks[block]?.path}`, 'volume flow', flow, fabric.blocks[block]?.origin),
  );
  return { asked, open };
}
