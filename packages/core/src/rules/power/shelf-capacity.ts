// A rack that draws more power than its shelves deliver.
import type { Facts } from '../../answers/index.ts';
import { shelfPower } from '../../facts/index.ts';
import { type Derivation, mostOf, printApart, printBounded } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { partOfRack } from '../../model/index.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { overLimit } from '../../subjects/racks.ts';
import { moreShelves } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'power/shelf-capacity',
  severity: 'error',
  level: 'assembly',
  title: "The power shelves can't carry their rack with a supply lost",
  why: 'A shelf has one supply to spare: an 18 kW ORv3 shelf delivers about 15 kW when one of its supplies fails, a 72 kW HPR shelf of six delivers 60 kW. The rack must stay within the remaining power.',
  sources: [
    'OCP ORv3 power shelf: 18 kW, about 15 kW N+1',
    'OCP HPR shelf rev. 0.3: 33 kW; HPR V2: 72 kW of six supplies',
  ],
  limit: 'power shelves',
  override: 'Set `shelves` on the rack type, or `redundant-power` on the shelf type.',
  bad: `import "std/racks"

rack type Fed is OpenRackV3 { shelves 2 x PowerShelf18 }
switch type Box { height 1 OU  power 3.2 kW }
rack r : Fed
switch box[1..10] : Box
place box[*] in r
//    ^^^^^^^^^^^
`,
  fix: { 'shelves 2 x': 'shelves 3 x' },
  check: (facts, judge) =>
    overLimit(facts, 'power/shelf-capacity', judge, facts.power.rack, (rack) => shelfPower(facts.fabric, rack)).map(
      ({ racks, value, limit, placement }) => ({
        message: `${rackSentence(facts.fabric, racks, { one: 'draws', many: 'draw up to' }, printApart(value, limit)[0])}; ${withSuppliesLost(facts, racks[0] ?? 0)}the shelves deliver ${delivered(value, limit)}.`,
        help: 'Add a shelf, use larger ones, or place fewer devices in the rack.',
        origin: placement,
        label: `the shelves deliver ${printBounded(limit, 'most')}`,
        related: limit.origin === undefined ? [] : [{ origin: limit.origin, message: 'The shelves.' }],
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: value,
        remedies: moreShelves(partOfRack(facts.fabric, racks[0] ?? 0), value.value / mostOf(limit)),
        over: { value, limit: mostOf(limit) },
        restsOn: [placement],
      }),
    ),
});

/** What the shelves deliver, `at most` where what a lost supply leaves isn't given. */
const delivered = (value: Derivation, limit: Derivation): string =>
  Number.isNaN(limit.value) ? printBounded(limit, 'most') : printApart(value, limit)[1];

/** The condition of the limit, if every shelf has a `redundant-power`. */
function withSuppliesLost({ fabric }: Facts, rack: number): string {
  const shelves = partOfRack(fabric, rack)?.values.shelves?.value ?? [];
  return shelves.every(({ part }) => part.values['redundant-power'] !== undefined)
    ? 'with a supply of each lost, '
    : '';
}
