// The floor plan: a cell for each rack, row by row.
import type { Plan } from '../../graph/index.ts';
import type { Box, PlacedPlan, PlacedText, Point } from '../geometry/placed.ts';
import { textWidth, typeOf } from '../geometry/typography.ts';

const padding = 16;
const title = 26;
/** Cells and rows in pixels; small ones leave room for key figures beside the plan. */
const cells = {
  usual: { widest: 26, height: 18, gap: 3, rows: 5 },
  small: { widest: 15, height: 13, gap: 3, rows: 3 },
};

/** Width that key figures beside a floor plan need, with the gap between them, in pixels. */
export const leastBesidePlan = 370;

/**
 * Places the floor plan in a width, from its top left corner.
 * @param size of its cells
 */
export function placePlan(
  { rows }: Plan,
  { x, y }: Point,
  width: number,
  size: keyof typeof cells = 'usual',
): PlacedPlan {
  const cell = cells[size];
  const labels = Math.max(...rows.map(({ label }) => textWidth(label, 'line'))) + 14;
  const names = Math.max(...rows.map((each) => textWidth(each.names, 'line'))) + 12;
  const all = rows.flatMap((each) => each.runs);
  const low = Math.min(...all.map(({ at = 1 }) => at));
  const ends = rows.map(({ runs }) =>
    runs.reduce((end, { at, count }) => (at === undefined ? end : at - low) + count, 0),
  );
  const longest = Math.max(...ends);
  const pitch = Math.min(cell.widest + cell.gap, (width - 2 * padding - labels - names) / longest);
  const gap = Math.min(cell.gap, pitch / 4);
  const texts: PlacedText[] = [{ text: 'Floor plan', role: 'name', x: x + padding, y: y + 22, anchor: 'start' }];
  const runs: { run: PlacedPlan['runs'][number]['run']; cells: Box[] }[] = [];
  let top = y + title + 8;
  for (const each of rows) {
    const base = top + (cell.height + typeOf.line.size * 0.7) / 2;
    texts.push({ text: each.label, role: 'line', x: x + padding, y: base, anchor: 'start' });
    let left = x + padding + labels;
    for (const run of each.runs) {
      if (run.at !== undefined) left = x + padding + labels + (run.at - low) * pitch;
      const cells = Array.from({ length: run.count }, (_, i) => ({
        x: left + i * pitch,
        y: top,
        width: pitch - gap,
        height: cell.height,
      }));
      runs.push({ run, cells });
      left += run.count * pitch;
    }
    texts.push({ text: each.names, role: 'line', x: left + 12 - gap, y: base, anchor: 'start' });
    top += cell.height + cell.rows;
  }
  const used = 2 * padding + labels + longest * pitch + names;
  return { x, y, width: Math.min(width, used), height: top - cell.rows + padding - y, texts, runs };
}
