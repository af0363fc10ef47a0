// A band at its place on a sheet.
import { pathData } from '../geometry/path.ts';
import type { Placed } from '../geometry/placed.ts';
import { amplifiersOn } from '../pieces/amplifiers.ts';
import type { Arranged, ArrangedTrunk } from '../pieces/arranged.ts';
import type { Move } from '../pieces/move.ts';

/** @param body the boxes that its amplifiers keep off */
export function movedTrunk(arranged: ArrangedTrunk, { nodes }: Arranged, move: Move): Placed['trunks'][number] {
  const { trunk, path, width, arrows, pill } = arranged;
  const amplifiers = amplifiersOn(arranged, nodes);
  return {
    trunk,
    path: pathData(path, move.point),
    width,
    ...(arrows === undefined ? {} : { arrows: arrows.map(move.point) }),
    ...(amplifiers.length === 0 ? {} : { amplifiers: amplifiers.map(move.point) }),
    ...(pill === undefined ? {} : { pill: move.box(pill) }),
  };
}
