// Bands between boxes, and their labels.
import type { Arrow, PlacedTrunk } from '../layout/index.ts';
import { describe } from './describe.ts';
import { drawMarks } from './marks.ts';
import type { Pen } from './pen.ts';
import { element } from './xml.ts';

/** Pipes of this width have room for an arrow inside. */
const wide = 9;

/** A band, with an edge in the color of the ground to separate crossing bands; pipes have none, they lead into each other. */
export function drawTrunk(pen: Pen, { trunk, path, width, arrows, amplifiers = [] }: PlacedTrunk): string {
  const { palette } = pen;
  const unknown = trunk.weight === null || trunk.status?.value === null;
  const color = trunk.missing === true ? palette.over : (pen.bandColor(trunk.status) ?? palette.muted);
  const pipe = arrows !== undefined;
  const line = { d: path, fill: 'none', 'stroke-linejoin': 'round' };
  return element(
    'g',
    { 'data-id': trunk.id, 'data-kind': 'trunk' },
    describe(trunk) +
      (pipe
        ? ''
        : element('path', {
            ...line,
            stroke: palette.background,
            'stroke-opacity': '0.85',
            'stroke-width': width + 4,
          })) +
      element('path', {
        ...line,
        stroke: color,
        'stroke-width': width,
        'stroke-dasharray': trunk.missing === true ? '2 6' : unknown ? '6 5' : pen.dash(trunk.status),
        // A main extends over the pipes at its ends, so that there is no gap between them.
        'stroke-linecap': trunk.from === trunk.to && pipe && !unknown ? 'square' : undefined,
      }) +
      (color === palette.over && trunk.missing !== true
        ? element('path', {
            ...line,
            stroke: palette.background,
            'stroke-width': Math.max(1, width / 4),
            'stroke-dasharray': '3 4',
          })
        : '') +
      (arrows ?? [])
        .map(({ x, y, angle }) =>
          element('path', {
            transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}) rotate(${angle})`,
            // On a wide pipe an arrow is cut out of it; a thin one has its arrow around it.
            d: width >= wide ? 'M-2.5 -3.5L3 0L-2.5 3.5Z' : arrowAround(width),
            fill: width >= wide ? palette.background : color,
          }),
        )
        .join('') +
      amplifiers.map((each) => amplifier(pen, each, width)).join(''),
  );
}

/** An arrow that is seen beside a pipe: 3 pixels wider than it on both sides. */
function arrowAround(width: number): string {
  const half = Math.max(5, Math.ceil(width / 2) + 3);
  return `M-${half - 1} -${half}L${half} 0L-${half - 1} ${half}Z`;
}

/** The symbol of an amplifier, a triangle, a little wider than its band. */
function amplifier({ palette }: Pen, { x, y, angle }: Arrow, width: number): string {
  const side = Math.max(5, width / 2 + 3);
  return element('path', {
    transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}) rotate(${angle})`,
    d: `M-4 -${side}L4 0L-4 ${side}Z`,
    fill: palette.background,
    stroke: palette.ink,
    'stroke-width': 1.3,
    'stroke-linejoin': 'round',
  });
}

/** The label of a band. It belongs to the band: pointing at it is pointing at the band. */
export function drawPill(pen: Pen, { trunk, pill }: PlacedTrunk): string {
  if (pill === undefined) return '';
  const { palette } = pen;
  const box = pen.rect(pill, {
    rx: Math.min(10, pill.height / 2),
    fill: palette.background,
    stroke: pen.bandColor(trunk.status) ?? palette.edge,
    'stroke-opacity': '0.8',
  });
  return element(
    'g',
    { 'data-id': trunk.id, 'data-kind': 'label' },
    describe(trunk) + box + pen.texts(pill.texts) + drawMarks(pen, pill.marks),
  );
}
