// Racks in parallel: one box, or several between a supply and a return header.
import type { BranchGroup, LoopsNode } from '../../graph/index.ts';
import { type Card, placeCard } from '../pieces/card.ts';
import { inlet, largestOf, type Piece } from './piece.ts';
import { down, level, type Pipes, run, upright } from './pipes.ts';

/** From box to box, and from a header to the boxes. */
const gap = { card: 28, header: 40 };

export function parallelPiece({ id }: BranchGroup, cards: readonly Card<LoopsNode>[], pipes: Pipes): Piece {
  const size = largestOf(cards);
  const header = cards.length > 1 ? gap.header : 0;
  const step = size.width + gap.card;
  const height = size.height + 2 * header;
  return {
    width: Math.max(0, step * cards.length - gap.card),
    height,
    enter: { x: inlet, y: 0 },
    leave: { x: inlet, y: height },
    place(x, y) {
      const [top, bottom, end] = [y + header, y + header + size.height, y + height];
      const at = (i: number): number => x + i * step + inlet;
      const last = at(cards.length - 1);
      const drops = cards.flatMap(({ node }, i) => [
        ...run(pipes, pipes.between(id, node.id), {
          points: upright(at(i), y, top),
          arrows: [down(at(i), (y + top) / 2)],
        }),
        ...run(pipes, pipes.between(node.id, id), {
          points: upright(at(i), bottom, end),
          arrows: [down(at(i), (bottom + end) / 2)],
        }),
      ]);
      const headers = [
        ...run(pipes, pipes.byId(`${id}.supply`), { points: level(y, at(0), last) }),
        ...run(pipes, pipes.byId(`${id}.return`), { points: level(end, last, at(0)) }),
      ];
      return {
        nodes: cards.map((card, i) => placeCard(card, x + i * step, top, size.width, size.height)),
        groups: [],
        trunks: header === 0 ? [] : [...headers, ...drops],
      };
    },
  };
}
