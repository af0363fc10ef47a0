// Boxes in lines and columns, on one plane or several, and the bands between them: straight to the next box; a stub with the name of
// the other end where a line or column closes to a ring; a bus where all boxes of a line are linked to each other; a slanting stub to
// the same place on another plane.
import type { Trunk } from '../../graph/index.ts';
import { bodyOfA4 } from '../geometry/paper.ts';
import type { Path } from '../geometry/path.ts';
import type { Box, PlacedText, Point } from '../geometry/placed.ts';
import { fit, textWidth, typeOf } from '../geometry/typography.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size that holds each of some. */
export function largestOf(sizes: readonly Size[]): Size {
  return {
    width: Math.max(0, ...sizes.map((each) => each.width)),
    height: Math.max(0, ...sizes.map((each) => each.height)),
  };
}

/** The numbers of boxes of a grid: in a line, lines on a plane, planes. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly planes: number;
}

/** Room between boxes, for a bus, and outside of the last ones, for the name of an end. */
const gap = { x: 34, y: 18 };
const stub = 12;
/** Longer names of ends are cut. */
const maxName = 90;
const slant = { x: 11, y: 9 };
/** Room between planes, with the name of the lower one. */
const between = { x: 36, y: 24 };

export interface GridPlaces {
  readonly corners: readonly Point[];
  /** Top left corners of the planes. */
  readonly planes: readonly Point[];
  readonly width: number;
  readonly height: number;
}

/**
 * Corners of boxes in a grid; planes beside and below each other, in the shape of a page.
 * @param rim room outside of the boxes of a plane
 */
export function cornersInGrid(sizes: readonly Size[], { columns, rows, planes }: Grid, rim: Size): GridPlaces {
  const box = largestOf(sizes);
  const plane = {
    width: columns * (box.width + gap.x) - gap.x + 2 * rim.width,
    height: rows * (box.height + gap.y) - gap.y + 2 * rim.height,
  };
  const step = { x: plane.width + between.x, y: plane.height + between.y };
  const { across } = Array.from({ length: planes }, (_, i) => {
    const [width, height] = [(i + 1) * step.x, Math.ceil(planes / (i + 1)) * step.y];
    const size = Math.max(1, bodyOfA4({ width, height }));
    return { across: i + 1, size, off: Math.abs(Math.log(width / height / 1.8)) };
  }).reduce((best, each) => (each.size < best.size || (each.size === best.size && each.off < best.off) ? each : best));
  const top = planes === 1 ? 0 : between.y;
  const corners = Array.from({ length: planes }, (_, i) => ({
    x: (i % across) * step.x,
    y: top + Math.floor(i / across) * step.y,
  }));
  return {
    corners: sizes.map((_, i) => {
      const { x, y } = corners[Math.floor(i / (columns * rows))] as Point;
      return {
        x: x + rim.width + (i % columns) * (box.width + gap.x),
        y: y + rim.height + (Math.floor(i / columns) % rows) * (box.height + gap.y),
      };
    }),
    planes: corners,
    width: across * step.x - between.x,
    height: top + Math.ceil(planes / across) * step.y - between.y,
  };
}

/** A direction in which boxes of a grid follow each other. */
type Axis = 'columns' | 'rows' | 'planes';

/** How the boxes of a grid are linked along an axis: to the next only, in rings, or all to each other. */
type Closed = 'line' | 'ring' | 'full';

export interface GridBands {
  /** The path of a band, and the names at its ends where it has stubs. */
  band(trunk: Trunk): { readonly path: Path; readonly texts: readonly PlacedText[] } | undefined;
  /** What stubs and buses are, in words. */
  readonly caption: readonly string[];
  /** Room that names need outside of the boxes of a plane. */
  readonly rim: Size;
}

/**
 * Bands of a grid.
 * @param labels names of the boxes, in their order
 * @param ids ids of the boxes, in their order
 * @param cell the size of a box with what is below it
 * @param boxAt the place of a box
 */
