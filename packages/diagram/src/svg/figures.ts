// Key figures, and whether the requirements on them hold.
import type { PlacedFigure } from '../layout/index.ts';
import { describe } from './describe.ts';
import { drawMarks } from './marks.ts';
import type { Pen } from './pen.ts';
import { element } from './xml.ts';

const marks = {
  holds: 'M-3 0.2L-1 2.4L3.2 -2.4',
  fails: 'M-2.4 -2.4L2.4 2.4M2.4 -2.4L-2.4 2.4',
  unknown: 'M0 -3V0.8M0 3V3.1',
};

/** A key figure in its chip. */
export function drawFigure(pen: Pen, placed: PlacedFigure): string {
  const { palette } = pen;
  const { figure, texts } = placed;
  const { verdict } = figure;
  const color = verdict === 'fails' ? palette.over : verdict === 'holds' ? palette.holds : palette.muted;
  const box = pen.rect(placed, {
    rx: 8,
    fill: palette.shade,
    'fill-opacity': String(palette.shadeOpacity),
    stroke: verdict === 'fails' ? palette.over : undefined,
  });
  // The note is behind the label and the value.
  const note = texts[2];
  const mark =
    verdict === undefined || note === undefined
      ? ''
      : element('circle', { cx: note.x - 10, cy: note.y - 3.5, r: 6, fill: color }) +
        element('path', {
          transform: `translate(${note.x - 10} ${Math.round((note.y - 3.5) * 10) / 10})`,
          d: marks[verdict],
          fill: 'none',
          stroke: palette.background,
          'stroke-width': 1.5,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        });
  const { label, value, note: about, id = label } = figure;
  const detail = [`${label} ${value}`, about, verdict && verdictText[verdict]].filter((each) => each !== undefined);
  return element(
    'g',
    { 'data-id': id, 'data-kind': 'figure' },
    describe({ ...figure, id, detail: detail.join(': '), lines: [value] }) +
      box +
      mark +
      texts
        .map((each) => pen.text(each, verdict === 'fails' && each.role === 'figure' ? palette.over : undefined))
        .join('') +
      drawMarks(pen, placed.marks),
  );
}

const verdictText = { holds: 'holds', fails: 'fails', unknown: "can't be checked" };
