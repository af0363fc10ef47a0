// Sheets of paper, and how a drawing is placed on one.

/** Width and height of a sheet in millimeters, upright: the A series of ISO 216, and `letter`, 8.5 by 11 inches. */
const millimeters = {
  a4: [210, 297],
  a3: [297, 420],
  a2: [420, 594],
  a1: [594, 841],
  a0: [841, 1189],
  letter: [215.9, 279.4],
} as const;

export type Paper = keyof typeof millimeters;

/** Points in a millimeter: 72 in an inch of 25.4 mm. */
const points = 72 / 25.4;

/** Left free at each edge, in millimeters: more than the 4 to 6 mm that printers can't reach. */
const margin = 10;

/** A sheet with a place for a drawing; all in points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Top left corner of the drawing. */
  readonly x: number;
  readonly y: number;
  /** Points for one pixel of the drawing. */
  readonly scale: number;
}

/** The sheet, upright or on its side, whichever shows the drawing larger: as large as fits, in the middle. */
export function sheetFor(drawing: { readonly width: number; readonly height: number }, paper: Paper): Sheet {
  const [short, long] = millimeters[paper];
  const [upright, lying] = [sheetOf(drawing, short, long), sheetOf(drawing, long, short)];
  return lying.scale > upright.scale ? lying : upright;
}

function sheetOf(drawing: { readonly width: number; readonly height: number }, across: number, down: number): Sheet {
  const [width, height] = [across * points, down * points];
  const free = (side: number): number => side - 2 * margin * points;
  const scale = Math.min(free(width) / drawing.width, free(height) / drawing.height);
  return { width, height, x: (width - drawing.width * scale) / 2, y: (height - drawing.height * scale) / 2, scale };
}
