// Colors of devices: equal for those that nothing around them tells apart. A device starts with the color of its type, or with one of
// its own once it is paired; round after round, it takes in the colors of what it is joined to (color refinement).
import { deviceOfPort, signedAt, unsignedAt } from '../../model/index.ts';
import { eachJoin, type Joins, placeOfPort } from './joins.ts';

/** What tells devices apart besides their type and their neighbors. */
export interface Look {
  /** Which port is joined to which. */
  readonly ports: boolean;
  /** The rack they are in. */
  readonly rack: boolean;
}

/** One design of two, while its devices are paired. */
export interface ColoredSide {
  readonly joins: Joins;
  /** By device, the number of its type, equal in both designs. */
  readonly types: Int32Array;
  /** By device, the number of its rack, equal in both designs; -1 where it is in none that has a pair. */
  readonly racks: Int32Array;
  /** By device, the number of the pair it belongs to, equal in both designs, or -1. */
  pairOf(device: number): number;
}

/** More rounds than any difference takes to spread through a network that people build. */
const maxRounds = 64;

/** The colors of the devices of both designs that have no pair: a number each; 0 for those that have one. */
export function colorsOf(
  [a, b]: readonly [ColoredSide, ColoredSide],
  look: Look,
): readonly [Float64Array, Float64Array] {
  let lanes = [startOf(a, look), startOf(b, look)] as const;
  let shades = shadesIn(a, lanes[0], shadesIn(b, lanes[1], new Set())).size;
  for (let round = 0; round < maxRounds; round++) {
    lanes = [nextOf(a, lanes[0], look), nextOf(b, lanes[1], look)];
    const now = shadesIn(a, lanes[0], shadesIn(b, lanes[1], new Set())).size;
    if (now === shades && round > 0) break;
    shades = now;
  }
  return [colorColumn(a, lanes[0]), colorColumn(b, lanes[1])];
}

/** Two halves of a color. */
interface Lanes {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

function startOf({ types, racks, pairOf }: ColoredSide, { rack }: Look): Lanes {
  const low = new Uint32Array(types.length);
  const high = new Uint32Array(types.length);
  for (let device = 0; device < types.length; device++) {
    const known = pairOf(device);
    const own = known >= 0 ? mixed(known + 0x40000000) : mixed(signedAt(types, device) + 2);
    low[device] = rack && known < 0 ? mixed(own + signedAt(racks, device) + 2) : own;
    high[device] = mixed(unsignedAt(low, device) ^ 0x5bd1e995);
  }
  return { low, high };
}

function nextOf(side: ColoredSide, { low, high }: Lanes, { ports }: Look): Lanes {
  const { fabric } = side.joins;
  const next = { low: low.slice(), high: high.slice() };
  let [sumLow, sumHigh] = [0, 0];
  const join = (own: number, far: number): void => {
    const device = deviceOfPort(fabric, far);
    const places = ports
      ? Math.imul(placeOfPort(fabric, own), 0x9e3779b1) + Math.imul(placeOfPort(fabric, far), 0x2545f491)
      : 0;
    const taken = mixed(unsignedAt(low, device) + places);
    sumLow = (sumLow + taken) | 0;
    sumHigh = (sumHigh + mixed(unsignedAt(high, device) ^ Math.imul(taken, 0x2c1b3c6d))) | 0;
  };
  for (let device = 0; device < low.length; device++) {
    if (side.pairOf(device) >= 0) continue;
    sumLow = 0;
    sumHigh = 0;
    eachJoin(side.joins, device, join);
    next.low[device] = mixed(Math.imul(unsignedAt(low, device), 31) + sumLow);
    next.high[device] = mixed(Math.imul(unsignedAt(high, device), 17) ^ sumHigh);
  }
  return next;
}

function colorAt({ low, high }: Lanes, device: number): number {
  return (unsignedAt(high, device) % 2 ** 20) * 2 ** 32 + unsignedAt(low, device) + 1;
}

function shadesIn({ pairOf, types }: ColoredSide, lanes: Lanes, shades: Set<number>): Set<number> {
  for (let device = 0; device < types.length; device++) if (pairOf(device) < 0) shades.add(colorAt(lanes, device));
  return shades;
}

function colorColumn({ pairOf, types }: ColoredSide, lanes: Lanes): Float64Array {
  return Float64Array.from(types, (_, device) => (pairOf(device) < 0 ? colorAt(lanes, device) : 0));
}

function mixed(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
