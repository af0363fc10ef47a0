// What many boxes or bands have in common is written once, below them.
import type { FreeNode, Trunk } from '../../graph/index.ts';
import type { PlacedText } from '../geometry/placed.ts';
import { textWidth, typeOf, wrap } from '../geometry/typography.ts';
import { alikeIn, inOneLine } from '../pieces/alike.ts';
import { type Arranged, sentenceWidth } from '../pieces/arranged.ts';
import { type PillSize, pillSize } from '../pieces/pill.ts';

/** Bands with the labels they have in the drawing. */
export interface BandLabels {
  readonly trunks: readonly Trunk[];
  /** Size that the labels need. */
  readonly size: PillSize;
  readonly caption: readonly string[];
}

/** More bands than this have short labels. */
const maxLong = 12;

/** The labels of bands; of many bands, without what all of them have in common, a phrase a line. */
export function bandLabels(trunks: readonly Trunk[], small: boolean): BandLabels {
  const { common, rest } = alikeIn(trunks.map((each) => each.lines));
  const short = small || trunks.length > maxLong;
  const shown = short ? trunks.map((each, i): Trunk => ({ ...each, lines: rest[i] ?? [] })) : trunks;
  const sizes = shown.flatMap((each) => pillSize(each) ?? []);
  return {
    trunks: shown,
    size: {
      width: Math.max(0, ...sizes.map((each) => each.width)),
      height: Math.max(0, ...sizes.map((each) => each.height)),
    },
    caption: short && common.length > 0 ? [`Each band: ${inOneLine(common)}`] : [],
  };
}

/** Small boxes, with the type where it differs, and a line about what all of them share. */
export function sharedBySmall(nodes: readonly FreeNode[]): {
  readonly nodes: readonly FreeNode[];
  readonly caption: readonly string[];
} {
  const { common } = alikeIn(nodes.map((each) => each.lines));
  const sameType = new Set(nodes.map((each) => each.lines[0])).size === 1;
  return {
    nodes: nodes.map((each): FreeNode => ({ ...each, compact: true, lines: sameType ? [] : each.lines.slice(0, 1) })),
    caption: common.length === 0 ? [] : [`Each box: ${inOneLine(common)}`],
  };
}

/** From a part to the base line of the text below it, and from the last one to what follows. */
const [offset, below] = [26, 5];

/** A part with sentences below it, each in a line of its own. */
export function captionBelow(part: Arranged, lines: readonly string[]): Arranged {
  const width = Math.min(sentenceWidth, Math.max(part.width, 320));
  const wrapped = lines.flatMap((each) => wrap(`${each}.`, 'line', width));
  if (wrapped.length === 0) return part;
  const { line } = typeOf.line;
  const texts = wrapped.map(
    (text, i): PlacedText => ({
      text,
      role: 'line',
      x: 0,
      y: part.height + offset + i * line,
      anchor: 'start',
      isCaption: true,
    }),
  );
  return {
    ...part,
    texts: [...part.texts, ...texts],
    width: Math.max(part.width, ...wrapped.map((each) => Math.ceil(textWidth(each, 'line')))),
    height: part.height + offset + (wrapped.length - 1) * line + below,
  };
}
