// Widths of texts, without asking a browser: the same drawing comes out in a terminal, an editor and a review.
import type { TextRole } from './placed.ts';

/**
 * Advance widths of the printable ASCII characters in thousandths of the type size, regular and bold. They are those of
 * DejaVu Sans, the widest font a drawing asks for, so that a text fits its box in all of them.
 */
const regular = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
  636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
  748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
  615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
  337, 636, 838,
];
const bold = [
  348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696,
  696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995,
  837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716,
  678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712,
  365, 712, 838,
];
const others: Readonly<Record<string, number>> = { '·': 380, '°': 500, '–': 500, '\u00a0': 348, µ: 736 };
/** Letters outside the table; full-width for those of East Asia and for pictures. */
const [letter, wide] = [840, 1000];

/** Size in pixels, weight and line height of each role. */
export const typeOf: Readonly<
  Record<TextRole, { readonly size: number; readonly bold: boolean; readonly line: number }>
> = {
  title: { size: 20, bold: true, line: 26 },
  subtitle: { size: 12, bold: false, line: 18 },
  figure: { size: 16, bold: true, line: 22 },
  caption: { size: 10.5, bold: false, line: 14 },
  name: { size: 13, bold: true, line: 18 },
  line: { size: 11, bold: false, line: 15 },
  label: { size: 10.5, bold: false, line: 14 },
  strong: { size: 10.5, bold: true, line: 14 },
  small: { size: 10.5, bold: false, line: 13 },
};

/** Width of a text in a role, in pixels. */
export function textWidth(text: string, role: TextRole): number {
  const { size, bold: heavy } = typeOf[role];
  const table = heavy ? bold : regular;
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    sum += table[code - 32] ?? others[character] ?? (code >= 0x2e80 ? wide : letter);
  }
  return (sum * size) / 1000;
}

/** The text, or as much of its two ends as fits a width, with `…` between: names differ at their ends. */
export function fit(text: string, role: TextRole, width: number): string {
  if (textWidth(text, role) <= width) return text;
  const characters = [...text];
  let kept = characters.length - 1;
  const cut = (): string => {
    const tail = Math.floor(kept * 0.4);
    return `${characters
      .slice(0, kept - tail)
      .join('')
      .trimEnd()}…${tail > 0 ? characters.slice(-tail).join('').trimStart() : ''}`;
  };
  // Names can be thousands of characters long: halve first, then step.
  while (kept > 1 && textWidth(cut(), role) > width * 2) kept = Math.ceil(kept / 2);
  while (kept > 1 && textWidth(cut(), role) > width) kept--;
  return kept < 1 ? '…' : cut();
}

/** Between the parts of a line of figures. */
const separator = ' · ';

/** A line of figures, broken between them where it is too wide; a part that is too wide by itself between its words. */
export function brokenLine(text: string, role: TextRole, width: number): string[] {
  if (textWidth(text, role) <= width) return [text];
  const lines: string[] = [];
  for (const part of text.split(separator)) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last}${separator}${part}`;
    if (last !== undefined && textWidth(longer, role) <= width) lines[lines.length - 1] = longer;
    else lines.push(...wrap(part, role, width));
  }
  return lines;
}

/** A line that starts with a name and goes on with figures: of one that is too wide, the name is cut and the figures stay. */
export function fitName(text: string, role: TextRole, width: number): string {
  const at = text.indexOf(separator);
  if (at < 0 || textWidth(text, role) <= width) return fit(text, role, width);
  const figures = text.slice(at);
  const room = width - textWidth(figures, role);
  return room < textWidth('…', role) ? fit(text, role, width) : `${fit(text.slice(0, at), role, room)}${figures}`;
}

/** Chinese and Japanese, which have no spaces: lines break behind any character, but for marks that follow one. */
const together =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。，．：；！？）」』】])(?![ー、。，．：；！？）」』】ぁぃぅぇぉっゃゅょァィゥェォッャュョ])/u;

/** Breaks a sentence into lines of at most a width. */
export function wrap(text: string, role: TextRole, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const parts = text.split(/\s+/).flatMap((word) => ` ${word}`.split(together));
  for (const part of parts) {
    const longer = line === '' ? part.trimStart() : `${line}${part}`;
    if (textWidth(longer, role) <= width) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = fit(part.trimStart(), role, width);
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
