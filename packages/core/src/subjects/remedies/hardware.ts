// More of what carries a load, or fewer of what takes room: racks, CDUs, supplies, couplings, cages.
import type { Facts } from '../../answers/index.ts';
import type { CdusLeft, LaserPower } from '../../facts/index.ts';
import { type Remedy, resizing, setting } from '../../findings/index.ts';
import {
  type Block,
  blockOfRack,
  type Counted,
  type Fabric,
  type Given,
  itemAt,
  type Loop,
  type Part,
  type PortGroup,
  rackOfDevice,
  type Supplies,
  unsignedAt,
} from '../../model/index.ts';
import { atLeastText, atMostText, type Dimension, exceeds, printQuantity } from '../../units/index.ts';
import { type Fit, fitsOf } from '../fits.ts';

/** How many times an array may grow by a remedy: beyond that, something else is wrong. */
export const maxGrowth = 4;

/** A count just above a whole number is that number: it went through arithmetic. */
const slack = 1e-9;

/** As many racks as keep each of them within a limit, where the devices are spread over all of an array. */
export function moreRacks({ fabric }: Facts, rack: number, value: number, limit: number): Remedy[] {
  const block = blockOfRack(fabric, rack);
  const count = Math.ceil((block.count * value) / limit - slack);
  return count > block.count && count <= block.count * maxGrowth ? grown(block, count) : [];
}

/**
 * As many CDUs on a loop as carry a load with the redundancy lost.
 * @param factor how many times the load is what those that remain carry
 */
export function moreCdus(
  { cdus, blocks }: Fabric,
  { values: { from } }: Loop,
  { all, left }: CdusLeft,
  factor: number,
) {
  const [first] = from?.value.selection.ids ?? [];
  if (first === undefined || !Number.isFinite(factor)) return [];
  const block = itemAt(blocks, unsignedAt(cdus.block, first));
  const needed = Math.ceil(Math.max(1, left) * factor - slack);
  const redundancy = from?.value.redundancy;
  const isMirrored = redundancy !== undefined && 'mirrored' in redundancy;
  const count = isMirrored ? 2 * needed : needed + (all - left);
  return block.count === all && count > all ? grown(block, count) : [];
}

/** As many supplies as carry a load, in W, with the redundancy lost. */
export function moreSupplies(given: Given<Supplies> | undefined, load: number): Remedy[] {
  if (given === undefined || !Number.isFinite(load)) return [];
  const { each, redundancy } = given.value;
  const needed = Math.ceil(load / each - slack);
  if (!Number.isFinite(needed)) return [];
  const isMirrored = redundancy !== undefined && 'mirrored' in redundancy;
  const spare = redundancy === undefined || isMirrored ? 0 : (redundancy as { readonly spare: number }).spare;
  const kept = isMirrored ? ', n+n' : spare === 0 ? '' : `, n+${spare}`;
  const count = isMirrored ? 2 * needed : needed + spare;
  const rating = printQuantity(each, 'power').replace(/,/g, '');
  return [setting(given.origin, 'supplies', `${count} x ${rating}${kept}`)];
}

/** As many pairs of couplings in parallel as carry a flow. @param factor how many times the flow is what each of them is to carry */
export function moreCouplings(
  given: Given<readonly Counted<'coupling'>[]>,
  { count, part }: Counted<'coupling'>,
  factor: number,
): Remedy[] {
  return given.value.length === 1 && Number.isFinite(factor)
    ? [
        setting(
          given.origin,
          'couplings',
          `${2 * Math.ceil(Math.max(1, Math.floor(count / 2)) * factor - slack)} x ${part.name}`,
        ),
      ]
    : [];
}

/** Cages that deliver what a module draws, in W: all in which it is plugged that don't, as they are of one platform. */
export function strongerCages(facts: Facts, { module }: Fit, power: number): Remedy[] {
  const text = atLeastText(power, 'power');
  const weak = fitsOf(facts).filter((each) => {
    const delivered = (each.group.power ?? each.group.cage.values.power)?.value;
    return each.module === module && delivered !== undefined && exceeds(power, delivered);
  });
  const origins = new Map(weak.map(({ group: { origin } }) => [`${origin.uri} ${origin.start}`, origin]));
  const changes = [...origins.values()].map((at) => ({ kind: 'set' as const, at, property: 'power', value: text }));
  return changes.length === 0 ? [] : [{ changes }];
}

/** As many racks as take what a statement places, where it fills all of an array. */
export function racksFor({ fabric }: Facts, placement: Fabric['placements'][number]): Remedy[] {
  const device = placement.of === 'device' ? fabric.devices.placement.indexOf(placement.index) : -1;
  const rack = device < 0 ? -1 : rackOfDevice(fabric, device);
  if (rack < 0) return [];
  const block = blockOfRack(fabric, rack);
  const count = Math.ceil(placement.devices / Math.max(1, placement.each));
  return block.count === placement.racks && count <= block.count * maxGrowth ? grown(block, count) : [];
}

/** As few cages of a group as a switch type has room for. @param room for cages of its kind, in all groups */
export function fewerCages(part: Part, group: PortGroup | undefined, room: number): Remedy[] {
  if (group === undefined) return [];
  const others = part.ports.filter((each) => each !== group && each.cage === group.cage);
  const left = Math.floor(room + slack) - others.reduce((sum, { count }) => sum + count, 0);
  return left > 0 && left < group.count ? [resizing(group.origin, left)] : [];
}

/** As many power shelves as carry a rack. @param factor how many times what they deliver it draws */
export function moreShelves(rack: Part<'rack'> | undefined, factor: number): Remedy[] {
  return moreOf(rack?.values.shelves, 'shelves', factor);
}

/** As many lasers as feed all engines. @param factor how many times as many engines there are as they feed */
export function moreLasers(given: Given<readonly Counted<'laser'>[]>, factor: number): Remedy[] {
  return moreOf(given, 'lasers', factor);
}

/** As few engines for each laser as get the light that they need: n of them get 10·lg n dB less than one. */
export function fewerEngines({ laser, arrives, needed, shared }: LaserPower): Remedy[] {
  const given = laser.values.engines;
  const least = shared * 10 ** ((arrives.value - needed.value) / 10);
  const engines = Math.floor(((given?.value ?? Number.NaN) * least) / shared + slack);
  return given !== undefined && engines >= 1 && least >= 1 ? [setting(given.origin, 'engines', `${engines}`)] : [];
}

/** More parts of the only kind that a property lists. */
function moreOf(given: Given<readonly Counted<'shelf' | 'laser'>[]> | undefined, name: string, factor: number) {
  const [only, ...more] = given?.value ?? [];
  if (given === undefined || only === undefined || more.length > 0 || !Number.isFinite(factor)) return [];
  return [setting(given.origin, name, `${Math.ceil(only.count * factor - slack)} x ${only.part.name}`)];
}

/** A value within what a part takes, as near as it can be. @param range in the canonical unit of `dimension` */
export function withinRange(
  given: Given<number>,
  property: string,
  dimension: Dimension,
  { low, high }: { readonly low: number; readonly high: number },
): Remedy[] {
  const text = exceeds(low, given.value)
    ? atLeastText(low, dimension, given.unit)
    : atMostText(high, dimension, given.unit);
  return [setting(given.origin, property, text)];
}

/** An array with more elements; one of a single thing where it is none. */
function grown({ axes, origin }: Block, count: number): Remedy[] {
  if (axes.length === 0) return [{ changes: [{ kind: 'multiply', at: origin, count }] }];
  return axes.length === 1 ? [resizing(origin, count)] : [];
}
