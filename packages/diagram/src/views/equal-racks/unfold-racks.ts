// Equal racks that a reader wants to see one by one.
import { blockOfRack, type Fabric, rackName, rowOfRack } from '@lightloom/core';
import type { Folding } from '../../graph/index.ts';
import type { RackClass } from './rack-classes.ts';

/** More equal racks than this stay one: a drawing has no room for them. */
const maxUnfolded = 24;

/** The classes, with one for each rack of those that are unfolded. */
export function unfoldRacks(
  fabric: Fabric,
  classes: readonly RackClass[],
  unfolded: ReadonlySet<string> = new Set(),
): readonly RackClass[] {
  return classes.flatMap((each) =>
    unfolded.has(each.id) && canUnfold(each) ? each.racks.map((rack) => single(fabric, each, rack)) : [each],
  );
}

function canUnfold({ racks }: RackClass): boolean {
  return racks.length > 1 && racks.length <= maxUnfolded;
}

function single(fabric: Fabric, { racks: _, ...shared }: RackClass, rack: number): RackClass {
  const name = rackName(fabric, rack);
  const row = rowOfRack(fabric, rack);
  return {
    ...shared,
    id: name,
    label: name,
    racks: [rack],
    block: blockOfRack(fabric, rack),
    rows: row > 0 ? [row] : [],
  };
}

/** What a double click does to a class: unfold it, or fold it with its equals. */
export function rackFolding(drawn: RackClass, classes: readonly RackClass[]): { readonly folding?: Folding } {
  const [rack = -1] = drawn.racks;
  const own = classes.find(({ racks }) => racks.includes(rack));
  if (own === undefined || !canUnfold(own)) return {};
  return { folding: { key: own.id, folded: drawn.racks.length > 1 } };
}
