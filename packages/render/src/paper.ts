// Sheets of paper, and how a drawing is placed on them: whole, or in pieces where the whole could not be read.
import type { Box, Item } from './svg-bounds.ts';

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

/** How a sheet lies: `auto` is whichever shows the drawing larger. */
export type Orientation = 'auto' | 'portrait' | 'landscape';

/** What drawings are printed on. */
export interface PrintOptions extends Omit<PaperOptions, 'paper'> {
  /** The smallest on which all of a drawing can be read when not given, or A4 where a scale is. */
  readonly paper?: Paper;
}

/** What a drawing is printed on. */
export interface PaperOptions {
  readonly paper: Paper;
  /** Left free at each edge, in millimeters; 10 when not given, more than the 4 to 6 mm that printers can't reach. */
  readonly margin?: number;
  readonly orientation?: Orientation;
  /** Size of the drawing: at 1, 96 of its pixels are an inch, as in CSS. What fits when not given, if that can be read. */
  readonly scale?: number;
}

/** Points in a millimeter: 72 in an inch of 25.4 mm. */
const points = 72 / 25.4;

/** Points of a pixel at scale 1. */
const cssPixel = 72 / 96;

/**
 * Height of the smallest capitals that can be read on paper, in millimeters: ISO 3098-1 has 1.8 mm as its smallest nominal size of
 * lettering.
 */
const readable = 1.8;

/** Height of capitals of DejaVu Sans for each pixel of the type size: 1,493 of 2,048 units. */
const capitals = 1493 / 2048;

/** Between the drawing and the title block of a sheet that shows a piece of it, in points. */
const blockGap = 8;

/** Sheets of one drawing at most. */
export const maxSheets = 100;

/** A sheet with a place for a drawing, or for a piece of it; all in points but the piece. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Where the upper left corner of what it shows is. */
  readonly x: number;
  readonly y: number;
  /** Points for one pixel of the drawing. */
  readonly scale: number;
  /** Points for one pixel of the title block that a piece has: it can be read, and doesn't grow with the drawing. */
  readonly blockScale: number;
  /** What it shows of the drawing, in pixels. */
  readonly piece: Box;
  /** Whether that is all of it. */
  readonly isWhole: boolean;
}

/** What is to be printed, in pixels. */
export interface Printed {
  /** Where anything is: the margins of the paper are enough around it. */
  readonly content: Box;
  /** Size of the smallest type. */
  readonly smallest: number;
  /** What should not be cut in two. */
  readonly boxes: readonly Item[];
  /** Size of the title block that sheets with a piece have. */
  readonly block: { readonly width: number; readonly height: number };
}

/** Paper that is chosen from where none is asked for, the smallest first. */
const series = ['a4', 'a3', 'a2', 'a1', 'a0'] as const satisfies readonly Paper[];

/** The smallest paper on which the whole of a drawing can be read; undefined where A0 is too small. */
export function paperFor(printed: Printed, options: Omit<PaperOptions, 'paper'>): Paper | undefined {
  return series.find((paper) => fitting(printed, { ...options, paper }).scale >= readableScale(printed));
}

/** Height of the smallest capitals of a drawing on a sheet, in millimeters. */
export function capitalsOn({ scale }: Pick<Sheet, 'scale'>, { smallest }: Printed): number {
  return (scale * capitals * smallest) / points;
}

/**
 * The sheets of a drawing: one with the whole as large as fits, in the middle; where its smallest type would be below 1.8 mm, or where a
 * larger scale is asked for, further ones with the pieces at a scale that can be read. The first shows the whole in any case.
 */
export function sheetsFor(printed: Printed, options: PaperOptions): readonly Sheet[] {
  const { content } = printed;
  const whole = fitting(printed, options);
  const asked = options.scale === undefined ? undefined : options.scale * cssPixel;
  const isEnough = whole.scale >= (asked ?? readableScale(printed));
  const scale = isEnough ? (asked ?? whole.scale) : whole.scale;
  const sheet: Sheet = {
    ...{ width: whole.width, height: whole.height, scale, blockScale: scale, piece: content, isWhole: true },
    x: (whole.width - content.width * scale) / 2,
    y: (whole.height - content.height * scale) / 2,
  };
  return isEnough ? [sheet] : [sheet, ...pieces(printed, options)];
}

/** Points for a pixel, so that the smallest type can be read. */
function readableScale({ smallest }: Printed): number {
  return smallest === 0 ? 0 : (readable * points) / (capitals * smallest);
}

/** The sheet on which the whole is as large as fits, and how large that is. */
export function fitting({ content }: Printed, { paper, margin = 10, orientation = 'auto' }: PaperOptions) {
  const [short, long] = millimeters[paper];
  const of = (across: number, down: number) => {
    const [width, height] = [across * points, down * points];
    const free = (side: number): number => side - 2 * margin * points;
    return { width, height, scale: Math.min(free(width) / content.width, free(height) / content.height) };
  };
  const [upright, lying] = [of(short, long), of(long, short)];
  if (orientation !== 'auto') return orientation === 'portrait' ? upright : lying;
  return lying.scale > upright.scale ? lying : upright;
}

