// A placed drawing as SVG text.
import { type Graph, trunksOf } from '../graph/index.ts';
import { blockAlone, type Placed, type PlacedTrunk } from '../layout/index.ts';
import { drawPill, drawTrunk } from './bands.ts';
import { drawGroup, drawNode } from './boxes.ts';
import { drawFigure } from './figures.ts';
import { drawLegend } from './legend.ts';
import { drawMarks } from './marks.ts';
import { paletteOf, type Theme } from './palette.ts';
import { type Pen, penOf } from './pen.ts';
import { drawPlan } from './plan.ts';
import { drawBlock } from './title-block.ts';
import { element, escapeText } from './xml.ts';

/**
 * Draws: plain SVG text without scripts, style sheets or anything to load, the same bytes for the same drawing. An
 * element for a thing in the fabric has its name as `data-id`.
 * @param options `vscode` takes its colors from the variables of the editor's webviews, `page` from those of the page it is part of
 */
export function svg(placed: Placed, options: { readonly theme: Theme }): string {
  const { graph, width, height } = placed;
  const palette = paletteOf(options.theme);
  const pen = penOf(palette, graph.legend, prefixOf(graph));
  const parts = [
    element('title', { id: pen.id('title') }, escapeText(graph.title)),
    element('desc', { id: pen.id('desc') }, escapeText(describe(graph))),
    hatches(pen),
    pen.rect({ x: 0, y: 0, width, height }, { fill: palette.background }),
    ...placed.groups.map((each) => drawGroup(pen, each)),
    // Pipes that lead into a main are under it.
    ...[...placed.trunks].sort((a, b) => main(a) - main(b)).map((each) => drawTrunk(pen, each)),
    ...placed.nodes.map((each) => drawNode(pen, each)),
    ...placed.trunks.map((each) => drawPill(pen, each)),
    pen.texts(placed.texts),
    drawMarks(pen, placed.findings),
    ...placed.figures.map((each) => drawFigure(pen, each)),
    ...(placed.plan === undefined ? [] : [drawPlan(pen, placed.plan)]),
    drawLegend(pen, placed),
    drawBlock(pen, placed.block),
  ];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
    role: 'img',
    'aria-labelledby': `${pen.id('title')} ${pen.id('desc')}`,
    'font-family': palette.fonts,
  };
  return `${element('svg', attributes, `\n${parts.filter((each) => each !== '').join('\n')}\n`)}\n`;
}

/** The title block of a drawing alone, for sheets that show a piece of it. */
export function blockSvg(placed: Placed, sheet: string, options: { readonly theme: Theme }): string {
  const palette = paletteOf(options.theme);
  const block = blockAlone(placed, sheet);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    ...{ width: block.width, height: block.height, viewBox: `0 0 ${block.width} ${block.height}` },
    'font-family': palette.fonts,
  };
  const pen = penOf(palette, placed.graph.legend, `${prefixOf(placed.graph)}-block`);
  return `${element('svg', attributes, `\n${drawBlock(pen, block)}\n`)}\n`;
}

const main = ({ trunk }: PlacedTrunk): number => Number(trunk.from === trunk.to);

/** The drawing in words, for screen readers. */
function describe(graph: Graph): string {
  const figures = graph.figures.map(
    ({ label, value, note }) => `${label} ${value}${note === undefined ? '' : ` (${note})`}`,
  );
  const nodes = graph.nodes.map(({ label, lines }) => [label, ...lines].join(', '));
  const trunks = trunksOf(graph).map(({ id, lines }) => [id, ...lines].join(', '));
  const findings = (graph.findings ?? []).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
  const verdict = graph.block?.verdict?.text ?? '';
  return [verdict, graph.subtitle, ...figures, ...findings, ...branchTexts(graph), ...nodes, ...trunks, ...graph.notes]
    .filter((each) => each !== '')
    .join('. ');
}

/** What the frames of branches say; other frames repeat what is in them. */
function branchTexts(graph: Graph): string[] {
  switch (graph.arrangement) {
    case 'loops':
      return graph.groups.filter((each) => each.kind === 'branch').map(({ id, lines }) => [id, ...lines].join(', '));
    case 'tiers':
    case 'free':
    case 'racks':
    case 'chart':
    case 'floor':
      return [];
  }
}

/** Unknown values are hatched, values over a limit are hatched the other way: both are visible without color. */
function hatches(pen: Pen): string {
  const { palette } = pen;
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  const ground = (fill: string): string => pen.rect({ x: 0, y: 0, width: 6, height: 6 }, { fill });
  const rising = 'M-1 7L7 -1M-1 1L1 -1M5 7L7 5';
  const falling = 'M-1 -1L7 7M5 -1L7 1M-1 5L1 7';
  const lines = (d: string, stroke: string, opacity?: string): string =>
    element('path', { d, stroke, 'stroke-width': 1.2, 'stroke-opacity': opacity });
  const pattern = (name: string, content: string): string => element('pattern', { id: pen.id(name), ...size }, content);
  const [, , removed = palette.muted, changed = palette.muted] = palette.changes;
  return `<defs>${[
    pattern('unknown', ground(palette.track) + lines(rising, palette.muted)),
    pattern('faint', ground(palette.surface) + lines(rising, palette.muted, '0.35')),
    ...(pen.hasChanges
      ? [
          pattern('removed', ground(palette.surface) + lines(falling, removed)),
          pattern('changed', ground(palette.surface) + lines('M0 1.5L6 1.5M0 4.5L6 4.5', changed)),
        ]
      : []),
    pattern('over', ground(palette.over) + lines(falling, palette.background, '0.75')),
  ].join('')}</defs>`;
}

/** A prefix for ids: they must differ from those of other drawings on the same page. */
function prefixOf(graph: Graph): string {
  let hash = 0;
  for (const character of `${graph.file} ${graph.id}`) hash = (hash * 31 + (character.codePointAt(0) as number)) >>> 0;
  return `lightloom-${hash.toString(36)}`;
}
