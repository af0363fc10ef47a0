// What a double click does to the boxes and frames of a network.
import type { Block, Fabric, Group } from '@lightloom/core';
import type { Folding } from '../../graph/index.ts';
import { arrayPath } from '../text/names.ts';
import { maxExpanded } from './expanded.ts';
import type { Frame, Stack } from './stacks/stacks.ts';

/** An item that may be folded or unfolded. */
type Foldable = { readonly folding?: Folding };

/**
 * A box of equal devices is unfolded, a device of an array that is drawn one by one is folded.
 * @param expanded arrays whose devices are drawn one by one because somebody wants it so
 */
export function boxFolding({ blocks, devices }: Stack, expanded: ReadonlySet<Block>): Foldable {
  const [block] = blocks as [Block];
  if (expanded.has(block)) return { folding: { key: arrayPath(block), folded: false } };
  const unfolds = devices.length > blocks.length && blocks.every(({ count }) => count <= maxExpanded);
  return unfolds ? { folding: { key: arrayPath(block), folded: true } } : {};
}

/** A frame of several groups is unfolded, one of a group that has equals is folded with them. */
export function frameFolding({ groups }: Fabric, { members, block }: Frame): Foldable {
  const [first] = members;
  if (block !== undefined || first === undefined) return {};
  const within = members.filter((each) => each.parent === first.parent);
  if (within.length > 1) return { folding: { key: first.array, folded: true } };
  const alike = (group: Group): boolean => group.array === first.array && group.parent === first.parent;
  return groups.filter(alike).length > 1 ? { folding: { key: first.array, folded: false } } : {};
}