/** Pieces at a scale that can be read, row by row; those that show nothing are left out. */
function pieces(printed: Printed, options: PaperOptions): Sheet[] {
  const { content, boxes, block } = printed;
  const { margin = 10, orientation = 'auto' } = options;
  const scale = options.scale === undefined ? readableScale(printed) : options.scale * cssPixel;
  const blockScale = Math.min(scale, Math.max(readableScale(printed), cssPixel));
  const [x, y] = [margin * points, margin * points];
  const { width, height } = fitting(printed, options);
  const sizes = [{ width, height }, ...(orientation === 'auto' ? [{ width: height, height: width }] : [])];
  const ways = sizes.flatMap((size) => [true, false].map((byRows) => ({ size, byRows })));
  const cut = ways.map(({ size, byRows }) => {
    const across = (size.width - 2 * x) / scale;
    const down = (size.height - 2 * y - blockGap - block.height * blockScale) / scale;
    const columnsOf = (items: readonly Item[]) =>
      cutsOf(content.x, content.x + content.width, across, spansOf(items, 'x', 'width'));
    const rowsOf = (items: readonly Item[]) =>
      cutsOf(content.y, content.y + content.height, down, spansOf(items, 'y', 'height'));
    // Each row is cut into columns of its own, or each column into rows: what is below doesn't say where this is cut.
    const cells = byRows
      ? rowsOf(boxes).flatMap(([top, bottom]) =>
          columnsOf(boxes.filter((each) => each.y < bottom && each.y + each.height > top)).map(
            ([left, right]): Box => ({ x: left, y: top, width: right - left, height: bottom - top }),
          ),
        )
      : columnsOf(boxes).flatMap(([left, right]) =>
          rowsOf(boxes.filter((each) => each.x < right && each.x + each.width > left)).map(
            ([top, bottom]): Box => ({ x: left, y: top, width: right - left, height: bottom - top }),
          ),
        );
    const sheets = cells
      .filter((piece) => boxes.some((each) => !apart(each, piece)))
      .map((piece): Sheet => ({ ...size, x, y, scale, blockScale, piece, isWhole: false }));
    const torn = boxes.filter((each) => sheets.every(({ piece }) => !isWithin(each, piece)));
    const cost = torn.reduce((sum, each) => sum + (each.isText === true ? tornCost.text : tornCost.box), sheets.length);
    return { sheets, cost };
  });
  return cut.reduce((best, each) => (each.cost < best.cost ? each : best)).sheets;
}

function spansOf(items: readonly Item[], from: 'x' | 'y', length: 'width' | 'height'): Span[] {
  return items.map((each) => ({ from: each[from], to: each[from] + each[length], isText: each.isText === true }));
}

/** What is torn apart costs as much as so many sheets. */
const tornCost = { text: 2, box: 1 };

const isWithin = (a: Box, b: Box): boolean =>
  a.x >= b.x - 1 && a.y >= b.y - 1 && a.x + a.width <= b.x + b.width + 1 && a.y + a.height <= b.y + b.height + 1;

const apart = (a: Box, b: Box): boolean =>
  a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;

/** A piece is at least this part of the room, so that few sheets are needed. */
const leastPiece = 0.4;

/** What it costs to cut a span that is as long as the room, or a text, and to leave the whole room free; any other span costs 1. */
const cost = { long: 10, text: 8, free: 4 };

/** What should stay whole, along one side of a drawing. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly isText: boolean;
}

/** Cuts a length into pieces that fit a room, where they cut few and short spans in two, and late. */
export function cutsOf(
  start: number,
  end: number,
  room: number,
  spans: readonly Span[],
): readonly (readonly [from: number, to: number])[] {
  const cuts: [number, number][] = [];
  let from = start;
  while (from + room < end) {
    const [least, last] = [from + room * leastPiece, from + room];
    // A span as wide as the room is cut whatever is done.
    const whole = spans.filter((each) => each.to - each.from < room && each.to > least && each.from < last);
    const costOf = (at: number): number =>
      whole.reduce(
        (sum, each) =>
          each.from < at && each.to > at
            ? sum + (each.isText ? cost.text : 1) + (cost.long * (each.to - each.from)) / room
            : sum,
        0,
      ) +
      (cost.free * (last - at)) / room;
    const candidates = [last, ...new Set(whole.map((each) => each.from - 1).filter((each) => each > least))];
    const best = candidates.map((at) => ({ at, of: costOf(at) })).reduce((a, b) => (b.of < a.of ? b : a));
    cuts.push([from, best.at]);
    from = best.at;
  }
  return [...cuts, [from, end] as const].map((each) => withWholeTexts(each, room, spans));
}

/** A piece that shows texts whole that its ends would tear, as far as it has room. */
function withWholeTexts(
  [from, to]: readonly [number, number],
  room: number,
  spans: readonly Span[],
): readonly [number, number] {
  const torn = (at: number): Span[] =>
    spans.filter((each) => each.isText && each.from < at && each.to > at && each.to - each.from < room);
  const first = torn(from).reduce(
    (least, each) => (to - each.from + 1 <= room ? Math.min(least, each.from - 1) : least),
    from,
  );
  const last = torn(to).reduce((most, each) => (each.to + 1 - first <= room ? Math.max(most, each.to + 1) : most), to);
  return [first, last];
}
