// Key figures, and whether the requirements on them hold.
import type { PlacedFigure } from '../layout/index.ts';
import { describe } from './describe.ts';
import { drawMarks } from './marks.ts';
import type { Pen } from './pen.ts';
import { verdictSign } from './verdict-sign.ts';
import { element } from './xml.ts';

/** A key figure in its chip. */
export function drawFigure(pen: Pen, placed: PlacedFigure): string {
  const { palette } = pen;
  const { figure, texts } = placed;
  const { verdict } = figure;
  const box = pen.rect(placed, {
    rx: 8,
    fill: palette.shade,
    'fill-opacity': String(palette.shadeOpacity),
    // A chip without a shade has an outline.
    stroke: verdict === 'fails' ? palette.over : palette.shadeOpacity === 0 ? palette.edge : undefined,
  });
  // The note is behind the label and the value.
  const note = texts[2];
  const mark = verdict === undefined || note === undefined ? '' : verdictSign(pen, verdict, note.x - 10, note.y - 3.5);
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
