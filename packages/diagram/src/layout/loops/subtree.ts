// What is connected between the supply and the return of a loop: a box, or a branch with those that take its outlet below it.
import type { BranchGroup, LoopGroup, LoopsNode, Trunk } from '../../graph/index.ts';
import type { Point } from '../geometry/placed.ts';
import type { Card } from '../pieces/card.ts';
import { framePiece } from './frame-piece.ts';
import { cardPiece, type Piece } from './piece.ts';
import { beside, type Course, down, type Pieces, type Pipes, run, together, upright, widestLabel } from './pipes.ts';

/** From a frame to where its outlet divides, and from there to the next frame; between frames side by side. */
const gap = { divide: 38, below: 30, beside: 28 };
/** Least width and height of a bypass. */
const minBypass = 40;

/** A part between supply and return. */
export interface Subtree {
  readonly width: number;
  /** Without the pipes to the return. */
  readonly height: number;
  /** Where coolant enters, from its left. */
  readonly enter: number;
  /** How far below its top coolant enters. */
  readonly inset: number;
  /** Where coolant leaves for the return, from its left. */
  readonly exits: readonly number[];
  /** @param levels of the supply, or of the outlet above, and of the return */
  place(x: number, y: number, levels: Levels): Pieces;
}

/** Levels of the supply and the return, in pixels. */
export interface Levels {
  readonly supply: number;
  readonly back: number;
}

/** A loop and what its pipes connect. */
export interface LoopParts {
  readonly loop: LoopGroup;
  readonly frames: ReadonlyMap<string, BranchGroup>;
  readonly cards: readonly Card<LoopsNode>[];
  readonly pipes: Pipes;
  readonly trunks: readonly Trunk[];
  /** Racks of a series in a column, at most. */
  readonly maxHeight: number;
}

/** A branch or box with the branches that take its outlet; positions are from its left. */
interface Tree {
  readonly parts: LoopParts;
  /** The pipe that leads to it. */
  readonly pipe: Trunk;
  readonly piece: Piece;
  /** Its pipe to the return. */
  readonly back: Trunk | undefined;
  /** The pipe along which its outlet divides. */
  readonly outlet: Trunk | undefined;
  readonly next: readonly Next[];
  /** Middle of the pipe for the rest of the outlet; undefined when nothing is left. */
  readonly bypass: number | undefined;
}

interface Next {
  readonly pipe: Trunk;
  readonly subtree: Subtree;
  readonly left: number;
}

/** The end of a pipe from the supply: a box, or a branch and all behind it. */
export function subtreeFrom(parts: LoopParts, pipe: Trunk): Subtree {
  const { pipes, loop, trunks } = parts;
  const { piece, last, frame, inside } = pieceAt(parts, pipe.to);
  const onward = trunks.filter(({ from, to }) => from === last && to !== from && to !== frame && !inside.has(to));
  const back = onward.find((each) => each.to === loop.id);
  let right = 0;
  const next = onward
    .filter((each) => each !== back)
    .map((each): Next => {
      const subtree = subtreeFrom(parts, each);
      const left = right;
      right += subtree.width + gap.beside;
      return { pipe: each, subtree, left };
    });
  const bypassWidth = next.length > 0 && back !== undefined ? Math.max(minBypass, widestLabel([back])) : 0;
  const bypass = bypassWidth > 0 ? right + bypassWidth / 2 : undefined;
  const below = Math.max(bypassWidth > 0 ? minBypass : 0, ...next.map(({ subtree }) => subtree.height));
  const outlet = frame === undefined ? undefined : pipes.byId(`${frame}.outlet`);
  const tree: Tree = { parts, pipe, piece, back, outlet, next, bypass };
  return {
    width: Math.max(piece.width, bypassWidth > 0 ? right + bypassWidth : right - gap.beside),
    height: next.length === 0 ? piece.height : piece.height + gap.divide + gap.below + below,
    enter: piece.enter.x,
    inset: piece.enter.y,
    exits: [
      ...(next.length === 0 && back !== undefined ? [piece.leave.x] : []),
      ...next.flatMap(({ subtree, left }) => subtree.exits.map((each) => each + left)),
      ...(bypass === undefined ? [] : [bypass]),
    ],
    place: (x, y, levels) => placeTree(tree, { x, y }, levels),
  };
}

/** Places a branch, its pipes and the branches that take its outlet. */
function placeTree(tree: Tree, { x, y }: Point, { supply, back }: Levels): Pieces {
  const { parts, piece, next, pipe } = tree;
  const draw = (trunk: Trunk | undefined, course: Course): Pieces => ({
    ...{ nodes: [], groups: [] },
    trunks: run(parts.pipes, trunk, course),
  });
  const enter = { x: x + piece.enter.x, y: y + piece.enter.y };
  const leave = { x: x + piece.leave.x, y: y + piece.leave.y };
  const foot = y + piece.height;
  const divide = foot + gap.divide;
  const label = beside(leave.x, foot + gap.divide / 2 - 3);
  const pieces: Pieces[] = [piece.place(x, y)];
  if (supply < y && pipe.from === parts.loop.id)
    pieces.push(draw(pipe, { points: [{ x: enter.x, y: supply }, enter], arrows: [down(enter.x, (supply + y) / 2)] }));
  if (next.length === 0)
    pieces.push(
      draw(tree.back, {
        points: [leave, { x: leave.x, y: back }],
        arrows: [down(leave.x, foot + (back - foot) / 2)],
        label: beside(leave.x, foot + 20),
      }),
    );
  const start = tree.outlet === undefined ? leave : { x: leave.x, y: divide };
  for (const { pipe: onto, subtree, left } of next) {
    const [top, to] = [divide + gap.below, x + left + subtree.enter];
    pieces.push(
      draw(onto, {
        points: [start, { x: leave.x, y: divide }, { x: to, y: divide }, { x: to, y: top + subtree.inset }],
        arrows: [down(to, top - gap.below / 2)],
        label,
      }),
      subtree.place(x + left, top, { supply: divide, back }),
    );
  }
  const bypass = tree.bypass === undefined ? [] : [x + tree.bypass];
  const ends = [...next.map(({ subtree, left }) => x + left + subtree.enter), ...bypass];
  pieces.push(
    draw(tree.outlet, {
      points: [
        leave,
        { x: leave.x, y: divide },
        { x: Math.min(leave.x, ...ends), y: divide },
        { x: Math.max(leave.x, ...ends), y: divide },
      ],
      label,
    }),
  );
  for (const at of bypass)
    pieces.push(
      draw(tree.back, {
        points: upright(at, divide, back),
        arrows: [down(at, divide + gap.below + 36)],
        label: () => ({ x: at, y: divide + gap.below }),
      }),
    );
  return together(pieces);
}

interface Found {
  readonly piece: Piece;
  /** The box or frame its outlet begins at. */
  readonly last: string;
  readonly frame?: string;
  readonly inside: ReadonlySet<string>;
}

/** The frame or box at the end of a pipe. */
function pieceAt({ frames, cards, pipes, maxHeight }: LoopParts, id: string): Found {
  const card = cards.find((each) => each.node.id === id);
  const frame = frames.get(card?.node.group ?? id);
  if (frame === undefined) return { piece: cardPiece(card as Card<LoopsNode>), last: id, inside: new Set() };
  const own = cards.filter((each) => each.node.group === frame.id);
  const last = frame.order === 'series' || own.length === 1 ? (own.at(-1)?.node.id ?? frame.id) : frame.id;
  const inside = new Set(own.map((each) => each.node.id));
  return { piece: framePiece(frame, own, pipes, maxHeight), last, frame: frame.id, inside };
}
