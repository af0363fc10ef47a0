// A plan as Markdown, for a review: all networks in a table, the smallest in full.
import { type PlannedNetwork, plannedSwitches, printNumber } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { markdownTable, numberColumns as number, textColumns as text } from '../markdown/table.ts';
import { type Markdown, markdownText, sentence } from '../shown/index.ts';
import { valueText } from '../wording/value-text.ts';
import { planDocument } from './document.ts';
import { figuresOf, formName, opticsText, outcomeText, refusalText, tierTexts, whyTexts } from './plan-text.ts';

export const format = defineFormat({
  document: planDocument,
  name: 'md',
  title: 'Markdown, for a review',
  print(plan) {
    const [smallest] = plan.networks;
    const blocks = ['# Plan', markdownText(outcomeText(plan))];
    if (smallest !== undefined) {
      const rows = [
        ...tierTexts(smallest, plan).map((each) => [
          each.name,
          `${printNumber(each.switches)} × ${each.part}, ${each.links}`,
        ]),
        ['optics', opticsText(smallest)],
        ...figuresOf(smallest),
      ];
      blocks.push(
        `## ${formName(smallest)}`,
        markdownTable(
          text('Figure', 'Value'),
          rows.map(([name = '', value = '']) => [name, sentence(value)]),
        ),
        ...whyTexts(smallest).map(markdownText),
      );
    }
    if (plan.networks.length > 1)
      blocks.push(
        '## All networks',
        markdownTable(
          [...text('Network'), ...number('Leaves', 'Spines', 'Core', 'Switches', 'Modules', 'Cables', 'Switch power')],
          plan.networks.map(rowOf),
        ),
      );
    if (plan.refused.length > 0)
      blocks.push(
        '## Not possible',
        markdownTable(
          text('Network', 'Because'),
          plan.refused.map((each) => [formName(each), sentence(refusalText(each, plan))]),
        ),
      );
    return `${blocks.join('\n\n')}\n`;
  },
});

function rowOf(network: PlannedNetwork): (string | Markdown)[] {
  const { shape, planes, report, hall } = network;
  const count = (switches: number | undefined): string =>
    switches === undefined ? '–' : printNumber(planes * switches);
  return [
    formName(network),
    count(shape.leaf.switches),
    count(shape.spine?.switches),
    count(shape.core?.switches),
    printNumber(plannedSwitches(network)),
    valueText(report.totals.modules),
    valueText(report.totals.cables),
    valueText(hall.switchPower),
  ];
}
