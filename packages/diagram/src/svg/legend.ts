// The key to colors and widths.
import type { ColorKey } from '../graph/index.ts';
import type { Box, Placed } from '../layout/index.ts';
import { describe } from './describe.ts';
import { colorAt } from './palette.ts';
import type { Pen } from './pen.ts';
import { element } from './xml.ts';

/** The legend of a drawing. */
export function drawLegend(pen: Pen, { graph, legend }: Placed): string {
  if (legend.texts.length === 0) return '';
  const { palette } = pen;
  const { colors } = graph.legend;
  const parts: string[] = [];
  const ramp = (name: string, box: Box | undefined, key: ColorKey | undefined): void => {
    if (box === undefined || key === undefined || 'names' in key) return;
    const stops = [0, 0.25, 0.5, 0.75, 1].map((at) =>
      element('stop', { offset: String(at), 'stop-color': colorAt(palette.scales[key.kind], at) }),
    );
    parts.push(
      `<defs>${element('linearGradient', { id: pen.id(name) }, stops.join(''))}</defs>`,
      pen.rect(box, { rx: 4, fill: `url(#${pen.id(name)})` }),
    );
  };
  ramp('ramp', legend.ramp, colors);
  ramp('band-ramp', legend.bandRamp, graph.legend.bands);
  for (const { kind, index, ...box } of legend.swatches) {
    const fill =
      kind === 'unknown'
        ? `url(#${pen.id('unknown')})`
        : kind === 'over'
          ? `url(#${pen.id('over')})`
          : kind === 'change'
            ? pen.fill({ value: index, text: '' })
            : (palette.categories[index % palette.categories.length] as string);
    parts.push(pen.rect(box, { rx: 3, fill, stroke: kind === 'unknown' ? palette.edge : undefined }));
  }
  if (legend.band !== undefined) {
    parts.push(pen.rect(legend.band, { fill: palette.muted, 'fill-opacity': '0.7' }));
  }
  return element(
    'g',
    { 'data-id': 'legend', 'data-kind': 'legend' },
    describe({ id: 'legend', detail: 'Legend', lines: legend.texts.map(({ text }) => text) }) +
      parts.join('') +
      pen.texts(legend.texts),
  );
}
