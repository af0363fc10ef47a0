// Everything that can fail by itself, one of each kind: equal things fail in the same way.

import { nothingFailed } from '../../facts/conditions/scenario.ts';
import { deviceColors, linkKinds, mixed } from '../../facts/topology/alike.ts';
import {
  byteAt,
  cageName,
  cageOfPort,
  deviceName,
  feedNoun,
  firstCageOf,
  firstPortOf,
  kindOfDevice,
  nameOf,
  partOfCdu,
  portName,
  rackName,
  rackOfDevice,
  realAt,
  signedAt,
  unsignedAt,
} from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { partId } from '../failure/failing-parts.ts';
import { linksByDevice, scenarioOf } from '../failure/losses.ts';
import type { SingleFailure, Things } from './single-failure.ts';
import { panelFailures, partFailures, rowFailures } from './single-part-failures.ts';

/** Every kind of single failure, in no order. */
export function singleFailures(facts: Facts): SingleFailure[] {
  const { fabric, devices, links } = facts;
  const kinds = linkKinds(links, facts.optics.budgets);
  const colors = deviceColors(fabric, devices, links, kinds);
  const share = linksByDevice(facts);
  return [
    ...deviceFailures(facts, colors, share),
    ...linkFailures(facts, colors, kinds),
    ...panelFailures(facts),
    ...planeFailures(facts, colors, share),
    ...rackFailures(facts, colors, share),
    ...plantFailures(facts),
  ];
}

function deviceFailures(facts: Facts, colors: Uint32Array, share: Float64Array): SingleFailure[] {
  const { fabric } = facts;
  const samples = new Map<number, { readonly device: number; count: number }>();
  for (let device = 0; device < colors.length; device++) {
    const known = samples.get(unsignedAt(colors, device));
    if (known === undefined) samples.set(unsignedAt(colors, device), { device, count: 1 });
    else known.count++;
  }
  const found: SingleFailure[] = [];
  for (const { device, count } of samples.values()) {
    const kind = kindOfDevice(fabric, device) === 'host' ? 'host' : 'switch';
    found.push({
      kind,
      name: deviceName(fabric, device),
      alike: count,
      weight: realAt(share, device),
      scenario: () => scenarioOf(facts, [{ of: 'device', ids: [device] }]),
      things: () => ({ of: 'device', ids: rowsWhere(colors.length, (each) => colors[each] === colors[device]) }),
    });
    found.push(...moduleFailures(facts, device, count), ...partFailures(facts, device, count));
  }
  return found;
}

