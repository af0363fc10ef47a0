// Which things to take away so that a fact gets as bad as it can.
import { deviceOfPort, type Failure, nameOf } from '../model/index.ts';
import type { Facts } from './facts.ts';
import { loseDevices, type Scenario } from './scenario.ts';

/**
 * The worst scenario of `when any N of X fail`.
 *
 * Everything that can fail takes a share of a sum with it (link bandwidth of a cut, capacity of CDUs), so the worst N
 * are those with the largest shares.
 * @returns undefined when what should fail is of a kind whose loss changes nothing that is known
 */
export function worstScenario(facts: Facts, failures: readonly Failure[]): Scenario | undefined {
  const devices: number[] = [];
  const cdus = new Set<number>();
  const feeds = new Set<number>();
  const names: string[] = [];
  for (const failure of failures) {
    const chosen = largest(facts, failure);
    for (const id of chosen) {
      names.push(nameOf(facts.fabric, failure.of.of, id));
      if (failure.of.of === 'device') devices.push(id);
      else if (failure.of.of === 'cdu') cdus.add(id);
      else if (failure.of.of === 'feed') feeds.add(id);
      else return undefined;
    }
  }
  return { devices: devices.length === 0 ? undefined : loseDevices(facts.fabric, devices), cdus, feeds, names };
}

function largest(facts: Facts, failure: Failure): number[] {
  const ids = [...failure.of.ids];
  const share = shareOf(facts, failure);
  return ids.sort((a, b) => share(b) - share(a) || a - b).slice(0, failure.count);
}

/** How much goes with a thing: links for a device, heat for a CDU. */
function shareOf(facts: Facts, failure: Failure): (id: number) => number {
  if (failure.of.of === 'device') {
    const links = linksByDevice(facts);
    return (id) => links[id] as number;
  }
  if (failure.of.of === 'cdu') {
    const { fabric } = facts;
    return (id) => {
      const values = fabric.blocks[fabric.cdus.block[id] as number]?.part?.values as
        | { capacity?: { value: number } }
        | undefined;
      return values?.capacity?.value ?? 0;
    };
  }
  return () => 0;
}

function linksByDevice(facts: Facts): Float64Array {
  const { fabric, links, optics } = facts;
  const sums = new Float64Array(fabric.devices.count);
  for (let link = 0; link < fabric.links.count; link++) {
    const rate = optics.budgets[links.of[link] as number]?.rate.value ?? 0;
    for (const port of [fabric.links.from[link] as number, fabric.links.to[link] as number]) {
      const device = deviceOfPort(fabric, port);
      sums[device] = (sums[device] as number) + (Number.isNaN(rate) ? 1 : rate);
    }
  }
  return sums;
}
