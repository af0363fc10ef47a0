// Where a sheet is free below what is on it, at its right: the title block is there.
import { pointsOn } from '../geometry/path.ts';
import type { PlacedText } from '../geometry/placed.ts';
import { textWidth } from '../geometry/typography.ts';
import type { Arranged } from '../pieces/arranged.ts';

/** Boxes of several devices have others behind them. */
const shadow = 8;

/** The lower edge of what a body has right of a level; 0 where it has nothing there. */
export function bottomOf({ nodes, groups, trunks, texts }: Arranged, left: number): number {
  const boxes = [...nodes, ...groups, ...trunks.flatMap(({ pill }) => pill ?? [])];
  return Math.max(
    lowest(boxes, ({ x, y, width, height }) => (x + width + shadow > left ? y + height : 0)),
    lowest(
      trunks.flatMap(({ path }) => pointsOn(path)),
      ({ x, y }) => (x > left ? y : 0),
    ),
    bottomOfTexts(texts, left),
  );
}

/** The lower edge of the texts that reach over a level; 0 where none does. */
export function bottomOfTexts(texts: readonly PlacedText[], left: number): number {
  return lowest(texts, ({ text, role, x, y, anchor }) => {
    const width = textWidth(text, role);
    const right = anchor === 'end' ? x : x + (anchor === 'middle' ? width / 2 : width);
    return right > left ? y : 0;
  });
}

const lowest = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((most, each) => Math.max(most, of(each)), 0);
