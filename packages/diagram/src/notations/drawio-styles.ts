// How boxes, frames and edges look in draw.io.
import type { Palette } from '../svg/palette.ts';
import type { Pen } from '../svg/pen.ts';
import type { Style } from './drawio-cells.ts';
import { type Outline, type OutlineBox, type OutlineEdge, severityOf } from './outline.ts';

export function frameStyle({ marks }: Outline['frames'][number], palette: Palette): Style {
  return {
    ...{ html: 1, whiteSpace: 'wrap', rounded: 1, absoluteArcSize: 1, arcSize: 24, container: 1, collapsible: 0 },
    ...{ align: 'left', verticalAlign: 'top', spacingLeft: 10, spacingTop: 4, fontSize: 11, fontColor: palette.ink },
    ...{
      fillColor: palette.shade,
      fillOpacity: Math.round(palette.shadeOpacity * 100),
      ...outlined(marks, palette, palette.line),
    },
  };
}

export function boxStyle({ kind, status, marks, count }: OutlineBox, pen: Pen): Style {
  const { palette } = pen;
  return {
    ...{ html: 1, whiteSpace: 'wrap', rounded: 1, absoluteArcSize: 1, arcSize: 16 },
    ...{ align: 'left', spacingLeft: 10, fontSize: kind === 'main' ? 10 : 11, fontColor: palette.ink },
    ...{ fillColor: palette.surface, shadow: count > 1 ? 1 : undefined },
    ...outlined(marks, palette, pen.color(status) ?? palette.muted),
  };
}

export function edgeStyle({ marks, status, missing, directed }: OutlineEdge, pen: Pen, width = 2): Style {
  const { palette } = pen;
  const color = missing ? palette.over : (pen.bandColor(status) ?? palette.muted);
  return {
    ...{ html: 1, rounded: 1, fontSize: 10, fontColor: palette.ink, labelBackgroundColor: palette.background },
    ...{ endArrow: directed ? 'classic' : 'none', dashed: missing ? 1 : undefined },
    ...outlined(marks, palette, color),
    strokeWidth: Math.max(1, Math.round(width)),
  };
}

function outlined(marks: OutlineEdge['marks'], { over, warning }: Palette, color: string): Style {
  const severity = severityOf(marks);
  if (severity === undefined) return { strokeColor: color };
  return { strokeColor: severity === 'error' ? over : warning, strokeWidth: 3 };
}
