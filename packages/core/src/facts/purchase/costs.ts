// What devices and cables cost, without spares.
import { type Derivation, times } from '../../figures/derivation.ts';
import { type Fabric, isPart, itemAt, type Part } from '../../model/index.ts';
import { kindText } from '../cabling/cable-count.ts';
import type { Cabling } from '../cabling/cabling.ts';
import type { DeviceClass } from '../classes/device-classes.ts';
import type { OpticsFacts } from '../optics/optics.ts';
import { isBuiltIn } from '../parts/mounting.ts';
import { boughtAs } from './bill-paths.ts';
import { buyingOf, orderedLength } from './buying.ts';
import { moneySum } from './money.ts';

/** What costs are computed from. */
export interface CostInputs {
  readonly fabric: Fabric;
  readonly optics: OpticsFacts;
  readonly cabling: Cabling;
}

/** The price of one part. */
export function priceOf({ purchase }: Fabric, part: Part): Derivation {
  return buyingOf({ part, name: part.name }, purchase).price;
}

/** Price of a device with its light sources and the modules in it; engines come with their box. */
export function deviceCost(fabric: Fabric, { part, modules }: DeviceClass): Derivation {
  const name = part?.name ?? 'a device of unknown type';
  const chassis = part === undefined ? buyingOf({ part, name }, fabric.purchase).price : priceOf(fabric, part);
  const lasers = part !== undefined && isPart(part, 'switch') ? (part.values.lasers?.value ?? []) : [];
  const terms = [
    chassis,
    ...lasers.map((laser) => times(laser.count, priceOf(fabric, laser.part))),
    ...modules.flatMap(({ module, count }) => (isBuiltIn(module) ? [] : [times(count, priceOf(fabric, module))])),
  ];
  return moneySum(
    `price of ${name} with its modules`,
    lasers.length > 0 ? 'chassis + lasers + modules' : 'chassis + modules',
    terms,
  );
}

/** Prices of the cables of a network, one term for each kind. */
export function cableCosts({ fabric, optics: { budgets }, cabling }: CostInputs, network: number): Derivation[] {
  const isOfNetwork = (index: number): boolean => itemAt(budgets, index).class.group.network?.index === network;
  const known = cabling.kinds.flatMap((kind) => {
    const [first] = kind.classes;
    if (first === undefined || !isOfNetwork(first)) return [];
    const shared = kind.classes.map((index) => itemAt(budgets, index));
    const { part } = boughtAs(itemAt(shared, 0));
    const length = Math.max(...shared.map((each) => orderedLength(each.length.value, part, fabric.purchase)));
    const name = part?.name ?? 'a cable of unknown type';
    return [times(kind.count, buyingOf({ part, name, length, detail: kindText(kind) }, fabric.purchase).price)];
  });
  const lost = budgets.flatMap(({ class: { index, group } }) => {
    const why = cabling.whyUnknown(index);
    if (why === undefined || !isOfNetwork(index)) return [];
    const { price } = buyingOf({ part: group.cable ?? group.fiber, name: 'unknown cables' }, fabric.purchase);
    return [
      { ...price, label: `price of the cables of ${group.from.text}`, value: Number.NaN, known: 0, unknown: why },
    ];
  });
  return [...known, ...lost];
}

/** Prices of a rack and what is mounted in it besides devices. */
export function rackCosts(fabric: Fabric, part: Part<'rack'> | undefined): Derivation[] {
  if (part === undefined) return [buyingOf({ part, name: 'a rack of unknown type' }, fabric.purchase).price];
  const { shelves, panels } = part.values;
  return [
    priceOf(fabric, part),
    ...[...(shelves?.value ?? []), ...(panels?.value ?? [])].map((each) =>
      times(each.count, priceOf(fabric, each.part)),
    ),
  ];
}
