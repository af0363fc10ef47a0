// Charts: frames below each other, or in columns where there are many; in each, rows of a name, a bar and a figure.
import { type ChartGraph, type ChartGroup, type ChartNode, grouped } from '../../graph/index.ts';
import type { Box, PlacedBar, PlacedChart, PlacedText } from '../geometry/placed.ts';
import { fit, textWidth, typeOf, wrap } from '../geometry/typography.ts';
import { type Arranged, usualWidth } from '../pieces/arranged.ts';
import { groupTitle } from '../pieces/group-title.ts';
import { markHeight, placeMark, signWidth } from '../pieces/marks.ts';

const padding = 14;
const gap = { frame: 24, column: 12, row: 8 };
const title = 28;
/** Room for the texts of limits above the rows, and of ticks below them. */
const axisRoom = { above: 18, below: 18 };
const icon = 24;
const names = { least: 140, most: 320 };
const values = { least: 60, most: 190 };
/** Room for the sign of a mark at the end of a row. */
const signRoom = signWidth + 6;
const plots = { least: 200, most: 300 };
/** Width of a page in landscape, divided by its height. */
const page = Math.SQRT2;

interface Columns {
  readonly names: number;
  readonly plot: number;
  readonly values: number;
  readonly width: number;
}

/** Arranges charts: all have the same columns. */
export function arrangeChart({ nodes, groups }: ChartGraph): Arranged {
  const inGroup = grouped(nodes, (node) => node.group);
  const columns = columnsOf(nodes);
  const heights = groups.map((group) => heightOf(group, inGroup.get(group.id) ?? [], columns));
  const all = heights.reduce((sum, each) => sum + each + gap.frame, 0);
  const side = Math.max(1, Math.min(groups.length, Math.round(Math.sqrt((all * page) / columns.width))));
  const placed: { readonly chart: PlacedChart; readonly bars: readonly PlacedBar[] }[] = [];
  let height = 0;
  let next = 0;
  for (let column = 0; column < side; column++) {
    let y = 0;
    // A column is filled to its share of the whole height.
    for (
      ;
      next < groups.length && (y === 0 || column === side - 1 || y + (heights[next] ?? 0) / 2 < all / side);
      next++
    ) {
      const group = groups[next] as ChartGroup;
      const box = { x: column * (columns.width + gap.frame), y, width: columns.width, height: heights[next] ?? 0 };
      placed.push(placeChart(group, inGroup.get(group.id) ?? [], box, columns));
      y += box.height + gap.frame;
    }
    height = Math.max(height, y - gap.frame);
  }
  return {
    nodes: placed.flatMap((each) => each.bars),
    groups: placed.map((each) => each.chart),
    trunks: [],
    texts: [],
    width: side * (columns.width + gap.frame) - gap.frame,
    height,
  };
}

function columnsOf(nodes: readonly ChartNode[]): Columns {
  const widest = (texts: readonly number[], { least, most }: { least: number; most: number }): number =>
    Math.ceil(Math.max(least, ...texts.map((each) => Math.min(most, each))));
  const wide = {
    names: widest(
      nodes.flatMap(({ label, lines }) => [
        textWidth(label, 'strong'),
        ...lines.map((each) => textWidth(each, 'label')),
      ]),
      names,
    ),
    values: widest(
      nodes.map(({ value, marks = [] }) => textWidth(value, 'strong') + (marks.length === 0 ? 0 : signRoom)),
      values,
    ),
  };
  const others = 2 * padding + icon + wide.names + wide.values + 2 * gap.column;
  const plot = Math.max(plots.least, Math.min(plots.most, usualWidth - others));
  return { ...wide, plot, width: others + plot };
}

/** The lines of a frame's head below its title. */
function headOf({ lines }: ChartGroup, width: number): string[] {
  return lines.flatMap((each) => wrap(each, 'line', width - 2 * padding));
}

/** The lines of a row; those that are longer than their column are broken. */
function linesOf({ lines }: ChartNode, columns: Columns): string[] {
  return lines.flatMap((each) => wrap(each, 'label', columns.names));
}

/** A name that is longer than its column is broken too. */
function labelOf({ label }: ChartNode, columns: Columns): string[] {
  return wrap(label, 'strong', columns.names);
}

function rowHeight(node: ChartNode, columns: Columns): number {
  return (
    labelOf(node, columns).length * typeOf.strong.line + linesOf(node, columns).length * typeOf.label.line + gap.row
  );
}

function heightOf(group: ChartGroup, rows: readonly ChartNode[], columns: Columns): number {
  const head = title + headOf(group, columns.width).length * typeOf.line.line;
  const all = rows.reduce((sum, each) => sum + rowHeight(each, columns), 0);
  return head + axisRoom.above + all + axisRoom.below + padding / 2;
}

