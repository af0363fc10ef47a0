// A part of a loop that coolant enters at its top and leaves at its bottom.
import type { LoopsNode } from '../../graph/index.ts';
import { type Card, placeCard } from '../pieces/card.ts';
import type { Pieces } from './pipes.ts';

/** Where coolant enters and leaves a box, from its left. */
export const inlet = 24;
/** Inside a frame, at its left and right. */
export const sidePadding = 18;

export interface Piece {
  readonly width: number;
  readonly height: number;
  /** Where coolant enters and leaves, from its left and top. */
  readonly enter: { readonly x: number; readonly y: number };
  readonly leave: { readonly x: number; readonly y: number };
  place(x: number, y: number): Pieces;
}

/** A box without a frame, in line with those in frames. */
export function cardPiece(card: Card<LoopsNode>): Piece {
  const { width, height } = card;
  const x = sidePadding + inlet;
  return {
    ...{ width: width + sidePadding, height, enter: { x, y: 0 }, leave: { x, y: height } },
    place: (left, y) => ({ nodes: [placeCard(card, left + sidePadding, y)], groups: [], trunks: [] }),
  };
}

/** The size of the largest of some boxes: boxes side by side have the same size. */
export function largestOf(cards: readonly Card[]): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(0, ...cards.map((each) => each.width)),
    height: Math.max(0, ...cards.map((each) => each.height)),
  };
}
