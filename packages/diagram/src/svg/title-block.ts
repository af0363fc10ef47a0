// The title block.
import type { PlacedBlock } from '../layout/index.ts';
import { describe } from './describe.ts';
import { drawSign } from './marks.ts';
import type { Pen } from './pen.ts';
import { verdictSign } from './verdict-sign.ts';
import { element } from './xml.ts';

/** Fields in their frame; the verdict with its sign. */
export function drawBlock(pen: Pen, { fields, ...box }: PlacedBlock): string {
  if (fields.length === 0) return '';
  const { palette } = pen;
  const lines = fields.map(({ x, y, width, height }) =>
    pen.rect({ x, y, width, height }, { fill: 'none', stroke: palette.edge }),
  );
  const signs = fields.flatMap(({ verdict, texts: [, text] }) => {
    if (verdict === undefined || text === undefined) return [];
    const at = [text.x - 10.5, text.y - 4.5] as const;
    const { severity } = verdict;
    return [
      severity === 'none' || severity === 'unknown'
        ? verdictSign(pen, severity === 'none' ? 'holds' : 'unknown', ...at)
        : drawSign(pen, severity, ...at, false),
    ];
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
