// Cables in groups: by the rack at an end, for work at that rack, or by trunk, to pull all cables of one way at once.
import { type Fabric, positionOfRack, rowOfRack } from '../model/index.ts';
import type { EndText } from './cable-ends.ts';
import type { CableRow } from './cable-rows.ts';

/** A cable in a group; the end in the rack comes first. */
export interface GroupedCable {
  readonly group: string;
  readonly cable: CableRow;
}

/** Where devices are that are in no rack. */
const noRack = 'in no rack';

/** Each cable under every rack that it ends in, so that one between two racks is listed at both: rack by rack, port by port. */
export function byRack(fabric: Fabric, cables: Iterable<CableRow>): GroupedCable[] {
  const order = rackOrder(fabric);
  const found: { readonly rack: number; readonly port: number; readonly grouped: GroupedCable }[] = [];
  const put = (rack: number, near: readonly EndText[], cable: CableRow): void => {
    const at = near.find((each) => each.rackId === rack) ?? near[0];
    found.push({
      rack: order(rack),
      port: at?.firstPort ?? 0,
      grouped: { group: at === undefined || rack < 0 ? noRack : at.rack, cable },
    });
  };
  for (const cable of cables) {
    const near = racksOf(cable.from);
    for (const rack of near) put(rack, cable.from, cable);
    for (const rack of racksOf(cable.to))
      if (!near.has(rack)) put(rack, cable.to, { ...cable, from: cable.to, to: cable.from });
  }
  return found.sort((a, b) => a.rack - b.rack || a.port - b.port).map(({ grouped }) => grouped);
}

/** Cables between the same racks together, each once; of devices in no rack, between the same devices. */
export function byTrunk(fabric: Fabric, cables: Iterable<CableRow>): GroupedCable[] {
  const order = rackOrder(fabric);
  const found: { readonly ends: readonly [number, number]; readonly grouped: GroupedCable }[] = [];
  for (const cable of cables) {
    const sides = [cable.from, cable.to].map((side) => ({
      place: Math.min(...side.map((end) => placeOf(end, order))),
      name: [...new Set(side.map(({ rack, device }) => (rack === '' ? device : rack)))].join(', '),
    }));
    const [near, far] = sides;
    if (near === undefined || far === undefined) continue;
    const isTurned = near.place > far.place;
    const [first, last] = isTurned ? [far, near] : [near, far];
    found.push({
      ends: [first.place, last.place],
      grouped: {
        group: first.name === last.name ? `within ${first.name}` : `${first.name} – ${last.name}`,
        cable: isTurned ? { ...cable, from: cable.to, to: cable.from } : cable,
      },
    });
  }
  return found.sort((a, b) => a.ends[0] - b.ends[0] || a.ends[1] - b.ends[1]).map(({ grouped }) => grouped);
}

function racksOf(ends: readonly EndText[]): ReadonlySet<number> {
  return new Set(ends.map(({ rackId }) => rackId));
}

/** Racks in the order of the hall; devices in no rack after them. */
function placeOf({ rackId, deviceId }: EndText, order: (rack: number) => number): number {
  return rackId < 0 ? order(-1) + 1 + deviceId : order(rackId);
}

/** The place of each rack by row and position, those without a row last; of no rack after all. */
function rackOrder(fabric: Fabric): (rack: number) => number {
  const { count } = fabric.racks;
  const last = Number.MAX_SAFE_INTEGER;
  const known = (value: number): number => (value === 0 ? last : value);
  const sorted = Array.from({ length: count }, (_, rack) => rack).sort(
    (a, b) =>
      known(rowOfRack(fabric, a)) - known(rowOfRack(fabric, b)) ||
      known(positionOfRack(fabric, a)) - known(positionOfRack(fabric, b)) ||
      a - b,
  );
  const places = new Map(sorted.map((rack, place) => [rack, place]));
  return (rack) => places.get(rack) ?? count;
}
