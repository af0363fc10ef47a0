// The title block.
import type { PlacedBlock } from '../layout/index.ts';
import { describe } from './describe.ts';
import { drawSign } from './marks.ts';
import type { Pen } from './pen.ts';
import { element } from './xml.ts';

/** Fields in their frame; the verdict with its sign. */
export function drawBlock(pen: Pen, { fields, ...box }: PlacedBlock): string {
  const { palette } = pen;
  const lines = fields.map(({ x, y, width, height }) =>
    pen.rect({ x, y, width, height }, { fill: 'none', stroke: palette.line }),
  );
  const signs = fields.flatMap(({ verdict, texts: [, text] }) => {
    if (verdict === undefined || text === undefined) return [];
    const at = [text.x - 10.5, text.y - 4.5] as const;
    return verdict.severity === 'none' ? [checked(pen, ...at)] : [drawSign(pen, verdict.severity, ...at, false)];
  });
  return element(
    'g',
    { 'data-id': 'title block', 'data-kind': 'block' },
    describe({
      id: 'title block',
      detail: 'Title block',
      lines: fields.map(({ texts }) => texts.map(({ text }) => text).join(' ')),
    }) +
      pen.rect(box, { fill: palette.surface, stroke: palette.muted }) +
      lines.join('') +
      signs.join('') +
      fields.map(({ texts }) => pen.texts(texts)).join(''),
  );
}

function checked({ palette }: Pen, x: number, y: number): string {
  return (
    element('circle', { cx: x, cy: y, r: 6, fill: palette.holds }) +
    element('path', {
      transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`,
      d: 'M-3 0.2L-1 2.4L3.2 -2.4',
      fill: 'none',
      stroke: palette.background,
      'stroke-width': 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  );
}
