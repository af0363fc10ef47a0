// DOT (graphviz.org/doc/info/lang.html): for Graphviz, and for the many programs that read its language.
import { type Placed, wrap } from '../layout/index.ts';
import type { PaperTheme } from '../svg/index.ts';
import { paletteOf } from '../svg/palette.ts';
import { penOf } from '../svg/pen.ts';
import { lineOf } from './line.ts';
import { defineNotation } from './notation.ts';
import {
  childrenOf,
  type Outline,
  type OutlineBox,
  type OutlineEdge,
  outlineOf,
  severityOf,
  sheetLines,
} from './outline.ts';

export const notation = defineNotation({ name: 'dot', print: dotOf });

/** Sentences above the drawing are broken at this width, in pixels. */
const sheetWidth = 900;

/** Shapes by kind; a box where not given. */
const shapes: Partial<Record<OutlineBox['kind'], string>> = { cdu: 'cylinder', main: 'hexagon' };

function dotOf({ graph }: Placed, theme: PaperTheme): string {
  const outline = outlineOf(graph);
  const palette = paletteOf(theme);
  const pen = penOf(palette, graph.legend, '');
  const frames = new Set(outline.frames.map(({ id }) => id));
  const colorOf = ({ marks }: Pick<OutlineEdge, 'marks'>, color = palette.muted): Attributes => {
    const severity = severityOf(marks);
    if (severity === undefined) return { color };
    return { color: severity === 'error' ? palette.over : palette.warning, penwidth: '3' };
  };
  const inside = (parent: string | undefined, indent: string): string[] => {
    const children = childrenOf(outline, parent);
    return [
      ...children.boxes.map((each) => {
        const { id, kind, lines, detail, count, status } = each;
        const look = {
          ...colorOf(each, pen.color(status)),
          shape: shapes[kind],
          peripheries: count > 1 ? '2' : undefined,
        };
        return `${indent}${quoted(id)} ${list({ label: text(lines), tooltip: tip(detail), ...look })};`;
      }),
      ...children.frames.flatMap((each) => [
        `${indent}subgraph ${quoted(`cluster ${each.id}`)} {`,
        ...lists({ label: text(each.lines), tooltip: tip(each.detail), ...colorOf(each) }, `${indent}  `),
        ...inside(each.id, `${indent}  `),
        // An end of an edge needs a node: the one for a frame that holds none.
        ...(firstIn(outline, each.id) === undefined ? [`${indent}  ${quoted(each.id)} [style=invis, label=""];`] : []),
        `${indent}}`,
      ]),
    ];
  };
  const edges = outline.edges.map((each) => {
    const { from, to, lines, detail, directed, missing, status } = each;
    const end = (id: string): string => quoted(frames.has(id) ? (firstIn(outline, id) ?? id) : id);
    const look = {
      ...colorOf(each, pen.bandColor(status)),
      dir: directed ? undefined : 'none',
      style: missing ? 'dashed' : undefined,
      ltail: frames.has(from) ? quoted(`cluster ${from}`) : undefined,
      lhead: frames.has(to) ? quoted(`cluster ${to}`) : undefined,
    };
    return `  ${end(from)} -> ${end(to)} ${list({ label: text(lines), tooltip: tip(detail), ...look })};`;
  });
  const sheet = [graph.title, ...sheetLines(graph)].flatMap((each) => wrap(each, 'subtitle', sheetWidth));
  const font = `fontname="Helvetica,Arial,DejaVu Sans,sans-serif"`;
  return `${[
    `digraph ${quoted(graph.title)} {`,
    ...lists({ label: text(sheet), labelloc: 't', bgcolor: palette.background, fontcolor: palette.ink }, '  '),
    `  ${font}; compound=true; rankdir=TB; nodesep=0.4; ranksep=0.8;`,
    `  node [shape=box, style=rounded, fontcolor="${palette.ink}", ${font}];`,
    `  edge [fontcolor="${palette.muted}", ${font}];`,
    ...inside(undefined, '  '),
    ...edges,
    '}',
  ].join('\n')}\n`;
}

/** The first box in a frame or in a frame in it. */
function firstIn(outline: Outline, frame: string): string | undefined {
  const { boxes, frames } = childrenOf(outline, frame);
  return boxes[0]?.id ?? frames.map(({ id }) => firstIn(outline, id)).find((each) => each !== undefined);
}

/** Values as they are written, with their quotes where they need some. */
type Attributes = Readonly<Record<string, string | undefined>>;

const bare = /^[A-Za-z0-9]+$/;

function pairs(attributes: Attributes): string[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === '""'
      ? []
      : [`${name}=${bare.test(value) || value.startsWith('"') ? value : `"${value}"`}`],
  );
}

const list = (attributes: Attributes): string => `[${pairs(attributes).join(', ')}]`;
const lists = (attributes: Attributes, indent: string): string[] =>
  pairs(attributes).map((each) => `${indent}${each};`);

/** A name. */
const quoted = (id: string): string => `"${escaped(id)}"`;

/** A text; its lines are centered. Entities of HTML are read in it, so there is none. */
const text = (lines: readonly string[]): string =>
  `"${lines.map((each) => escaped(each).replaceAll('&', '&amp;')).join('\\n')}"`;

const tip = (detail: string): string => text(detail.split('\n'));

/** Without a quote that ends the string, or a backslash that starts an escape. */
const escaped = (each: string): string => lineOf(each).replace(/[\\"]/g, '\\$&');
