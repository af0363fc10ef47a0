// Cords that lead each lane to its receiver.
import { isCrossed, type LinkClass, laneRun } from '../../facts/index.ts';
import { type Remedy, setting } from '../../findings/index.ts';
import type { Fabric } from '../../model/index.ts';

/** The cord that crosses where another one doesn't, and the other way round. Type C is for duplex links: a straight cord is in its place. */
const others = {
  'type-A': 'type-B',
  'type-B': 'type-A',
  'type-C': 'type-A',
  'A-to-A': 'A-to-B',
  'A-to-B': 'A-to-A',
} as const;

/** Cords of a path that is followed. */
const maxCords = 64;

/** The cords of a path with one of them exchanged, so that each lane arrives at its receiver: one way for each kind of cord. */
export function exchangedCord(fabric: Fabric, links: LinkClass): Remedy[] {
  const { group } = links;
  const given = group.medium.polarity;
  const all = given?.value.reduce((sum, { count }) => sum + count, 0) ?? 0;
  if (given === undefined || all > maxCords) return [];
  const cords = given.value.flatMap(({ count, ...cord }) => Array.from({ length: count }, () => cord));
  const kinds = new Set(cords.map(({ word }) => word));
  return [...kinds].flatMap((kind): Remedy[] => {
    const at = cords.findLastIndex(({ word }) => word === kind);
    const changed = cords.map((cord, i) => ({ ...cord, count: 1, word: i === at ? others[kind] : cord.word }));
    const medium = { ...group.medium, polarity: { ...given, value: changed } };
    const run = laneRun(fabric, { ...links, group: { ...group, medium } });
    return typeof run !== 'string' && isCrossed(run.paths)
      ? [setting(given.origin, 'polarity', textOf(changed.map(({ word }) => word)))]
      : [];
  });
}

/** `1 x type-B, 2 x type-A`; a single cord without a count. */
function textOf(words: readonly string[]): string {
  if (words.length === 1) return words.join();
  const runs: { readonly word: string; count: number }[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.word === word) last.count++;
    else runs.push({ word, count: 1 });
  }
  return runs.map(({ word, count }) => `${count} x ${word}`).join(', ');
}
