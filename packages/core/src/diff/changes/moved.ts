// Devices and CDUs that are in another rack now, and racks that stand elsewhere: those of one array that go to one array as one.
import { type Fabric, kindOfDevice, printSome, signedAt, unsignedAt } from '../../model/index.ts';
import type { Change, Detail } from '../compare/change.ts';
import type { Matching } from '../match/matching.ts';
import { foldedNames } from '../naming/fold.ts';
import { gathered } from './groups.ts';

/** Devices that have moved to another rack. */
export function movedDevices(matching: Matching): Change[] {
  return movedBetweenRacks('devices', matching, (device) => kindOfDevice(matching.after, device) as 'switch' | 'host');
}

/** CDUs that have moved to another rack. */
export function movedCdus(matching: Matching): Change[] {
  return movedBetweenRacks('cdus', matching, () => 'cdu');
}

function movedBetweenRacks(
  table: 'devices' | 'cdus',
  matching: Matching,
  familyOf: (now: number) => Change['of'],
): Change[] {
  const { before, after } = matching;
  const pairing = matching[table];
  const found = gathered<Pick<Change, 'of' | 'what'>>();
  const [oldRack, newRack] = [before[table].rack, after[table].rack];
  for (let old = 0; old < before[table].count; old++) {
    const now = signedAt(pairing.after, old);
    if (now < 0) continue;
    const [was, is] = [signedAt(oldRack, old), signedAt(newRack, now)];
    if ((was < 0 ? -1 : signedAt(matching.racks.after, was)) === is && was < 0 === is < 0) continue;
    const of = familyOf(now);
    const what = after.parts[signedAt(after[table].part, now)]?.name ?? 'unknown type';
    found.add(`${of} ${what} ${arrayOf(before, was)} ${arrayOf(after, is)}`, old, now, () => ({ of, what }));
  }
  return found.all().map(({ first, olds, news }) => ({
    ...first,
    kind: 'moved',
    count: olds.length,
    before: foldedNames(before, table, olds),
    after: foldedNames(after, table, news),
    details: [{ property: 'rack', before: racksText(before, oldRack, olds), after: racksText(after, newRack, news) }],
  }));
}

/** The array of a rack; -1 without one. */
function arrayOf({ racks }: Fabric, rack: number): number {
  return rack < 0 ? -1 : unsignedAt(racks.block, rack);
}

function racksText(fabric: Fabric, racks: Int32Array, ids: readonly number[]): string {
  const found = [...new Set(ids.map((id) => signedAt(racks, id)))].filter((rack) => rack >= 0);
  return foldedNames(
    fabric,
    'racks',
    found.sort((a, b) => a - b),
  ).join(', ');
}

/** Racks with another row or position. */
export function movedRacks({ before, after, racks }: Matching): Change[] {
  const found = gathered<string>();
  for (let old = 0; old < before.racks.count; old++) {
    const now = signedAt(racks.after, old);
    if (now < 0) continue;
    const [row, otherRow] = [signedAt(before.racks.row, old), signedAt(after.racks.row, now)];
    const isElsewhere =
      row !== otherRow || signedAt(before.racks.position, old) !== signedAt(after.racks.position, now);
    const what = after.parts[signedAt(after.racks.part, now)]?.name ?? 'unknown type';
    if (isElsewhere) found.add(`${what} ${row} ${otherRow}`, old, now, () => what);
  }
  return found.all().map(({ first, olds, news }) => ({
    kind: 'moved',
    of: 'rack',
    what: first,
    count: olds.length,
    before: foldedNames(before, 'racks', olds),
    after: foldedNames(after, 'racks', news),
    details: (['row', 'position'] as const).flatMap((of): Detail[] => {
      const [was, is] = [placesText(before.racks[of], olds), placesText(after.racks[of], news)];
      return was === is ? [] : [{ property: of, before: was, after: is }];
    }),
  }));
}

/** `1..8`; empty where the places are unknown. */
function placesText(column: Int32Array, racks: readonly number[]): string {
  const places = [...new Set(racks.map((rack) => signedAt(column, rack)))].filter((place) => place > 0);
  return printSome([{ list: places }], [...places.keys()]).slice(1, -1);
}
