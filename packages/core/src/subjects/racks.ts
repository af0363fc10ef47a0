// Racks over a limit, by rack block.

import type { Facts } from '../answers/index.ts';
import { type Derivation, leastOf } from '../figures/index.ts';
import { allowedApart } from '../findings/index.ts';
import type { Judge } from '../findings/judge.ts';
import { type Block, type Fabric, rackOfDevice, signedAt, single } from '../model/index.ts';
import { nowhere, type Origin } from '../source/index.ts';
import { same } from '../units/index.ts';

/** Racks of one block that are over one and the same limit, the worst first. */
export interface Excess {
  readonly racks: readonly number[];
  /** Of the worst. */
  readonly value: Derivation;
  readonly limit: Derivation;
  /** Whether another one has another value. */
  readonly differ: boolean;
  /** The statement that fills the worst of them. */
  readonly placement: Origin;
}

/**
 * Racks whose value is over their limit, by rack block; those that the design allows the rule for apart from the others.
 * @param limitOf undefined of a rack that has no such limit
 */
export function overLimit(
  facts: Facts,
  rule: string,
  judge: Judge,
  valueFor: (rack: number) => Derivation,
  limitOf: (rack: number) => Derivation | undefined,
): Excess[] {
  const { fabric } = facts;
  const found: Excess[] = [];
  for (const block of fabric.blocks) {
    if (block.kind !== 'rack') continue;
    const over: { rack: number; value: Derivation; limit: Derivation }[] = [];
    for (let rack = block.first; rack < block.first + block.count; rack++) {
      const limit = limitOf(rack);
      if (limit === undefined) continue;
      const value = valueFor(rack);
      if (judge.exceeds(value, limit, { at: block.origin, of: single('rack', rack) }))
        over.push({ rack, value, limit });
    }
    over.sort((a, b) => leastOf(b.value) - leastOf(a.value) || a.rack - b.rack);
    // What is said of several racks names one limit, and not both that they are warm and that they have no flow.
    const keys = new Map(
      over.map(({ rack, value, limit }) => [
        rack,
        `${leastOf(limit).toPrecision(9)} ${value.value === Number.POSITIVE_INFINITY}`,
      ]),
    );
    const sorted = over.map(({ rack }) => rack);
    for (const racksOver of apartBy(sorted, (rack) => keys.get(rack)))
      for (const racks of allowedApart(facts, rule, 'rack', racksOver)) {
        const worst = over.find(({ rack }) => rack === racks[0]);
        const others = new Set(racks);
        const differ = over.some(
          ({ rack, value }) => others.has(rack) && !same(leastOf(value), leastOf(worst?.value ?? value)),
        );
        if (worst !== undefined)
          found.push({ ...worst, racks, differ, placement: placementOf(fabric, worst.rack) ?? block.origin });
      }
  }
  return found;
}

/** Racks in lists of those with the same key, in the order in which they are given. */
export function apartBy(racks: readonly number[], keyOf: (rack: number) => unknown): Iterable<readonly number[]> {
  const found = new Map<unknown, number[]>();
  for (const rack of racks) {
    const key = keyOf(rack);
    const alike = found.get(key);
    if (alike === undefined) found.set(key, [rack]);
    else alike.push(rack);
  }
  return found.values();
}

/** The `place` statement that puts the most devices into a rack. */
export function placementOf(fabric: Fabric, rack: number): Origin | undefined {
  const counts = new Map<number, number>();
  for (let device = 0; device < fabric.devices.count; device++) {
    if (fabric.devices.rack[device] !== rack) continue;
    const placement = signedAt(fabric.devices.placement, device);
    counts.set(placement, (counts.get(placement) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  return most === undefined ? undefined : (fabric.placements[most[0]]?.origin ?? nowhere);
}

/** Every `place` statement that puts devices into the racks of a block. */
export function placementsInto(fabric: Fabric, block: Block): Origin[] {
  const found = new Set<number>();
  for (let device = 0; device < fabric.devices.count; device++) {
    const rack = rackOfDevice(fabric, device);
    if (rack >= block.first && rack < block.first + block.count) found.add(signedAt(fabric.devices.placement, device));
  }
  return [...found].map((each) => fabric.placements[each]?.origin ?? nowhere);
}
