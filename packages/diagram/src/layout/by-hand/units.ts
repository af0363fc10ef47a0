// What is placed as one: a box, or a frame with all that is in it.
import { centerOf } from '../free/circle.ts';
import type { Box, PlacedCard } from '../geometry/placed.ts';
import type { Drafts, Order } from './drafts.ts';
import { frameOfBox, hullOf } from './frames.ts';

/** Boxes that are new and keep together. */
export interface Unit {
  readonly members: readonly PlacedCard[];
  /** Around them, with the frames they bring along. */
  readonly box: Box;
  /** Ids of the frames that stand already and that they are in. */
  readonly within: ReadonlySet<string>;
  /** The box that is next to them in the layout of their own and stands already; undefined where they have no such layout. */
  readonly beside: PlacedCard | undefined;
  readonly order: Order;
}

/** @param stands whether a box has its place */
export function unitsOf(
  { nodes, groups, order, loop }: Pick<Drafts, 'nodes' | 'groups' | 'order' | 'loop'>,
  stands: (id: string) => boolean,
): readonly Unit[] {
  const parents = new Map(groups.map((each) => [each.id, 'group' in each ? each.group : undefined]));
  const framesOf = new Map(
    nodes.map(({ node }) => {
      const frames: string[] = [];
      for (let frame = frameOfBox(node); frame !== undefined; frame = parents.get(frame)) frames.push(frame);
      return [node.id, frames];
    }),
  );
  const standing = new Set(nodes.flatMap(({ node: { id } }) => (stands(id) ? (framesOf.get(id) ?? []) : [])));
  const units = new Map<string, PlacedCard[]>();
  for (const card of nodes) {
    const { id } = card.node;
    if (stands(id)) continue;
    const frame = framesOf.get(id)?.findLast((each) => !standing.has(each));
    const key = frame === undefined ? `box ${id}` : `frame ${frame}`;
    units.set(key, [...(units.get(key) ?? []), card]);
  }
  const placed = nodes.filter(({ node }) => stands(node.id));
  return [...units.values()].map((members): Unit => {
    const box = hullOf(
      { groups, isSmall: loop !== undefined },
      members,
      (id) => framesOf.get(id)?.filter((each) => !standing.has(each)) ?? [],
    );
    const within = new Set(members.flatMap(({ node }) => framesOf.get(node.id) ?? []).filter((id) => standing.has(id)));
    return { members, box, within, beside: order === 'none' ? undefined : nearest(box, placed), order };
  });
}

/** The nearest box, those of the same row first. */
function nearest(box: Box, cards: readonly PlacedCard[]): PlacedCard | undefined {
  const at = centerOf(box);
  const far = (card: PlacedCard): number => {
    const { x, y } = centerOf(card);
    return Math.abs(x - at.x) + 4 * Math.abs(y - at.y);
  };
  return cards.length === 0 ? undefined : cards.reduce((best, each) => (far(each) < far(best) ? each : best));
}
