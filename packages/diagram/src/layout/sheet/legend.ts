// The key to colors and widths, in one line below the drawing.
import type { Graph } from '../../graph/index.ts';
import type { Box, PlacedLegend, PlacedText } from '../geometry/placed.ts';
import { fit, textWidth } from '../geometry/typography.ts';
import { widestBand } from '../pieces/arranged.ts';

const ramp = { width: 180, height: 8 };
const swatch = { width: 18, height: 10 };
const gap = 32;
/** Height of the line, from its captions to its ticks. */
export const legendHeight = 44;

/** Places the legend from a corner on; breaks into lines where it is wider than its room. */
export function placeLegend(
  { legend, trunks }: Graph,
  left: number,
  top: number,
  room: number,
): PlacedLegend & { height: number } {
  const texts: PlacedText[] = [];
  const swatches: (Box & { kind: 'unknown' | 'over' | 'category'; index: number })[] = [];
  let x = left;
  let y = top;
  let lines = 0;
  const next = (width: number): void => {
    if (lines === 0) lines = 1;
    if (x > left && x + width > left + room) {
      x = left;
      y += legendHeight;
      lines++;
    }
  };
  const sample = (kind: 'unknown' | 'over' | 'category', index: number, text: string): void => {
    const shown = fit(text, 'caption', 240);
    next(swatch.width + 8 + textWidth(shown, 'caption'));
    swatches.push({ kind, index, x, y: y + 15, ...swatch });
    texts.push({ text: shown, role: 'caption', x: x + swatch.width + 8, y: y + 24, anchor: 'start' });
    x += swatch.width + 8 + textWidth(shown, 'caption') + 20;
  };
  let rampBox: Box | undefined;
  let band: Box | undefined;
  const { colors, width } = legend;
  if (colors !== undefined && colors.kind !== 'categories') {
    next(Math.max(ramp.width, textWidth(colors.title, 'caption')));
    texts.push({ text: colors.title, role: 'caption', x, y: y + 9, anchor: 'start' });
    rampBox = { x, y: y + 16, ...ramp };
    const anchors = ['start', 'middle', 'end'] as const;
    colors.ticks.forEach((text, i) => {
      texts.push({ text, role: 'caption', x: x + (ramp.width * i) / 2, y: y + 37, anchor: anchors[i] ?? 'middle' });
    });
    x += Math.max(ramp.width, textWidth(colors.title, 'caption')) + gap;
    if (colors.over !== undefined) sample('over', 0, colors.over);
    if (colors.unknown) sample('unknown', 0, 'unknown');
  } else if (colors !== undefined) {
    for (const [i, name] of colors.names.entries()) sample('category', i, name);
  }
  if (width !== undefined) {
    if (x > left) x += gap - 20;
    const text = `${width.largest}`;
    next(Math.max(textWidth(width.title, 'caption'), 56 + textWidth(text, 'caption')));
    texts.push({ text: width.title, role: 'caption', x, y: y + 9, anchor: 'start' });
    const height = widestBand(trunks);
    band = { x, y: y + 20 - height / 2, width: 48, height };
    texts.push({ text, role: 'caption', x: x + 56, y: y + 24, anchor: 'start' });
  }
  return {
    ...(rampBox === undefined ? {} : { ramp: rampBox }),
    ...(band === undefined ? {} : { band }),
    swatches,
    texts,
    height: lines * legendHeight,
  };
}
