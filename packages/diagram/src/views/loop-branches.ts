// Branches of a coolant loop in a drawing: which racks take the supply, which stand behind others, and in which order.
import type { Branch, Fabric } from '@lightloom/core';
import type { RackClass } from './rack-classes.ts';

/** Where racks take their coolant from, and where it goes. */
export interface Way {
  /** Ids of the boxes they stand behind; empty where they take the supply of the loop. */
  readonly behind: readonly string[];
  /** Share of their flow that returns to the loop; the rest goes on to the boxes behind them. */
  readonly returns: number;
}

/** The branch racks hang on; undefined where they hang on the loop itself. */
export function branchOf(fabric: Fabric, { racks }: RackClass): Branch | undefined {
  return fabric.branches[fabric.racks.branch[racks[0] as number] as number];
}

/** Racks in the order of the coolant: branch by branch, each behind what it stands behind. */
export function inOrderOfFlow(fabric: Fabric, racks: readonly RackClass[]): readonly RackClass[] {
  if (!racks.some((each) => branchOf(fabric, each) !== undefined)) return racks;
  const rank = (branch: Branch | undefined): readonly number[] =>
    branch === undefined ? [-1] : [...(branch.after < 0 ? [] : rank(fabric.branches[branch.after])), branch.index];
  const key = (each: RackClass): readonly number[] => {
    const branch = branchOf(fabric, each);
    return [...rank(branch), ...(branch?.order === 'series' ? [branch.racks.indexOf(each.racks[0] as number)] : [])];
  };
  return [...racks].sort((a, b) => compare(key(a), key(b)));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  }
  return a.length - b.length;
}

/**
 * Where a box of racks takes its coolant from and gives it to.
 * @param drawn all boxes of the loop
 * @param flowOf flow of a branch, in m³/s
 */
export function wayOf(
  fabric: Fabric,
  each: RackClass,
  drawn: readonly RackClass[],
  flowOf: (branch: Branch) => number,
): Way {
  const branch = branchOf(fabric, each);
  if (branch === undefined) return { behind: [], returns: 1 };
  const [first, last] = [each.racks[0] as number, each.racks.at(-1) as number];
  const boxesWith = (wanted: ReadonlySet<number>): string[] =>
    drawn.filter(({ racks }) => racks.some((rack) => wanted.has(rack))).map(({ id }) => id);
  const series = branch.order === 'series';
  const before = series ? branch.racks[branch.racks.indexOf(first) - 1] : undefined;
  const inner = series && branch.racks.indexOf(last) < branch.racks.length - 1;
  const upstream = fabric.branches[branch.after];
  const behind =
    before !== undefined ? boxesWith(new Set([before])) : upstream === undefined ? [] : boxesWith(endOf(upstream));
  if (inner) return { behind, returns: 0 };
  const taken = fabric.branches
    .filter((other) => other.after === branch.index)
    .reduce((sum, other) => sum + flowOf(other), 0);
  return { behind, returns: Math.max(0, 1 - taken / flowOf(branch)) };
}

/** Racks that give to what stands behind a branch: all of it, or the last of a series. */
function endOf(branch: Branch): ReadonlySet<number> {
  return new Set(branch.order === 'series' ? [branch.racks.at(-1) as number] : branch.racks);
}
