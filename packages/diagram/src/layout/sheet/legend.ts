// The key to colors and widths, in one line below the drawing.
import type { ColorKey, Legend, Trunk } from '../../graph/index.ts';
import type { PlacedLegend, PlacedText, Point } from '../geometry/placed.ts';
import { fit, textWidth } from '../geometry/typography.ts';
import { widestBand } from '../pieces/arranged.ts';

type Swatch = PlacedLegend['swatches'][number];

const ramp = { width: 180, height: 8 };
const swatch = { width: 18, height: 10 };
const bandWidth = 48;
const gap = { part: 32, swatch: 20, text: 8 };
/** Height of the line, from its captions to its ticks. */
const lineHeight = 44;
/** Between lines. */
const lineGap = 12;
/** Longer names of categories are cut. */
const maxText = 240;

/** Room for the legend. */
export interface LegendRoom extends Point {
  readonly width: number;
}

/** Places the legend; breaks into lines where it is wider than its room. */
export function placeLegend(
  { colors, bands, width }: Legend,
  trunks: readonly Trunk[],
  room: LegendRoom,
): PlacedLegend & { readonly height: number } {
  const line = createLine(room);
  const texts: PlacedText[] = [];
  const swatches: Swatch[] = [];
  const sample = (kind: Swatch['kind'], index: number, name: string): void => {
    const text = fit(name, 'caption', maxText);
    const own = swatch.width + gap.text + textWidth(text, 'caption');
    const { x, y } = line.take(own);
    swatches.push({ kind, index, x, y: y + 15, ...swatch });
    texts.push({ text, role: 'caption', x: x + swatch.width + gap.text, y: y + 24, anchor: 'start' });
    line.skip(own + gap.swatch);
  };
  const scale = colors === undefined || 'names' in colors ? undefined : placeScale(colors, line);
  texts.push(...(scale?.texts ?? []));
  if (colors !== undefined && 'names' in colors)
    for (const [i, name] of colors.names.entries()) sample(colors.kind === 'changes' ? 'change' : 'category', i, name);
  const second = bands === undefined || 'names' in bands ? undefined : placeScale(bands, line);
  texts.push(...(second?.texts ?? []));
  const scales = [colors, bands].flatMap((each) => (each === undefined || 'names' in each ? [] : [each]));
  for (const over of new Set(scales.flatMap((each) => each.over ?? []))) sample('over', 0, over);
  if (scales.some((each) => each.unknown)) sample('unknown', 0, 'unknown');
  const band = width === undefined ? undefined : placeBand(width, widestBand(trunks), line);
  texts.push(...(band?.texts ?? []));
  return {
    ...(scale === undefined ? {} : { ramp: scale.ramp }),
    ...(second === undefined ? {} : { bandRamp: second.ramp }),
    ...(band === undefined ? {} : { band: band.band }),
    swatches,
    texts,
    height: line.height(),
  };
}

interface Line {
  /** Position for a part of a width, in the next line when there is no room. */
  take(width: number): Point;
  /** Goes on to the right. */
  skip(width: number): void;
  /** Whether something is in the line. */
  started(): boolean;
  /** Height of all lines. */
  height(): number;
}

function createLine(room: LegendRoom): Line {
  let { x, y } = room;
  let lines = 0;
  return {
    take(width) {
      if (lines === 0) lines = 1;
      if (x > room.x && x + width > room.x + room.width) {
        x = room.x;
        y += lineHeight + lineGap;
        lines++;
      }
      return { x, y };
    },
    skip: (width) => {
      x += width;
    },
    started: () => x > room.x,
    height: () => Math.max(0, lines * (lineHeight + lineGap) - lineGap),
  };
}

/** A color ramp with its title above and its ticks below. */
function placeScale({ title, ticks }: Exclude<ColorKey, { names: readonly string[] }>, line: Line) {
  const width = Math.max(ramp.width, textWidth(title, 'caption'));
  const { x, y } = line.take(width);
  const anchors = ['start', 'middle', 'end'] as const;
  const texts: PlacedText[] = [
    { text: title, role: 'caption', x, y: y + 9, anchor: 'start' },
    ...ticks.map((text, i): PlacedText => {
      return { text, role: 'caption', x: x + (ramp.width * i) / 2, y: y + 37, anchor: anchors[i] ?? 'middle' };
    }),
  ];
  line.skip(width + gap.part);
  return { ramp: { x, y: y + 16, ...ramp }, texts };
}

/** A sample of the widest band with its value. */
function placeBand({ title, largest }: NonNullable<Legend['width']>, height: number, line: Line) {
  if (line.started()) line.skip(gap.part - gap.swatch);
  const indent = bandWidth + gap.text;
  const { x, y } = line.take(Math.max(textWidth(title, 'caption'), indent + textWidth(largest, 'caption')));
  const texts: PlacedText[] = [
    { text: title, role: 'caption', x, y: y + 9, anchor: 'start' },
    { text: largest, role: 'caption', x: x + indent, y: y + 24, anchor: 'start' },
  ];
  return { band: { x, y: y + 20 - height / 2, width: bandWidth, height }, texts };
}
