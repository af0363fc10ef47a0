// Colors, texts and hatches for every part of a drawing.
import type { ColorKey, Legend, Status } from '../graph/index.ts';
import type { Box, PlacedText } from '../layout/index.ts';
import { typeOf } from '../layout/index.ts';
import { colorAt, type Palette } from './palette.ts';
import { type Attributes, element, escapeText } from './xml.ts';

export interface Pen {
  readonly palette: Palette;
  /** Color of a status; undefined when the status is unknown or missing. */
  color(status: Status | undefined): string | undefined;
  /** The same of a band, whose colors can have a key of their own. */
  bandColor(status: Status | undefined): string | undefined;
  /** Fill of a status: its color, or the hatch. */
  fill(status: Status): string;
  text(text: PlacedText, color?: string): string;
  texts(texts: readonly PlacedText[]): string;
  rect(box: Box, attributes: Attributes): string;
  /** An id that no other drawing on the page has. */
  id(name: string): string;
}

/** The pen for one drawing. */
export function penOf(palette: Palette, legend: Legend, prefix: string): Pen {
  const id = (name: string): string => `${prefix}-${name}`;
  const colorBy = (colors: ColorKey | undefined, status: Status | undefined): string | undefined => {
    if (status === undefined || status.value === null || colors === undefined) return undefined;
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
    color,
    bandColor: (status) => colorBy(legend.bands ?? legend.colors, status),
    fill: (status) => {
      const found = color(status);
      if (found === undefined) return `url(#${id('unknown')})`;
      return found === palette.over ? `url(#${id('over')})` : found;
    },
    text,
    texts: (texts) => texts.map((each) => text(each)).join(''),
    rect: ({ x, y, width, height }, attributes) => element('rect', { x, y, width, height, ...attributes }),
    id,
  };
}
