// Where sites are on a map: from the latitude and longitude of their devices.
import { type Facts, isPart, type Part, signedAt } from '@lightloom/core';
import type { Stack } from './stacks/stacks.ts';

/** A place on the sheet, in degrees of a great circle: to the right and down. */
interface MapPlace {
  readonly x: number;
  readonly y: number;
}

/** Latitude and longitude in degrees. */
interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** The places of the boxes that have one, and what isn't on the map. */
export interface Sites {
  readonly places: ReadonlyMap<Stack, MapPlace>;
  readonly notes: readonly string[];
}

/** Boxes whose devices all say where they are. With fewer than two there is no map. */
export function sitesOf({ fabric }: Facts, stacks: readonly Stack[]): Sites {
  const partOf = (device: number): Part | undefined => fabric.parts[signedAt(fabric.devices.part, device)];
  const positions = new Map(
    stacks.flatMap((stack): (readonly [Stack, Position])[] => {
      const all = stack.devices.map((device) => positionOf(partOf(device)));
      const known = all.filter((each) => each !== undefined);
      return known.length < all.length || all.length === 0 ? [] : [[stack, middleOf(known)]];
    }),
  );
  if (positions.size < 2) return { places: new Map(), notes: [] };
  const all = [...positions.values()];
  // A map that begins at the widest gap between its sites is the narrowest one, whatever meridian they are at.
  const first = eastOfWidestGap(all.map(({ longitude }) => longitude));
  const east = ({ longitude }: Position): number => (longitude - first + 720) % 360;
  const latitudes = all.map(({ latitude }) => latitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  // Equirectangular: true to scale along the parallel in the middle.
  const shrink = Math.cos((middle * Math.PI) / 180);
  const places = new Map(
    [...positions].map(([stack, at]): [Stack, MapPlace] => [stack, { x: east(at) * shrink, y: -at.latitude }]),
  );
  const without = stacks.length - positions.size;
  const note = 'Sites are where they are on a map, by `latitude` and `longitude`.';
  return { places, notes: [without === 0 ? note : `${note} ${without} of ${stacks.length} boxes don't give them.`] };
}

/** Undefined where one of the two is missing, or is on no map. */
function positionOf(part: Part | undefined): Position | undefined {
  if (part === undefined || !(isPart(part, 'switch') || isPart(part, 'host'))) return undefined;
  const latitude = part.values.latitude?.value ?? Number.NaN;
  const longitude = part.values.longitude?.value ?? Number.NaN;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

function middleOf(positions: readonly Position[]): Position {
  const mean = (of: keyof Position): number => positions.reduce((sum, each) => sum + each[of], 0) / positions.length;
  return { latitude: mean('latitude'), longitude: mean('longitude') };
}

/** The longitude at the eastern end of the widest gap around the globe. */
function eastOfWidestGap(longitudes: readonly number[]): number {
  const sorted = [...longitudes].sort((a, b) => a - b);
  const [first = 0] = sorted;
  let [best, widest] = [first, first + 360 - (sorted.at(-1) ?? 0)];
  for (const [i, longitude] of sorted.slice(1).entries()) {
    const gap = longitude - (sorted[i] ?? 0);
    if (gap > widest) [best, widest] = [longitude, gap];
  }
  return best;
}
