// Marks of findings: an error is a filled plate with a cross, a warning an outlined one with a triangle; so they differ without color.
import type { PlacedMark } from '../layout/index.ts';
import type { Pen } from './pen.ts';
import { element, escapeText } from './xml.ts';

/** Signs around their middle. */
const cross = 'M-3 -3L3 3M3 -3L-3 3';
const triangle = 'M0 -5.2L5.6 4.4H-5.6Z';

/** A mark, with what its rule says as its description. */
function drawMark(pen: Pen, { mark, label, ...box }: PlacedMark): string {
  const { palette } = pen;
  const isError = mark.severity === 'error';
  const plate = pen.rect(
    box,
    isError
      ? { rx: 4, fill: palette.over }
      : { rx: 4, fill: palette.surface, stroke: palette.warning, 'stroke-width': 1.5 },
  );
  const sign = drawSign(pen, mark.severity, box.x + 9.5, box.y + box.height / 2, isError);
  const text = label.text === '' ? '' : pen.text(label, isError ? palette.background : palette.ink);
  const title = mark.rule === undefined ? '' : `<title>${escapeText(`${mark.rule}: ${mark.message}`)}</title>`;
  return element('g', { 'data-kind': 'mark', 'data-severity': mark.severity }, title + plate + sign + text);
}

/**
 * The sign of a severity around a point.
 * @param onPlate whether it is on a ground of the color of errors
 */
export function drawSign(
  { palette }: Pen,
  severity: 'error' | 'warning',
  x: number,
  y: number,
  onPlate: boolean,
): string {
  const transform = `translate(${tenth(x)} ${tenth(y)})`;
  const line = { fill: 'none', 'stroke-width': 1.8, 'stroke-linecap': 'round' };
  return severity === 'error'
    ? (onPlate ? '' : element('circle', { cx: x, cy: y, r: 6, fill: palette.over })) +
        element('path', { transform, d: cross, ...line, stroke: palette.background })
    : element('path', { transform, d: triangle, fill: palette.warning, 'stroke-linejoin': 'round' }) +
        element('path', {
          transform,
          d: 'M0 -1.8V1.2M0 3V3.1',
          ...line,
          'stroke-width': 1.5,
          stroke: palette.background,
        });
}

/** Marks one after the other; none for nothing that is marked. */
export function drawMarks(pen: Pen, marks: readonly PlacedMark[] = []): string {
  return marks.map((each) => drawMark(pen, each)).join('');
}

const tenth = (value: number): string => String(Math.round(value * 10) / 10);
