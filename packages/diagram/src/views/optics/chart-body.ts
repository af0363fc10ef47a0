// What a chart of a path consists of.
import { type Derivation, printValue } from '@lightloom/core';
import type { ChartGroup, ChartNode } from '../../graph/index.ts';

/** The rows of a chart, and its axis. */
export interface ChartBody {
  readonly axis: ChartGroup['axis'];
  readonly rows: readonly Omit<ChartNode, 'group'>[];
  /** Lines of its head. */
  readonly lines: readonly string[];
}

/** Margin in words. */
export function marginText(margin: Derivation): string {
  return Number.isNaN(margin.value) ? 'margin unknown' : `margin ${printValue(margin)}`;
}
