// Boxes in their rows, counted from the top.
import { grouped, type TiersNode } from '../../graph/index.ts';
import { type Card, cardOf } from '../pieces/card.ts';
import type { Pack } from './packs.ts';

/** A box in its row, or a place in a row that is kept free for a band. */
export interface Slot {
  readonly id: string;
  /** Id of the frame it is in. */
  readonly group: string | undefined;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  /** The box; undefined for a place kept free, and for a pack. */
  readonly card?: Card<TiersNode>;
  readonly pack?: Pack;
}

/** The tier of boxes that are linked to nothing. */
const notLinked = -1;

/** The slot of each box. Boxes without a tier are in the row of the others in their frame, or below all. */
export function slotsOf(nodes: readonly TiersNode[], packs: ReadonlyMap<string, Pack> = new Map()): readonly Slot[] {
  const highest = new Map(
    [...grouped(nodes, (node) => node.group)].map(([group, own]) => [
      group,
      group === undefined ? notLinked : Math.max(notLinked, ...own.map((each) => each.tier ?? notLinked)),
    ]),
  );
  const tierOf = ({ tier, group }: TiersNode): number => tier ?? highest.get(group) ?? notLinked;
  const rows = [...new Set(nodes.map(tierOf))].sort((a, b) => b - a);
  return nodes.map((node): Slot => {
    const pack = packs.get(node.id);
    const card = cardOf(node);
    const { width, height } = pack ?? card;
    if (pack !== undefined)
      return { id: node.id, group: node.group, row: rows.indexOf(tierOf(node)), width, height, pack };
    return { id: node.id, group: node.group, row: rows.indexOf(tierOf(node)), width, height, card };
  });
}
