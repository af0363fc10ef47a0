// Racks that are equal: same type, same services, same devices in them.
import {
  type Block,
  blockOfRack,
  eiaRackUnit,
  type Fabric,
  type Facts,
  numberAt,
  openRackUnit,
  type Part,
  partOfRack,
  rowOfRack,
  signedAt,
  usualOpening,
} from '@lightloom/core';
import { grouped } from '../../graph/index.ts';
import { arrayName, mergedNames, ranges } from '../text/names.ts';
import { type Filling, fillingsOf } from './fillings.ts';

/** Equal racks. */
export interface RackClass {
  readonly id: string;
  readonly label: string;
  readonly racks: readonly number[];
  readonly block: Block;
  readonly part: Part<'rack'> | undefined;
  /** Rows they are in; empty when rows are not given. */
  readonly rows: readonly number[];
  readonly fillings: readonly Filling[];
  readonly unit: { readonly name: 'OU' | 'RU'; readonly size: number };
  /** Opening between the rails in m; that of a rack with such units where the type gives none. */
  readonly width: number;
}

const rackUnits = { RU: { name: 'RU', size: eiaRackUnit }, OU: { name: 'OU', size: openRackUnit } } as const;

/** With more classes than this, racks of different arrays that are alike share one, where their coolant is drawn. */
const maxByArray = 12;

/**
 * Sorts racks into classes.
 * @param only racks that count; all when undefined
 * @param loops `apart` where coolant is drawn: then equal racks are on one loop and branch, and of one array while there are few classes.
 *   Otherwise racks are equal that look the same, those of units with a loop each too
 */
export function rackClasses(
  facts: Facts,
  only: ReadonlySet<number> | undefined,
  loops: 'apart' | 'alike' = 'apart',
): readonly RackClass[] {
  const { fabric } = facts;
  const fillings = fillingsOf(facts);
  const racks = Array.from({ length: fabric.racks.count }, (_, rack) => rack).filter((rack) => only?.has(rack) ?? true);
  const contents = (rack: number): string => contentsKey(fabric, rack, fillings[rack] as readonly Filling[], loops);
  const byArray = grouped(racks, (rack) => `${fabric.racks.block[rack]} ${contents(rack)}`);
  const classes = loops === 'alike' || byArray.size > maxByArray ? grouped(racks, contents) : byArray;
  return [...classes.values()].map((list) => classOf(fabric, list, fillings[numberAt(list, 0)] as readonly Filling[]));
}

/** Text that is the same for racks with the same type, services and devices. */
function contentsKey(fabric: Fabric, rack: number, fillings: readonly Filling[], loops: 'apart' | 'alike'): string {
  const { part, loop, feeds, flow } = fabric.racks;
  const inside = fillings.map(({ array, index, count }) => `${array}:${index}:${count}`);
  const coolant =
    loops === 'apart'
      ? [loop[rack], branchKey(fabric, rack), flow[rack]]
      : [withoutIndices(fabric.loops[signedAt(loop, rack)])];
  return [part[rack], ...coolant, feeds[rack], ...inside].join(' ');
}

/** `unit.water` for the loop of each unit. */
function withoutIndices(named: { readonly name: string } | undefined): string {
  return named?.name.replaceAll(/\[\d+\]/g, '') ?? '';
}

/** Racks in series warm each other: no two of them are equal. */
function branchKey({ racks, branches }: Fabric, rack: number): string {
  const branch = signedAt(racks.branch, rack);
  const series = branches[branch]?.order === 'series';
  return series ? `${branch}/${branches[branch]?.racks.indexOf(rack)}` : String(branch);
}

function classOf(fabric: Fabric, racks: readonly number[], fillings: readonly Filling[]): RackClass {
  const byBlock = grouped(racks, (rack) => blockOfRack(fabric, rack));
  const [block] = [...byBlock.keys()] as [Block];
  const names = [...byBlock].map(([each, own]) => arrayName(each, own));
  const part = partOfRack(fabric, numberAt(racks, 0));
  const unit = part?.values.height?.unit === 'RU' ? rackUnits.RU : rackUnits.OU;
  const whole = byBlock.size === 1 && racks.length === block.count;
  return {
    id: whole ? block.path : names.length > 1 ? `${names[0]}..${names.at(-1)}` : (names[0] as string),
    label: mergedNames(names),
    racks,
    block,
    part,
    rows: [...new Set(racks.map((rack) => rowOfRack(fabric, rack)))].filter((row) => row > 0).sort((a, b) => a - b),
    fillings,
    unit,
    width: part?.values.opening?.value ?? usualOpening(unit.name).value,
  };
}

/** `row 1`, `rows 2–5` */
export function rowsText(rows: readonly number[]): string | undefined {
  if (rows.length === 0) return undefined;
  return rows.length === 1 ? `row ${rows[0]}` : `rows ${ranges(rows).replaceAll('..', '–')}`;
}
