// Explains whatever a text names.
import type { Facts } from '../answers/index.ts';
import {
  type Block,
  type Branch,
  deviceName,
  type Feed,
  type Group,
  type Hall,
  type Loop,
  type Network,
  nameOf,
  type Part,
  partOfDevice,
  partOfRack,
  rackName,
  rackOfDevice,
} from '../model/index.ts';
import { printCount } from '../units/index.ts';
import { explainDevices, rowsOfDevice } from './devices.ts';
import type { Explanation } from './explanation.ts';
import { type Found, find } from './find.ts';
import { explainCdu, explainGroup } from './groups.ts';
import { explainHall } from './hall.ts';
import { explainCage, explainPort } from './modules.ts';
import { explainNetwork } from './networks.ts';
import { explainPart } from './parts.ts';
import { explainBranch, explainFeed, explainLoop, explainRacks } from './plant.ts';
import { rowsOfRack } from './racks.ts';

/** The maximum number of different explanations. */
const maxExplained = 8;
/** The maximum number of things that are compared for them. */
const maxCompared = 2000;

/**
 * Explains what a selector names: one explanation for things that are alike; undefined if it names nothing.
 * @param among the arrays to look in, if more is known than the text says
 */
export function explainSelector(facts: Facts, text: string, among?: readonly Block[]): Explanation[] | undefined {
  const found = find(facts.fabric, text, among);
  if (found === undefined) return undefined;
  return found.of === 'block' ? explainBlocks(facts, found.blocks) : explainThings(facts, found.of, found.ids);
}

function explainBlocks(facts: Facts, blocks: readonly Block[]): Explanation[] {
  const kinds: Explanation[] = [];
  const of = (...wanted: Block['kind'][]): Block[] => blocks.filter(({ kind }) => wanted.includes(kind));
  for (const kind of ['switch', 'host'] as const) {
    const devices = of(kind);
    if (devices.length > 0) kinds.push(explainDevices(facts, devices));
  }
  const racks = of('rack');
  if (racks.length > 0) kinds.push(explainRacks(facts, racks));
  for (const { first, count } of of('cdu').slice(0, maxExplained)) {
    const explained = explainCdu(facts, first);
    const like = count === 1 ? '' : `; ${printCount(count - 1, 'more', 'more')} like it`;
    kinds.push({ ...explained, title: `${explained.title}${like}` });
  }
  return kinds;
}

/** Explains things by id; of those with the same figures, the first. */
export function explainThings(
  facts: Facts,
  of: Extract<Found, { ids: unknown }>['of'],
  ids: readonly number[],
): Explanation[] {
  const { fabric } = facts;
  const distinct = new Map<string, { readonly explanation: Explanation; readonly first: string; count: number }>();
  for (const id of ids.slice(0, maxCompared)) {
    if (distinct.size >= maxExplained) break;
    const first = nameOf(fabric, of, id);
    const explanation = explainOne(facts, of, id);
    const key = JSON.stringify([
      explanation.title.replaceAll(first, ''),
      explanation.rows.map(({ name, fact }) => [name.replaceAll(first, ''), String(fact.value)]),
    ]).replace(/, linked to [^,"]+/, '');
    const known = distinct.get(key);
    if (known === undefined) distinct.set(key, { explanation, first, count: 1 });
    else known.count++;
  }
  const unseen =
    ids.length > maxCompared ? `; ${printCount(ids.length - maxCompared, 'more', 'more')} not compared` : '';
  return [...distinct.values()].map(({ explanation, count }) => {
    const like = count === 1 ? '' : `; ${printCount(count - 1, 'more', 'more')} like it`;
    return { ...explanation, title: `${explanation.title}${like}${unseen}` };
  });
}

function explainOne(facts: Facts, of: Extract<Found, { ids: unknown }>['of'], id: number): Explanation {
  const { fabric } = facts;
  switch (of) {
    case 'device': {
      const part = partOfDevice(fabric, id);
      const rack = rackOfDevice(fabric, id);
      const where = rack < 0 ? '' : `, in ${rackName(fabric, rack)}`;
      return {
        title: `${part?.kind ?? 'device'} ${deviceName(fabric, id)}${part === undefined ? '' : `, ${part.name}`}${where}`,
        rows: rowsOfDevice(facts, id),
      };
    }
    case 'rack': {
      const part = partOfRack(fabric, id);
      return {
        title: `rack ${rackName(fabric, id)}${part === undefined ? '' : `, ${part.name}`}`,
        rows: rowsOfRack(facts, id),
      };
    }
    case 'cdu':
      return explainCdu(facts, id);
    case 'cage':
      return explainCage(facts, id);
    case 'port':
      return explainPort(facts, id);
    case 'loop':
      return explainLoop(facts, fabric.loops[id] as Loop);
    case 'branch':
      return explainBranch(facts, fabric.branches[id] as Branch);
    case 'feed':
      return explainFeed(facts, fabric.feeds[id] as Feed);
    case 'hall':
      return explainHall(facts, fabric.hall as Hall);
    case 'network':
      return explainNetwork(facts, fabric.networks[id] as Network);
    case 'group':
      return explainGroup(facts, fabric.groups[id] as Group);
    case 'part':
      return explainPart(fabric.parts[id] as Part);
  }
}
