// What lost links cost the device that they are uplinks of: one of its 32 is 3.1 % of them, however large the fabric is.
import { isCut, type Scenario } from '../../facts/conditions/scenario.ts';
import { noTier } from '../../facts/topology/topology.ts';
import {
  byteAt,
  firstCageOf,
  firstPortOf,
  fromDevice,
  groupOfLink,
  signedAt,
  toDevice,
  unsignedAt,
} from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { linkOfPort } from '../link-of-port.ts';

/** Links that a device loses. */
export interface OwnLoss {
  readonly device: number;
  /** Links away from the hosts; of a device without such links, all its links. */
  readonly links: 'uplinks' | 'links';
  readonly lost: number;
  readonly all: number;
  /** Lost share of their bandwidth; of their number where a rate is unknown. */
  readonly share: number;
}

/**
 * The device that loses the largest share of its links to the next tier; undefined where no link is lost by itself, but devices are.
 */
export function ownLoss(facts: Facts, scenario: Scenario): OwnLoss | undefined {
  const { fabric } = facts;
  const { links, devices } = scenario;
  if (links === undefined || devices !== undefined) return undefined;
  const owners = new Set<number>();
  for (let link = 0; link < links.length; link++)
    if (links[link] === 1) {
      const owner = ownerOf(facts, link);
      owners.add(owner ?? fromDevice(fabric, link));
      if (owner === undefined) owners.add(toDevice(fabric, link));
    }
  let worst: OwnLoss | undefined;
  for (const device of owners) {
    const loss = lossOf(facts, scenario, device);
    if (worst === undefined || loss.share > worst.share) worst = loss;
  }
  return worst;
}

/** The end of a link that is nearer to the hosts; undefined where both are in one tier, or none is in any. */
function ownerOf({ fabric, topology }: Facts, link: number): number | undefined {
  const { network } = groupOfLink(fabric, link);
  if (network === undefined) return undefined;
  const tiers = topology.tiers(network.index);
  const [a, b] = [fromDevice(fabric, link), toDevice(fabric, link)];
  const [ofA, ofB] = [byteAt(tiers, a), byteAt(tiers, b)];
  return ofA === ofB || ofA === noTier || ofB === noTier ? undefined : ofA < ofB ? a : b;
}

function lossOf(facts: Facts, scenario: Scenario, device: number): OwnLoss {
  const { fabric } = facts;
  const linkOf = linkOfPort(facts);
  const own: number[] = [];
  const end = firstPortOf(fabric, firstCageOf(fabric, device + 1));
  for (let port = firstPortOf(fabric, firstCageOf(fabric, device)); port < end; port++) {
    const link = signedAt(linkOf, port);
    if (link >= 0) own.push(link);
  }
  const lost = own.filter((link) => isCut(scenario, link));
  // The links of one network in one direction are compared with each other.
  const networks = new Set(lost.map((link) => groupOfLink(fabric, link).network));
  const alike = own.filter((link) => networks.has(groupOfLink(fabric, link).network));
  const up = alike.filter((link) => ownerOf(facts, link) === device);
  const all = up.length > 0 && lost.every((link) => up.includes(link)) ? up : alike;
  const [gone, whole] = [rateOf(facts, lost), rateOf(facts, all)];
  return {
    device,
    links: all === up ? 'uplinks' : 'links',
    lost: lost.length,
    all: all.length,
    share: Number.isNaN(gone / whole) ? lost.length / all.length : gone / whole,
  };
}

/** Bandwidth of some links in one direction, in bit/s. */
function rateOf({ links, optics }: Facts, some: readonly number[]): number {
  return some.reduce((all, link) => all + (optics.budgets[unsignedAt(links.of, link)]?.rate.value ?? Number.NaN), 0);
}
