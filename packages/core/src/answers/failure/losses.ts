// From what fails to what stops with it: the devices and CDUs of a rack, the racks and CDUs that have lost all their feeds.

import { nothingFailed, type Scenario } from '../../facts/conditions/scenario.ts';
import { cdusWithout, darkRacks, devicesIn, devicesInRacks, feedsWithout } from '../../facts/selection/devices-in.ts';
import {
  type Fabric,
  type FailingPart,
  firstPortOf,
  isFailingPart,
  linkDevices,
  nameOf,
  realAt,
  type Selection,
  unsignedAt,
} from '../../model/index.ts';
import { defineAnswer } from '../answer.ts';
import type { Facts } from '../facts.ts';
import { reads } from '../subject-facts.ts';
import { fedBy, partAt, partName, stopsWithout, stopsWithoutShelves } from './failing-parts.ts';

/** Things of one family, or parts of one kind, that fail together. */
export interface Loss {
  readonly of: Selection['of'] | FailingPart;
  readonly ids: readonly number[];
}

/** Families that can fail. */
const families = ['device', 'rack', 'group', 'network', 'cage', 'port', 'cdu', 'loop', 'branch', 'feed'] as const;
type Family = (typeof families)[number];

/** Whether the consequences of a failure of a family are known. */
export function canFail(of: Selection['of']): of is Family {
  return (families as readonly string[]).includes(of);
}

/** The scenario in which things have failed, with all that stops with them. */
export function scenarioOf(facts: Facts, losses: readonly Loss[]): Scenario {
  const { fabric } = facts;
  const names: string[] = [];
  const cdus = new Set<number>();
  const failed = new Set<number>();
  const pumps = new Map<number, number>();
  const supplies = new Map<number, number>();
  const shelves = new Map<number, Set<number>>();
  let devices: Uint8Array | undefined;
  let links: Uint8Array | undefined;
  const stop = (device: number): void => {
    (devices ??= new Uint8Array(fabric.devices.count))[device] = 1;
  };
  for (const { of, ids } of losses) {
    if (isFailingPart(of)) {
      for (const id of ids) names.push(partName(fabric, of, id));
      const owners = ids.map(partAt);
      const lost = of === 'pumps' ? pumps : supplies;
      if (of === 'shelves') {
        for (const { owner, place } of owners) shelves.set(owner, (shelves.get(owner) ?? new Set()).add(place));
      } else if (of === 'lasers') {
        const dark = owners.flatMap(({ owner, place }) => fedBy(fabric, owner, place) ?? []);
        cutPorts(fabric, portsOf(fabric, 'cage', dark), (links ??= new Uint8Array(fabric.links.count)));
      } else for (const { owner } of owners) lost.set(owner, (lost.get(owner) ?? 0) + 1);
      continue;
    }
    for (const id of ids) names.push(nameOf(fabric, of, id));
    if (of === 'cdu') for (const id of ids) cdus.add(id);
    else if (of === 'feed') for (const id of ids) failed.add(id);
    else if (of === 'cage' || of === 'port')
      cutPorts(fabric, portsOf(fabric, of, ids), (links ??= new Uint8Array(fabric.links.count)));
    else for (const device of devicesIn(facts, of, ids)) stop(device);
    if (of === 'loop')
      for (const loop of ids)
        for (const cdu of fabric.loops[loop]?.values.from?.value.selection.ids ?? []) cdus.add(cdu);
  }
  const feeds = failed.size > 0 ? feedsWithout(fabric, failed) : failed;
  const dark = feeds.size > 0 ? darkRacks(fabric, feeds) : new Set<number>();
  for (const [rack, lost] of shelves) if (stopsWithoutShelves(facts, rack, lost)) dark.add(rack);
  for (const device of devicesInRacks(fabric, dark)) stop(device);
  for (const { of, ids } of losses) if (of === 'rack') for (const rack of ids) dark.add(rack);
  for (const cdu of cdusWithout(fabric, dark, feeds)) cdus.add(cdu);
  for (const [device, lost] of supplies) if (stopsWithout(facts, device, lost)) stop(device);
  return { ...nothingFailed, devices, links, cdus, pumps, feeds, names };
}

export function portsOf(fabric: Fabric, of: 'cage' | 'port', ids: readonly number[]): Set<number> {
  if (of === 'port') return new Set(ids);
  const ports = new Set<number>();
  for (const cage of ids) {
    const end = firstPortOf(fabric, cage + 1);
    for (let port = firstPortOf(fabric, cage); port < end; port++) ports.add(port);
  }
  return ports;
}

function cutPorts({ links }: Fabric, ports: ReadonlySet<number>, cut: Uint8Array): void {
  for (let link = 0; link < links.count; link++)
    if (ports.has(unsignedAt(links.from, link)) || ports.has(unsignedAt(links.to, link))) cut[link] = 1;
}

/** Bandwidth of the links at each device, in bit/s; a link of unknown rate counts as 1 bit/s. */
export const linksByDevice = defineAnswer(reads('fabric', 'links', 'optics'), ({ fabric, links, optics }) => {
  const sums = new Float64Array(fabric.devices.count);
  const { from, to } = linkDevices(fabric);
  const rates = Float64Array.from(optics.budgets, ({ rate: { value } }) => (Number.isNaN(value) ? 1 : value));
  for (let link = 0; link < fabric.links.count; link++) {
    const rate = realAt(rates, unsignedAt(links.of, link));
    const [a, b] = [unsignedAt(from, link), unsignedAt(to, link)];
    sums[a] = realAt(sums, a) + rate;
    sums[b] = realAt(sums, b) + rate;
  }
  return sums;
});
