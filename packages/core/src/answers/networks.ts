// What belongs to each network of a fabric, and the ratios of its tiers.
import {
  membersOf,
  modulesOfHosts,
  type NetworkMembers,
  opticsPowerOfHosts,
  runningMembers,
  workingLinks,
} from '../facts/selection/network-members.ts';
import { tierRatiosOf } from '../facts/topology/tier-ratio.ts';
import { type AnswerStore, defineAnswerFor } from './answer.ts';
import { reads, subjectFacts } from './subject-facts.ts';

const { linkLosses } = subjectFacts;

/** Down ÷ up of each tier of a network; see `tierRatiosOf`. */
export const tierRatios = defineAnswerFor(reads('fabric', 'bandwidth', 'topology'), tierRatiosOf);

const networkMembers = defineAnswerFor(reads('fabric'), ({ fabric }, network: number) => membersOf(fabric, network));

const memberInputs = { ...reads('fabric'), losses: linkLosses, membersOf: networkMembers.each };

/** How many modules of each type the hosts of a network have in cages that its links use. */
export const hostModules = defineAnswerFor(memberInputs, (inputs, network: number) =>
  modulesOfHosts({ ...inputs, members: inputs.membersOf(network) }),
);

/** Power of what the hosts of a network have for it, modules and ends of cables, one term for each type. */
export const hostOpticsPower = defineAnswerFor({ ...memberInputs, ...reads('basis') }, (inputs, network: number) =>
  opticsPowerOfHosts({ ...inputs, members: inputs.membersOf(network) }, network),
);

/** How many links of each class of a network still work. */
export const linksLeft = defineAnswerFor({ ...reads('fabric', 'links'), losses: linkLosses }, workingLinks);

/** Devices of a network and the cages that its links use, failed or not. */
export function membersOfNetwork(facts: AnswerStore, network: number): NetworkMembers {
  return networkMembers(facts, network);
}

/** Devices of a network that still run. */
export function membersLeft(facts: AnswerStore, network: number): Iterable<number> {
  return runningMembers({ losses: facts.scenario, members: networkMembers(facts, network) });
}
