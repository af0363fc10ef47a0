// Cells of an mxGraph model: a text, a box or a frame, an edge. Each has the id of the drawing as its `data-id`, and its tooltip.
import { type Box, type Point, round } from '../layout/index.ts';
import { element, escapeText } from '../svg/xml.ts';
import { lineOf } from './line.ts';

export type Style = Readonly<Record<string, string | number | undefined>>;

/** What every cell has. */
export interface Cell {
  /** Id in the model. */
  readonly id: string;
  readonly parent: string;
  /** Id in the drawing; absent for what represents nothing. */
  readonly dataId?: string;
  readonly tooltip?: string;
  /** Label in HTML. */
  readonly label: string;
  readonly style: Style;
}

/** Lines of a label: the first one heavy, where it is a name. */
export function labelOf(lines: readonly string[], heavy: boolean): string {
  return lines
    .map((each, i) => (i === 0 && heavy ? `<b>${escapeText(lineOf(each))}</b>` : escapeText(lineOf(each))))
    .join('<br>');
}

/** A box at a place within its parent. */
export function vertexCell(cell: Cell, { x, y, width, height }: Box): string {
  const geometry = element('mxGeometry', {
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    as: 'geometry',
  });
  return object(cell, element('mxCell', { style: styleText(cell.style), vertex: '1', parent: cell.parent }, geometry));
}

/** Where an edge goes, and where on it its label is. */
export interface Route {
  readonly source: string;
  readonly target: string;
  readonly points: readonly Point[];
  /** From -1 at the source to 1 at the target, and how far from the line. */
  readonly label?: { readonly at: number; readonly offset: Point };
}

/** An edge between two cells. */
export function edgeCell(cell: Cell, { source, target, points, label }: Route): string {
  const point = ({ x, y }: Point, as?: string): string => element('mxPoint', { x: round(x), y: round(y), as });
  const inside =
    (points.length === 0 ? '' : element('Array', { as: 'points' }, points.map((each) => point(each)).join(''))) +
    (label === undefined ? '' : point(label.offset, 'offset'));
  const at = label === undefined ? undefined : String(Math.round(label.at * 1000) / 1000);
  const geometry = element('mxGeometry', { x: at, relative: '1', as: 'geometry' }, inside);
  return object(
    cell,
    element('mxCell', { style: styleText(cell.style), edge: '1', parent: cell.parent, source, target }, geometry),
  );
}

function object({ id, dataId, tooltip, label }: Cell, cell: string): string {
  const attributes = { id, 'data-id': dataId, label, tooltip: tooltip === '' ? undefined : tooltip };
  // A line break in an attribute would be read as a space.
  return element('object', attributes, cell).replaceAll('\n', '&#10;');
}

function styleText(style: Style): string {
  return Object.entries(style)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value};`]))
    .join('');
}
