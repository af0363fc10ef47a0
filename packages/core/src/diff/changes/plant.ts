// Loops, branches, feeds, networks and the hall: what was added, removed, changed or renamed.
import type { Kind } from '../../catalogue/index.ts';
import { feedNoun, itemAt, signedAt } from '../../model/index.ts';
import type { Change, ChangedFamily, Detail } from '../compare/change.ts';
import type { Comparer } from '../compare/differences.ts';
import type { Matching } from '../match/matching.ts';
import type { Pairing } from '../match/pairing.ts';
import { foldedNames } from '../naming/fold.ts';

/** Something with a name of which there are few. */
interface Named {
  readonly name: string;
}

/** All changes of the plant. */
export function plantChanges(matching: Matching, { values }: Comparer): Change[] {
  const { before, after } = matching;
  const valuesOf =
    <T extends { readonly values: object }>(kind: Kind) =>
    (old: T, now: T): Detail[] =>
      values(kind, old.values, now.values);
  return [
    ...namedChanges('loop', before.loops, after.loops, matching.loops, valuesOf('loop')),
    ...namedChanges('branch', before.branches, after.branches, matching.branches, (old, now) => [
      ...valuesOf('branch')(old, now),
      ...branchDetails(matching, old, now),
    ]),
    ...namedChanges('feed', before.feeds, after.feeds, matching.feeds, (old, now) => [
      ...(old.kind === now.kind ? [] : [{ property: 'kind', before: feedNoun(old.kind), after: feedNoun(now.kind) }]),
      ...valuesOf(now.kind)(old, now),
    ]),
    ...namedChanges('network', before.networks, after.networks, matching.networks, (old, now) =>
      old.kind === now.kind ? [] : [{ property: 'kind', before: old.kind, after: now.kind }],
    ),
    ...hallChanges(matching, valuesOf('hall')),
  ];
}

function namedChanges<T extends Named>(
  of: ChangedFamily,
  olds: readonly T[],
  news: readonly T[],
  pairing: Pairing,
  compare: (old: T, now: T) => Detail[],
): Change[] {
  const one = { of, count: 1, what: '', details: [] };
  const kept = olds.flatMap((old, id): Change[] => {
    const now = signedAt(pairing.after, id);
    if (now < 0) return [{ ...one, kind: 'removed', before: [old.name], after: [] }];
    const other = itemAt(news, now);
    const names = { before: [old.name], after: [other.name] };
    const details = compare(old, other);
    return [
      ...(details.length > 0 ? [{ ...one, ...names, kind: 'changed' as const, details }] : []),
      ...(old.name === other.name ? [] : [{ ...one, ...names, kind: 'renamed' as const }]),
    ];
  });
  const added = news.flatMap(({ name }, id): Change[] =>
    signedAt(pairing.before, id) < 0 ? [{ ...one, kind: 'added', before: [], after: [name] }] : [],
  );
  return [...kept, ...added];
}

function branchDetails(
  matching: Matching,
  old: Matching['before']['branches'][number],
  now: Matching['before']['branches'][number],
): Detail[] {
  const mapped = [...old.racks].map((rack) => signedAt(matching.racks.after, rack));
  const names = [foldedNames(matching.before, 'racks', old.racks), foldedNames(matching.after, 'racks', now.racks)];
  // In series, the order of the racks counts.
  const inOrder = (racks: readonly number[]): string =>
    (now.order === 'series' ? racks : [...racks].sort((a, b) => a - b)).join();
  return [
    ...(inOrder(mapped) === inOrder([...now.racks])
      ? []
      : [{ property: 'racks', before: names[0]?.join(', ') ?? '', after: names[1]?.join(', ') ?? '' }]),
    ...(old.order === now.order ? [] : [{ property: 'order', before: old.order, after: now.order }]),
  ];
}

function hallChanges({ before, after }: Matching, compare: (old: never, now: never) => Detail[]): Change[] {
  const [old, now] = [before.hall, after.hall];
  if (old === undefined && now === undefined) return [];
  const names = {
    of: 'hall' as const,
    count: 1,
    what: '',
    before: old === undefined ? [] : [old.name],
    after: now === undefined ? [] : [now.name],
  };
  if (old === undefined) return [{ ...names, kind: 'added', details: [] }];
  if (now === undefined) return [{ ...names, kind: 'removed', details: [] }];
  const details = compare(old as never, now as never);
  return details.length === 0 ? [] : [{ ...names, kind: 'changed', details }];
}
