// Racks that are equal: same type, same services, same things in them.
import { type Block, eiaRackUnit, type Facts, openRackUnit, type Part, partOfRack } from '@lightloom/core';
import { grouped } from '../../graph/index.ts';
import { indicesOf, ranges, span } from '../text/phrases.ts';

/** Equal devices in a rack, from one array. */
export interface Filling {
  /** Path of the array without indices: `backend.su.leaf`. */
  readonly array: string;
  readonly block: Block;
  /** Device class. */
  readonly index: number;
  /** In one rack. */
  readonly count: number;
}

/** Equal racks. */
export interface RackClass {
  readonly id: string;
  readonly label: string;
  readonly racks: readonly number[];
  readonly block: Block;
  readonly part: Part<'rack'> | undefined;
  /** Rows they stand in; empty when that is not said. */
  readonly rows: readonly number[];
  readonly fillings: readonly Filling[];
  readonly unit: { readonly name: 'OU' | 'RU'; readonly size: number };
}

/** More drawings than this are folded: racks of different arrays then share one. */
const mostDrawn = 12;

/** Sorts racks, those of one array together; more than a dozen sorts are joined across arrays. */
export function rackClasses(facts: Facts, only: ReadonlySet<number> | undefined): readonly RackClass[] {
  const { fabric } = facts;
  const fillings = fillingsOf(facts);
  const racks = Array.from({ length: fabric.racks.count }, (_, rack) => rack).filter((rack) => only?.has(rack) ?? true);
  const sort = (acrossBlocks: boolean) =>
    grouped(racks, (rack) => {
      const block = fabric.blocks[fabric.racks.block[rack] as number] as Block;
      const inside = (fillings[rack] as readonly Filling[]).map(
        ({ array, index, count }) => `${array}:${index}:${count}`,
      );
      const { loop, feeds, flow } = fabric.racks;
      const place = acrossBlocks ? '' : block.index;
      return [
        place,
        fabric.racks.part[rack],
        loop[rack],
        inBranch(fabric, rack),
        feeds[rack],
        flow[rack],
        ...inside,
      ].join(' ');
    });
  const byBlock = sort(false);
  const byKind = byBlock.size > mostDrawn ? sort(true) : byBlock;
  return [...byKind.values()].map((racks) => classOf(facts, racks, fillings[racks[0] as number] as readonly Filling[]));
}

/** Racks in series warm each other: no two of them are equal. */
function inBranch({ racks, branches }: Facts['fabric'], rack: number): string {
  const branch = racks.branch[rack] as number;
  const series = branches[branch]?.order === 'series';
  return series ? `${branch}/${branches[branch]?.racks.indexOf(rack)}` : String(branch);
}

function classOf({ fabric }: Facts, racks: readonly number[], fillings: readonly Filling[]): RackClass {
  const blocks = [...new Set(racks.map((rack) => fabric.blocks[fabric.racks.block[rack] as number] as Block))];
  const [block] = blocks as [Block];
  const names = blocks.map((each) => {
    const own = racks.filter((rack) => fabric.blocks[fabric.racks.block[rack] as number] === each);
    return (
      each.path +
      (each.axes.length === 0
        ? ''
        : indicesOf(
            each,
            own.map((rack) => rack - each.first),
          ))
    );
  });
  const part = partOfRack(fabric, racks[0] as number);
  const whole = blocks.length === 1 && racks.length === block.count;
  return {
    id: whole ? block.path : names.length > 1 ? `${names[0]}..${names.at(-1)}` : (names[0] as string),
    label: span(names),
    racks,
    block,
    part,
    rows: [...new Set(racks.map((rack) => fabric.racks.row[rack] as number))]
      .filter((row) => row > 0)
      .sort((a, b) => a - b),
    fillings,
    unit: part?.values.height?.unit === 'RU' ? { name: 'RU', size: eiaRackUnit } : { name: 'OU', size: openRackUnit },
  };
}

/** What stands in each rack, in the order of the devices. */
function fillingsOf(facts: Facts): readonly (readonly Filling[])[] {
  return facts.once('diagram rack fillings', () => {
    const { fabric, devices } = facts;
    const numbers = new Map<string, number>();
    const arrays = fabric.blocks.map((block) => {
      const array = arrayOf(block);
      const number = numbers.get(array) ?? numbers.size;
      numbers.set(array, number);
      return { array, number };
    });
    const all: Map<number, Filling & { count: number }>[] = Array.from({ length: fabric.racks.count }, () => new Map());
    for (let device = 0; device < fabric.devices.count; device++) {
      const inside = all[fabric.devices.rack[device] as number];
      if (inside === undefined) continue;
      const block = fabric.devices.block[device] as number;
      const { array, number } = arrays[block] as { array: string; number: number };
      const index = devices.of[device] as number;
      const key = number * devices.classes.length + index;
      const found = inside.get(key);
      if (found === undefined) inside.set(key, { array, block: fabric.blocks[block] as Block, index, count: 1 });
      else found.count++;
    }
    return all.map((each) => [...each.values()]);
  });
}

/** Path of an array over all instances of its groups. */
function arrayOf(block: Block): string {
  const names = [block.name];
  for (let group = block.group; group !== undefined; group = group.parent) {
    const outer = group.parent?.path;
    names.unshift(outer === undefined ? group.array : group.array.slice(outer.length + 1));
  }
  return names.join('.');
}

/** `row 1`, `rows 2–5` */
export function rowsText(rows: readonly number[]): string | undefined {
  if (rows.length === 0) return undefined;
  return rows.length === 1 ? `row ${rows[0]}` : `rows ${ranges(rows).replaceAll('..', '–')}`;
}
