// Title, key figures, body, notes, legend and footer, one below the other.
import type { Figure, Graph } from '../../graph/index.ts';
import { pathData } from '../geometry/path.ts';
import type { Box, Placed, PlacedFigure, PlacedGroup, PlacedNode, PlacedText, Point } from '../geometry/placed.ts';
import { fit, textWidth, typeOf, wrap } from '../geometry/typography.ts';
import { type Arranged, usualWidth } from '../pieces/arranged.ts';
import { placeLegend } from './legend.ts';
import { placePlan } from './plan.ts';

const margin = 32;
const figurePadding = { x: 14, y: 9 };
const gap = { figure: 12, section: 24, column: 32 };

/** Width of a page in landscape for its height. */
const page = Math.SQRT2;

/** Puts everything around an arranged body; key figures above or beside it, as makes the better page. */
export function compose(graph: Graph, body: Arranged): Placed {
  const above = composed(graph, body, 'above');
  if (graph.figures.length === 0 || body.height === 0) return above;
  const beside = composed(graph, body, 'beside');
  const off = ({ width, height }: Placed): number => Math.abs(Math.log(width / height / page));
  return off(beside) < off(above) ? beside : above;
}

function composed(graph: Graph, body: Arranged, figuresAt: 'above' | 'beside'): Placed {
  const column = figuresAt === 'above' ? 0 : columnWidth(graph) + gap.column;
  const room = Math.max(usualWidth, Math.ceil(body.width) + column);
  const texts: PlacedText[] = [];
  let y = margin;
  const write = (text: string, role: PlacedText['role'], x = margin, width = room): void => {
    const { line, size } = typeOf[role];
    texts.push({ text: fit(text, role, width), role, x, y: y + (line + size * 0.7) / 2, anchor: 'start' });
    y += line;
  };
  write(graph.title, 'title');
  if (graph.subtitle !== '') write(graph.subtitle, 'subtitle');
  const figures = placeFigures(graph, y + 16, figuresAt === 'above' ? room : column - gap.column, figuresAt);
  y = figuresAt === 'above' ? figures.bottom + gap.section : y + 16;

  const left = margin + column;
  const plan = graph.plan === undefined ? undefined : placePlan(graph.plan, left, y, room - column);
  if (plan !== undefined) y += plan.height + gap.section;
  const dx = left + Math.max(0, (room - column - body.width) / 2);
  const dy = y;
  const shift = shiftBy(dx, dy);
  y += body.height;
  if (figuresAt === 'beside') y = Math.max(y, figures.bottom);
  if (graph.notes.length > 0) {
    if (body.height > 0) y += gap.section;
    for (const note of graph.notes) for (const line of wrap(note, 'subtitle', room)) write(line, 'subtitle');
  }
  y += gap.section;
  const legend = placeLegend(graph, margin, y, room - textWidth(graph.file, 'caption') - 40);
  y += Math.max(legend.height, 20);
  texts.push({ text: fit(graph.file, 'caption', 300), role: 'caption', x: margin + room, y: y - 7, anchor: 'end' });
  return {
    graph,
    width: room + 2 * margin,
    height: Math.ceil(y + margin - 8),
    nodes: body.nodes.map(shift.node),
    groups: body.groups.map(shift.group),
    trunks: body.trunks.map(({ trunk, path, width, arrows, pill }) => ({
      trunk,
      path: pathData(path, dx, dy),
      width,
      ...(arrows === undefined ? {} : { arrows: arrows.map(shift.at) }),
      ...(pill === undefined ? {} : { pill: { ...shift.at(pill), texts: pill.texts.map(shift.at) } }),
    })),
    figures: figures.placed,
    ...(plan === undefined ? {} : { plan }),
    legend,
    texts: [...texts, ...body.texts.map(shift.at)],
  };
}

/** Widest text of a key figure. */
const widestFigure = 260;

/** The texts of a key figure, and the width they take. */
function figureTexts({ label, value, note = '', verdict }: Figure) {
  const lines = [
    { text: fit(label, 'caption', widestFigure), role: 'caption', indent: 0 },
    { text: fit(value, 'figure', widestFigure), role: 'figure', indent: 0 },
    { text: fit(note, 'caption', widestFigure), role: 'caption', indent: verdict === undefined ? 0 : 16 },
  ] as const;
  const shown = lines.filter((each) => each.text !== '');
  const width = Math.max(0, ...shown.map(({ text, role, indent }) => textWidth(text, role) + indent));
  return { lines: shown, width: Math.ceil(width) + 2 * figurePadding.x };
}

function columnWidth({ figures }: Graph): number {
  return Math.max(...figures.map((each) => figureTexts(each).width));
}

/** Key figures in chips: side by side and broken into lines, or one below the other, all of a width. */
function placeFigures(
  { figures }: Graph,
  top: number,
  room: number,
  at: 'above' | 'beside',
): { placed: PlacedFigure[]; bottom: number } {
  const placed: PlacedFigure[] = [];
  let x = margin;
  let y = top;
  let bottom = top - 16;
  const notes = figures.some((each) => each.note !== undefined);
  const height = typeOf.caption.line + typeOf.figure.line + (notes ? typeOf.caption.line : 0) + 2 * figurePadding.y;
  for (const figure of figures) {
    const { lines, width: own } = figureTexts(figure);
    const width = at === 'above' ? own : room;
    if (x > margin && (at === 'beside' || x + width > margin + room)) {
      x = margin;
      y += height + gap.figure;
    }
    let line = y + figurePadding.y;
    const texts = lines.map(({ text, role, indent }): PlacedText => {
      const type = typeOf[role];
      const base = line + (type.line + type.size * 0.7) / 2;
      line += type.line;
      return { text, role, x: x + figurePadding.x + indent, y: base, anchor: 'start' };
    });
    placed.push({ figure, x, y, width, height, texts });
    x += width + gap.figure;
    bottom = y + height;
  }
  return { placed, bottom };
}

function shiftBy(dx: number, dy: number) {
  const at = <T extends Point>(point: T): T => ({ ...point, x: point.x + dx, y: point.y + dy });
  const common = <T extends Box & { readonly texts: readonly PlacedText[] }>(box: T): T => ({
    ...at(box),
    texts: box.texts.map(at),
  });
  return {
    at,
    node: (node: PlacedNode): PlacedNode => ({
      ...common(node),
      ...(node.meter === undefined ? {} : { meter: at(node.meter) }),
      ...(node.plate === undefined ? {} : { plate: at(node.plate) }),
      ...(node.cuts === undefined ? {} : { cuts: node.cuts.map(at) }),
    }),
    group: (group: PlacedGroup): PlacedGroup => ({
      ...common(group),
      ...(group.meter === undefined ? {} : { meter: at(group.meter) }),
      ...(group.frame === undefined
        ? {}
        : {
            frame: { ...at(group.frame), marks: group.frame.marks.map((mark) => ({ ...mark, y: mark.y + dy })) },
          }),
    }),
  };
}
