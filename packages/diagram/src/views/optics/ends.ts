// The modules at both ends of a path.
import { type LinkEnd, type Part, printQuantity } from '@lightloom/core';
import type { ChartNode } from '../../graph/index.ts';
import { originOf } from '../text/json-values.ts';

/** The row of a module; what its lanes send or receive is below its name. */
export function endRow(
  end: LinkEnd,
  at: 'near' | 'far',
  lines: readonly string[],
  value: string,
): Omit<ChartNode, 'group'> {
  const name = end.module?.name ?? end.cage?.name ?? 'empty cage';
  const label = end.optics === undefined ? name : `${name}, lane of ${end.optics.name}`;
  return {
    ...{ id: at, kind: 'other', symbol: 'module', label, lines, count: 1, value },
    ...originOf((end.module ?? end.cage)?.origin),
    detail: [label, ...lines, value].filter((each) => each !== '').join('\n'),
  };
}

/** `sends −2.9 to 4 dBm`; nothing where it isn't given. */
export function launchLines(optics: Part<'optics'> | undefined): string[] {
  const range = optics?.values.launch?.value;
  return range === undefined
    ? []
    : [`sends ${printQuantity(range.from, 'optical power')} to ${printQuantity(range.to, 'optical power')}`];
}
