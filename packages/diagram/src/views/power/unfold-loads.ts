// Equal loads that a reader wants to see one by one.
import { blockOfRack, type Fabric, itemAt, unsignedAt } from '@lightloom/core';
import type { Folding } from '../../graph/index.ts';
import { arrayName } from '../text/names.ts';
import type { Load } from './loads.ts';

/** More equal loads than this stay one: a row has no room for them. */
const maxUnfolded = 24;

/** A load that is drawn, with what a double click does to it. */
export interface DrawnLoad extends Load {
  readonly folding?: Folding;
}

/** The load as it is, or one for each of its racks or CDUs where it is unfolded. */
export function unfoldLoad(fabric: Fabric, load: Load, unfolded: ReadonlySet<string>): readonly DrawnLoad[] {
  const { id, ids, kind } = load;
  if (ids.length < 2 || ids.length > maxUnfolded) return [load];
  if (!unfolded.has(id)) return [{ ...load, folding: { key: id, folded: true } }];
  return ids.map((one): DrawnLoad => {
    const block =
      kind === 'rack' ? blockOfRack(fabric, one) : itemAt(fabric.blocks, unsignedAt(fabric.cdus.block, one));
    const name = arrayName(block, [one]);
    return { ...load, id: name, label: name, ids: [one], block, folding: { key: id, folded: false } };
  });
}
