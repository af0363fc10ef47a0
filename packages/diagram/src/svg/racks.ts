// Racks in elevation: devices from the front and from the rear, with what is on their faces.
import type { FaceRow } from '../graph/index.ts';
import type { Box, PlacedFace, PlacedRack, PlacedStack } from '../layout/index.ts';
import type { Pen } from './pen.ts';
import { element, escapeText } from './xml.ts';

/** Lines between devices that are lower than this are not drawn; nor is what is on a face of that height. */
const minHeight = 3;
/** Share of a cage that is its opening: the rest separates it from the next. */
const opening = 0.82;

/** Equal devices in a rack: both faces, and their figures between them. */
export function stack(pen: Pen, { front, rear, texts, node, x, y, width, leader }: PlacedStack): string {
  const { palette } = pen;
  const color = pen.color(node.status);
  // A line over both faces, or one from the front to words that are elsewhere.
  const rule = element('path', {
    d:
      leader === undefined
        ? `M${tenth(x)} ${tenth(y + 0.5)}h${tenth(width)}`
        : leader.map((each, i) => `${i === 0 ? 'M' : 'L'}${tenth(each.x)} ${tenth(each.y)}`).join(''),
    fill: 'none',
    stroke: color ?? palette.muted,
    'stroke-opacity': leader === undefined ? '0.5' : undefined,
  });
  const stripe =
    color === undefined
      ? ''
      : pen.rect(
          { x: front.x, y: y + 1, width: 4, height: Math.max(1, front.height - 2) },
          { fill: pen.fill(node.status) },
        );
  return (
    rule +
    [front, rear].map((each) => face(pen, each, color)).join('') +
    stripe +
    texts.map((each) => pen.text(each, palette.ink)).join('')
  );
}

function face(pen: Pen, placed: PlacedFace, color: string | undefined): string {
  const { palette } = pen;
  const { x, y, width, height, count, each } = placed;
  const inner = { x, y: y + 0.75, width, height: Math.max(1, height - 1.5) };
  const cuts = each < minHeight ? [] : Array.from({ length: count - 1 }, (_, i) => y + (i + 1) * each);
  const lines = cuts.map((cut) => `M${tenth(x)} ${tenth(cut)}h${tenth(width)}`).join('');
  return (
    pen.rect(inner, { rx: 1, fill: palette.surface }) +
    pen.rect(inner, {
      rx: 1,
      fill: color ?? `url(#${pen.id('faint')})`,
      'fill-opacity': color === undefined ? undefined : '0.2',
      stroke: color ?? palette.muted,
    }) +
    (lines === ''
      ? ''
      : element('path', { d: lines, stroke: color ?? palette.muted, 'stroke-opacity': '0.6', fill: 'none' })) +
    (each < minHeight ? '' : placed.face.rows.map((row) => faceRow(pen, placed, row)).join(''))
  );
}

/** Equal things on a face, of every device of the stack: one element. */
function faceRow(pen: Pen, { x, y, scale, count, each }: PlacedFace, row: FaceRow): string {
  const { palette } = pen;
  const [width, height] = [row.width * scale * opening, row.height * scale * opening];
  const inset = { x: (row.width * scale - width) / 2, y: (row.height * scale - height) / 2 };
  const shape = `h${tenth(width)}v${tenth(height)}h-${tenth(width)}z`;
  const d = Array.from({ length: count }, (_, i) =>
    row.at
      .map(
        ([left, top]) => `M${tenth(x + left * scale + inset.x)} ${tenth(y + i * each + top * scale + inset.y)}${shape}`,
      )
      .join(''),
  ).join('');
  const filled = row.kind === 'filled' || row.kind === 'coupling';
  const path = element('path', {
    d,
    fill: filled ? palette.ink : palette.background,
    'fill-opacity': filled ? '0.75' : undefined,
    stroke: filled ? undefined : palette.muted,
    'stroke-width': filled ? undefined : 0.5,
  });
  return element('g', {}, `<title>${escapeText(row.detail)}</title>${path}`);
}

/** The usable height of a rack from both sides, with marks at rack units. */
export function elevation(pen: Pen, { elevation: { marks, ...front }, rear, group }: PlacedRack): string {
  const { palette } = pen;
  const frame = {
    rx: 2,
    fill: palette.background,
    stroke: group.rack.over ? palette.over : palette.muted,
    'stroke-width': 1.5,
  };
  const ticks = [front, rear]
    .flatMap(({ x, width }) => marks.map((mark) => `M${tenth(x + 3)} ${tenth(mark.y)}h${tenth(width - 6)}`))
    .join('');
  return (
    pen.rect(front, frame) +
    pen.rect(rear, frame) +
    element('path', {
      d: ticks === '' ? `M${tenth(front.x)} ${tenth(front.y)}` : ticks,
      stroke: palette.line,
      'stroke-opacity': '0.6',
      'stroke-dasharray': '1 4',
      fill: 'none',
    }) +
    group.rack.rear.map((each) => rail(pen, rear, each)).join('') +
    marks
      .map((mark) => pen.text({ text: mark.text, role: 'small', x: front.x - 5, y: mark.y + 3, anchor: 'end' }))
      .join('')
  );
}

/** The busbar is in the middle of a rack; supply and return of its manifold are at both sides. */
function rail(pen: Pen, { x, y, width, height }: Box, kind: 'busbar' | 'manifold'): string {
  const { palette } = pen;
  const at = kind === 'busbar' ? [0.5] : [0.05, 0.95];
  const lines = at.map((share) => `M${tenth(x + width * share)} ${tenth(y + 3)}v${tenth(height - 6)}`).join('');
  const path = element('path', {
    d: lines,
    stroke: palette.muted,
    'stroke-width': kind === 'busbar' ? 5 : 2.5,
    'stroke-opacity': '0.45',
    fill: 'none',
  });
  return element('g', {}, `<title>${kind === 'busbar' ? 'Busbar' : 'Manifold: supply and return'}</title>${path}`);
}

const tenth = (value: number): string => String(Math.round(value * 10) / 10);
