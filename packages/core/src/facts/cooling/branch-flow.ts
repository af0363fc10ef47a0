// Flows as set, with all pumps running: of racks that give one, and of branches.
import { type Derivation, derived, figure, stated, sum, unknown } from '../../figures/derivation.ts';
import { type Branch, blockOfRack, type Fabric, missingOf, rackName, realAt } from '../../model/index.ts';

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
