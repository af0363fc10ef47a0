// A network without tiers. Arrays that are linked to themselves have a shape of their own, what is linked to one of them alone is below it; other boxes that are linked are a
// tangle; boxes without links are in lines.
import type { FreeGraph } from '../../graph/index.ts';
import type { Room } from '../engine/layout-engine.ts';
import type { PlacedCard } from '../geometry/placed.ts';
import { type Arranged, bandWidths } from '../pieces/arranged.ts';
import { type Card, cardOf, placeCard } from '../pieces/card.ts';
import { arrangeArray } from './arrange-array.ts';
import { withAttached } from './attached.ts';
import { cropped, moved } from './crop.ts';
import { hangingOn } from './hanging.ts';
import { arrangeTangle } from './tangle.ts';

const gap = 40;
const maxLine = 1100;

/** Arranges a drawing whose nodes have no tiers. */
export async function arrangeFree({ nodes, groups, trunks }: FreeGraph, room: Room): Promise<Arranged> {
  const bandWidth = bandWidths(trunks);
  const groupOf = new Map(nodes.map(({ id, group }) => [id, group]));
  const attached = new Map<string, string>();
  for (const { from, to } of trunks) {
    const [a, b] = [groupOf.get(from), groupOf.get(to)];
    if (a !== undefined && b === undefined) attached.set(to, a);
    if (b !== undefined && a === undefined) attached.set(from, b);
  }
  const arrays = groups.map((group) => {
    const inside = nodes.filter((node) => node.group === group.id);
    const isOwn = (id: string): boolean => groupOf.get(id) === group.id;
    const own = trunks.filter(({ from, to }) => isOwn(from) && isOwn(to));
    const linked = nodes.filter(({ id }) => attached.get(id) === group.id);
    const outside = trunks.filter(({ from, to }) => isOwn(from) !== isOwn(to));
    const hanging = group.shape.kind === 'grid' ? hangingOn(inside, linked, outside) : undefined;
    const below = {
      cells: inside,
      nodes: linked.filter(({ id }) => hanging?.has(id) !== true),
      trunks: outside.filter(({ from, to }) => hanging?.has(from) !== true && hanging?.has(to) !== true),
    };
    return withAttached(arrangeArray(group, inside, own, { hanging, bandWidth }), below, bandWidth);
  });
  const others = nodes.filter(({ id, group }) => group === undefined && !attached.has(id));
  const linked = new Set(trunks.flatMap(({ from, to }) => [from, to]));
  const tangle = others.filter(({ id }) => linked.has(id));
  const apart = others.filter(({ id }) => !linked.has(id)).map(cardOf);
  const ids = new Set(tangle.map(({ id }) => id));
  const between = trunks.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return sideBySide([
    ...(tangle.length === 0 ? [] : [await arrangeTangle(tangle, between, bandWidth, room)]),
    ...arrays,
    ...(apart.length === 0 ? [] : [inLines(apart)]),
  ]);
}

/** Positions in lines, as many to a line as there is room for. */
function createLines() {
  let [x, y, line] = [0, 0, 0];
  return {
    /** Corner for a box of a size. */
    next(width: number, height: number): { readonly x: number; readonly y: number } {
      if (x > 0 && x + width > maxLine) {
        x = 0;
        y += line + gap;
        line = 0;
      }
      const corner = { x, y };
      x += width + gap;
      line = Math.max(line, height);
      return corner;
    },
    bottom: () => y + line,
  };
}

/** Boxes without links, line after line. */
function inLines(cards: readonly Card[]): Arranged {
  const lines = createLines();
  const nodes = cards.map((card): PlacedCard => {
    const { x, y } = lines.next(card.width, card.height);
    return placeCard(card, x, y);
  });
  return cropped({ nodes, groups: [], trunks: [], texts: [], width: 0, height: 0 });
}

/** Parts of a drawing beside each other. */
function sideBySide(parts: readonly Arranged[]): Arranged {
  const lines = createLines();
  let width = 0;
  const placed = parts.map((part) => {
    const { x, y } = lines.next(part.width, part.height);
    width = Math.max(width, x + part.width);
    return moved(part, x, y);
  });
  return {
    nodes: placed.flatMap((each) => each.nodes),
    groups: placed.flatMap((each) => each.groups),
    trunks: placed.flatMap((each) => each.trunks),
    texts: placed.flatMap((each) => each.texts),
    width,
    height: lines.bottom(),
  };
}
