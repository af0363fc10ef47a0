// Title, key figures, body, notes, legend and footer, one below the other.
import type { Graph } from '../graph/index.ts';
import type { Arranged } from './arranged.ts';
import { placeLegend } from './legend.ts';
import { pathData } from './path.ts';
import type { Box, Placed, PlacedFigure, PlacedGroup, PlacedNode, PlacedText, Point } from './placed.ts';
import { placePlan } from './plan.ts';
import { fit, textWidth, typeOf, wrap } from './type.ts';

const margin = 32;
const narrowest = 880;
const figurePadding = { x: 14, y: 9 };
const gap = { figure: 12, section: 24 };

/** Puts everything around an arranged body. */
export function compose(graph: Graph, body: Arranged): Placed {
  const room = Math.max(narrowest, Math.ceil(body.width));
  const texts: PlacedText[] = [];
  let y = margin;
  const write = (text: string, role: PlacedText['role'], x = margin, width = room): void => {
    const { line, size } = typeOf[role];
    texts.push({ text: fit(text, role, width), role, x, y: y + (line + size * 0.7) / 2, anchor: 'start' });
    y += line;
  };
  write(graph.title, 'title');
  if (graph.subtitle !== '') write(graph.subtitle, 'subtitle');
  const figures = placeFigures(graph, y + 16, room);
  y = figures.bottom + gap.section;

  const plan = graph.plan === undefined ? undefined : placePlan(graph.plan, margin, y, room);
  if (plan !== undefined) y += plan.height + gap.section;
  const dx = margin + Math.max(0, (room - body.width) / 2);
  const dy = y;
  const shift = shiftBy(dx, dy);
  y += body.height;
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

/** Key figures in chips, broken into lines. */
function placeFigures({ figures }: Graph, top: number, room: number): { placed: PlacedFigure[]; bottom: number } {
  const placed: PlacedFigure[] = [];
  let x = margin;
  let y = top;
  let bottom = top - 16;
  const notes = figures.some((each) => each.note !== undefined);
  const height = typeOf.caption.line + typeOf.figure.line + (notes ? typeOf.caption.line : 0) + 2 * figurePadding.y;
  for (const figure of figures) {
    const widest = 260;
    const lines = [
      { text: fit(figure.label, 'caption', widest), role: 'caption' as const },
      { text: fit(figure.value, 'figure', widest), role: 'figure' as const },
      { text: fit(figure.note ?? '', 'caption', widest), role: 'caption' as const },
    ].filter((each) => each.text !== '');
    const mark = figure.verdict === undefined ? 0 : 16;
    const width =
      Math.ceil(Math.max(...lines.map(({ text, role }) => textWidth(text, role) + (text === figure.note ? mark : 0)))) +
      2 * figurePadding.x;
    if (x > margin && x + width > margin + room) {
      x = margin;
      y += height + gap.figure;
    }
    let line = y + figurePadding.y;
    const texts = lines.map(({ text, role }): PlacedText => {
      const type = typeOf[role];
      const indent = text === figure.note ? mark : 0;
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
      ...(node.cuts === undefined ? {} : { cuts: node.cuts.map((y) => y + dy) }),
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
