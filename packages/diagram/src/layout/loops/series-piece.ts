// Racks in series: in a row, or in columns that are read one after the other.
import type { LoopsNode, Trunk } from '../../graph/index.ts';
import type { Point } from '../geometry/placed.ts';
import { type Card, placeCard } from '../pieces/card.ts';
import { inlet, largestOf, type Piece } from './piece.ts';
import { beside, type Course, down, level, type Pipes, run, up, upright, widestLabel } from './pipes.ts';

/** Between racks in a column, around the pipe from a column to the next, beside its label, for an arrow in a row. */
const gap = { card: 40, riser: 16, pill: 20, arrow: 44 };

/** Measures of the chain, in pixels from its top left corner. */
interface Chain {
  readonly size: { readonly width: number; readonly height: number };
  /** Racks in a column. */
  readonly perColumn: number;
  /** Height of a column. */
  readonly tall: number;
  /** Room above and below the columns for the pipe from one to the next. */
  readonly riser: number;
  /** Corner of a rack. */
  corner(i: number): Point;
}

/** @param maxHeight racks in a column, at most; 1 puts all of them in a row */
export function seriesPiece(cards: readonly Card<LoopsNode>[], pipes: Pipes, maxHeight: number): Piece {
  const size = largestOf(cards);
  const columns = Math.max(1, Math.ceil(cards.length / maxHeight));
  const perColumn = Math.ceil(cards.length / columns);
  const links = cards.slice(1).map(({ node }, i) => pipes.between((cards[i] as Card).node.id, node.id));
  const space = widestLabel(links) + (perColumn === 1 ? gap.arrow : gap.pill);
  const riser = columns > 1 && perColumn > 1 ? gap.riser : 0;
  const tall = perColumn * (size.height + gap.card) - gap.card;
  const corner = (i: number): Point => ({
    x: Math.floor(i / perColumn) * (size.width + space),
    y: riser + (i % perColumn) * (size.height + gap.card),
  });
  const empty = cards.length === 0;
  const end = corner(Math.max(0, cards.length - 1));
  const chain: Chain = { size, perColumn, tall, riser, corner };
  return {
    width: columns * (size.width + space) - space,
    height: empty ? 0 : tall + 2 * riser,
    enter: { x: inlet, y: riser },
    leave: { x: end.x + inlet, y: empty ? 0 : end.y + size.height },
    place: (x, y) => ({
      nodes: cards.map((card, i) => placeCard(card, x + corner(i).x, y + corner(i).y, size.width, size.height)),
      groups: [],
      trunks: links.flatMap((link: Trunk | undefined, i) => run(pipes, link, courseOf(chain, i, { x, y }))),
    }),
  };
}

/** The pipe from a rack to the next. */
function courseOf({ size, perColumn, tall, riser, corner }: Chain, i: number, { x, y }: Point): Course {
  const [a, b] = [corner(i), corner(i + 1)];
  const [out, into] = [x + a.x + inlet, x + b.x + inlet];
  const [bottom, top] = [y + a.y + size.height, y + b.y];
  if (a.x === b.x) {
    const middle = (bottom + top) / 2;
    return { points: upright(out, bottom, top), arrows: [down(out, middle)], label: beside(out, middle) };
  }
  const [edge, next] = [x + a.x + size.width, x + b.x];
  if (perColumn === 1) {
    const middle = top + size.height / 2;
    return {
      points: level(middle, edge, next),
      arrows: [{ x: next - 12, y: middle, angle: 0 }],
      label: () => ({ x: (edge + next) / 2 - 8, y: middle }),
    };
  }
  const [over, under, middle] = [y + riser - gap.riser, y + riser + tall + gap.riser, (edge + next) / 2];
  const halfway = y + riser + tall / 2;
  return {
    points: [...upright(out, bottom, under), ...upright(middle, under, over), ...upright(into, over, top)],
    arrows: [up(middle, halfway - 26)],
    label: () => ({ x: middle, y: halfway }),
  };
}
