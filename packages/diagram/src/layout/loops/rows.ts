// Branches in rows: the choice of how many, so that the drawing can be printed as large as possible.
import type { Trunk } from '../../graph/index.ts';
import { usualWidth } from '../pieces/arranged.ts';
import { down, type Pipes, run, upright, widestLabel } from './pipes.ts';
import { type LoopParts, type Subtree, subtreeFrom } from './subtree.ts';

/** Between branches side by side, from the supply to a row, from a row to the return, from row to row. */
export const rowGap = { beside: 28, supply: 46, back: 62, row: 40 };
/** Room for a riser beside several rows. */
export const riserGap = 26;
/** Racks of a series in a column, as tried. */
const columnHeights = [1, 2, 3, 4, 6];
/** Cost of a chain in several columns: it is harder to follow than a single line. */
const brokenCost = 1.15;
/** Least width and height of a bypass. */
const minBypass = 40;

interface Item {
  readonly subtree: Subtree;
  readonly pipe: Trunk;
}

export interface Row {
  readonly items: readonly Item[];
  readonly width: number;
  readonly height: number;
}

/** What the rows of a loop are chosen for. */
export interface RowOptions {
  /** Pipes from the supply. */
  readonly taps: readonly Trunk[];
  /** The pipe for the flow that no rack takes. */
  readonly bypass: Trunk | undefined;
  /** Left end of the rows. */
  readonly left: number;
  /** Height of the title of the loop. */
  readonly title: number;
  readonly padding: number;
  /** How many loops share the page. */
  readonly loops: number;
}

/** The rows that need the least space. */
export function bestRows(parts: Omit<LoopParts, 'maxHeight'>, options: RowOptions): readonly Row[] {
  const tries = columnHeights.flatMap((maxHeight) => {
    const broken = isBroken(parts, maxHeight);
    return rowsOf(itemsOf({ ...parts, maxHeight }, options), options.bypass).map((rows) => ({
      rows,
      cost: costOf(rows, options) * (broken ? brokenCost : 1),
    }));
  });
  return tries.reduce((best, each) => (each.cost < best.cost ? each : best)).rows;
}

function itemsOf(parts: LoopParts, { taps, bypass }: RowOptions): Item[] {
  const items = taps.map((pipe) => ({ pipe, subtree: subtreeFrom(parts, pipe) }));
  return bypass === undefined ? items : [...items, { pipe: bypass, subtree: bypassOf(bypass, parts.pipes) }];
}

/** Whether a series has more than one column. */
function isBroken({ frames, cards }: Pick<LoopParts, 'frames' | 'cards'>, maxHeight: number): boolean {
  if (maxHeight === 1) return false;
  return [...frames.values()].some(
    ({ id, order }) => order === 'series' && cards.filter(({ node }) => node.group === id).length > maxHeight,
  );
}

/** Side of the page that the rows need, for a page in landscape. */
function costOf(rows: readonly Row[], { left, title, padding, loops }: RowOptions): number {
  const right = left + (rows.length > 1 ? 2 * riserGap : 0) + Math.max(0, ...rows.map((each) => each.width));
  const height = rows.reduce((sum, each) => sum + rowGap.supply + each.height + rowGap.back + rowGap.row, title);
  return Math.max(usualWidth, right + padding, height * Math.SQRT2 * loops);
}

/** Choices of rows, those with the fewest rows first. */
function rowsOf(items: readonly Item[], bypass: Trunk | undefined): (readonly Row[])[] {
  const all = items.reduce((sum, { subtree }) => sum + subtree.width + rowGap.beside, -rowGap.beside);
  return items.map((_, i) => {
    const widest = Math.max(...items.map(({ subtree }) => subtree.width), all / (i + 1));
    const rows: Row[] = [];
    for (const item of items) {
      const { width, height } = item.subtree;
      const row = rows.at(-1);
      // Half a box more is better than a row more, and a bypass needs no row of its own.
      const fits = item.pipe === bypass || (row !== undefined && row.width + rowGap.beside + width / 2 <= widest + 1);
      if (row === undefined || !fits) rows.push({ items: [item], width, height });
      else
        rows[rows.length - 1] = {
          items: [...row.items, item],
          width: row.width + rowGap.beside + width,
          height: Math.max(row.height, height),
        };
    }
    return rows;
  });
}

/** The pipe for the flow that no rack takes. */
function bypassOf(pipe: Trunk, pipes: Pipes): Subtree {
  const width = Math.max(minBypass, widestLabel([pipe]));
  const x = width / 2;
  return {
    ...{ width, height: minBypass, enter: x, inset: 0, exits: [x] },
    place: (left, top, { supply, back }) => ({
      ...{ nodes: [], groups: [] },
      trunks: run(pipes, pipe, {
        points: upright(left + x, supply, back),
        arrows: [down(left + x, top - 8)],
        label: () => ({ x: left + x, y: top + 26 }),
      }),
    }),
  };
}
