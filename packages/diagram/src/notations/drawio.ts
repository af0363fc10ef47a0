// draw.io (diagrams.net): an uncompressed mxGraph model with the positions of the drawing, to be edited by hand.
import type { Box, Placed, PlacedTrunk, Point } from '../layout/index.ts';
import type { PaperTheme } from '../svg/index.ts';
import { paletteOf } from '../svg/palette.ts';
import { penOf } from '../svg/pen.ts';
import { element } from '../svg/xml.ts';
import { edgeCell, labelOf, type Route, type Style, vertexCell } from './drawio-cells.ts';
import { sheetCells } from './drawio-sheet.ts';
import { boxStyle, edgeStyle, frameStyle } from './drawio-styles.ts';
import { lineOf } from './line.ts';
import { defineNotation } from './notation.ts';
import { type Outline, type OutlineEdge, outlineOf } from './outline.ts';
import { alongPath, pointsOf } from './polyline.ts';

export const notation = defineNotation({ name: 'drawio', print: drawioOf });

/** Thickness of the main of a loop, in pixels. */
const mainHeight = 16;

function drawioOf(placed: Placed, theme: PaperTheme): string {
  const { graph, width, height } = placed;
  const whole = outlineOf(graph);
  const palette = paletteOf(theme);
  const pen = penOf(palette, graph.legend, '');
  const places = placesOf(placed, whole);
  const outline = drawnOf(whole, places);
  const cells = new Map([...outline.frames, ...outline.boxes].map(({ id }, i) => [id, `c${i}`]));
  const within = (id: string | undefined): { readonly parent: string; readonly origin: Point } => ({
    parent: (id === undefined ? undefined : cells.get(id)) ?? 'layer',
    origin: (id === undefined ? undefined : places.get(id)) ?? { x: 0, y: 0 },
  });
  const vertex = (item: Outline['frames'][number], style: Style): string => {
    const { id, parent, lines, detail } = item;
    const { parent: around, origin } = within(parent);
    const box = places.get(id) as Box;
    const cell = { id: cells.get(id) as string, parent: around, dataId: id, tooltip: tooltip(detail), style };
    return vertexCell({ ...cell, label: labelOf(lines, true) }, { ...box, x: box.x - origin.x, y: box.y - origin.y });
  };
  const trunks = new Map(placed.trunks.map((each) => [each.trunk.id, each]));
  const model = [
    element('mxCell', { id: 'root' }),
    element('mxCell', { id: 'layer', parent: 'root' }),
    ...sheetCells(placed, palette),
    ...outline.frames.map((each) => vertex(each, frameStyle(each, palette))),
    ...outline.edges.map((each, i) => {
      const [source, target] = [cells.get(each.from) as string, cells.get(each.to) as string];
      const route = routeOf(each, trunks.get(each.id), places);
      const style = { ...edgeStyle(each, pen, trunks.get(each.id)?.width), ...route.style };
      return edgeCell(
        {
          id: `e${i}`,
          parent: 'layer',
          dataId: each.id,
          tooltip: tooltip(each.detail),
          label: labelOf(each.lines, false),
          style,
        },
        { source, target, ...route },
      );
    }),
    ...outline.boxes.map((each) => vertex(each, boxStyle(each, pen))),
  ];
  const attributes = { grid: '0', page: '0', pageWidth: width, pageHeight: height, background: palette.background };
  const page = element('mxGraphModel', attributes, `\n${element('root', {}, `\n${model.join('\n')}\n`)}\n`);
  return `${element('mxfile', { host: 'Lightloom' }, `\n${element('diagram', { id: 'drawing', name: lineOf(graph.title) }, `\n${page}\n`)}\n`)}\n`;
}

/** What has a place: the mains of a loop without racks have none. */
function drawnOf({ boxes, frames, edges }: Outline, places: ReadonlyMap<string, Box>): Outline {
  return {
    boxes: boxes.filter(({ id }) => places.has(id)),
    frames: frames.filter(({ id }) => places.has(id)),
    edges: edges.filter(({ from, to }) => places.has(from) && places.has(to)),
  };
}

/** Where boxes, frames and mains are. */
function placesOf({ nodes, groups, trunks }: Placed, { boxes }: Outline): ReadonlyMap<string, Box> {
  const places = new Map<string, Box>([
    ...groups.map((each) => [each.group.id, each] as const),
    ...nodes.map((each) => [each.node.id, each] as const),
  ]);
  const mains = new Set(boxes.filter(({ kind }) => kind === 'main').map(({ id }) => id));
  for (const { trunk, path } of trunks) if (mains.has(trunk.id)) places.set(trunk.id, barOf(pointsOf(path) ?? []));
  return places;
}

/** A main as a box: its longest level piece. */
function barOf(points: readonly Point[]): Box {
  const pieces = points.slice(1).map((b, i) => ({ a: points[i] as Point, b }));
  const longest = pieces.toSorted((p, q) => Math.abs(q.b.x - q.a.x) - Math.abs(p.b.x - p.a.x))[0];
  const { a, b } = longest ?? { a: { x: 0, y: 0 }, b: { x: 0, y: 0 } };
  return { x: Math.min(a.x, b.x), y: a.y - mainHeight / 2, width: Math.abs(a.x - b.x), height: mainHeight };
}

/** The way of an edge along its band: fixed ends, the points between them, the place of its label. */
function routeOf(
  { from, to }: OutlineEdge,
  placed: PlacedTrunk | undefined,
  places: ReadonlyMap<string, Box>,
): Omit<Route, 'source' | 'target'> & { readonly style: Style } {
  const drawn = placed === undefined ? undefined : pointsOf(placed.path);
  if (placed === undefined || drawn === undefined) return { points: [], style: {} };
  const points =
    placed.trunk.to === from || isNearer(drawn, places.get(from), places.get(to)) ? drawn.toReversed() : drawn;
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const { pill } = placed;
  const middle = pill === undefined ? undefined : { x: pill.x + pill.width / 2, y: pill.y + pill.height / 2 };
  const near = middle === undefined ? undefined : alongPath(points, middle);
  return {
    points: points.slice(1, -1),
    style: { ...fixed('exit', first, places.get(from)), ...fixed('entry', last, places.get(to)) },
    ...(middle === undefined || near === undefined
      ? {}
      : { label: { at: 2 * near.share - 1, offset: { x: middle.x - near.at.x, y: middle.y - near.at.y } } }),
  };
}

/** Whether a line begins at the box it is to end at. */
function isNearer(points: readonly Point[], from: Box | undefined, to: Box | undefined): boolean {
  const first = points[0] as Point;
  return from !== undefined && to !== undefined && away(first, to) < away(first, from);
}

const away = ({ x, y }: Point, box: Box): number =>
  Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));

/** An end of an edge at a point of its box. */
function fixed(end: 'exit' | 'entry', { x, y }: Point, box: Box | undefined): Style {
  if (box === undefined) return {};
  const share = (at: number, size: number): number =>
    size === 0 ? 0.5 : Math.round(Math.min(1, Math.max(0, at / size)) * 1000) / 1000;
  const [across, down] = [share(x - box.x, box.width), share(y - box.y, box.height)];
  return { [`${end}X`]: across, [`${end}Y`]: down, [`${end}Perimeter`]: 0 };
}

const tooltip = (detail: string): string => detail.split('\n').map(lineOf).join('\n');
