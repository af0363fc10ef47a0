// How the figures of a thing in a drawing come about.
import {
  derivationLines,
  type Explanation,
  explainLinks,
  explainSelector,
  explainThings,
  type Fabric,
  type Facts,
  factText,
  withoutRepeats,
} from '@lightloom/core';
import type { Locator } from '../marks/locator.ts';

/** Things that are looked at for one box, at most. */
const maxThings = 2000;
/** Lines that are given, at most. */
const maxLines = 200;

/**
 * The figures of what an item represents, with their terms indented below them; none where there are none.
 * @param locator of the drawing that the item is in
 */
export function explainItem(facts: Facts, locator: Locator, item: string): readonly string[] {
  return explainItems(facts, locator, [item], maxLines).get(item) ?? [];
}

/**
 * The same of several items of one drawing.
 * @param most lines of each
 */
export function explainItems(
  facts: Facts,
  locator: Locator,
  items: readonly string[],
  most: number,
): ReadonlyMap<string, readonly string[]> {
  const things = thingsOf(facts.fabric, locator, new Set(items));
  return new Map(items.map((item) => [item, linesOf(explanationsOf(facts, things.get(item), item), most)]));
}

function linesOf(explained: readonly Explanation[], most: number): readonly string[] {
  const lines = explained.flatMap(({ title, rows }) => [
    title,
    ...rows
      .filter(({ fact }) => fact.terms.length === 0)
      .map(({ name, fact, note }) => figure(name, factText(fact), note)),
    ...withoutRepeats(rows.map(({ fact }) => fact).filter(({ terms }) => terms.length > 0)).flatMap((each) =>
      derivationLines(each, '  '),
    ),
  ]);
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `… ${more} more lines: lightloom explain`] : lines;
}

function figure(name: string, value: string, note: string | undefined): string {
  return `  ${name}: ${value}${note === undefined ? '' : ` ${note}`}`;
}

/** What an item represents: of the first family that has any of it. */
interface Things {
  readonly of: Family | 'link';
  readonly ids: number[];
}

/** What each of some items represents, in one pass over each family. */
function thingsOf(fabric: Fabric, locator: Locator, items: ReadonlySet<string>): ReadonlyMap<string, Things> {
  const found = new Map<string, Things>();
  for (const of of [...families, 'link'] as const) {
    const count = of === 'link' ? fabric.links.count : countOf(fabric, of);
    for (let id = 0; id < count; id++) {
      const item = locator.itemOf(of, id, '');
      if (item === undefined || !items.has(item)) continue;
      const known = found.get(item);
      if (known === undefined) found.set(item, { of, ids: [id] });
      else if (known.of === of && known.ids.length < maxThings) known.ids.push(id);
    }
  }
  return found;
}

function explanationsOf(facts: Facts, things: Things | undefined, item: string): readonly Explanation[] {
  if (things === undefined) return explainSelector(facts, item) ?? [];
  const { of, ids } = things;
  if (of !== 'link') return explainThings(facts, of, ids);
  const own = facts.fabric.linkGroups.filter(({ first, count }) =>
    ids.some((link) => link >= first && link < first + count),
  );
  return [explainLinks(facts, own)];
}

const families = ['device', 'rack', 'cdu', 'branch', 'loop', 'feed'] as const;
type Family = (typeof families)[number];

function countOf({ devices, racks, cdus, branches, loops, feeds }: Fabric, of: Family): number {
  switch (of) {
    case 'device':
      return devices.count;
    case 'rack':
      return racks.count;
    case 'cdu':
      return cdus.count;
    case 'branch':
      return branches.length;
    case 'loop':
      return loops.length;
    case 'feed':
      return feeds.length;
  }
}
