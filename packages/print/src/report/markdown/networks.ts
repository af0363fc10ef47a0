// Networks and their tiers in Markdown.
import { type DesignReport, printNumber } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { ratioText, valueText } from '../../wording/value-text.ts';
import { valueOfLimit } from './cells.ts';

/** Networks with their bandwidth, margin and diameter. */
export function networkTable({ networks }: DesignReport): string {
  return markdownTable(
    [
      ...text('Network', 'Kind'),
      ...number('Hosts', 'Switches', 'Links', 'Oversubscription', 'Injection', 'Bisection (of full)', 'Worst margin'),
      ...number('Diameter', 'Paths'),
    ],
    networks.map((each) => [
      each.network.name,
      each.network.kind,
      printNumber(each.hosts),
      printNumber(each.switches),
      printNumber(each.links),
      ratioText(each.oversubscription),
      valueText(each.injection),
      valueOfLimit(each.bisection, each.fullBisection),
      valueText(each.margin),
      valueText(each.diameter),
      valueText(each.paths),
    ]),
  );
}

/** Oversubscription tier by tier; unknown for a network without tiers. */
export function tierTable({ networks }: DesignReport): string {
  return markdownTable(
    [...text('Network'), ...number('Tier'), ...text('Switches'), ...number('Count', 'Worst switch', 'Whole tier')],
    networks.flatMap(({ network, tiers }) =>
      tiers.length === 0
        ? [[network.name, '–', '–', '–', 'unknown', 'unknown']]
        : tiers.map(({ tier, names, switches, worst, whole }) => [
            network.name,
            printNumber(tier),
            names.join(', '),
            printNumber(switches),
            ratioText(worst),
            ratioText(whole),
          ]),
    ),
  );
}
