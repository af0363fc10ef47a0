// Fibers in the cable tray: between rows, and through its fullest segment.
//
// Which path a cable takes over the tray is up to the hall. Assumed is one that follows the row with the smaller number to the
// position of its other end, and crosses the rows there.

import { type Derivation, figure, sum, times, unknown } from '../../figures/derivation.ts';
import { type Fabric, itemAt, rackName, signedAt, unsignedAt } from '../../model/index.ts';
import { missingLinks } from '../classes/link-classes.ts';
import { type FiberInputs, type FiberPaths, linkFibers } from './fiber-paths.ts';
import type { LinkBudget } from './optics.ts';

/** Links between the racks of two rows, or from rack to rack within one. */
interface RowPath {
  /** The smaller first; equal within a row. */
  readonly rows: readonly [number, number];
  readonly links: number;
  readonly fibers: Derivation;
}

export interface TrayFacts {
  /** By row. */
  readonly rows: readonly RowPath[];
  /** The largest number of fibers in one segment of the tray, and where. */
  readonly largest: Derivation;
}

/** Fibers between racks; undefined where no link leaves a rack. */
export function trayFacts(inputs: FiberInputs): TrayFacts | undefined {
  const { from, to } = inputs.paths;
  return from.some((rack, i) => rack !== to[i]) ? fibersInTray(inputs) : undefined;
}

function fibersInTray({ fabric, optics: { budgets }, paths }: FiberInputs): TrayFacts {
  const { row } = fabric.racks;
  const rows = new Map<string, { rows: [number, number]; links: number; classes: Map<number, number> }>();
  let lost = missingLinks(fabric);
  for (let entry = 0; entry < paths.count; entry++) {
    const [a, b] = [signedAt(paths.from, entry), signedAt(paths.to, entry)];
    if (a === b && a >= 0) continue;
    if (a < 0 || b < 0) {
      lost ??= "some links end at devices that aren't in a rack";
      continue;
    }
    const open = [a, b].find((rack) => row[rack] === 0);
    if (open !== undefined) {
      lost ??= `${rackName(fabric, open)} has no row`;
      continue;
    }
    const [low, high] = [Math.min(signedAt(row, a), signedAt(row, b)), Math.max(signedAt(row, a), signedAt(row, b))];
    const key = `${low} ${high}`;
    const known = rows.get(key) ?? { rows: [low, high], links: 0, classes: new Map<number, number>() };
    rows.set(key, known);
    const [index, links] = [unsignedAt(paths.class, entry), unsignedAt(paths.links, entry)];
    known.links += links;
    known.classes.set(index, (known.classes.get(index) ?? 0) + links);
  }
  const missing = lost === undefined ? [] : [unknown('links with unknown rows', 'count', lost)];
  return {
    rows: [...rows.values()]
      .sort((a, b) => a.rows[0] - b.rows[0] || a.rows[1] - b.rows[1])
      .map(({ rows: [low, high], links, classes }) => ({
        rows: [low, high],
        links,
        fibers: sum(
          low === high ? `fibers from rack to rack within row ${low}` : `fibers between rows ${low} and ${high}`,
          'count',
          'links × fibers of a link',
          [...[...classes].map(([index, count]) => times(count, linkFibers(itemAt(budgets, index)))), ...missing],
        ),
      })),
    largest: largestSegment({ fabric, paths, budgets }, lost),
  };
}

/** Fibers that begin (or end, as a negative number) at positions along a line. */
type Changes = Map<number, number>;

function largestSegment(
  {
    fabric,
    paths,
    budgets,
  }: { readonly fabric: Fabric; readonly paths: FiberPaths; readonly budgets: readonly LinkBudget[] },
  lost: string | undefined,
): Derivation {
  const { row, position } = fabric.racks;
  const along = new Map<number, Changes>();
  const across = new Map<number, Changes>();
  let why = lost;
  for (let entry = 0; entry < paths.count; entry++) {
    const [a, b] = [signedAt(paths.from, entry), signedAt(paths.to, entry)];
    if (a === b || a < 0 || b < 0) continue;
    const open = [a, b].find((rack) => row[rack] === 0 || position[rack] === 0);
    const each = budgets[unsignedAt(paths.class, entry)]?.fibers ?? Number.NaN;
    if (open !== undefined || Number.isNaN(each)) {
      why ??=
        open === undefined
          ? 'the fibers of some links are unknown'
          : `${rackName(fabric, open)} has no row and position`;
      continue;
    }
    const fibers = each * unsignedAt(paths.links, entry);
    const [near, far] = signedAt(row, a) <= signedAt(row, b) ? [a, b] : [b, a];
    lay(along, signedAt(row, near), signedAt(position, near), signedAt(position, far), fibers);
    lay(across, signedAt(position, far), signedAt(row, near), signedAt(row, far), fibers);
  }
  const inRow = fullest(along);
  const between = fullest(across);
  const value = Math.max(inRow.fibers, between.fibers);
  const where =
    value === 0
      ? ''
      : inRow.fibers >= between.fibers
        ? `, in row ${inRow.line} after position ${inRow.at}`
        : `, across rows at position ${between.line} after row ${between.at}`;
  const label = `most fibers through one segment of the tray${where}`;
  return why === undefined ? figure(label, 'count', value) : { ...unknown(label, 'count', why), known: value };
}

function lay(lines: Map<number, Changes>, line: number, from: number, to: number, fibers: number): void {
  if (from === to) return;
  let changes = lines.get(line);
  if (changes === undefined) lines.set(line, (changes = new Map()));
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  changes.set(low, (changes.get(low) ?? 0) + fibers);
  changes.set(high, (changes.get(high) ?? 0) - fibers);
}

function fullest(lines: ReadonlyMap<number, Changes>): { fibers: number; line: number; at: number } {
  let found = { fibers: 0, line: 0, at: 0 };
  for (const [line, changes] of lines) {
    let fibers = 0;
    for (const [at, change] of [...changes].sort(([a], [b]) => a - b)) {
      fibers += change;
      if (fibers > found.fibers) found = { fibers, line, at };
    }
  }
  return found;
}
