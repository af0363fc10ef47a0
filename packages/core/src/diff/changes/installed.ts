// Devices, racks and CDUs that were added, removed, replaced, changed or renamed.
import { cduName, deviceName, type Fabric, kindOfDevice, type Part, rackName, signedAt } from '../../model/index.ts';
import type { Change, ChangeKind, Detail } from '../compare/change.ts';
import type { Comparer } from '../compare/differences.ts';
import { nameOfPart, replacedDetails } from '../compare/replaced.ts';
import type { Matching } from '../match/matching.ts';
import { foldedNames } from '../naming/fold.ts';
import { gathered } from './groups.ts';
import { racksServed } from './racks-served.ts';

const tables = { device: 'devices', rack: 'racks', cdu: 'cdus' } as const;
const names = { device: deviceName, rack: rackName, cdu: cduName } as const;

/** The changes of devices, racks or CDUs, but for their places. */
export function installedChanges(of: 'device' | 'rack' | 'cdu', matching: Matching, comparer: Comparer): Change[] {
  const { before, after } = matching;
  const table = tables[of];
  const pairing = matching[table];
  const partIn = (fabric: Fabric, id: number): Part | undefined => fabric.parts[signedAt(fabric[table].part, id)];
  const found = gathered<Pick<Change, 'kind' | 'of' | 'what' | 'details'>>();
  const add = (kind: ChangeKind, what: string, details: readonly Detail[], old: number, now: number): void => {
    const family = of === 'device' ? (now < 0 ? kindOfDevice(before, old) : kindOfDevice(after, now)) : of;
    found.add(JSON.stringify([kind, family, what, details]), old, now, () => ({ kind, of: family, what, details }));
  };
  const differences = rememberedDifferences(comparer);
  for (let old = 0; old < before[table].count; old++) {
    const now = signedAt(pairing.after, old);
    const part = partIn(before, old);
    if (now < 0) {
      add('removed', nameOfPart(part), [], old, -1);
      continue;
    }
    const other = partIn(after, now);
    const changed = [...differences(part, other), ...(of === 'rack' ? racksServed(matching, old, now) : [])];
    const kind = changed.some(({ property }) => property === 'type') ? 'replaced' : 'changed';
    if (changed.length > 0) add(kind, nameOfPart(other), changed, old, now);
    if (names[of](before, old) !== names[of](after, now)) add('renamed', nameOfPart(other), [], old, now);
  }
  for (let now = 0; now < after[table].count; now++)
    if (signedAt(pairing.before, now) < 0) add('added', nameOfPart(partIn(after, now)), [], -1, now);
  return found.all().map(({ first, olds, news }) => ({
    ...first,
    count: Math.max(olds.length, news.length),
    before: foldedNames(before, table, olds),
    after: foldedNames(after, table, news),
  }));
}

/** What two parts differ in, where a thing has another one; nothing where its own type changed, which is said of the type. */
function rememberedDifferences(comparer: Comparer) {
  const { isSamePart, parts } = comparer;
  const known = new Map<string, readonly Detail[]>();
  return (before: Part | undefined, after: Part | undefined): readonly Detail[] => {
    const key = `${before?.index} ${after?.index}`;
    let found = known.get(key);
    if (found === undefined) {
      found = isSamePart(before, after)
        ? []
        : before !== undefined && after !== undefined && before.name === after.name
          ? parts(before, after)
          : replacedDetails(comparer, before, after);
      known.set(key, found);
    }
    return found;
  };
}
