// Key figures in chips: above the drawing, or in a column beside it.
import type { Figure } from '../../graph/index.ts';
import type { PlacedFigure, PlacedText } from '../geometry/placed.ts';
import { fit, textWidth, typeOf, wrap } from '../geometry/typography.ts';
import { marksHeight, marksWidth, placeMarks } from '../pieces/marks.ts';

const padding = { x: 14, y: 9 };
const gap = 12;
/** Longer notes are in two lines; longer texts are cut. */
const maxText = 260;
/** Room for the mark of a verdict. */
const markWidth = 16;

/** What is said beside the sign of a verdict where a figure has no note. */
const verdictNotes = { holds: 'holds', fails: 'fails', unknown: "can't be checked" };

/** The note of a figure: the sign of its verdict is beside it. */
function noteOf({ note = '', verdict }: Figure): string {
  return note === '' && verdict !== undefined ? verdictNotes[verdict] : note;
}

/** The texts of a key figure, and the width they take. */
function textsOf(figure: Figure) {
  const { label, value, verdict, marks } = figure;
  const lines = [
    { text: fit(label, 'caption', maxText), role: 'caption', indent: 0 },
    { text: fit(value, 'figure', maxText), role: 'figure', indent: 0 },
    ...noteLines(noteOf(figure)).map(
      (text) => ({ text, role: 'caption', indent: verdict === undefined ? 0 : markWidth }) as const,
    ),
  ] as const;
  const shown = lines.filter((each) => each.text !== '');
  const width = Math.max(marksWidth(marks), ...shown.map(({ text, role, indent }) => textWidth(text, role) + indent));
  return { lines: shown, width: Math.ceil(width) + 2 * padding.x };
}

/** A note in at most two lines. */
function noteLines(note: string): string[] {
  const lines = wrap(note, 'caption', maxText);
  return lines.length <= 2 ? lines : [lines[0] ?? '', fit(lines.slice(1).join(' '), 'caption', maxText)];
}

/** Widths of a column are multiples of this, so that a figure with a digit more moves nothing beside it. */
const grain = 60;

/** Width of the widest chip, in pixels. */
export function widestFigure(figures: readonly Figure[]): number {
  const widest = Math.max(...figures.map((each) => textsOf(each).width));
  return Math.ceil(widest / grain) * grain;
}

/** Width of all chips in one line, in pixels. */
export function lineOfFigures(figures: readonly Figure[]): number {
  return figures.reduce((sum, each) => sum + textsOf(each).width + gap, -gap);
}

/** Where chips are placed. */
export interface FigureRoom {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Side by side, broken into lines; or one below the other, all of the same width. */
  readonly flow: 'lines' | 'column';
  /** Something on the right of the first lines: those that begin above its lower edge, with a gap, have this width. */
  readonly narrow?: { readonly width: number; readonly bottom: number };
}

/** Places key figures; `bottom` is their lower edge. */
export function placeFigures(
  figures: readonly Figure[],
  room: FigureRoom,
): { readonly placed: readonly PlacedFigure[]; readonly bottom: number } {
  const placed: PlacedFigure[] = [];
  let { x, y } = room;
  let bottom = y;
  const notes = Math.max(0, ...figures.map((each) => noteLines(noteOf(each)).length));
  const least = typeOf.caption.line + typeOf.figure.line + notes * typeOf.caption.line + 2 * padding.y;
  const marked = Math.max(...figures.map((each) => marksHeight(each.marks)));
  for (const figure of figures) {
    // In a line all are as high as the highest.
    const height = least + (room.flow === 'lines' ? marked : marksHeight(figure.marks));
    const own = textsOf(figure).width;
    const width = room.flow === 'lines' ? own : room.width;
    const { narrow } = room;
    const across = narrow !== undefined && y < narrow.bottom + gap ? narrow.width : room.width;
    if (x > room.x && (room.flow === 'column' || x + width > room.x + across)) {
      x = room.x;
      y = bottom + gap;
    }
    placed.push(placeFigure(figure, { x, y, width, height }));
    x += width + gap;
    bottom = y + height;
  }
  return { placed, bottom };
}

function placeFigure(figure: Figure, box: Omit<PlacedFigure, 'figure' | 'texts'>): PlacedFigure {
  let line = box.y + padding.y;
  const texts = textsOf(figure).lines.map(({ text, role, indent }): PlacedText => {
    const type = typeOf[role];
    const base = line + (type.line + type.size * 0.7) / 2;
    line += type.line;
    return { text, role, x: box.x + padding.x + indent, y: base, anchor: 'start' };
  });
  const marks = placeMarks(figure.marks, box.x + padding.x, line, box.width - 2 * padding.x);
  return { figure, ...box, texts, ...(marks.length === 0 ? {} : { marks }) };
}
