// What is connected to feeds: equal racks, and CDUs that don't draw from a rack.
import {
  type Block,
  blockOfRack,
  cduPower,
  type Derivation,
  drawsFromRack,
  type Facts,
  type FeedSet,
  feedsOfCdu,
  feedsOfRack,
  itemAt,
  numberAt,
  partOfCdu,
  partOfRack,
  unsignedAt,
} from '@lightloom/core';
import { grouped } from '../../graph/index.ts';
import { arrayName, firstToLast, mergedNames } from '../text/names.ts';

/** Equal loads on the same feeds. */
export interface Load {
  readonly id: string;
  readonly label: string;
  readonly kind: 'rack' | 'cdu';
  readonly ids: readonly number[];
  readonly block: Block;
  readonly set: FeedSet;
  /** Of one of them, in W. */
  readonly each: Derivation;
}

/** Loads, the largest first; racks are equal that are of one type, on the same feeds, and draw the same power. */
export function loadsOf(facts: Facts): Load[] {
  const { fabric, power } = facts;
  const racks = Array.from({ length: fabric.racks.count }, (_, rack) => rack);
  const byRack = grouped(racks, (rack) =>
    [unsignedAt(fabric.racks.feeds, rack), partOfRack(fabric, rack)?.index, power.fed(rack).value].join(' '),
  );
  const cdus = Array.from({ length: fabric.cdus.count }, (_, cdu) => cdu).filter((cdu) => !drawsFromRack(fabric, cdu));
  const byCdu = grouped(cdus, (cdu) => [unsignedAt(fabric.cdus.feeds, cdu), partOfCdu(fabric, cdu)?.index].join(' '));
  return [
    ...[...byRack.values()].map((ids): Load => {
      const rack = numberAt(ids, 0);
      const blocks = grouped(ids, (id) => blockOfRack(fabric, id));
      return { ...named(blocks), kind: 'rack', ids, set: feedsOfRack(fabric, rack), each: power.fed(rack) };
    }),
    ...[...byCdu.values()].map((ids): Load => {
      const cdu = numberAt(ids, 0);
      const blocks = grouped(ids, (id) => itemAt(fabric.blocks, unsignedAt(fabric.cdus.block, id)));
      return {
        ...named(blocks),
        kind: 'cdu',
        ids,
        set: feedsOfCdu(fabric, cdu),
        each: cduPower(partOfCdu(fabric, cdu), power.basis),
      };
    }),
  ].sort((a, b) => total(b) - total(a));
}

/** Power of all of them, in W; zero where it is unknown, to sort by. */
const total = ({ each, ids }: Load): number => each.known * ids.length;

function named(blocks: ReadonlyMap<Block, readonly number[]>): Pick<Load, 'id' | 'label' | 'block'> {
  const names = [...blocks].map(([block, ids]) => arrayName(block, ids));
  const [block] = [...blocks.keys()] as [Block];
  return { id: firstToLast(names), label: mergedNames(names), block };
}
