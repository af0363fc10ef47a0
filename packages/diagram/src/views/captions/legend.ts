// The key to the colors and widths that occur in a drawing.
import { printQuantity } from '@lightloom/core';
import type { ColorKey, Legend, Status, Trunk } from '../../graph/index.ts';
import { drawnPower } from '../text/phrases.ts';

/** Shares that exceed 1 by less are rounding. */
const tolerance = 1e-9;

/**
 * The key to the colors that occur; nothing when no item has a color.
 * @param items everything that is colored
 * @param unknown whether something without a color is unknown
 */
export function colorLegend(
  colors: ColorKey,
  items: readonly { readonly status?: Status }[],
  { unknown = false }: { readonly unknown?: boolean } = {},
): Pick<Legend, 'colors'> {
  const values = items.flatMap(({ status }) => (status === undefined ? [] : [status.value]));
  if (values.length === 0) return {};
  if (colors.kind === 'categories' || colors.kind === 'changes') return { colors };
  const { over = 'over the limit', ...scale } = colors;
  const exceeded = values.some((each) => each !== null && each > 1 + tolerance);
  return { colors: { ...scale, unknown: unknown || values.includes(null), ...(exceeded ? { over } : {}) } };
}

/** The key to the colors of bands, where it isn't that of boxes; nothing when no band has a color. */
export function bandLegend(colors: ColorKey, trunks: readonly Trunk[]): Pick<Legend, 'bands'> {
  const { colors: bands } = colorLegend(colors, trunks);
  return bands === undefined ? {} : { bands };
}

/**
 * The key to the widths of bands; nothing when no band has a known width.
 * @param dimension dimension of the weights
 */
export function widthLegend(
  trunks: readonly Trunk[],
  title: string,
  dimension: 'bit rate' | 'volume flow' | 'power',
): Pick<Legend, 'width'> {
  const largest = Math.max(0, ...trunks.map((each) => each.weight ?? 0));
  if (largest === 0) return {};
  const text = dimension === 'power' ? drawnPower(largest) : printQuantity(largest, dimension);
  return { width: { title, largest: text, weight: largest } };
}
