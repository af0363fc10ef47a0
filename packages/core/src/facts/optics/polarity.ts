// Polarity: where cords, trunks and panels lead a fiber, from a position of one connector to a position of the next.
//
// A module sends from the first positions of its connector and receives at the last, in reverse: of 12, lane 1 sends at 1
// and is received at 12; of a duplex pair, 1 sends and 2 receives. So something on the way has to cross, an odd number of
// times. On an even number of positions all ways to cross commute and undo themselves: their order does not matter.
import { type Counted, type LinkGroup, missingText, type Part } from '../../model/index.ts';

/** How cords, trunks and panels lead fibers from one connector to the next (TIA-568). */
export type Polarity = 'type-A' | 'type-B' | 'type-C' | 'A-to-B' | 'A-to-A';

/** Where a fiber leaves a segment it entered at a position, both counted from one; `NaN` of a duplex cord elsewhere. */
export function positionAfter(polarity: Polarity, position: number, positions: number): number {
  switch (polarity) {
    case 'type-A':
      return position;
    case 'type-B':
      return positions + 1 - position;
    case 'type-C':
      return position % 2 === 1 ? position + 1 : position - 1;
    case 'A-to-A':
      return positions === 2 ? position : Number.NaN;
    case 'A-to-B':
      return positions === 2 ? 3 - position : Number.NaN;
  }
}

/** Something on a path that a fiber goes through: a cord, a panel, a duplex adapter. */
export interface Segment {
  /** `type-B`, `Mpo16PanelB`, `adapter`. */
  readonly name: string;
  /** Undefined where a panel has none. */
  readonly polarity: Polarity | undefined;
  readonly panel: Part<'panel'> | undefined;
}

/** More than any path has: a bound on what is computed. */
const maxSegments = 1000;

/**
 * The cords of a path with the panels between them, from end to end; a text with the reason where they are unknown.
 *
 * Panels are in the first joints of the cords, in the order in which they are written. A joint without one leads
 * straight on; of duplex connectors it is an adapter, which joins A to B. Panels without a polarity make the
 * path unknown, but for those that are passed an even number of times: two alike undo each other.
 * @param positions of the connectors
 */
export function segmentsOf({ medium }: LinkGroup, positions: number): readonly Segment[] | string {
  const given = medium.polarity?.value;
  if (given === undefined) return 'the cords have no `polarity`';
  const panels = medium.panels?.value ?? [];
  const cordCount = sumOf(given);
  const panelCount = sumOf(panels);
  if (cordCount + panelCount > maxSegments) return `no more than ${maxSegments} cords and panels are followed`;
  if (lacksCords(medium))
    return `with ${panelCount} ${panelCount === 1 ? 'panel' : 'panels'} a path has at least ${panelCount + 1} cords, and its polarity has ${cordCount}`;
  const duplex = given.find(({ word, count }) => count > 0 && isDuplex(word as Polarity));
  if (positions !== 2 && duplex !== undefined)
    return `${duplex.word} is a duplex cord, and the connector of the module has ${positions} positions`;
  const silent = panels.find(
    ({ part }) => polarityOf(part) === undefined && sumOf(panels.filter((each) => each.part === part)) % 2 === 1,
  );
  if (silent !== undefined) return missingText(silent.part, 'polarity');
  const between = panels.flatMap((each) => repeated(each, segmentOfPanel(each)));
  const cords = given.flatMap((each) =>
    repeated(each, { name: each.word, polarity: each.word as Polarity, panel: undefined }),
  );
  return cords.flatMap((cord, i) => {
    const joint = i === 0 ? undefined : (between[i - 1] ?? (positions === 2 ? adapter : undefined));
    return joint === undefined ? [cord] : [joint, cord];
  });
}

/** Whether a polarity has fewer cords than the panels of its path need: one before each, and one after the last. */
export function lacksCords({ polarity, panels }: LinkGroup['medium']): boolean {
  const panelCount = sumOf(panels?.value ?? []);
  return polarity !== undefined && panelCount > 0 && panelCount >= sumOf(polarity.value);
}

/** A duplex adapter between two cords: its latches are on one side, so that A of one plug faces B of the other. */
const adapter: Segment = { name: 'adapter', polarity: 'A-to-B', panel: undefined };

function segmentOfPanel({ part }: Counted<'panel'>): Segment {
  return { name: part.name, polarity: polarityOf(part), panel: part };
}

function polarityOf(panel: Part<'panel'>): Polarity | undefined {
  return panel.values.polarity?.value;
}

/** Whether a polarity applies only to pairs of fibers. */
export function isDuplex(polarity: Polarity): boolean {
  return polarity === 'A-to-A' || polarity === 'A-to-B';
}

function sumOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((all, { count }) => all + count, 0);
}

function repeated({ count }: { readonly count: number }, segment: Segment): Segment[] {
  return Array.from({ length: count }, () => segment);
}
