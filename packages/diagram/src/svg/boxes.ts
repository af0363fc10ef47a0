// Nodes and the frames around them.
import type {
  Meter,
  PlacedCard,
  PlacedFrame,
  PlacedGroup,
  PlacedNode,
  PlacedRack,
  PlacedStack,
} from '../layout/index.ts';
import { describe } from './describe.ts';
import { icon } from './icons.ts';
import { drawMarks } from './marks.ts';
import type { Pen } from './pen.ts';
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

function stack(pen: Pen, placed: PlacedStack): string {
  const { palette } = pen;
  const { node, x, y, width, height } = placed;
  const inner = { x, y: y + 0.75, width, height: Math.max(1, height - 1.5) };
  const color = pen.color(node.status);
  const lines = placed.cuts.map((cut) => `M${tenth(cut.x)} ${tenth(cut.y)}h${tenth(cut.length)}`).join('');
  return (
    pen.rect(inner, { rx: 2, fill: palette.surface }) +
    pen.rect(inner, {
      rx: 2,
      fill: color ?? `url(#${pen.id('faint')})`,
      'fill-opacity': color === undefined ? undefined : '0.2',
      stroke: color ?? palette.muted,
    }) +
    (lines === ''
      ? ''
      : element('path', { d: lines, stroke: color ?? palette.muted, 'stroke-opacity': '0.6', fill: 'none' })) +
    (color === undefined
      ? ''
      : pen.rect(
          { x: x + 0.5, y: inner.y + 0.5, width: 4, height: inner.height - 1 },
          { rx: 1, fill: pen.fill(node.status) },
        )) +
    (placed.plate === undefined
      ? ''
      : pen.rect(placed.plate, { rx: 4, fill: palette.surface, 'fill-opacity': '0.93' })) +
    placed.texts.map((each) => pen.text(each, palette.ink)).join('')
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
    stroke: palette.line,
    'stroke-opacity': '0.7',
  });
  const inside = describe(group) + box + frameInside(pen, placed) + drawMarks(pen, placed.marks);
  return element('g', { 'data-id': group.id, 'data-kind': group.kind }, inside);
}

function frameInside(pen: Pen, placed: PlacedFrame | PlacedRack): string {
  switch (placed.drawn) {
    case 'frame':
      return pen.texts(placed.texts);
    case 'rack':
      return elevation(pen, placed) + pen.texts(placed.texts) + meter(pen, placed.meter);
  }
}

/** The usable height of a rack, with marks at rack units. */
function elevation(pen: Pen, { elevation: { marks, ...box }, group }: PlacedRack): string {
  const { palette } = pen;
  const { x, y, width } = box;
  const ticks = marks.map((mark) => `M${tenth(x + 18)} ${tenth(mark.y)}H${tenth(x + width - 6)}`).join('');
  return (
    pen.rect(box, {
      rx: 3,
      fill: palette.background,
      stroke: group.rack.over ? palette.over : palette.muted,
      'stroke-width': 1.5,
    }) +
    element('path', {
      d: ticks === '' ? `M${tenth(x)} ${tenth(y)}` : ticks,
      stroke: palette.line,
      'stroke-opacity': '0.6',
      'stroke-dasharray': '1 4',
      fill: 'none',
    }) +
    marks.map((mark) => pen.text({ text: mark.text, role: 'small', x: x + 17, y: mark.y + 3, anchor: 'end' })).join('')
  );
}

/** A bar on a track: the share in use. More than the whole fills it in the color for values over a limit. */
function meter(pen: Pen, { status, ...box }: Meter): string {
  const { palette } = pen;
  const round = { rx: box.height / 2 };
  if (status.value === null)
    return pen.rect(box, { ...round, fill: `url(#${pen.id('unknown')})`, stroke: palette.line });
  const share = Math.min(1, Math.max(0, status.value));
  const width = share === 0 ? 0 : Math.max(box.height, box.width * share);
  return (
    pen.rect(box, { ...round, fill: palette.track }) +
    (width === 0 ? '' : pen.rect({ ...box, width }, { ...round, fill: pen.fill(status) }))
  );
}

const tenth = (value: number): string => String(Math.round(value * 10) / 10);
