// Cables that would stay if the new design numbered its ports otherwise: they join the same devices before and after.
import { cageOfPort, deviceOfCage, signedAt } from '../../model/index.ts';
import type { Matching } from '../match/matching.ts';
import { classAt } from '../match/part-classes.ts';

/** Cables that are touched, to find out which of them only have other ports. */
export interface Renumbered {
  /** Notes cables of the old design that don't stay. @param ports one at each of their plugs, @param kind equal for cables that may take each other's place */
  old(ports: readonly number[], kind: string, count: number): void;
  /** Notes cables of the new design that no old one stays as. */
  now(ports: readonly number[], kind: string, count: number): void;
  /**
   * How many could stay: for every set of devices and kind of modules that cables join, the smaller of both counts. Ports of modules that
   * are alike can be numbered in any order, so that this many can be had; no more can, since a cable that stays joins what it joined.
   */
  count(): number;
}

/** Collects cables by the devices that they join. */
export function renumbering({ before, after, devices, parts }: Matching): Renumbered {
  const left = new Map<string, number>();
  let found = 0;
  /** Undefined where the new design has no such device. */
  const oldPlug = (port: number): string | undefined => {
    const cage = cageOfPort(before, port);
    const device = signedAt(devices.after, deviceOfCage(before, cage));
    return device < 0 ? undefined : `${device} ${classAt(parts.before, signedAt(before.cages.module, cage))}`;
  };
  const newPlug = (port: number): string | undefined => {
    const cage = cageOfPort(after, port);
    const device = deviceOfCage(after, cage);
    if (signedAt(devices.before, device) < 0) return undefined;
    return `${device} ${classAt(parts.after, signedAt(after.cages.module, cage))}`;
  };
  const keyOf = (plugs: readonly (string | undefined)[], kind: string): string | undefined =>
    plugs.includes(undefined) ? undefined : `${[...plugs].sort().join(',')} ${kind}`;
  return {
    old(ports, kind, count) {
      const key = keyOf(ports.map(oldPlug), kind);
      if (key !== undefined) left.set(key, (left.get(key) ?? 0) + count);
    },
    now(ports, kind, count) {
      const key = left.size === 0 ? undefined : keyOf(ports.map(newPlug), kind);
      if (key === undefined) return;
      const same = Math.min(left.get(key) ?? 0, count);
      if (same === 0) return;
      left.set(key, (left.get(key) ?? 0) - same);
      found += same;
    },
    count: () => found,
  };
}
