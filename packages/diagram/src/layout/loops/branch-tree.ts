// A branch of a coolant loop with those that take its outlet below it.
import type { Group, Trunk } from '../../graph/index.ts';
import type { Point } from '../geometry/placed.ts';
import type { Card } from '../pieces/card.ts';
import { cardPiece, framePiece, type Piece } from './branch-frame.ts';
import { beside, type Pieces, type Pipes, run, together, widestLabel } from './pipes.ts';

/** From a frame to where its outlet parts, and from there to the next frame. */
const gap = { part: 38, below: 30, beside: 28 };

/** What hangs between supply and return. */
export interface Hanging {
  readonly width: number;
  /** Without the pipes back to the return. */
  readonly height: number;
  /** Where coolant enters, from its left. */
  readonly enter: number;
  /** Where coolant leaves for the return, from its left. */
  readonly exits: readonly number[];
  /** @param above where the coolant comes from, and `below` where it goes to: levels of the supply and the return */
  place(x: number, y: number, above: number, below: number): Pieces;
}

/** What a loop is made of, as its pipes tell. */
export interface LoopParts {
  readonly loop: Group;
  readonly frames: ReadonlyMap<string, Group>;
  readonly cards: readonly Card[];
  readonly pipes: Pipes;
  readonly trunks: readonly Trunk[];
  /** Racks of a series that stand one below the other. */
  readonly high: number;
}

/** What a pipe from the supply leads to: a box, or a branch and all behind it. */
export function hangingFrom(parts: LoopParts, pipe: Trunk): Hanging {
  const { pipes, loop, trunks } = parts;
  const { piece, last, frame, inside } = pieceAt(parts, pipe.to);
  const onward = trunks.filter(({ from, to }) => from === last && to !== from && to !== frame && !inside.has(to));
  const back = onward.find((each) => each.to === loop.id);
  const next = onward
    .filter((each) => each !== back)
    .map((each) => ({ pipe: each, hanging: hangingFrom(parts, each) }));
  const outlet = frame === undefined ? undefined : pipes.byId(`${frame}.outlet`);
  // What passes by stands beside those that take the rest.
  const bypass = next.length > 0 && back !== undefined ? Math.max(40, widestLabel([back])) : 0;

  let right = 0;
  const lefts = next.map(({ hanging }) => {
    const left = right;
    right += hanging.width + gap.beside;
    return left;
  });
  const bypassX = right + bypass / 2;
  const width = Math.max(piece.width, bypass > 0 ? right + bypass : right - gap.beside);
  const below = Math.max(bypass > 0 ? 40 : 0, ...next.map(({ hanging }) => hanging.height));
  const part = piece.height + gap.part;
  return {
    width,
    height: next.length === 0 ? piece.height : part + gap.below + below,
    enter: piece.enter.x,
    exits: [
      ...(next.length === 0 && back !== undefined ? [piece.leave.x] : []),
      ...next.flatMap(({ hanging }, i) => hanging.exits.map((each) => each + (lefts[i] as number))),
      ...(bypass > 0 ? [bypassX] : []),
    ],
    place(x, y, above, end) {
      const [enter, leave] = [
        { x: x + piece.enter.x, y: y + piece.enter.y },
        { x: x + piece.leave.x, y: y + piece.leave.y },
      ];
      const foot = y + piece.height;
      const level = y + part;
      const start: Point = outlet === undefined ? leave : { x: leave.x, y: level };
      const pieces: Pieces[] = [piece.place(x, y)];
      if (above < y && pipe.from === loop.id)
        pieces.push(
          drawn(run(pipes, pipe, [{ x: enter.x, y: above }, enter], [{ x: enter.x, y: (above + y) / 2, turn: 90 }])),
        );
      if (next.length === 0)
        pieces.push(
          drawn(
            run(
              pipes,
              back,
              [leave, { x: leave.x, y: end }],
              [{ x: leave.x, y: foot + (end - foot) / 2, turn: 90 }],
              beside(leave.x, foot + 20),
            ),
          ),
        );
      next.forEach(({ pipe: onto, hanging }, i) => {
        const left = x + (lefts[i] as number);
        const top = level + gap.below;
        const to = left + hanging.enter;
        pieces.push(
          drawn(
            run(
              pipes,
              onto,
              [start, { x: leave.x, y: level }, { x: to, y: level }, { x: to, y: top + enterOf(parts, onto) }],
              [{ x: to, y: top - gap.below / 2, turn: 90 }],
              beside(leave.x, foot + gap.part / 2 - 3),
            ),
          ),
          hanging.place(left, top, level, end),
        );
      });
      const far = [
        ...next.map(({ hanging }, i) => x + (lefts[i] as number) + hanging.enter),
        ...(bypass > 0 ? [x + bypassX] : []),
      ];
      if (outlet !== undefined)
        pieces.push(
          drawn(
            run(
              pipes,
              outlet,
              [
                leave,
                { x: leave.x, y: level },
                { x: Math.min(leave.x, ...far), y: level },
                { x: Math.max(leave.x, ...far), y: level },
              ],
              [],
              beside(leave.x, foot + gap.part / 2 - 3),
            ),
          ),
        );
      if (bypass > 0)
        pieces.push(
          drawn(
            run(
              pipes,
              back,
              [
                { x: x + bypassX, y: level },
                { x: x + bypassX, y: end },
              ],
              [{ x: x + bypassX, y: level + gap.below + 36, turn: 90 }],
              () => ({ x: x + bypassX, y: level + gap.below }),
            ),
          ),
        );
      return together(pieces);
    },
  };
}

const drawn = (trunks: Pieces['trunks']): Pieces => ({ nodes: [], groups: [], trunks });

/** How far below its top a frame or box takes coolant. */
function enterOf(parts: LoopParts, pipe: Trunk): number {
  return pieceAt(parts, pipe.to).piece.enter.y;
}

interface Found {
  readonly piece: Piece;
  /** What its outlet begins at. */
  readonly last: string;
  readonly frame?: string;
  readonly inside: ReadonlySet<string>;
}

/** The frame or box at the end of a pipe. */
function pieceAt({ frames, cards, pipes, high }: LoopParts, id: string): Found {
  const card = cards.find((each) => each.node.id === id);
  const frame = frames.get(card?.node.group ?? id);
  if (frame === undefined) return { piece: cardPiece(card as Card), last: id, inside: new Set() };
  const own = cards.filter((each) => each.node.group === frame.id);
  const last = frame.order === 'series' || own.length === 1 ? (own.at(-1)?.node.id ?? frame.id) : frame.id;
  const inside = new Set(own.map((each) => each.node.id));
  return { piece: framePiece(frame, own, pipes, high), last, frame: frame.id, inside };
}
