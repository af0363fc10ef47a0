// More flow, or a supply that devices take: what would cure findings about coolant and air.
import type { Facts } from '../../answers/index.ts';
import { type DesignChange, type Remedy, setting } from '../../findings/index.ts';
import {
  type Block,
  blockOfRack,
  branchOfRack,
  type Fabric,
  type Given,
  type Loop,
  loopOfRack,
  partOfRack,
  realAt,
} from '../../model/index.ts';
import { atLeastText, atMostText, exceeds, same } from '../../units/index.ts';

/** Loops that are offered to a rack without one. */
const maxLoops = 3;

/** Racks that share the flow of a loop don't share it exactly: a little more of it is asked for. */
const reserve = 1.02;

/** More flow through a loop: as much as a value in m³/s. */
export function loopFlowOf({ values: { flow } }: Loop, needed: number): Remedy[] {
  return flow === undefined || !Number.isFinite(needed)
    ? []
    : [setting(flow.origin, 'flow', atLeastText(needed, 'volume flow', flow.unit))];
}

/**
 * More flow through a rack and those of its array, and through its loop where that carries less than all racks on it take together.
 * @param needed of one rack, in m³/s
 */
export function rackFlowOf({ fabric }: Facts, rack: number, needed: number): Remedy[] {
  const block = blockOfRack(fabric, rack);
  const loop = loopOfRack(fabric, rack);
  const own = realAt(fabric.racks.flow, rack);
  if (loop === undefined || branchOfRack(fabric, rack) !== undefined || !Number.isFinite(needed)) return [];
  const all = racksOn(fabric, loop.index);
  // A rack without a flow of its own takes its share of that of the loop.
  if (Number.isNaN(own)) return loopFlowOf(loop, needed * all.length);
  const others = all.filter((each) => blockOfRack(fabric, each) !== block);
  const taken = others.reduce((sum, each) => sum + (realAt(fabric.racks.flow, each) || 0), 0) + block.count * needed;
  const isShort = exceeds(taken, loop.values.flow?.value ?? Number.NaN);
  const changes: DesignChange[] = [
    ...setting(block.origin, 'flow', atLeastText(needed, 'volume flow', 'L/min')).changes,
    ...(isShort ? (loopFlowOf(loop, taken * reserve)[0]?.changes ?? []) : []),
  ];
  return [{ changes }];
}

/** As much flow through a rack as makes its coolant leave at most at a limit, in K. */
export function cooler(facts: Facts, rack: number, outlet: number, limit: number): Remedy[] {
  const { fabric, cooling } = facts;
  const loop = loopOfRack(fabric, rack);
  if (loop === undefined) return [];
  const inlet = cooling.branches.rackInlet(rack, loop).value;
  const flow = cooling.branches.rackFlow(rack).value;
  return rackFlowOf(facts, rack, flow * flowFactor(inlet, outlet, limit));
}

/**
 * How many times the flow must be for coolant to leave at most at a limit: with the same heat, the rise falls as the flow grows.
 * `NaN` where it enters at the limit already. Temperatures in K or °C.
 */
export function flowFactor(inlet: number, outlet: number, limit: number): number {
  return limit > inlet ? (outlet - inlet) / (limit - inlet) : Number.NaN;
}

/** More air through the racks of a type. @param factor how many times as much */
export function moreAir({ fabric }: Facts, rack: number, factor: number): Remedy[] {
  const airflow = partOfRack(fabric, rack)?.values.airflow;
  return airflow === undefined || !Number.isFinite(factor)
    ? []
    : [setting(airflow.origin, 'airflow', atLeastText(airflow.value * factor, 'volume flow', airflow.unit ?? 'CFM'))];
}

/** A loop for racks that have none: each of the design, where there are few. */
export function onLoop({ loops }: Fabric, block: Block): Remedy[] {
  return loops.length > maxLoops
    ? []
    : loops.map(({ name }) => ({
        title: `Add \`cooled by ${name}\``,
        ...setting(block.origin, 'cooled', `by ${name}`),
      }));
}

/** A value of a property within a window of temperatures, as near as it can be. */
export function withinWindow(given: Given<number>, property: string, from: number, to: number): Remedy[] {
  const isCold = exceeds(from, given.value);
  return [setting(given.origin, property, isCold ? atLeastText(from, 'temperature') : atMostText(to, 'temperature'))];
}

/** A supply temperature within a window, where it is what enters a rack. */
export function supplyWithin(
  fabric: Fabric,
  rack: number,
  inlet: number,
  window: { from: number; to: number },
): Remedy[] {
  const supply = loopOfRack(fabric, rack)?.values.supply;
  return supply !== undefined && same(supply.value, inlet)
    ? withinWindow(supply, 'supply', window.from, window.to)
    : [];
}

/** A pressure that is lower by an amount in Pa. */
export function lowerPressure(given: Given<number>, by: number): Remedy[] {
  return given.value > by
    ? [setting(given.origin, 'static-pressure', atMostText(given.value - by, 'pressure', given.unit ?? 'kPa'))]
    : [];
}

function racksOn({ racks }: Fabric, loop: number): number[] {
  const found: number[] = [];
  for (let rack = 0; rack < racks.count; rack++) if (racks.loop[rack] === loop) found.push(rack);
  return found;
}
