// What of a drawing is where, and how small its smallest type is.
import type { SvgElement } from './svg-reader.ts';

/** In pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where something is that should not be cut in two; a text that is can't be read. */
export interface Item extends Box {
  readonly isText?: boolean;
}

/** Widths of characters of DejaVu Sans for each pixel of the type size, by kind and a little larger; bold ones are a tenth wider. */
const widths = [
  [/[ .,:;·|!'\-()[\]ijlftI]/g, 0.34],
  [/[mwMWOQGDNH%@×≤≥–—…]/g, 0.84],
] as const;
const usual = 0.6;

/** Width of a text in pixels, near enough to say whether it fits. */
function widthOf(text: string, size: number, isBold: boolean): number {
  const count = [...text].length;
  const special = widths.map(([kind, width]) => ({ count: text.match(kind)?.length ?? 0, width }));
  const sum = special.reduce((all, each) => all + each.count * each.width, 0);
  const others = count - special.reduce((all, each) => all + each.count, 0);
  return (sum + others * usual) * size * (isBold ? 1.1 : 1);
}

/** The boxes of rectangles and texts. The ground isn't one; title block and legend are on the first sheet and need no other one. */
export function boxesIn(drawing: SvgElement): readonly Item[] {
  return drawing.children
    .filter(({ name, attributes }) => name !== 'rect' && !furniture.includes(attributes['data-kind'] ?? ''))
    .flatMap(within)
    .filter(({ width, height }) => width > 0 && height > 0);
}

const furniture = ['block', 'legend'];

/** What is left free around a drawing in its own pixels, and how much of that stays where paper has margins. */
const [largestEdge, leastEdge] = [24, 8];

/** The part of a drawing that something is in: without the edges that it has on a screen. */
export function contentOf(drawing: SvgElement, width: number, height: number): Box {
  const boxes = drawing.children.filter(({ name }) => name !== 'rect').flatMap(within);
  if (boxes.length === 0) return { x: 0, y: 0, width, height };
  const edge = (free: number): number => Math.min(largestEdge, Math.max(0, free - leastEdge));
  const left = edge(boxes.reduce((least, each) => Math.min(least, each.x), width));
  const top = edge(boxes.reduce((least, each) => Math.min(least, each.y), height));
  const right = edge(width - boxes.reduce((most, each) => Math.max(most, each.x + each.width), 0));
  const bottom = edge(height - boxes.reduce((most, each) => Math.max(most, each.y + each.height), 0));
  return { x: left, y: top, width: width - left - right, height: height - top - bottom };
}

function within(element: SvgElement): Item[] {
  if (element.name === 'defs') return [];
  if (element.name === 'rect' || element.name === 'text') {
    const box = boundsOf(element);
    return box === undefined ? [] : [{ ...box, isText: element.name === 'text' }];
  }
  return element.children.flatMap(within);
}

/** Size of the smallest type of a drawing in pixels; 0 without a text. */
export function smallestType(element: SvgElement): number {
  const sizes = element.children.map(smallestType).filter((each) => each > 0);
  const own = element.name === 'text' && element.text !== '' ? [Number(element.attributes['font-size'])] : [];
  return sizes.length + own.length === 0 ? 0 : [...own, ...sizes].reduce((a, b) => Math.min(a, b));
}

/** Where a rectangle or a text is, a little larger at most; undefined for other elements. */
export function boundsOf({ name, attributes, text }: SvgElement): Box | undefined {
  const number = (key: string): number => Number(attributes[key] ?? 0);
  if (name === 'rect') return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
  if (name !== 'text') return undefined;
  const size = number('font-size');
  const width = widthOf(text, size, attributes['font-weight'] !== undefined);
  const anchor = attributes['text-anchor'];
  const left = number('x') - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  return { x: left, y: number('y') - size, width, height: size * 1.3 };
}
