// What belongs to each network of a fabric, and the ratios of its tiers.
import {
  type MemberInputs,
  membersOf,
  mergedMembers,
  modulesOfHosts,
  type NetworkMembers,
  opticsPowerOfHosts,
  runningMembers,
  workingLinks,
} from '../facts/selection/network-members.ts';
import { tierRatiosOf } from '../facts/topology/tier-ratio.ts';
import type { Derivation } from '../figures/derivation.ts';
import { itemAt, type Part } from '../model/index.ts';
import { type AnswerStore, defineAnswerFor } from './answer.ts';
import { reads, subjectFacts } from './subject-facts.ts';

const { linkLosses } = subjectFacts;

/** Down ÷ up of each tier of a network; see `tierRatiosOf`. */
export const tierRatios = defineAnswerFor(reads('fabric', 'bandwidth', 'topology'), tierRatiosOf);

const networkMembers = defineAnswerFor(reads('fabric'), ({ fabric }, network: number) => membersOf(fabric, network));

/** The members of networks together: their devices and the cages that their links use, failed or not. */
export function membersOfAll(store: AnswerStore, networks: readonly number[]): NetworkMembers {
  const each = networks.map((network) => networkMembers(store, network));
  return each.length === 1 ? itemAt(each, 0) : mergedMembers(each);
}

function inputsOf(store: AnswerStore, networks: readonly number[]): MemberInputs {
  return { fabric: store.fabric, losses: store.scenario, members: membersOfAll(store, networks) };
}

/** How many modules of each type the hosts of networks have in cages that their links use. */
export function hostModules(store: AnswerStore, networks: readonly number[]): ReadonlyMap<Part<'module'>, number> {
  return modulesOfHosts(inputsOf(store, networks));
}

/** Power of what the hosts of networks have for them, modules and ends of cables, one term for each type. */
export function hostOpticsPower(store: AnswerStore, networks: readonly number[]): readonly Derivation[] {
  return opticsPowerOfHosts({ ...inputsOf(store, networks), basis: store.basis }, networks);
}

const linksLeftOf = defineAnswerFor({ ...reads('fabric', 'links'), losses: linkLosses }, workingLinks);

/** How many links of each class of networks still work. */
export function linksLeft(store: AnswerStore, networks: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const network of networks)
    for (const [index, count] of linksLeftOf(store, network)) counts.set(index, (counts.get(index) ?? 0) + count);
  return counts;
}

/** Devices of networks that still run. */
export function membersLeft(store: AnswerStore, networks: readonly number[]): Iterable<number> {
  return runningMembers({ losses: store.scenario, members: membersOfAll(store, networks) });
}
