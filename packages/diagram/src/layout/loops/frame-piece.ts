// The frame of a branch of a coolant loop, with its title and the racks in it.
import type { BranchGroup, LoopsNode } from '../../graph/index.ts';
import type { PlacedText } from '../geometry/placed.ts';
import { brokenLine, fit, textWidth, typeOf } from '../geometry/typography.ts';
import type { Card } from '../pieces/card.ts';
import { marksHeight, marksWidth, placeMarks } from '../pieces/marks.ts';
import { parallelPiece } from './parallel-piece.ts';
import { inlet, type Piece, sidePadding } from './piece.ts';
import type { Pipes } from './pipes.ts';
import { seriesPiece } from './series-piece.ts';

const padding = { top: 12, bottom: 18, title: 12 };
/** From the pipe that enters to the title. */
const besidePipe = 16;
/** Longer lines are broken, longer names cut. */
const maxTitle = 280;

/** @param maxHeight racks of a series in a column, at most; 1 puts them in a row */
export function framePiece(
  group: BranchGroup,
  cards: readonly Card<LoopsNode>[],
  pipes: Pipes,
  maxHeight: number,
): Piece {
  const inside = group.order === 'series' ? seriesPiece(cards, pipes, maxHeight) : parallelPiece(group, cards, pipes);
  const titles = titlesOf(group);
  const titleX = sidePadding + inlet + besidePipe;
  const top =
    padding.top +
    titles.reduce((sum, { role }) => sum + typeOf[role].line, 0) +
    marksHeight(group.marks) +
    padding.title;
  const width = Math.max(
    inside.width + 2 * sidePadding,
    titleX + Math.max(marksWidth(group.marks), ...titles.map(widthOf)) + sidePadding,
  );
  const height = top + inside.height + padding.bottom;
  const moved = ({ x, y }: Piece['enter']) => ({ x: x + sidePadding, y: y + top });
  return {
    ...{ width, height, enter: moved(inside.enter), leave: moved(inside.leave) },
    place(x, y) {
      const { nodes, groups, trunks } = inside.place(x + sidePadding, y + top);
      const texts = placeTitles(titles, x + titleX, y + padding.top);
      const below = y + padding.top + titles.reduce((sum, { role }) => sum + typeOf[role].line, 0);
      const marks = placeMarks(group.marks, x + titleX, below, width - titleX - sidePadding);
      const frame = { ...({ drawn: 'frame', group, x, y, width, height, texts } as const) };
      return { nodes, trunks, groups: [marks.length === 0 ? frame : { ...frame, marks }, ...groups] };
    },
  };
}

type Title = Pick<PlacedText, 'text' | 'role'>;

function widthOf({ text, role }: Title): number {
  return textWidth(text, role);
}

function titlesOf({ label, lines }: BranchGroup): Title[] {
  return [
    { text: fit(label, 'name', maxTitle), role: 'name' },
    ...lines.flatMap((line) => brokenLine(line, 'line', maxTitle).map((text) => ({ text, role: 'line' }) as const)),
  ];
}

function placeTitles(titles: readonly Title[], x: number, top: number): PlacedText[] {
  let y = top;
  return titles.map(({ text, role }): PlacedText => {
    const { line, size } = typeOf[role];
    const base = y + (line + size * 0.7) / 2;
    y += line;
    return { text, role, x, y: base, anchor: 'start' };
  });
}