function placeChart(group: ChartGroup, rows: readonly ChartNode[], box: Box, columns: Columns) {
  const { from, to, ticks, limits } = group.axis;
  const head = headOf(group, columns.width);
  const left = box.x + padding + icon + columns.names + gap.column;
  const top = box.y + title + head.length * typeOf.line.line + axisRoom.above;
  const at = (value: number): number => left + Math.min(1, Math.max(0, (value - from) / (to - from))) * columns.plot;
  let y = top;
  const bars = rows.map((node): PlacedBar => {
    const height = rowHeight(node, columns);
    const row = { x: box.x + padding, y, width: box.width - 2 * padding, height };
    y += height;
    return {
      ...{ drawn: 'bar', node, ...row },
      texts: rowTexts(node, columns, row, left + columns.plot + gap.column),
      ...rowMarks(node, row),
      path: group.path,
      ...barOf(node, at, row.y + height / 2, { left, width: columns.plot }),
    };
  });
  const plot = { x: left, y: top, width: columns.plot, height: y - top };
  const limitMarks = limits.map((mark) => ({ ...mark, x: at(mark.at) }));
  const name = groupTitle({ ...group, lines: [] }, box.x + padding, box.y + 20, box.width - 2 * padding);
  const texts: PlacedText[] = [
    ...name.texts,
    ...head.map((text, i): PlacedText => {
      const base = box.y + title + (i + 0.75) * typeOf.line.line;
      return { text, role: 'line', x: box.x + padding, y: base, anchor: 'start' };
    }),
    ...marksText(ticks, at, y + 13, plot),
    ...marksText(limits, at, top - 5, plot),
  ];
  const chart: PlacedChart = {
    ...{ drawn: 'chart', group, ...box, ...name, texts, plot },
    ticks: ticks.map((each) => at(each.at)),
    limits: limitMarks.map(({ x }) => x),
  };
  return { chart, bars };
}

/** Texts of an axis; one that would lie on the text before it is left out: its line is still there. */
function marksText(
  marks: readonly { readonly at: number; readonly text: string }[],
  at: (value: number) => number,
  y: number,
  plot: { readonly x: number; readonly width: number },
): PlacedText[] {
  let free = Number.NEGATIVE_INFINITY;
  return marks.flatMap(({ at: value, text }): PlacedText[] => {
    const shown = fit(text, 'small', plot.width);
    const width = textWidth(shown, 'small');
    const x = Math.min(plot.x + plot.width - width / 2, Math.max(plot.x + width / 2, at(value)));
    if (x - width / 2 < free) return [];
    free = x + width / 2 + 6;
    return [{ text: shown, role: 'small', x, y, anchor: 'middle' }];
  });
}

function rowTexts(node: ChartNode, columns: Columns, row: Box, right: number): PlacedText[] {
  const base = row.y + gap.row / 2 + (typeOf.strong.line + typeOf.strong.size * 0.7) / 2;
  const labels = labelOf(node, columns).map((text) => ({ text, role: 'strong' as const }));
  const lines = linesOf(node, columns).map((text) => ({ text, role: 'label' as const }));
  const value = fit(node.value, 'strong', columns.values - (node.marks === undefined ? 0 : signRoom));
  return [
    ...[...labels, ...lines].map((each, i): PlacedText => {
      return { ...each, x: row.x + icon, y: base + i * typeOf.strong.line, anchor: 'start' };
    }),
    ...(value === ''
      ? []
      : [{ text: value, role: 'strong', x: right, y: row.y + row.height / 2 + 4, anchor: 'start' } as const]),
  ];
}

/** The sign of the first mark of a row, at its end; its tooltip has all of them. */
function rowMarks({ marks: [first] = [] }: ChartNode, { x, y, width, height }: Box): Pick<PlacedBar, 'marks'> {
  if (first === undefined) return {};
  return { marks: [placeMark(first, x + width - signWidth, y + (height - markHeight) / 2, signWidth)] };
}

const thickness = 10;
/** A bar this short is still seen. */
const shortest = 2;

/** Where a bar is; the whole width, to be hatched, where it is unknown. */
function barOf(
  { bar }: ChartNode,
  at: (value: number) => number,
  middle: number,
  { left, width: all }: { readonly left: number; readonly width: number },
): Pick<PlacedBar, 'bar'> {
  if (bar === undefined) return {};
  const y = middle - thickness / 2;
  if (bar === null) return { bar: { x: left, y, width: all, height: thickness } };
  const [low, high] = [at(Math.min(bar.from, bar.to)), at(Math.max(bar.from, bar.to))];
  const width = Math.max(shortest, high - low);
  return { bar: { x: Math.min(low, left + all - width), y, width, height: thickness } };
}
