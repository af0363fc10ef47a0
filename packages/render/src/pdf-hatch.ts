// Hatches: a ground, and lines that repeat over it.
import { colorOf, numberOf } from './svg-attributes.ts';
import type { SvgElement } from './svg-reader.ts';

/** What a shape is filled with, from the bottom up. */
export type Hatch = readonly Layer[];

interface Layer {
  readonly color: PDFKit.Mixins.ColorValue;
  readonly opacity: number;
}

/**
 * A pattern of ours, a ground and a path of straight lines, as layers. The lines are a tiling pattern without a color of
 * its own, which takes the color and the opacity it is used with.
 */
export function hatchOf(document: PDFKit.PDFDocument, pattern: SvgElement): Hatch {
  const [ground, lines, ...rest] = pattern.children;
  if (ground?.name !== 'rect' || lines?.name !== 'path' || rest.length > 0)
    throw new Error("can't draw a pattern that isn't a ground with lines");
  const [width, height] = [numberOf(pattern.attributes, 'width'), numberOf(pattern.attributes, 'height')];
  const weight = numberOf(lines.attributes, 'stroke-width', 1);
  const steps = operatorsOf(lines.attributes.d ?? '');
  const tile = document.pattern([0, 0, width, height], width, height, `${weight} w ${steps} S`);
  const color: [PDFKit.PDFTilingPattern, string] = [tile, colorOf(lines.attributes.stroke ?? '')];
  // A pattern is fixed to the page as the page is when it is first used; here, nothing of the drawing is moved or turned.
  document.save().fillColor(color).restore();
  return [
    { color: colorOf(ground.attributes.fill ?? ''), opacity: 1 },
    { color, opacity: numberOf(lines.attributes, 'stroke-opacity', 1) },
  ];
}

/** Path data of straight lines as operators of PDF (ISO 32000-1, table 59): `M` is `m`, `L` is `l`. */
function operatorsOf(d: string): string {
  const steps: string[] = [];
  const rest = d.replace(/([ML])(-?[\d.]+) (-?[\d.]+)/g, (_, step: string, x: string, y: string) => {
    steps.push(`${x} ${y} ${step.toLowerCase()}`);
    return '';
  });
  if (rest !== '') throw new Error(`can't draw ${rest} in a pattern; its lines must be straight`);
  return steps.join(' ');
}
