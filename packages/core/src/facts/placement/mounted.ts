// What is mounted in racks besides devices: power shelves, patch panels, CDUs.
import { type Derivation, stated, times, unknown } from '../../figures/derivation.ts';
import { type Fabric, isPart, missingIn, type Part, partOfCdu, partOfRack, rackOfCdu } from '../../model/index.ts';

/** Parts of one type that are mounted in a rack. */
export interface Mounted {
  readonly part: Part<'shelf'> | Part<'panel'> | Part<'cdu'>;
  readonly count: number;
}

/** Everything in a rack that isn't a device; CDUs of unknown type are left out. */
export function mountedIn(fabric: Fabric, rack: number): readonly Mounted[] {
  const { shelves, panels } = partOfRack(fabric, rack)?.values ?? {};
  const cdus = new Map<Part<'cdu'>, number>();
  for (let cdu = 0; cdu < fabric.cdus.count; cdu++) {
    const part = rackOfCdu(fabric, cdu) === rack ? partOfCdu(fabric, cdu) : undefined;
    if (part !== undefined) cdus.set(part, (cdus.get(part) ?? 0) + 1);
  }
  return [...(shelves?.value ?? []), ...(panels?.value ?? []), ...[...cdus].map(([part, count]) => ({ part, count }))];
}

/** Their heights as terms of a rack's sum, in m. */
export function mountedHeights(mounted: readonly Mounted[]): Derivation[] {
  return mounted.map(({ part, count }) =>
    times(count, stated(`height of ${part.name}`, 'length', part.values.height, missingIn(part, 'height'))),
  );
}

/** What a rack type gives as unknown of them, as terms of the same sum. */
export function unknownHeights(fabric: Fabric, rack: number): Derivation[] {
  const part = partOfRack(fabric, rack);
  if (part === undefined) return [];
  return (['shelves', 'panels'] as const).flatMap((name) =>
    Object.hasOwn(part.unknowns, name) ? [unknown(`height of its ${name}`, 'length', missingIn(part, name))] : [],
  );
}

/** The weights of the CDUs among them as terms of a rack's sum, in kg; shelves and panels have none. */
export function mountedWeights(mounted: readonly Mounted[]): Derivation[] {
  return mounted.flatMap(({ part, count }) =>
    isPart(part, 'cdu')
      ? times(count, stated(`weight of ${part.name}`, 'mass', part.values.weight, missingIn(part, 'weight')))
      : [],
  );
}
