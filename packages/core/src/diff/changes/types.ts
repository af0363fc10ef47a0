// Types of the design itself that are installed and have other figures now, or other names.
import { componentsOf, pathParts } from '../../findings/index.ts';
import { type Fabric, type Part, signedAt } from '../../model/index.ts';
import type { Change } from '../compare/change.ts';
import type { Comparer } from '../compare/differences.ts';
import type { Matching } from '../match/matching.ts';

/** Changes of types. A type that nothing uses is text only. */
export function typeChanges({ before, after, parts }: Matching, comparer: Comparer): Change[] {
  const [oldUsed, newUsed] = [usedParts(before), usedParts(after)];
  const one = { of: 'type' as const, count: 1 };
  const seen = new Set<string>();
  const changed = parts.changed.flatMap((pair): Change[] => {
    if (!oldUsed.has(pair.before) || !newUsed.has(pair.after)) return [];
    const details = comparer.parts(pair.before, pair.after);
    const key = JSON.stringify([pair.before.name, details]);
    // Elements that differ have types of their own with the same name.
    if (details.length === 0 || seen.has(key)) return [];
    seen.add(key);
    const names = { before: [pair.before.name], after: [pair.after.name] };
    const installed = installedOf(after, pair.after);
    return [
      { ...one, ...names, kind: 'changed', what: pair.after.kind, details, ...(installed === 0 ? {} : { installed }) },
    ];
  });
  return [...changed, ...renamedTypes(before, after, parts, oldUsed, newUsed)];
}

function renamedTypes(
  before: Fabric,
  after: Fabric,
  classes: Matching['parts'],
  oldUsed: ReadonlySet<Part>,
  newUsed: ReadonlySet<Part>,
): Change[] {
  const namesIn = ({ parts }: Fabric): Set<string> => new Set(parts.map(({ kind, name }) => `${kind} ${name}`));
  const [olds, news] = [namesIn(before), namesIn(after)];
  const gone = [...oldUsed].filter(({ kind, name }) => !news.has(`${kind} ${name}`));
  const fresh = [...newUsed].filter(({ kind, name }) => !olds.has(`${kind} ${name}`));
  const seen = new Set<string>();
  return gone.flatMap((old): Change[] => {
    const now = fresh.find((each) => classes.after[each.index] === classes.before[old.index] && !seen.has(each.name));
    if (now === undefined || seen.has(old.name)) return [];
    seen.add(now.name).add(old.name);
    const names = { before: [old.name], after: [now.name] };
    return [{ kind: 'renamed', of: 'type', count: 1, what: now.kind, ...names, details: [] }];
  });
}

/** How many devices, modules, racks and CDUs are of a type; of one with types of the same name, as elements that differ have, of all. */
function installedOf({ devices, cages, racks, cdus, parts }: Fabric, { kind, name }: Part): number {
  const isOne = Uint8Array.from(parts, (part) => (part.kind === kind && part.name === name ? 1 : 0));
  let count = 0;
  for (const column of [devices.part, cages.module, racks.part, cdus.part])
    for (let row = 0; row < column.length; row++) if (isOne[signedAt(column, row)] === 1) count++;
  return count;
}

/** Every part that something installed uses. */
function usedParts({ devices, cages, racks, cdus, parts, linkGroups, loops }: Fabric): ReadonlySet<Part> {
  const used = new Set<Part>();
  const use = (part: Part | undefined): void => {
    if (part === undefined || used.has(part)) return;
    used.add(part);
    componentsOf(part, used);
  };
  const seen = new Uint8Array(parts.length);
  for (const column of [devices.part, cages.module, racks.part, cdus.part])
    for (let row = 0; row < column.length; row++) if (signedAt(column, row) >= 0) seen[signedAt(column, row)] = 1;
  for (const part of parts) if (seen[part.index] === 1) use(part);
  for (const group of linkGroups) for (const part of pathParts(group)) use(part);
  for (const { values } of loops) use(values.coolant?.value);
  return used;
}
