// Facts of networks that can be required: bandwidth, paths, links.

import { nothingFailed } from '../../facts/conditions/scenario.ts';
import {
  longestLink,
  shortestSupportable,
  type WorstLink,
  worstDispersionMargin,
  worstLatency,
  worstLinkBy,
  worstLoss,
  worstOsnrMargin,
  worstReachMargin,
  worstReceiveMargin,
  worstTypicalLoss,
  worstTypicalMargin,
} from '../../facts/optics/worst-link.ts';
import { type Derivation, figure, sum, times, unknown } from '../../figures/derivation.ts';
import { itemAt, linksText } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { linksLeft } from '../networks.ts';
import { type Asked, type FactTable, firstId, linkName } from './asked.ts';
import { oversubscriptionOf } from './oversubscription.ts';

/** Facts of a network. */
export const networkFacts: FactTable = {
  oversubscription: oversubscriptionOf,
  bisection(facts, asked) {
    const value = facts.bandwidth.bisection(firstId(asked));
    // Of a network in parts, that is why.
    const origin = facts.fabric.networks[firstId(asked)]?.origin;
    const isSplit = origin !== undefined && facts.connectivity.hostParts(firstId(asked)).length > 1;
    return { value: isSplit ? { ...value, origin } : value };
  },
  injection: (facts, asked) => ({ value: injectionOf(facts, asked) }),
  diameter: (facts, asked) => ({ value: facts.connectivity.diameter(firstId(asked)) }),
  paths: (facts, asked) => ({
    value:
      asked.point === 'farthest'
        ? facts.connectivity.farthestPaths(firstId(asked))
        : facts.connectivity.paths(firstId(asked)),
  }),
  margin: (facts, asked) => {
    const network = firstId(asked);
    const { link } = worstLinkBy(facts, network, {
      name: 'margin',
      dimension: 'loss',
      worst: 'smallest',
      of: ({ margin }) => margin,
    });
    return {
      value: facts.optics.margin(network),
      worst: link === undefined ? undefined : linkName(facts.fabric, link),
    };
  },
  'typical-margin': ofLink(worstTypicalMargin),
  loss: ofLink(worstLoss),
  'typical-loss': ofLink(worstTypicalLoss),
  latency: ofLink(worstLatency),
  length: ofLink(longestLink),
  'reach-margin': ofLink(worstReachMargin),
  'supportable-length': ofLink(shortestSupportable),
  'receive-margin': ofLink(worstReceiveMargin),
  'osnr-margin': ofLink(worstOsnrMargin),
  'dispersion-margin': ofLink(worstDispersionMargin),
  links(facts, asked) {
    const label = `links of ${asked.name}`;
    const fault = unlaid(facts, [...asked.ids], label);
    if (fault !== undefined) return { value: fault };
    const terms = [...linksLeft(facts, [...asked.ids])].map(([index, count]) => {
      const budget = facts.optics.budgets[index];
      const { group } = (budget as NonNullable<typeof budget>).class;
      return figure(linksText(group), 'count', count, group.origin);
    });
    return { value: sum(label, 'count', 'sum of statements', terms) };
  },
};

/** What `of full` refers to; undefined where a fact has no full value. */
export function fullOf(facts: Facts, fact: string, network: number): Derivation | undefined {
  if (fact === 'bisection') return facts.bandwidth.fullBisection(network);
  return fact === 'injection' ? facts.under(nothingFailed).bandwidth.injection(network) : undefined;
}

/** Bandwidth that hosts can send into networks. */
export function injectionOf(facts: Facts, { ids, name }: Asked): Derivation {
  const terms = [...ids].map((network) => facts.bandwidth.injection(network));
  return terms.length === 1 ? itemAt(terms, 0) : sum(`injection of ${name}`, 'bit rate', 'sum of the networks', terms);
}

/** Fibers of the working links of a network, both directions. */
export function networkFibers(facts: Facts, asked: Asked): Derivation {
  const label = `fibers of ${asked.name}`;
  const fault = unlaid(facts, [...asked.ids], label);
  if (fault !== undefined) return fault;
  const terms = [...linksLeft(facts, [...asked.ids])].map(([index, count]) => {
    const budget = facts.optics.budgets[index];
    const { group, from, to } = (budget as NonNullable<typeof budget>).class;
    const name = `fibers of one of the ${linksText(group)}`;
    const fibers = budget?.fibers ?? Number.NaN;
    if (!Number.isNaN(fibers)) return times(count, figure(name, 'count', fibers, group.origin));
    const why =
      from.optics === undefined || to.optics === undefined
        ? `the ${linksText(group)} have no module at one end`
        : `${from.optics.name} and ${to.optics.name} have different numbers of fibers`;
    return times(count, { ...unknown(name, 'count', why), origin: group.origin });
  });
  return sum(label, 'count', 'links × fibers of a link', terms);
}

/** Why the links of networks are unknown, or undefined. */
export function unlaid({ fabric }: Facts, networks: readonly number[], label: string): Derivation | undefined {
  if (fabric.gaps.links || fabric.gaps.plugs)
    return unknown(label, 'count', 'some links or modules could not be understood');
  const fault = fabric.linkGroups.find(
    ({ network, fault: why }) => network !== undefined && networks.includes(network.index) && why !== undefined,
  );
  return fault === undefined ? undefined : unknown(label, 'count', `the ${linksText(fault)} could not be laid`);
}

function ofLink(worst: (facts: Facts, network: number) => WorstLink): FactTable[string] {
  return (facts, asked) => {
    const { value, link } = worst(facts, firstId(asked));
    return { value, worst: link === undefined ? undefined : linkName(facts.fabric, link) };
  };
}
