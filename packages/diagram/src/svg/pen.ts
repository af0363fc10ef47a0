// Colors, texts and hatches for every part of a drawing.
import type { ColorKey, Legend, Status } from '../graph/index.ts';
import type { Box, PlacedText } from '../layout/index.ts';
import { typeOf } from '../layout/index.ts';
import { colorAt, type Palette } from './palette.ts';
import { type Attributes, element, escapeText } from './xml.ts';

export interface Pen {
  readonly palette: Palette;
  /** Whether colors show what became of things between two designs. */
  readonly hasChanges: boolean;
  /** Color of a status; undefined when the status is unknown or missing. */
  color(status: Status | undefined): string | undefined;
  /** The same of a band, whose colors can have a key of their own. */
  bandColor(status: Status | undefined): string | undefined;
  /** Fill of a status: its color, or the hatch. */
  fill(status: Status): string;
  /** The edge of a box: that of a change tells it apart without color. */
  edge(status: Status | undefined): Attributes;
  /** The dashes of a band, where they tell a change apart without color. */
  dash(status: Status | undefined): string | undefined;
  text(text: PlacedText, color?: string): string;
  texts(texts: readonly PlacedText[]): string;
  rect(box: Box, attributes: Attributes): string;
  /** An id that no other drawing on the page has. */
  id(name: string): string;
}

/** Hatches by what became of something; what is as before or added has none. */
const changePatterns = [undefined, undefined, 'removed', 'changed'] as const;
/** Dashes by what became of something. */
const changeDashes = [undefined, undefined, '9 5', '2 4'] as const;

/** The pen for one drawing. */
export function penOf(palette: Palette, legend: Legend, prefix: string): Pen {
  const id = (name: string): string => `${prefix}-${name}`;
  const colorBy = (colors: ColorKey | undefined, status: Status | undefined): string | undefined => {
    if (status === undefined || status.value === null || colors === undefined) return undefined;
    if (colors.kind === 'changes') return palette.changes[status.value];
    if (colors.kind === 'categories') return palette.categories[status.value % palette.categories.length];
    return status.value > 1 + 1e-9 ? palette.over : colorAt(palette.scales[colors.kind], status.value);
  };
  const color = (status: Status | undefined): string | undefined => colorBy(legend.colors, status);
  const text = ({ text: content, role, x, y, anchor }: PlacedText, ink?: string): string => {
    const { size, bold } = typeOf[role];
    const quiet = role === 'subtitle' || role === 'caption' || role === 'line' || role === 'label' || role === 'small';
    return element(
      'text',
      {
        x,
        y,
        'font-size': size,
        'font-weight': bold ? 600 : undefined,
        'text-anchor': anchor === 'start' ? undefined : anchor,
        fill: ink ?? (quiet ? palette.muted : palette.ink),
      },
      escapeText(content),
    );
  };
  return {
    palette,
    hasChanges: legend.colors?.kind === 'changes',
    color,
    bandColor: (status) => colorBy(legend.bands ?? legend.colors, status),
    edge(status) {
      const plain = { stroke: palette.edge };
      if (legend.colors?.kind !== 'changes' || status === undefined || status.value === null || status.value === 0)
        return plain;
      return { stroke: color(status), 'stroke-width': 2, 'stroke-dasharray': changeDashes[status.value] };
    },
    dash: (status) => (legend.colors?.kind === 'changes' ? changeDashes[status?.value ?? 0] : undefined),
    fill: (status) => {
      const found = color(status);
      if (found === undefined) return `url(#${id('unknown')})`;
      if (legend.colors?.kind === 'changes' && changePatterns[status.value ?? 0] !== undefined)
        return `url(#${id(changePatterns[status.value ?? 0] as string)})`;
      return found === palette.over ? `url(#${id('over')})` : found;
    },
    text,
    texts: (texts) => texts.map((each) => text(each)).join(''),
    rect: ({ x, y, width, height }, attributes) => element('rect', { x, y, width, height, ...attributes }),
    id,
  };
}