export function gridBands(
  trunks: readonly Trunk[],
  { columns, rows }: Grid,
  {
    ids,
    labels,
    cell,
    boxAt,
  }: {
    readonly ids: readonly string[];
    readonly labels: readonly string[];
    readonly cell: Size;
    boxAt(index: number): Box;
  },
): GridBands {
  const index = new Map(ids.map((id, i) => [id, i]));
  const placeOf = (i: number): Readonly<Record<Axis, number>> => ({
    columns: i % columns,
    rows: Math.floor(i / columns) % rows,
    planes: Math.floor(i / (columns * rows)),
  });
  /** The ends of a band, the lower place first, and the one axis along which it leads. */
  const along = ({ from, to }: Trunk) => {
    const [a, b] = [index.get(from), index.get(to)];
    if (a === undefined || b === undefined || a === b) return undefined;
    const [low, high] = a < b ? [a, b] : [b, a];
    const [p, q] = [placeOf(low), placeOf(high)];
    const axes = (['columns', 'rows', 'planes'] as const).filter((each) => p[each] !== q[each]);
    const [axis] = axes;
    return axis === undefined || axes.length > 1 ? undefined : { low, high, axis, by: q[axis] - p[axis] };
  };
  const size = { columns, rows, planes: Math.ceil(ids.length / (columns * rows)) };
  const closed = (axis: Axis): Closed => {
    const found = trunks.map(along).filter((each) => each?.axis === axis);
    if (found.some((each) => each !== undefined && each.by > 1 && each.by < size[axis] - 1)) return 'full';
    return found.some((each) => each !== undefined && each.by > 1) ? 'ring' : 'line';
  };
  const found = { columns: closed('columns'), rows: closed('rows'), planes: closed('planes') };
  // Three that are all linked to each other are a ring, too; beside an axis that is full, they are the former.
  const full = Object.values(found).includes('full');
  const kindOf = (axis: Axis): Closed => (full && found[axis] === 'ring' ? 'full' : found[axis]);
  const kinds = { columns: kindOf('columns'), rows: kindOf('rows'), planes: kindOf('planes') };
  const names = Math.min(maxName, Math.max(0, ...labels.map((each) => textWidth(each, 'label'))));
  const name = (text: string, x: number, y: number, anchor: PlacedText['anchor']): PlacedText => ({
    ...{ text, role: 'label', x, y, anchor },
  });
  const bus = (a: Box, b: Box, axis: 'columns' | 'rows'): Path => {
    if (axis === 'columns') {
      const [y, x1, x2] = [a.y - gap.y * 0.45, a.x + a.width / 2, b.x + b.width / 2];
      return { start: { x: x1, y: a.y }, steps: [[{ x: x1, y }], [{ x: x2, y }], [{ x: x2, y: b.y }]] };
    }
    const [x, y1, y2] = [a.x + cell.width + gap.x * 0.45, a.y + a.height / 2, b.y + b.height / 2];
    return {
      start: { x: a.x + a.width, y: y1 },
      steps: [[{ x, y: y1 }], [{ x, y: y2 }], [{ x: b.x + b.width, y: y2 }]],
    };
  };
  const line = (x1: number, y1: number, x2: number, y2: number): Path => ({
    start: { x: x1, y: y1 },
    steps: [[{ x: x2, y: y2 }]],
  });
  return {
    rim: {
      width: kinds.columns === 'ring' ? stub + 6 + names : kinds.rows === 'full' ? gap.x * 0.6 : 0,
      height: kinds.rows === 'ring' ? stub + 6 + typeOf.label.size : kinds.columns === 'full' ? gap.y * 0.6 : 0,
    },
    caption: [
      ...(kinds.columns === 'full' || kinds.rows === 'full'
        ? ['All boxes on a line above a row or beside a column are linked to each other']
        : []),
      ...(kinds.columns === 'ring' || kinds.rows === 'ring'
        ? ['A band that ends at a name leads to the box of this name']
        : []),
      ...(size.planes > 1 ? [planesText(kinds.planes)] : []),
    ],
    band(trunk) {
      const found = along(trunk);
      if (found === undefined) return undefined;
      const { low, high, axis, by } = found;
      const [a, b] = [boxAt(low), boxAt(high)];
      const [ax, ay, bx, by2] = [a.x + a.width / 2, a.y + a.height / 2, b.x + b.width / 2, b.y + b.height / 2];
      if (axis === 'planes') {
        // After the last plane comes the first.
        const [lower, upper] = kinds.planes === 'ring' && by > 1 ? [b, a] : [a, b];
        const up = line(lower.x + lower.width, lower.y, lower.x + lower.width + slant.x, lower.y - slant.y);
        const { x, y, height } = upper;
        return { path: { ...up, apart: [line(x, y + height, x - slant.x, y + height + slant.y)] }, texts: [] };
      }
      if (kinds[axis] === 'full') return { path: bus(a, b, axis), texts: [] };
      if (by === 1) return { path: line(ax, ay, bx, by2), texts: [] };
      const room = Math.min(maxName, a.width + gap.x - 8);
      const [first, last] = [fit(labels[low] ?? '', 'label', room), fit(labels[high] ?? '', 'label', room)];
      const middle = typeOf.label.size * 0.36;
      if (axis === 'columns') {
        const [left, right] = [a.x - stub, b.x + b.width + stub];
        return {
          path: { ...line(a.x, ay, left, ay), apart: [line(b.x + b.width, by2, right, by2)] },
          texts: [name(last, left - 4, ay + middle, 'end'), name(first, right + 4, by2 + middle, 'start')],
        };
      }
      const [top, bottom] = [a.y - stub, b.y + cell.height + stub];
      return {
        path: { ...line(ax, a.y, ax, top), apart: [line(bx, b.y + b.height, bx, bottom)] },
        texts: [name(last, ax, top - 4, 'middle'), name(first, bx, bottom + 4 + middle * 2, 'middle')],
      };
    },
  };
}

function planesText(kind: Closed): string {
  if (kind === 'full') return 'A slanting stub leads to the same place on every other plane';
  return `A stub at the upper right leads to the same place on the next plane, one at the lower left to that on the plane before${
    kind === 'ring' ? '; after the last plane comes the first' : ''
  }`;
}
