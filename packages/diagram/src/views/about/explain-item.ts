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
  const explained = explanationsOf(facts, locator, item);
  const lines = explained.flatMap(({ title, rows }) => [
    title,
    ...rows
      .filter(({ fact }) => fact.terms.length === 0)
      .map(({ name, fact, note }) => figure(name, factText(fact), note)),
    ...withoutRepeats(rows.map(({ fact }) => fact).filter(({ terms }) => terms.length > 0)).flatMap((each) =>
      derivationLines(each, '  '),
    ),
  ]);
  const more = lines.length - maxLines;
  return more > 0 ? [...lines.slice(0, maxLines), `… ${more} more lines: lightloom explain`] : lines;
}

function figure(name: string, value: string, note: string | undefined): string {
  return `  ${name}: ${value}${note === undefined ? '' : ` ${note}`}`;
}

function explanationsOf(facts: Facts, locator: Locator, item: string): readonly Explanation[] {
  const { fabric } = facts;
  const idsOf = (of: 'link' | Family, count: number): number[] => {
    const ids: number[] = [];
    for (let id = 0; id < count && ids.length < maxThings; id++) if (locator.itemOf(of, id, '') === item) ids.push(id);
    return ids;
  };
  for (const of of families) {
    const ids = idsOf(of, countOf(fabric, of));
    if (ids.length > 0) return explainThings(facts, of, ids);
  }
  const links = idsOf('link', fabric.links.count);
  if (links.length === 0) return explainSelector(facts, item) ?? [];
  const own = fabric.linkGroups.filter(({ first, count }) =>
    links.some((link) => link >= first && link < first + count),
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
