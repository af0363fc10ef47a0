// Halls from above: racks where they stand, the aisles between them, the cable tray over them.
import type { PlacedHall, PlacedRun } from '../layout/index.ts';
import { textWidth } from '../layout/index.ts';
import type { Pen } from './pen.ts';
import { element } from './xml.ts';

/** Equal racks next to each other: one shape; their figure is on a ground of its own. */
export function run(pen: Pen, { node, x, y, height, each, texts }: PlacedRun): string {
  const { palette } = pen;
  const inset = Math.min(1, each / 8);
  const cells = Array.from({ length: node.count }, (_, i) => {
    const width = each - 2 * inset;
    return `M${tenth(x + i * each + inset)} ${tenth(y)}h${tenth(width)}v${tenth(height)}h-${tenth(width)}z`;
  });
  const plate = texts.map((text) => {
    const width = textWidth(text.text, text.role) + 8;
    return pen.rect(
      { x: text.x - width / 2, y: text.y - 11, width, height: 15 },
      { rx: 3, fill: palette.surface, 'fill-opacity': '0.92' },
    );
  });
  return (
    element('path', { d: cells.join(''), fill: pen.fill(node.status), stroke: palette.muted, 'stroke-width': 0.5 }) +
    plate.join('') +
    texts.map((text) => pen.text(text, palette.ink)).join('')
  );
}

/** The floor, and the tray over it. */
export function hall(pen: Pen, { floor, trays, texts }: PlacedHall): string {
  const { palette } = pen;
  const ground = pen.rect(
    { x: floor.x - 4, y: floor.y - 2, width: floor.width + 8, height: floor.height + 4 },
    { rx: 2, fill: palette.background, stroke: palette.edge },
  );
  const [first, last] = [trays[0], trays.at(-1)];
  const across = floor.x - 10;
  const lines = trays.map((at) => `M${tenth(across)} ${tenth(at)}H${tenth(floor.x + floor.width)}`).join('');
  const tray =
    first === undefined || last === undefined
      ? ''
      : element('path', {
          d: `${lines}M${tenth(across)} ${tenth(first)}V${tenth(last)}`,
          stroke: palette.muted,
          'stroke-dasharray': '4 3',
          fill: 'none',
        });
  return ground + tray + pen.texts(texts);
}

const tenth = (value: number): string => String(Math.round(value * 10) / 10);
