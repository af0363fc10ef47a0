// What is declared at places of the text.
import type { Block, Fabric, Selection } from '../model/index.ts';
import { type Origin, originKey } from '../source/index.ts';

/** What is declared at some places, of the family of the first that declares anything; undefined where none does. */
export function declaredAt(fabric: Fabric, places: readonly Origin[]): Selection | undefined {
  const declared = declarationsOf(fabric);
  const found = places.flatMap((each) => declared.get(originKey(each)) ?? []);
  const of = found[0]?.of;
  if (of === undefined) return undefined;
  const ids = found.flatMap((each) =>
    each.of === of ? Array.from({ length: each.count }, (_, nth) => each.first + nth) : [],
  );
  return { of, ids: Uint32Array.from(new Set(ids)) };
}

/** Ids that one declaration makes. */
interface Declared {
  readonly of: Selection['of'];
  readonly first: number;
  readonly count: number;
}

/** What is declared, by the place of its declaration; a template makes several things at one. */
function declarationsOf(fabric: Fabric): ReadonlyMap<string, readonly Declared[]> {
  const found = new Map<string, Declared[]>();
  const add = (origin: Origin, declared: Declared): void => {
    const key = originKey(origin);
    const known = found.get(key);
    if (known === undefined) found.set(key, [declared]);
    else known.push(declared);
  };
  for (const block of fabric.blocks) add(block.origin, { of: familyOf(block), first: block.first, count: block.count });
  const { loops, branches, feeds, networks, parts } = fabric;
  const tables = { loop: loops, branch: branches, feed: feeds, network: networks, part: parts };
  for (const family of ['loop', 'branch', 'feed', 'network', 'part'] as const)
    for (const { index, origin } of tables[family]) add(origin, { of: family, first: index, count: 1 });
  return found;
}

function familyOf({ kind }: Block): 'device' | 'rack' | 'cdu' {
  return kind === 'rack' || kind === 'cdu' ? kind : 'device';
}
