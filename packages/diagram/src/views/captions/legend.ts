// The key to the colors and widths that occur in a drawing.
import { printQuantity } from '@lightloom/core';
import type { Legend, Trunk } from '../../graph/index.ts';

/** The key to colors and widths that occur. */
export function legendOf(
  colors: NonNullable<Legend['colors']>,
  nodes: readonly { readonly status?: { readonly value: number | null } }[],
  trunks: readonly Trunk[],
): Legend {
  const values = [...nodes, ...trunks].flatMap(({ status }) => (status === undefined ? [] : [status.value]));
  const largest = Math.max(0, ...trunks.map((each) => each.weight ?? 0));
  const unknown = values.includes(null) || trunks.some((each) => each.weight === null);
  const over = values.some((each) => each !== null && each > 1 + 1e-9);
  const { over: name, ...rest } = colors as { over?: string } & typeof colors;
  const shown =
    colors.kind === 'categories'
      ? colors
      : ({ ...rest, unknown, ...(over ? { over: name ?? 'over the limit' } : {}) } as typeof colors);
  return {
    ...(values.length === 0 ? {} : { colors: shown }),
    ...(largest > 0
      ? {
          width: {
            title: 'Width of a band: bandwidth, one direction',
            largest: printQuantity(largest, 'bit rate'),
            weight: largest,
          },
        }
      : {}),
  };
}
