// The branches of a loop: which take the outlet of which, and which are drawn.
import { type Branch, type Facts, type Loop, numberAt, signedAt } from '@lightloom/core';
import { grouped } from '../../graph/index.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';

/** Branches of a loop that are drawn; the others share a box. */
const maxDrawn = 24;

/** In the text, a branch that takes the supply is `after` none. */
export const supplyIndex = -1;

export interface BranchTree {
  /** Branches that take the outlet of one, by its index, or the supply, for `supplyIndex`. */
  behind(index: number): readonly Branch[];
  /** Racks of a branch and of all behind it. */
  racks(branch: Branch): readonly number[];
}

export function branchTree({ fabric }: Facts, loop: Loop): BranchTree {
  const own = fabric.branches.filter((each) => each.loop === loop.index);
  const behind = grouped(own, (each) => each.after);
  const racks = (branch: Branch): number[] => [
    ...branch.racks,
    ...(behind.get(branch.index) ?? []).flatMap((each) => racks(each)),
  ];
  return { behind: (index) => behind.get(index) ?? [], racks };
}

/**
 * Branches to draw, as many as there is room for: those with racks in the view and those before them, or all.
 * @param classes racks in the view
 */
export function drawnBranches(
  { fabric }: Facts,
  tree: BranchTree,
  classes: readonly RackClass[],
  { all }: { readonly all: boolean },
): readonly Branch[] {
  const wanted = new Set<number>();
  for (const { racks } of classes) {
    let at = signedAt(fabric.racks.branch, numberAt(racks, 0));
    while (at >= 0 && !wanted.has(at)) {
      wanted.add(at);
      at = fabric.branches[at]?.after ?? supplyIndex;
    }
  }
  const drawn: Branch[] = [];
  const visit = (branch: Branch): void => {
    if (!(all || wanted.has(branch.index)) || drawn.length >= maxDrawn) return;
    drawn.push(branch);
    tree.behind(branch.index).forEach(visit);
  };
  tree.behind(supplyIndex).forEach(visit);
  return drawn;
}

/** Name of a branch without that of its loop. */
export function shortName({ name }: Branch): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
