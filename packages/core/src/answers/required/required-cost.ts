// Facts of money: what things cost to buy, what their energy costs, and both per bandwidth and per accelerator.

import { nothingFailed } from '../../facts/conditions/scenario.ts';
import { hallPowerOf } from '../../facts/power/hall-power.ts';
import { cableCosts, deviceCost, priceOf, rackCosts } from '../../facts/purchase/costs.ts';
import { currencyOfAmount, moneySum } from '../../facts/purchase/money.ts';
import { devicesIn } from '../../facts/selection/devices-in.ts';
import { isSwitch, modulesOfHosts } from '../../facts/selection/network-members.ts';
import { powerOfSelection } from '../../facts/selection/selected-power.ts';
import { type Derivation, derived, knownOf, none, stated, sum, times } from '../../figures/derivation.ts';
import { isPart, itemAt, missingIn, missingOf, partOfRack, unsignedAt } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { hostOpticsPower, membersOfAll } from '../networks.ts';
import { bill } from '../purchase.ts';
import { type Asked, type FactTable, placementGap } from './asked.ts';
import { injectionOf } from './required-network.ts';

/** Facts of money. What has failed was bought all the same. */
export const costFacts: FactTable = {
  cost: (facts, asked) => ({ value: costOf(facts, asked) }),
  'cost-per-gbps': (facts, asked) => ({ value: costPerRate(facts, asked) }),
  'cost-per-accelerator': (facts, asked) => ({ value: perAccelerator(facts, asked, costOf(facts, asked), 'cost') }),
  'power-per-accelerator': (facts, asked) => ({ value: perAccelerator(facts, asked, powerOf(facts, asked), 'power') }),
  'energy-cost': (facts, asked) => ({ value: energyCost(facts, asked) }),
  'total-cost': (facts, asked) => ({ value: totalCost(facts, asked) }),
};

function costOf(facts: Facts, asked: Asked): Derivation {
  const { fabric } = facts;
  const label = `cost of ${asked.name}`;
  if (asked.of === 'hall') return { ...bill(facts).total, label };
  const gap = asked.of === 'rack' ? placementGap(facts, label, 'money') : undefined;
  if (gap !== undefined) return gap;
  if (asked.of === 'network') {
    const members = membersOfAll(facts, [...asked.ids]);
    const inHosts = [...modulesOfHosts({ fabric, members, losses: nothingFailed })];
    return moneySum(label, 'switches + modules of hosts + cables', [
      ...deviceCosts(facts, membersIn(members.devices), (device) => isSwitch(fabric, device)),
      ...inHosts.map(([module, count]) => times(count, priceOf(fabric, module))),
      ...[...asked.ids].flatMap((network) => cableCosts(facts, network)),
    ]);
  }
  const racks =
    asked.of === 'rack' ? [...asked.ids].flatMap((rack) => rackCosts(fabric, partOfRack(fabric, rack))) : [];
  return moneySum(label, asked.of === 'rack' ? 'racks + devices' : 'sum of the devices', [
    ...racks,
    ...deviceCosts(facts, devicesIn(facts, asked.of, [...asked.ids])),
  ]);
}

function* membersIn(flags: Uint8Array): Iterable<number> {
  for (let device = 0; device < flags.length; device++) if (flags[device] === 1) yield device;
}

