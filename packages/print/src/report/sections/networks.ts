// Networks and their tiers.
import type { DesignReport } from '@lightloom/core';
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

/** Oversubscription tier by tier; unknown for a network without tiers. */
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
            ratio(worst),
            ratio(whole),
          ]),
    ),
  );
}
