// Power of modules: of those in port groups, in devices, and of those that serve a network.

import type { Basis } from '../../facts/conditions/basis.ts';
import { powerBasisOf } from '../../facts/conditions/basis.ts';
import { isLost } from '../../facts/conditions/scenario.ts';
import { modulePower } from '../../facts/parts/part-power.ts';
import { devicesIn } from '../../facts/selection/devices-in.ts';
import { isSwitch } from '../../facts/selection/network-members.ts';
import { type Derivation, sum, times, unknown } from '../../figures/derivation.ts';
import { cageOfPort, deviceOfCage, firstCageOf, moduleIn, type Part } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { hostModules, membersLeft } from '../networks.ts';
import { type Asked, placementGap } from './asked.ts';

/**
 * Power of modules, in W. Of a network: of those in its switches, and in hosts of those that its links use.
 * @param basis undefined for the basis of all figures
 */
export function modulePowerOf(facts: Facts, asked: Asked, basis: Basis = facts.basis): Derivation {
  const label = `${basis === 'typical' ? 'typical power' : 'power'} of the modules of ${asked.name}`;
  const gap = facts.fabric.gaps.plugs
    ? unknown(label, 'power', 'some modules could not be understood')
    : asked.of === 'rack'
      ? placementGap(facts, label, 'power')
      : undefined;
  if (gap !== undefined) return gap;
  const terms = [...modulesIn(facts, asked)].map(([module, count]) =>
    times(count, modulePower(module, powerBasisOf(basis))),
  );
  return sum(label, 'power', 'sum of the modules', terms);
}

/** How many modules of each type are in a subject, where its device runs. */
function modulesIn(facts: Facts, asked: Asked): ReadonlyMap<Part<'module'>, number> {
  const { fabric, scenario } = facts;
  const counts = new Map(asked.of === 'network' ? hostModules(facts, [...asked.ids]) : []);
  for (const cage of cagesIn(facts, asked)) {
    const module = isLost(scenario, deviceOfCage(fabric, cage)) ? undefined : moduleIn(fabric, cage);
    if (module !== undefined) counts.set(module, (counts.get(module) ?? 0) + 1);
  }
  return counts;
}

/** Cages of a subject, each once; of a network, those of its switches. */
function* cagesIn(facts: Facts, { of, ids }: Asked): Iterable<number> {
  const { fabric } = facts;
  if (of === 'cage') yield* ids;
  else if (of === 'port') yield* new Set([...ids].map((port) => cageOfPort(fabric, port)));
  else {
    const devices = of === 'network' ? membersLeft(facts, [...ids]) : devicesIn(facts, of, [...ids]);
    for (const device of devices) {
      if (of === 'network' && !isSwitch(fabric, device)) continue;
      const end = firstCageOf(fabric, device + 1);
      for (let cage = firstCageOf(fabric, device); cage < end; cage++) yield cage;
    }
  }
}