/** Modules of a device that carry more than one link: the rest fail as their link does. */
function moduleFailures(facts: Facts, device: number, devices: number): SingleFailure[] {
  const { fabric, topology } = facts;
  const kinds = new Map<string, { readonly cage: number; count: number; readonly used: number }>();
  const end = firstCageOf(fabric, device + 1);
  for (let cage = firstCageOf(fabric, device); cage < end; cage++) {
    const module = signedAt(fabric.cages.module, cage);
    let used = 0;
    for (let port = firstPortOf(fabric, cage); port < firstPortOf(fabric, cage + 1); port++)
      used += byteAt(topology.used, port);
    if (module < 0 || used < 2) continue;
    const key = `${module} ${used} ${cageName(fabric, cage).replace(/\[[^\]]*\]$/, '')}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { cage, count: 1, used });
    else known.count++;
  }
  return [...kinds.values()].map(({ cage, count, used }) => ({
    kind: 'module',
    name: cageName(fabric, cage),
    alike: count * devices,
    weight: used,
    scenario: () => scenarioOf(facts, [{ of: 'cage', ids: [cage] }]),
    things: () => ({ of: 'cage', ids: [cage] }),
  }));
}

function linkFailures(facts: Facts, colors: Uint32Array, linkKind: Uint32Array): SingleFailure[] {
  const { fabric, links, optics } = facts;
  const { device } = fabric.cages;
  const kinds = new Map<number, { readonly link: number; count: number }>();
  const keyOf = (link: number): number => {
    const a = unsignedAt(device, cageOfPort(fabric, unsignedAt(fabric.links.from, link)));
    const b = unsignedAt(device, cageOfPort(fabric, unsignedAt(fabric.links.to, link)));
    const [one, other] = [unsignedAt(colors, a), unsignedAt(colors, b)];
    return mixed(mixed(Math.min(one, other), Math.max(one, other)), unsignedAt(linkKind, unsignedAt(links.of, link)));
  };
  for (let link = 0; link < fabric.links.count; link++) {
    const key = keyOf(link);
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { link, count: 1 });
    else known.count++;
  }
  return [...kinds.values()].map(({ link, count }) => {
    const [from, to] = [unsignedAt(fabric.links.from, link), unsignedAt(fabric.links.to, link)];
    const name = `${portName(fabric, from)} – ${portName(fabric, to)}`;
    return {
      kind: 'link',
      name,
      alike: count,
      weight: optics.budgets[unsignedAt(links.of, link)]?.rate.known ?? 0,
      scenario: () => {
        const cut = new Uint8Array(fabric.links.count);
        cut[link] = 1;
        return { ...nothingFailed, links: cut, names: [name] };
      },
      things: () => {
        const key = keyOf(link);
        return { of: 'link', ids: rowsWhere(fabric.links.count, (each) => keyOf(each) === key) };
      },
    };
  });
}

/** Instances of templates that hold two switches or more and nothing else. */
function planeFailures(facts: Facts, colors: Uint32Array, share: Float64Array): SingleFailure[] {
  const { fabric } = facts;
  interface Plane {
    key: number;
    switches: number;
    weight: number;
    hosts: boolean;
  }
  const planes = new Map<number, Plane>();
  for (const block of fabric.blocks) {
    const { group } = block;
    if (group?.kind !== 'template' || (block.kind !== 'switch' && block.kind !== 'host')) continue;
    let plane = planes.get(group.index);
    if (plane === undefined) planes.set(group.index, (plane = { key: 0, switches: 0, weight: 0, hosts: false }));
    if (block.kind === 'host') plane.hosts = true;
    for (let device = block.first; device < block.first + block.count; device++) {
      plane.switches++;
      plane.key = (plane.key + mixed(unsignedAt(colors, device), 7)) >>> 0;
      plane.weight += realAt(share, device);
    }
  }
  const kinds = new Map<string, { readonly group: number; readonly weight: number; count: number }>();
  for (const [group, { key, switches, weight, hosts }] of planes) {
    if (hosts || switches < 2) continue;
    const kind = `${fabric.groups[group]?.template} ${switches} ${key}`;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { group, weight, count: 1 });
    else known.count++;
  }
  return [...kinds.values()].map(({ group, weight, count }) => ({
    kind: 'plane',
    name: nameOf(fabric, 'group', group),
    alike: count,
    weight,
    scenario: () => scenarioOf(facts, [{ of: 'group', ids: [group] }]),
    things: () => ({ of: 'group', ids: [group] }),
  }));
}

function rackFailures(facts: Facts, colors: Uint32Array, share: Float64Array): SingleFailure[] {
  const { fabric } = facts;
  const keys = new Uint32Array(fabric.racks.count);
  const weights = new Float64Array(fabric.racks.count);
  const held = new Uint32Array(fabric.racks.count);
  for (let device = 0; device < fabric.devices.count; device++) {
    const rack = rackOfDevice(fabric, device);
    if (rack < 0) continue;
    keys[rack] = unsignedAt(keys, rack) + mixed(unsignedAt(colors, device), 11);
    weights[rack] = realAt(weights, rack) + realAt(share, device);
    held[rack] = unsignedAt(held, rack) + 1;
  }
  const { loop, feeds, part, branch } = fabric.racks;
  const kindOf = (rack: number): string =>
    [keys[rack], held[rack], loop[rack], branch[rack], feeds[rack], part[rack]].join();
  const kinds = new Map<string, { readonly rack: number; count: number }>();
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    if (held[rack] === 0) continue;
    const kind = kindOf(rack);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { rack, count: 1 });
    else known.count++;
  }
  const racks = [...kinds.values()].map(
    ({ rack, count }): SingleFailure => ({
      kind: 'rack',
      name: rackName(fabric, rack),
      alike: count,
      weight: realAt(weights, rack),
      scenario: () => scenarioOf(facts, [{ of: 'rack', ids: [rack] }]),
      things: () => ({
        of: 'rack',
        ids: rowsWhere(fabric.racks.count, (each) => held[each] !== 0 && kindOf(each) === kindOf(rack)),
      }),
    }),
  );
  return [...racks, ...rowFailures(facts, weights, kindOf)];
}

/** Feeds, CDUs and their pumps. */
function plantFailures(facts: Facts): SingleFailure[] {
  const { fabric } = facts;
  const found: SingleFailure[] = fabric.feeds.map(({ index, kind, name }) => ({
    kind: feedNoun(kind),
    name,
    alike: 1,
    weight: Number.POSITIVE_INFINITY,
    scenario: () => scenarioOf(facts, [{ of: 'feed', ids: [index] }]),
    things: () => ({ of: 'feed', ids: [index] }),
  }));
  const kinds = new Map<string, { readonly cdu: number; count: number }>();
  const keyOf = (cdu: number): string => {
    const loops = fabric.loops
      .filter(({ values }) => values.from?.value.selection.ids.includes(cdu))
      .map(({ index }) => index);
    return `${fabric.cdus.part[cdu]} ${loops.join()}`;
  };
  for (let cdu = 0; cdu < fabric.cdus.count; cdu++) {
    const key = keyOf(cdu);
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { cdu, count: 1 });
    else known.count++;
  }
  for (const [key, { cdu, count }] of kinds) {
    const things = (): Things => ({ of: 'cdu', ids: rowsWhere(fabric.cdus.count, (each) => keyOf(each) === key) });
    const name = nameOf(fabric, 'cdu', cdu);
    const weight = Number.POSITIVE_INFINITY;
    found.push({
      kind: 'CDU',
      name,
      alike: count,
      weight,
      scenario: () => scenarioOf(facts, [{ of: 'cdu', ids: [cdu] }]),
      things,
    });
    const pumps = partOfCdu(fabric, cdu)?.values.pumps;
    if (pumps === undefined) continue;
    found.push({
      kind: 'pump',
      name,
      alike: count * pumps.value.count,
      weight,
      scenario: () => ({
        ...scenarioOf(facts, [{ of: 'pumps', ids: [partId(cdu, 0)] }]),
        names: [`a pump of ${name}`],
      }),
      things,
    });
  }
  return found;
}

/** The rows of a table that meet a condition, in their order. */
function rowsWhere(count: number, holds: (row: number) => boolean): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row < count; row++) if (holds(row)) found.push(row);
  return found;
}
