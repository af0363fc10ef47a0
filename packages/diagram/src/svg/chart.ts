// Charts: rows with a symbol, a bar and a figure, on an axis with its limits.
import type { RowSymbol } from '../graph/index.ts';
import type { PlacedBar, PlacedChart } from '../layout/index.ts';
import { icon } from './icons.ts';
import type { Pen } from './pen.ts';
import { type Attributes, element } from './xml.ts';

const steps: Partial<Record<RowSymbol, string>> = {
  module: 'M-7 -5H7V5H-7ZM-3 -2H3M-3 2H3',
  connector: 'M-7 -5L-1 0L-7 5ZM7 -5L1 0L7 5Z',
  fiber: 'M-6 4A6 6 0 0 1 6 4M-3 4A3 3 0 0 1 3 4',
  splice: 'M-4 -4L4 4M-4 4L4 -4',
  panel: 'M-7 -4H7V4H-7ZM-3.5 -4V4M0 -4V4M3.5 -4V4',
  amplifier: 'M-5 -6L6 0L-5 6Z',
  reserve: 'M-5 -3H5V3H-5Z',
};

/** A row: where its bar is unknown, it is hatched over the whole axis. */
export function bar(pen: Pen, { node, x, y, height, bar: box, path, texts }: PlacedBar): string {
  const { palette } = pen;
  const [middle, center] = [y + height / 2, x + 9];
  const line = path
    ? element('path', {
        d: `M${tenth(center)} ${tenth(y)}v${tenth(height)}`,
        stroke: palette.muted,
        'stroke-width': 1.5,
        fill: 'none',
      })
    : '';
  const step = steps[node.symbol];
  const symbol =
    step === undefined
      ? icon(node.kind, x + 1, middle - 8, palette.muted)
      : element('path', {
          transform: `translate(${tenth(center)} ${tenth(middle)})`,
          d: step,
          fill: palette.background,
          stroke: palette.ink,
          'stroke-width': 1.2,
          'stroke-linejoin': 'round',
          'stroke-dasharray': node.symbol === 'reserve' ? '2 2' : undefined,
        });
  return (
    line +
    symbol +
    (box === undefined ? '' : pen.rect(box, { rx: 2, ...barPaint(pen, node) })) +
    texts.map((each) => pen.text(each, each.role === 'strong' ? palette.ink : undefined)).join('')
  );
}

/** Color of a bar. */
function barPaint(pen: Pen, { status }: PlacedBar['node']): Attributes {
  if (status === undefined) return { fill: pen.palette.muted };
  return { fill: pen.fill(status), stroke: pen.color(status) ?? pen.palette.edge };
}

/** The axis of a chart: ticks behind the rows, limits as dashed lines. */
export function chart(pen: Pen, { plot, ticks, limits, texts }: PlacedChart): string {
  const { palette } = pen;
  const lines = (at: readonly number[], above: number): string =>
    at.map((x) => `M${tenth(x)} ${tenth(plot.y - above)}v${tenth(plot.height + above)}`).join('');
  return (
    pen.rect(plot, { fill: palette.background }) +
    element('path', { d: lines(ticks, 0) || 'M0 0', stroke: palette.line, fill: 'none' }) +
    (limits.length === 0
      ? ''
      : element('path', {
          d: lines(limits, 3),
          stroke: palette.ink,
          'stroke-width': 1.5,
          'stroke-dasharray': '4 3',
          fill: 'none',
        })) +
    pen.texts(texts)
  );
}

const tenth = (value: number): string => String(Math.round(value * 10) / 10);
