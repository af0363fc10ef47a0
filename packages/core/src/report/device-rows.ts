// Switches and hosts, one row per device class: same part, same modules in the same cages.

import type { Facts } from '../answers/index.ts';
import {
  cageBandwidth,
  cageLanes,
  type DeviceClass,
  heightOf,
  lacksSupplies,
  type ModuleCount,
  panelBandwidth,
  switchCapacity,
  switchDensity,
} from '../facts/index.ts';
import { unknown } from '../figures/derivation.ts';
import type { Derivation } from '../figures/index.ts';
import {
  type Block,
  type Group,
  isPart,
  missingIn,
  type Part,
  printAxes,
  printSome,
  unsignedAt,
} from '../model/index.ts';
import { kindOf } from './totals.ts';

export interface DeviceRow {
  readonly kind: 'switch' | 'host';
  /** Undefined if the type could not be resolved. */
  readonly part: Part<'switch'> | Part<'host'> | undefined;
  /** The arrays of these devices, with their indices: `backend.su[*].leaf[1..8]`. */
  readonly where: readonly string[];
  readonly count: number;
  readonly modules: readonly ModuleCount[];
  /** Cages without a module. */
  readonly empty: number;
  /** With modules, in W. */
  readonly power: Derivation;
  /** The power of the supplies with their redundancy lost, in W; undefined without supplies. */
  readonly supplies: Derivation | undefined;
  /** In W. */
  readonly liquidHeat: Derivation;
  /** In W. */
  readonly airHeat: Derivation;
  /** In m. */
  readonly height: Derivation;
  /** All cages at the rate of their lanes, in bit/s. */
  readonly cages: Derivation;
  /** For switches only. */
  readonly panel:
    | {
        /** Lanes of all cages. */
        readonly lanes: Derivation;
        /** In bit/s. */
        readonly capacity: Derivation;
        /** The smaller of cages and chip, in bit/s. */
        readonly bandwidth: Derivation;
        /** In bit/s/m. */
        readonly density: Derivation;
      }
    | undefined;
}

/** Switches first, then hosts. */
export function deviceRows(facts: Facts): DeviceRow[] {
  const places = placesByClass(facts);
  const rows = facts.devices.classes.map((each) => deviceRow(facts, each, places[each.index] ?? new Set()));
  return [...rows.filter(({ kind }) => kind === 'switch'), ...rows.filter(({ kind }) => kind === 'host')];
}

function deviceRow(facts: Facts, each: DeviceClass, where: ReadonlySet<string>): DeviceRow {
  const { part, index } = each;
  const missing = (label: string, dimension: Derivation['dimension']): Derivation =>
    unknown(label, dimension, 'the type is unknown');
  return {
    kind: kindOf(facts, each),
    part,
    where: [...where],
    count: each.count,
    modules: each.modules,
    empty: each.empty,
    power: facts.power.device[index] ?? missing('power', 'power'),
    supplies:
      facts.power.supplies[index] ??
      (part !== undefined && lacksSupplies(part)
        ? unknown('supply capacity', 'power', missingIn(part, 'supplies'))
        : undefined),
    liquidHeat: facts.heat.liquid[index] ?? missing('heat to liquid', 'power'),
    airHeat: facts.heat.air[index] ?? missing('heat to air', 'power'),
    height: part === undefined ? missing('height', 'length') : heightOf(part),
    cages: part === undefined ? missing('cages', 'bit rate') : cageBandwidth(part),
    panel:
      part === undefined || !isPart(part, 'switch')
        ? undefined
        : {
            lanes: cageLanes(part),
            capacity: switchCapacity(part),
            bandwidth: panelBandwidth(part),
            density: switchDensity(part),
          },
  };
}

/** The arrays of the devices of each class. */
function placesByClass({ fabric, devices }: Facts): Set<string>[] {
  const places = devices.classes.map(() => new Set<string>());
  for (const block of fabric.blocks) {
    if (block.kind !== 'switch' && block.kind !== 'host') continue;
    const byClass = new Map<number, number[]>();
    for (let position = 0; position < block.count; position++) {
      const index = unsignedAt(devices.of, block.first + position);
      const known = byClass.get(index);
      if (known === undefined) byClass.set(index, [position]);
      else known.push(position);
    }
    for (const [index, positions] of byClass) places[index]?.add(whereOf(block, positions));
  }
  return places;
}

/** An array, or the part of it that some positions cover. */
function whereOf(block: Block, positions: readonly number[]): string {
  const name =
    block.name + (positions.length === block.count ? printAxes(block.axes) : printSome(block.axes, positions));
  return block.group === undefined ? name : `${openPath(block.group)}.${name}`;
}

/** The path of a group, with the indices of template arrays open. */
function openPath({ name, parent }: Group): string {
  const open = name.replace(/\[.*\]$/, '[*]');
  return parent === undefined ? open : `${openPath(parent)}.${open}`;
}