/** Prices of devices by their class. */
function deviceCosts(
  { fabric, devices }: Facts,
  ids: Iterable<number>,
  wants: (device: number) => boolean = () => true,
): Derivation[] {
  const counts = new Map<number, number>();
  for (const device of ids) {
    const index = unsignedAt(devices.of, device);
    if (wants(device)) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return [...counts].map(([index, count]) => times(count, deviceCost(fabric, itemAt(devices.classes, index))));
}

function costPerRate(facts: Facts, asked: Asked): Derivation {
  const cost = costOf(facts, asked);
  const rate = injectionOf(facts, asked);
  const label = `cost per Gbps of ${asked.name}`;
  if (rate.isNone === true) return none(label, 'money per bit rate', rate.unknown ?? `${asked.name} has no hosts`);
  return per(derived(label, 'money per bit rate', 'cost ÷ injection', [cost, rate], (1e9 * cost.value) / rate.value), {
    whole: cost,
    known: (1e9 * knownOf(cost)) / rate.value,
    suffix: '/Gbps',
  });
}

function perAccelerator(facts: Facts, asked: Asked, whole: Derivation, what: 'cost' | 'power'): Derivation {
  const count = acceleratorsOf(facts, asked);
  const dimension = what === 'cost' ? 'money' : 'power';
  const label = `${what} of ${asked.name} per accelerator`;
  if (count.value === 0) return none(label, dimension, `${asked.name} has no accelerators`);
  return per(derived(label, dimension, `${what} ÷ accelerators`, [whole, count], whole.value / count.value), {
    whole,
    known: knownOf(whole) / count.value,
    suffix: '',
  });
}

/** A quotient with the currency of what is divided, and what is known of it. */
function per(
  quotient: Derivation,
  { whole, known, suffix }: { readonly whole: Derivation; readonly known: number; readonly suffix: string },
): Derivation {
  const currency = currencyOfAmount(whole);
  return {
    ...quotient,
    known: Number.isNaN(quotient.value) && Number.isFinite(known) ? known : quotient.known,
    ...(currency === undefined ? {} : { unit: `${currency}${suffix}` }),
  };
}

/** Accelerators in the hosts of a network, or in all. */
function acceleratorsOf(facts: Facts, asked: Asked): Derivation {
  const { fabric, devices } = facts;
  const flags = asked.of === 'network' ? membersOfAll(facts, [...asked.ids]).devices : undefined;
  const counts = new Map<number, number>();
  for (let device = 0; device < fabric.devices.count; device++) {
    const index = unsignedAt(devices.of, device);
    const { part } = itemAt(devices.classes, index);
    if (flags?.[device] !== 0 && part !== undefined && isPart(part, 'host'))
      counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const terms = [...counts].flatMap(([index, count]) => {
    const { part } = itemAt(devices.classes, index);
    if (part === undefined || !isPart(part, 'host')) return [];
    const label = `accelerators of ${part.name}`;
    return [times(count, stated(label, 'count', part.values.accelerators, missingIn(part, 'accelerators')))];
  });
  return sum(`accelerators of ${asked.name}`, 'count', 'hosts × accelerators of a host', terms);
}

/** Power of what the cost counts. */
function powerOf(facts: Facts, asked: Asked): Derivation {
  const { fabric, basis } = facts;
  const label = `power of ${asked.name}`;
  if (asked.of === 'hall') {
    const hall = hallPowerOf(facts, basis);
    return sum(label, 'power', 'devices + pumps', [facts.power.total, ...(hall === undefined ? [] : [hall.pumps])]);
  }
  if (asked.of !== 'network') return powerOfSelection(facts, asked, undefined, asked.name);
  const { devices } = membersOfAll(facts, [...asked.ids]);
  const counts = new Map<number, number>();
  for (const device of membersIn(devices)) {
    const index = unsignedAt(facts.devices.of, device);
    if (isSwitch(fabric, device)) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return sum(label, 'power', 'switches + modules of hosts', [
    ...[...counts].map(([index, count]) => times(count, itemAt(facts.power.device, index))),
    ...hostOpticsPower(facts, [...asked.ids]),
  ]);
}

/** Seconds in an hour, and watts in a kilowatt. */
const [hour, kilowatt] = [3600, 1000];

/** Cost of the energy over the service life: power × PUE × price × time. */
function energyCost(facts: Facts, asked: Asked): Derivation {
  const { hall } = facts.fabric;
  const label = `energy cost of ${asked.name}`;
  const lacking = (property: 'energy-price' | 'pue' | 'service-life') =>
    hall === undefined
      ? `the design has no \`hall\` that gives its \`${property}\``
      : missingOf('hall', hall, property);
  const power = powerOf(facts, asked);
  const pue = stated('PUE', 'count', hall?.values.pue, lacking('pue'));
  const price = stated('energy price', 'money per energy', hall?.values['energy-price'], lacking('energy-price'));
  const life = stated('service life', 'time', hall?.values['service-life'], lacking('service-life'));
  const rest = (pue.value * price.value * life.value) / hour / kilowatt;
  const terms = [power, pue, price, life];
  return per(derived(label, 'money', 'power × PUE × energy price × service life', terms, power.value * rest), {
    whole: price,
    known: knownOf(power) * rest,
    suffix: '',
  });
}

function totalCost(facts: Facts, asked: Asked): Derivation {
  const terms = [costOf(facts, asked), energyCost(facts, asked)];
  return moneySum(`total cost of ${asked.name}`, 'cost + energy cost', terms);
}
