// Sizes of labels on the screen, in pixels: they are the same at every scale.
import { textWidth } from '@lightloom/diagram';

/** Size of type and height of a line. */
export const typeSizes = { name: { size: 11.5, line: 14 }, figure: { size: 10, line: 13 } } as const;
/** Sizes that the widths of these texts are known for. */
const measured = { name: 13, figure: 11 };

/** What is written in a label. */
interface Written {
  readonly kind: 'node' | 'group' | 'trunk';
  readonly name: string;
  readonly figures: readonly string[];
}

export function nameWidth(text: string): number {
  return (textWidth(text, 'name') * typeSizes.name.size) / measured.name;
}

export function figureWidth(text: string): number {
  return (textWidth(text, 'line') * typeSizes.figure.size) / measured.figure;
}

/** Bands have their names in the type of figures. */
export function widthOf({ kind, name, figures }: Written): number {
  return Math.max(kind === 'trunk' ? figureWidth(name) : nameWidth(name), ...figures.map(figureWidth));
}

export function heightOf({ name, figures }: Pick<Written, 'name' | 'figures'>): number {
  return (name === '' ? 0 : typeSizes.name.line) + figures.length * typeSizes.figure.line;
}
