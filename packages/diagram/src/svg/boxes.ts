// Nodes and the frames around them.
import type { Meter, PlacedCard, PlacedGroup, PlacedNode } from '../layout/index.ts';
import { bar, chart } from './chart.ts';
import { describe } from './describe.ts';
import { hall, run } from './floor.ts';
import { icon } from './icons.ts';
import { drawMarks } from './marks.ts';
import type { Pen } from './pen.ts';
import { elevation, stack } from './racks.ts';
import { element } from './xml.ts';

const radius = 8;

/** A card, or a stack of devices in a rack. */
export function drawNode(pen: Pen, placed: PlacedNode): string {
  const { node } = placed;
  return element(
    'g',
    { 'data-id': node.id, 'data-kind': node.kind },
    describe(node) + insideOf(pen, placed) + drawMarks(pen, placed.marks),
  );
}

function insideOf(pen: Pen, placed: PlacedNode): string {
  switch (placed.drawn) {
    case 'card':
      return card(pen, placed);
    case 'run':
      return run(pen, placed);
    case 'bar':
      return bar(pen, placed);
    case 'stack':
      return stack(pen, placed);
  }
}

function card(pen: Pen, placed: PlacedCard): string {
  const { palette } = pen;
  const { node, x, y, width, height } = placed;
  const edge = { rx: radius, fill: palette.surface, ...pen.edge(node.status) };
  const top = node.compact === true ? 7 : 11;
  const behind =
    node.count > 1 ? [6, 3].map((by) => pen.rect({ x: x + by, y: y + by, width, height }, edge)).join('') : '';
  const stripe =
    node.status === undefined
      ? ''
      : pen.rect({ x: x + 7, y: y + top, width: 4, height: height - 2 * top }, { rx: 2, fill: pen.fill(node.status) });
  return (
    behind +
    pen.rect(placed, edge) +
    stripe +
    (node.compact === true ? '' : icon(node.kind, x + width - 28, y + 11, palette.muted)) +
    pen.texts(placed.texts) +
    (placed.meter === undefined ? '' : meter(pen, placed.meter))
  );
}

/** A frame: instances of a template, an array, a rack, a loop, a branch. */
export function drawGroup(pen: Pen, placed: PlacedGroup): string {
  const { palette } = pen;
  const { group } = placed;
  const box = pen.rect(placed, {
    rx: radius + 4,
    fill: palette.shade,
    'fill-opacity': String(palette.shadeOpacity),
    stroke: palette.edge,
  });
  const inside = describe(group) + box + frameInside(pen, placed) + drawMarks(pen, placed.marks);
  return element('g', { 'data-id': group.id, 'data-kind': group.kind }, inside);
}

function frameInside(pen: Pen, placed: PlacedGroup): string {
  switch (placed.drawn) {
    case 'frame':
      return pen.texts(placed.texts);
    case 'hall':
      return hall(pen, placed);
    case 'chart':
      return chart(pen, placed);
    case 'rack':
      return elevation(pen, placed) + pen.texts(placed.texts) + meter(pen, placed.meter);
  }
}

/** A bar on a track: the share in use. More than the whole fills it in the color for values over a limit. */
function meter(pen: Pen, { status, ...box }: Meter): string {
  const { palette } = pen;
  const round = { rx: box.height / 2 };
  if (status.value === null)
    return pen.rect(box, { ...round, fill: `url(#${pen.id('unknown')})`, stroke: palette.edge });
  const share = Math.min(1, Math.max(0, status.value));
  const width = share === 0 ? 0 : Math.max(box.height, box.width * share);
  return (
    pen.rect(box, { ...round, fill: palette.track }) +
    (width === 0 ? '' : pen.rect({ ...box, width }, { ...round, fill: pen.fill(status) }))
  );
}
