// Places boxes at the sites of a sheet: from where an engine puts them, by moves that make the drawing better. The moves are the
// same on every machine: they come from a generator with a seed, and there is a number of them, no time.
import type { Point } from '../geometry/placed.ts';
import { badnessOf } from './badness.ts';
import { type IrregularPlan, type IrregularTask, planIrregular } from './plan.ts';
import { randomFrom } from './random.ts';
import { createSites, type Sites, sitesNear } from './sites.ts';

/** Moves of the first search, in all or for each box; twice as many of the next; in a large graph, as many as take as long. */
const moves = { most: 40_000, each: 1000, work: 100_000_000 };
/** Searches from the same start, until one leaves no band that crosses another; else the best one counts. */
const rounds = 2;
/** Places for each box: no more than it takes to have no band cross another. */
const places = { few: 1.4, many: 2.2 };
/** More boxes than this always take many. */
const maxFew = 40;
/** A move that makes the drawing this much worse is taken at the beginning, none at the end (threshold accepting). */
const tolerance = 90;

interface Found {
  readonly points: readonly Point[];
  readonly tangled: number;
  readonly badness: number;
}

/**
 * Middles of the boxes on a sheet.
 * @param start where the boxes are to begin with, in any scale
 */
export function placeIrregular(task: IrregularTask, start: readonly Point[]): readonly Point[] {
  const many = (): Found => bestOf(planIrregular(task, places.many), start);
  if (task.boxes.length > maxFew) return many().points;
  const found = bestOf(planIrregular(task, places.few), start);
  if (found.tangled === 0) return found.points;
  const wide = many();
  return (wide.tangled < found.tangled ? wide : found).points;
}

function bestOf(plan: IrregularPlan, start: readonly Point[]): Found {
  const near = sitesNear(plan, start);
  const search = (round: number): Found => searchFrom(plan, createSites(plan, near), round);
  let best = search(1);
  for (let round = 2; round <= rounds && best.tangled > 0; round++) {
    const found = search(round);
    if (found.badness < best.badness) best = found;
  }
  return best;
}

function searchFrom(plan: IrregularPlan, sites: Sites, round: number): Found {
  const { boxes, links, columns, rows } = plan;
  const badness = badnessOf(plan, sites);
  const random = randomFrom(round);
  /** Moves a box when that makes the drawing better, or worse by less than a limit. */
  const tryMove = (box: number, column: number, row: number, limit: number): void => {
    const [oldColumn, oldRow] = [sites.column(box), sites.row(box)];
    if ((column === oldColumn && row === oldRow) || !sites.isFree(column, row, box)) return;
    const enough = badness.of(box) + limit;
    sites.put(box, column, row);
    if (badness.of(box, box, enough) >= enough) sites.put(box, oldColumn, oldRow);
  };
  const trySwap = (a: number, b: number, limit: number): void => {
    if (a === b) return;
    const enough = badness.of(a, b) + limit;
    sites.swap(a, b);
    if (badness.of(a, b, enough) >= enough) sites.swap(a, b);
  };
  const neighbor = (box: number): number => {
    const own = plan.linksOf[box] ?? [];
    const [a = box, b = box] = links[own[random(own.length)] ?? -1] ?? [];
    return a === box ? b : a;
  };
  const around = (value: number, reach: number, size: number): number =>
    Math.min(size - 1, Math.max(0, value + random(2 * reach + 1) - reach));
  const total = Math.min(
    Math.max(moves.most, moves.each * boxes.length) * round,
    Math.ceil(moves.work / ((links.length + boxes.length) * 4)),
  );
  for (let move = 0; move < total; move++) {
    const left = 1 - move / total;
    const limit = tolerance * left * left;
    const box = random(boxes.length);
    const kind = random(8);
    if (kind < 2) trySwap(box, random(boxes.length), limit);
    else if (kind < 4) {
      const beside = neighbor(box);
      tryMove(box, around(sites.column(beside), 3, columns), around(sites.row(beside), 3, rows), limit);
    } else if (kind < 5) tryMove(box, random(columns), random(rows), limit);
    else tryMove(box, around(sites.column(box), 3, columns), around(sites.row(box), 3, rows), limit);
  }
  return { points: sites.points(), tangled: badness.tangled(), badness: badness.total() };
}
