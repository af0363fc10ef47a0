// Where what stands apart belongs: racks with room for devices that are in none, racks for a feed that supplies nothing.
import type { Facts } from '../../answers/index.ts';
import { type Remedy, setting } from '../../findings/index.ts';
import { type Block, type Fabric, type Feed, feedsOfRack, isPart, type Part } from '../../model/index.ts';

/** Arrays of racks that are offered. */
const maxRacks = 3;

/** Racks with room for all devices of an array, where none of them is placed. @param apart those that aren't */
export function placed({ fabric, placement }: Facts, block: Block, apart: readonly number[]): Remedy[] {
  const height = heightOf(block.part);
  const last = fabric.placements.at(-1);
  // One instance of a template would be placed, and its equals not.
  const isInTemplate = block.path.includes('[');
  if (apart.length < block.count || isInTemplate || height === undefined || last === undefined) return [];
  const hasRoom = ({ first, count }: Block): boolean => {
    const added = Math.ceil(block.count / count) * height;
    return racksFrom(first, count).every(
      (rack) => placement.used(rack).value + added <= placement.height(rack).value * (1 + slack),
    );
  };
  const racks = fabric.blocks.filter((each) => each.kind === 'rack' && each.group === undefined && hasRoom(each));
  return racks.slice(0, maxRacks).map((rack) => ({
    changes: [{ kind: 'add', at: last.origin, text: `place ${allOf(block)} in ${allOf(rack)}`, isAtTop: true }],
  }));
}

/** Heights that add up to the height of a rack fill it. */
const slack = 1e-9;

/** A feed for the racks that have another one, where they are of one array. */
export function fedToo(fabric: Fabric, feed: Feed): Remedy[] {
  const fed = fabric.blocks.filter(
    (each) => each.kind === 'rack' && each.count > 0 && feedsOfRack(fabric, each.first).ids.length > 0,
  );
  const [only, ...more] = fed;
  if (only === undefined || more.length > 0) return [];
  const { ids, redundancy } = feedsOfRack(fabric, only.first);
  // With one more feed, another redundancy may be meant.
  if (redundancy !== undefined) return [];
  const names = [...ids].flatMap((id) => fabric.feeds[id]?.name ?? []);
  return [
    {
      title: `Feed ${only.path} from ${feed.name} too`,
      ...setting(only.origin, 'fed', `by ${[...names, feed.name].join(', ')}`),
    },
  ];
}

/** Height of a switch or host type, in m; undefined where it isn't given. */
function heightOf(part: Part | undefined): number | undefined {
  return part !== undefined && (isPart(part, 'switch') || isPart(part, 'host')) ? part.values.height?.value : undefined;
}

function racksFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}

/** `box[*]`, `box` */
function allOf({ path, axes }: Block): string {
  return `${path}${axes.map(() => '[*]').join('')}`;
}
