// Texts on a label: as large as fits on one line each, then smaller, then on several lines. Nothing is ever drawn beyond the label.

/** A line of a label as it is laid out. */
export interface LaidLine {
  readonly text: string;
  readonly isBold: boolean;
}

/** The lines of a label and their size in points. */
export interface LaidLabel {
  readonly lines: readonly LaidLine[];
  readonly size: number;
  /** Whether a text had to be cut, because the label has no room for it at any size that can be read. */
  readonly isCut: boolean;
}

/** Width of a text in points at a size in points. */
export type Measure = (text: string, isBold: boolean, size: number) => number;

/** Points from one base line to the next, for each point of the size. */
export const leading = 1.2;

/** Sizes in points to try: the largest that looks well, that from which on texts wrap rather than shrink, the smallest. */
const [largest, wrapping, smallest, step] = [8, 5.5, 3, 0.25];

/**
 * Lays out the texts of a label within a width and a height in points.
 * @param texts each a line where it fits
 */
export function layLabel(
  texts: readonly LaidLine[],
  [width, height]: readonly [number, number],
  measure: Measure,
): LaidLabel {
  const fits = (lines: readonly LaidLine[], size: number): boolean =>
    lines.length * size * leading <= height && lines.every((each) => measure(each.text, each.isBold, size) <= width);
  for (let size = largest; size >= wrapping; size -= step)
    if (fits(texts, size)) return { lines: texts, size, isCut: false };
  for (let size = largest; size >= smallest; size -= step) {
    const lines = texts.flatMap((each) => wrapped(each, size, width, measure));
    if (fits(lines, size)) return { lines, size, isCut: false };
  }
  const room = Math.max(1, Math.floor(height / (smallest * leading)));
  const lines = texts.flatMap((each) => wrapped(each, smallest, width, measure)).slice(0, room);
  const last = lines.at(-1);
  if (last !== undefined) lines[lines.length - 1] = cut(last, width, measure);
  return { lines, size: smallest, isCut: true };
}

/** Pieces of a text that stay together: each ends with the sign between names behind it. */
export function piecesOf(text: string): readonly string[] {
  return text.match(/[^\s.:,/]+[\s.:,/]?|[\s.:,/]/g) ?? [];
}

/** A text on as many lines as it takes, broken after a sign between names, or anywhere where a name alone is too wide. */
function wrapped({ text, isBold }: LaidLine, size: number, width: number, measure: Measure): LaidLine[] {
  const lines: string[] = [];
  let line = '';
  const isTooWide = (each: string): boolean => measure(each.trimEnd(), isBold, size) > width;
  for (const piece of piecesOf(text)) {
    if (!isTooWide(line + piece)) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const sign of piece) {
      if (line !== '' && isTooWide(line + sign)) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => ({ text: each.trimEnd(), isBold }));
}

function cut({ text, isBold }: LaidLine, width: number, measure: Measure): LaidLine {
  const signs = [...text];
  while (signs.length > 0 && measure(`${signs.join('')}…`, isBold, smallest) > width) signs.pop();
  return { text: `${signs.join('')}…`, isBold };
}
