// Networks and their tiers.
import { type DesignReport, type PairRow, printNumber } from '@lightloom/core';
import { type Block, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { count, ofLimit, quantity, ratio } from './cells.ts';

/** Networks with their bandwidth, margin and diameter. */
export function networkTable({ networks }: DesignReport): Block[] {
  return table(
    [
      ...text('Network', 'Kind'),
      ...number('Hosts', 'Switches', 'Links', 'Oversubscription', 'Injection', 'Bisection (of full)', 'Worst margin'),
      ...number('Diameter', 'Paths'),
    ],
    networks.map((each) => [
      each.network.name,
      each.network.kind,
      count(each.hosts),
      count(each.switches),
      count(each.links),
      ratio(each.oversubscription),
      quantity(each.injection),
      ofLimit(each.bisection, each.fullBisection),
      quantity(each.margin),
      quantity(each.diameter),
      quantity(each.paths),
    ]),
  );
}

/** Switches and oversubscription tier by tier; unknown for a network without tiers. */
export function tierTable({ networks }: DesignReport): Block[] {
  return table(
    [...text('Network'), ...number('Tier'), ...text('Switches'), ...number('Count', 'Worst switch', 'Whole tier')],
    networks.flatMap(({ network, tiers }) =>
      tiers.length === 0
        ? [[network.name, '–', '–', '–', 'unknown', 'unknown']]
        : tiers.map(({ tier, names, switches, worst, whole }) => [
            network.name,
            count(tier),
            names.join(', '),
            count(switches),
            worst.isNone === true ? '–' : ratio(worst),
            whole.isNone === true ? '–' : ratio(whole),
          ]),
    ),
  );
}

/** Links between each two tiers, and between two devices of them. */
export function pairTable({ pairs }: DesignReport): Block[] {
  return table(
    [
      ...text('Network', 'Between', 'And'),
      ...number('Links', 'Pairs of devices', 'Links of a pair', 'Bandwidth, one direction'),
    ],
    pairs.map(({ network, lower, upper, links, pairs: joined, perPair, bandwidth }) => [
      network.name,
      endText(lower),
      endText(upper),
      count(links),
      count(joined),
      perPair.least === perPair.most
        ? count(perPair.most)
        : { text: `${printNumber(perPair.least)} to ${printNumber(perPair.most)}`, order: perPair.least },
      quantity(bandwidth),
    ]),
  );
}

/** Arrays that are named at one end. */
const maxNamed = 4;

/** `leaf (tier 1)` */
function endText({ tier, names }: PairRow['lower']): string {
  const more = names.length - maxNamed;
  const named = `${names.slice(0, maxNamed).join(', ')}${more > 0 ? ` and ${printNumber(more)} more` : ''}`;
  return tier === undefined || tier === 0 ? named : `${named} (tier ${tier})`;
}
