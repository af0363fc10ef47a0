// What is placed: boxes and the links between them, and the sites of a sheet that a box can be at.
import type { Point } from '../geometry/placed.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is placed. */
export interface IrregularTask {
  readonly boxes: readonly Size[];
  /** Pairs of boxes, by index: each pair once, no box with itself. */
  readonly links: readonly (readonly [number, number])[];
  /** Size of a label, which a link should have room for. */
  readonly label: Size;
  /** Width of the room divided by its height; that of a sheet on its side when not given. */
  readonly shape?: number | undefined;
}

export interface IrregularPlan extends IrregularTask {
  /** Links of each box, by index. */
  readonly linksOf: readonly (readonly number[])[];
  /** Sites in a line, and lines of them. Boxes are two sites apart at least, so that the sites are half a box apart. */
  readonly columns: number;
  readonly rows: number;
  /** From a site to the next, in pixels. */
  readonly step: Point;
}

/** A sheet on its side has this share of width to height, less what title and legend take of its height. */
const sheet = 1.75;
/** Room at each side of a label. */
const room = { x: 8, y: 7 };

/**
 * Plans a sheet for some boxes.
 * @param places places for each box: few leave no room to turn a crossing around, many spread the drawing
 */
export function planIrregular({ boxes, links, label, shape = sheet }: IrregularTask, places: number): IrregularPlan {
  const width = Math.max(...boxes.map((each) => each.width)) + label.width + 2 * room.x;
  const height = Math.max(...boxes.map((each) => each.height)) + label.height + 2 * room.y;
  const wanted = Math.max(4, boxes.length * places);
  const columns = Math.ceil(Math.sqrt((wanted * shape * height) / width));
  const rows = Math.ceil(wanted / columns);
  const linksOf = boxes.map((): number[] => []);
  for (const [i, pair] of links.entries()) for (const end of pair) linksOf[end]?.push(i);
  return {
    ...{ boxes, links, linksOf, label },
    ...{ columns: 2 * columns - 1, rows: 2 * rows - 1, step: { x: width / 2, y: height / 2 } },
  };
}
