// Labels of bands.
import type { Trunk } from '../../graph/index.ts';
import type { Box, Pill, PlacedText } from '../geometry/placed.ts';
import { fit, textWidth, typeOf } from '../geometry/typography.ts';
import { centerMarks, marksHeight, marksWidth } from './marks.ts';

const padding = { x: 8, y: 4 };
/** Longer texts are cut. */
const maxText = 320;

export interface PillSize {
  readonly width: number;
  readonly height: number;
}

/** Size of a trunk's label; undefined when it has no label. */
export function pillSize({ lines, marks }: Trunk): PillSize | undefined {
  if (lines.length === 0 && marks === undefined) return undefined;
  const width = Math.max(marksWidth(marks), ...lines.map((text, i) => Math.min(maxText, textWidth(text, roleOf(i)))));
  return {
    width: Math.ceil(width) + 2 * padding.x,
    height: lines.length * typeOf.label.line + marksHeight(marks) + 2 * padding.y,
  };
}

/** Places the label of a trunk; a point on its upper edge is given. */
export function placePill({ lines, marks }: Trunk, size: PillSize, centerX: number, top: number): Pill {
  const texts = lines.map((text, i): PlacedText => {
    const { line, size: type } = typeOf[roleOf(i)];
    return {
      text: fit(text, roleOf(i), maxText),
      role: roleOf(i),
      x: centerX,
      y: top + padding.y + i * line + (line + type * 0.7) / 2,
      anchor: 'middle',
    };
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

const roleOf = (line: number) => (line === 0 ? 'strong' : 'label');
