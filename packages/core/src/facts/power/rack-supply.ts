// Power supply of racks: power shelves and busbar.

import { type Derivation, derived, mostOf, stated, sum, times, unknown } from '../../figures/derivation.ts';
import { type Fabric, missingIn, type Part, partOfRack, rackName } from '../../model/index.ts';
import { currentAt } from './electrical.ts';

/** Power of the shelves of a rack with one failed supply in each, in W; undefined where the rack has no shelves. */
export function shelfPower(fabric: Fabric, rack: number): Derivation | undefined {
  const part = partOfRack(fabric, rack);
  const shelves = part?.values.shelves;
  if (part !== undefined && Object.hasOwn(part.unknowns, 'shelves'))
    return unknown(`shelves of ${part.name}`, 'power', missingIn(part, 'shelves'));
  if (part === undefined || shelves === undefined) return undefined;
  const terms = shelves.value.map(({ count, part: shelf }) => times(count, leftOf(shelf)));
  const left = sum(`shelves of ${part.name}`, 'power', 'sum of its shelves', terms);
  const most = terms.reduce((all, term) => all + (term.times ?? 1) * mostOf(term), 0);
  const isBounded = Number.isNaN(left.value) && !Number.isNaN(most);
  return { ...left, origin: shelves.origin, ...(isBounded ? { bounds: { least: 0, most } } : {}) };
}

/**
 * Power of one shelf with one failed supply; all of its power where it has no `redundant-power`, and no more than that where this is
 * given as unknown.
 */
function leftOf(shelf: Part<'shelf'>): Derivation {
  const left = shelf.values['redundant-power'];
  if (Object.hasOwn(shelf.unknowns, 'redundant-power')) {
    const open = unknown(`${shelf.name} with one failed supply`, 'power', missingIn(shelf, 'redundant-power'));
    const all = shelf.values.power;
    return all === undefined ? open : { ...open, bounds: { least: 0, most: all.value } };
  }
  return left === undefined
    ? stated(`power of ${shelf.name}`, 'power', shelf.values.power, missingIn(shelf, 'power'))
    : stated(`${shelf.name} with one failed supply`, 'power', left, '');
}

/** Voltage of the busbar of a rack, in V. */
export function busbarVoltage(fabric: Fabric, rack: number): Derivation {
  const part = partOfRack(fabric, rack);
  const label = `busbar of ${rackName(fabric, rack)}`;
  if (part === undefined) return unknown(label, 'voltage', 'the type of the rack is unknown');
  return stated(label, 'voltage', part.values['busbar-voltage'], missingIn(part, 'busbar-voltage'));
}

/** Current through the busbar connector of a rack, in A. */
export function busbarCurrent(fabric: Fabric, rack: number, power: Derivation): Derivation {
  return currentAt(`busbar current of ${rackName(fabric, rack)}`, power, busbarVoltage(fabric, rack));
}

/** Current the busbar connector of a rack carries, in A. */
export function busbarLimit(fabric: Fabric, rack: number): Derivation {
  const part = partOfRack(fabric, rack);
  const label = `busbar connector of ${part?.name ?? rackName(fabric, rack)}`;
  if (part === undefined) return unknown(label, 'current', 'the type of the rack is unknown');
  return stated(label, 'current', part.values['busbar-current'], missingIn(part, 'busbar-current'));
}

/** Power a rack can deliver, in W: the smallest of its own limit, its shelves and its busbar connector. */
export function deliverable(fabric: Fabric, rack: number, own: Derivation): Derivation {
  const [volts, amps] = [busbarVoltage(fabric, rack), busbarLimit(fabric, rack)];
  const busbar = derived(
    `busbar connector of ${rackName(fabric, rack)}`,
    'power',
    'current × voltage',
    [amps, volts],
    amps.value * volts.value,
  );
  const limits = [own, shelfPower(fabric, rack), busbar].filter(
    (each) => each !== undefined && !Number.isNaN(each.value),
  ) as Derivation[];
  if (limits.length < 2) return limits[0] ?? own;
  const value = Math.min(...limits.map((each) => each.value));
  return derived(`power ${rackName(fabric, rack)} delivers`, 'power', 'the smallest', limits, value);
}
