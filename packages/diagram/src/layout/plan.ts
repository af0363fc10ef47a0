// The floor from above: a cell for each rack, row by row.
import type { Plan } from '../graph/index.ts';
import type { Box, PlacedPlan, PlacedText } from './placed.ts';
import { textWidth, typeOf } from './type.ts';

const padding = 16;
const title = 26;
const row = { height: 18, gap: 5 };
const cell = { widest: 26, gap: 3 };

/** Places the floor in a width, from a corner on. */
export function placePlan({ rows }: Plan, x: number, y: number, width: number): PlacedPlan {
  const labels = Math.max(...rows.map(({ label }) => textWidth(label, 'line'))) + 14;
  const longest = Math.max(...rows.map(({ runs }) => runs.reduce((sum, { count }) => sum + count, 0)));
  const pitch = Math.min(cell.widest + cell.gap, (width - 2 * padding - labels) / longest);
  const gap = Math.min(cell.gap, pitch / 4);
  const texts: PlacedText[] = [{ text: 'Floor plan', role: 'name', x: x + padding, y: y + 22, anchor: 'start' }];
  const runs: { run: PlacedPlan['runs'][number]['run']; cells: Box[] }[] = [];
  let top = y + title + 8;
  for (const each of rows) {
    const base = top + (row.height + typeOf.line.size * 0.7) / 2;
    texts.push({ text: each.label, role: 'line', x: x + padding, y: base, anchor: 'start' });
    let left = x + padding + labels;
    for (const run of each.runs) {
      const cells = Array.from({ length: run.count }, (_, i) => ({
        x: left + i * pitch,
        y: top,
        width: pitch - gap,
        height: row.height,
      }));
      runs.push({ run, cells });
      left += run.count * pitch;
    }
    top += row.height + row.gap;
  }
  return { x, y, width, height: top - row.gap + padding - y, texts, runs };
}
