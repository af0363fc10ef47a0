// Labels of bands.
import type { Trunk } from '../../graph/index.ts';
import type { Box, Pill, PlacedText } from '../geometry/placed.ts';
import { brokenLine, textWidth, typeOf } from '../geometry/typography.ts';
import { centerMarks, marksHeight, marksWidth } from './marks.ts';

const padding = { x: 8, y: 4 };
/** Longer lines are broken between figures. */
const maxText = 320;

export interface PillSize {
  readonly width: number;
  readonly height: number;
}

/** Size of a trunk's label; undefined when it has no label. */
export function pillSize(trunk: Trunk): PillSize | undefined {
  const { marks } = trunk;
  const lines = linesOf(trunk);
  if (lines.length === 0 && marks === undefined) return undefined;
  const width = Math.max(marksWidth(marks), ...lines.map(({ text, role }) => textWidth(text, role)));
  return {
    width: Math.ceil(width) + 2 * padding.x,
    height: lines.length * typeOf.label.line + marksHeight(marks) + 2 * padding.y,
  };
}

/** Places the label of a trunk; a point on its upper edge is given. */
export function placePill(trunk: Trunk, size: PillSize, centerX: number, top: number): Pill {
  const { marks } = trunk;
  const lines = linesOf(trunk);
  const texts = lines.map(({ text, role }, i): PlacedText => {
    const { line, size: type } = typeOf[role];
    return { text, role, x: centerX, y: top + padding.y + i * line + (line + type * 0.7) / 2, anchor: 'middle' };
  });
  const below = top + padding.y + lines.length * typeOf.label.line;
  const placed = centerMarks(marks, centerX, below, size.width - 2 * padding.x);
  return { x: centerX - size.width / 2, y: top, ...size, texts, ...(placed.length === 0 ? {} : { marks: placed }) };
}

/** Whether two boxes have a point in common, or come closer than a gap. */
export function overlap(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

/** The lines of a label, broken where they are too long; the first one is the strongest. */
function linesOf({ lines }: Trunk): { readonly text: string; readonly role: 'strong' | 'label' }[] {
  return lines.flatMap((line, i) => {
    const role = i === 0 ? 'strong' : 'label';
    return brokenLine(line, role, maxText).map((text) => ({ text, role }) as const);
  });
}
