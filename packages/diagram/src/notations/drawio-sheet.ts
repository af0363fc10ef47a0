// What surrounds a drawing in draw.io: title, key figures, findings, notes, title block.
import { type Placed, typeOf } from '../layout/index.ts';
import type { Palette } from '../svg/palette.ts';
import { labelOf, type Style, vertexCell } from './drawio-cells.ts';

/** Title, subtitle, key figures, findings, notes, title block. */
export function sheetCells({ texts, figures, block, findings, width }: Placed, palette: Palette): string[] {
  const text: Style = {
    html: 1,
    strokeColor: 'none',
    fillColor: 'none',
    align: 'left',
    verticalAlign: 'top',
    spacing: 0,
  };
  const lines = texts.map(({ text: content, role, x, y, anchor }, i) => {
    const { size, bold } = typeOf[role];
    const style = {
      ...text,
      align: { start: 'left', middle: 'center', end: 'right' }[anchor],
      fontSize: size,
      fontStyle: bold ? 1 : 0,
    };
    const wide = width - 64;
    const left = anchor === 'start' ? x : anchor === 'middle' ? x - wide / 2 : x - wide;
    const color = role === 'title' ? palette.ink : palette.muted;
    return vertexCell(
      { id: `t${i}`, parent: 'layer', label: labelOf([content], false), style: { ...style, fontColor: color } },
      { x: left, y: y - size, width: wide, height: size * 1.4 },
    );
  });
  return [
    ...lines,
    ...findings.map(({ mark, ...box }, i) =>
      vertexCell(
        {
          id: `m${i}`,
          parent: 'layer',
          label: labelOf([mark.text], false),
          style: {
            html: 1,
            rounded: 1,
            fontSize: 10,
            strokeWidth: 2,
            strokeColor: mark.severity === 'error' ? palette.over : palette.warning,
            fillColor: palette.surface,
            fontColor: palette.ink,
          },
        },
        box,
      ),
    ),
    ...figures.map(({ figure, x, y, width: across, height }, i) => {
      const { label, value, note = '', verdict, marks = [] } = figure;
      const style = {
        html: 1,
        rounded: 1,
        whiteSpace: 'wrap',
        align: 'left',
        spacingLeft: 8,
        fontSize: 11,
        fillColor: palette.surface,
        strokeColor: verdict === 'fails' ? palette.over : palette.line,
        fontColor: palette.ink,
      };
      const rows = [value, label, note, ...marks.map((each) => each.text)].filter((each) => each !== '');
      return vertexCell(
        { id: `f${i}`, parent: 'layer', label: labelOf(rows, true), style },
        { x, y, width: across, height },
      );
    }),
    ...block.fields.map(({ texts: [caption, said], x, y, width: across, height }, i) => {
      const style = {
        html: 1,
        align: 'left',
        spacingLeft: 6,
        fontSize: 10,
        fillColor: palette.surface,
        strokeColor: palette.muted,
        fontColor: palette.ink,
      };
      return vertexCell(
        { id: `b${i}`, parent: 'layer', label: labelOf([caption?.text ?? '', said?.text ?? ''], false), style },
        { x, y, width: across, height },
      );
    }),
  ];
}
