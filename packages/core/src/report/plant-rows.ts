// Racks, coolant loops, branches and feeds.

import type { Facts } from '../answers/index.ts';
import { deliverable, feedCapacity, rackPowerLimit, suppliersOf, warmestFacility } from '../facts/index.ts';
import { stated } from '../figures/derivation.ts';
import type { Derivation } from '../figures/index.ts';
import {
  type Branch,
  type Feed,
  feedsOfFeed,
  feedsOfRack,
  type Loop,
  loopOfRack,
  missingOf,
  type Part,
  partOfRack,
  rackName,
} from '../model/index.ts';

/** Racks of one type with the same figures. */
export interface RackRow {
  /** The id of the first of them. */
  readonly first: number;
  readonly racks: readonly string[];
  readonly part: Part<'rack'> | undefined;
  readonly loop: Loop | undefined;
  readonly feeds: readonly Feed[];
  /** Devices in one rack. */
  readonly devices: number;
  /** Of one rack, in W. */
  readonly power: Derivation;
  /** The power that a rack delivers, in W. */
  readonly powerLimit: Derivation;
  /** In m. */
  readonly heightUsed: Derivation;
  readonly height: Derivation;
  /** Of one rack, in W. */
  readonly liquidHeat: Derivation;
  readonly airHeat: Derivation;
  /** Temperature of the coolant that leaves a rack, in °C. */
  readonly returnTemperature: Derivation;
}

export interface LoopRow {
  readonly loop: Loop;
  /** Racks on it, directly or through others. */
  readonly racks: number;
  /** In W. */
  readonly heat: Derivation;
  /** In m³/s. */
  readonly flow: Derivation;
  /** In °C. */
  readonly supply: Derivation;
  /** In K. */
  readonly rise: Derivation;
  /** In °C. */
  readonly returnTemperature: Derivation;
  readonly returnLimit: Derivation;
  /** The heat it carries at its return limit, in W. */
  readonly capacity: Derivation;
  /** The unused share of the capacity. */
  readonly headroom: Derivation;
  /** On the worst path, in Pa. */
  readonly pressureDrop: Derivation;
  /** With the redundancy lost; undefined without CDUs. */
  readonly cdus: LoopCdus | undefined;
}

/** The CDUs of a loop that remain when the redundancy is lost. */
interface LoopCdus extends NonNullable<ReturnType<Facts['cooling']['cdus']>> {
  /** The highest facility water temperature allowed, in °C. */
  readonly facilityWater: Derivation;
  /** The head, and what remains of it on the worst path, in Pa. */
  readonly head: Derivation;
  readonly headMargin: Derivation;
}

export interface BranchRow {
  readonly branch: Branch;
  /** In W. */
  readonly heat: Derivation;
  /** In m³/s. */
  readonly flow: Derivation;
  /** In °C. */
  readonly inlet: Derivation;
  /** In K. */
  readonly rise: Derivation;
  /** In °C. */
  readonly outlet: Derivation;
  /** In Pa. */
  readonly pressureDrop: Derivation;
}

export interface FeedRow {
  readonly feed: Feed;
  /** What supplies it. */
  readonly fedBy: readonly Feed[];
  /** Racks on it. */
  readonly racks: number;
  /** Without a failure, in W. */
  readonly share: Derivation;
  /** With the other feeds lost, or as many as may fail, in W. */
  readonly load: Derivation;
  readonly capacity: Derivation;
}

/** Racks in rows: one for those of an array with the same contents, loop and feeds. */
export function rackRows(facts: Facts): RackRow[] {
  const { fabric } = facts;
  const rows = new Map<string, RackRow & { readonly racks: string[] }>();
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    const row = rackRow(facts, rack);
    const { block, loop, feeds } = fabric.racks;
    const figures = [row.power, row.heightUsed, row.liquidHeat, row.airHeat, row.returnTemperature];
    const key = [
      block[rack],
      fabric.racks.part[rack],
      loop[rack],
      feeds[rack],
      row.devices,
      ...figures.map(({ value, known }) => `${value} ${known}`),
    ].join();
    const same = rows.get(key);
    if (same === undefined) rows.set(key, row);
    else same.racks.push(rackName(fabric, rack));
  }
  return [...rows.values()];
}

function rackRow(facts: Facts, rack: number): RackRow & { readonly racks: string[] } {
  const { fabric, power, placement, cooling } = facts;
  const feeds = feedsOfRack(fabric, rack).ids;
  return {
    first: rack,
    racks: [rackName(fabric, rack)],
    part: partOfRack(fabric, rack),
    loop: loopOfRack(fabric, rack),
    feeds: [...feeds].flatMap((id) => fabric.feeds[id] ?? []),
    devices: placement.devices(rack),
    power: power.rack(rack),
    powerLimit: deliverable(fabric, rack, rackPowerLimit(fabric, rack)),
    heightUsed: placement.used(rack),
    height: placement.height(rack),
    liquidHeat: cooling.rackHeat(rack),
    airHeat: cooling.rackAirHeat(rack),
    returnTemperature: cooling.rackReturn(rack),
  };
}

export function loopRows({ fabric, cooling, pressure }: Facts): LoopRow[] {
  return fabric.loops.map((loop) => {
    const { values } = loop;
    const [cdus, head] = [cooling.cdus(loop), pressure.head(loop)];
    return {
      loop,
      racks: fabric.racks.loop.reduce((all, each) => all + (each === loop.index ? 1 : 0), 0),
      heat: cooling.heat(loop),
      flow: cooling.flow(loop),
      supply: stated('supply', 'temperature', values.supply, missingOf('loop', loop, 'supply')),
      rise: cooling.rise(loop),
      returnTemperature: cooling.returnTemperature(loop),
      returnLimit: stated('return limit', 'temperature', values.return, missingOf('loop', loop, 'return')),
      capacity: cooling.capacity(loop),
      headroom: cooling.headroom(loop),
      pressureDrop: pressure.loop(loop),
      cdus:
        cdus === undefined || head === undefined
          ? undefined
          : { ...cdus, head, headMargin: pressure.headMargin(loop), facilityWater: warmestFacility(fabric, loop) },
    };
  });
}

export function branchRows({ fabric, cooling: { branches }, pressure }: Facts): BranchRow[] {
  return fabric.branches.map((branch) => ({
    branch,
    heat: branches.heat(branch),
    flow: branches.flow(branch),
    inlet: branches.inlet(branch),
    rise: branches.rise(branch),
    outlet: branches.outlet(branch),
    pressureDrop: pressure.branch(branch),
  }));
}

export function feedRows({ fabric, power }: Facts): FeedRow[] {
  const suppliers = fabric.feedSets.map((set) => suppliersOf(fabric, set));
  return fabric.feeds.map((feed) => {
    return {
      feed,
      fedBy: [...feedsOfFeed(fabric, feed).ids].flatMap((id) => fabric.feeds[id] ?? []),
      racks: fabric.racks.feeds.reduce((all, set) => all + (suppliers[set]?.has(feed.index) ? 1 : 0), 0),
      share: power.feedShare(feed.index),
      load: power.feed(feed.index),
      capacity: feedCapacity(feed),
    };
  });
}
