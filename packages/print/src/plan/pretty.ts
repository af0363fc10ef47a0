// A plan for the terminal: the smallest network in full, the others in a line each.
import {
  type Plan,
  type PlannedNetwork,
  plannedLeast,
  plannedSwitches,
  printCount,
  printNumber,
} from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { visible } from '../shown/index.ts';
import { widthOf } from '../text/cells.ts';
import type { Theme } from '../text/theme.ts';
import { valueText } from '../wording/value-text.ts';
import { planDocument } from './document.ts';
import { figuresOf, formName, opticsText, outcomeText, refusalText, tierTexts, whyTexts } from './plan-text.ts';

export const format = defineFormat({
  document: planDocument,
  name: 'pretty',
  title: 'text, for a terminal',
  print(plan, { theme }) {
    const [smallest, ...others] = plan.networks;
    const lines = [theme.strong(visible(outcomeText(plan)))];
    if (smallest !== undefined) {
      const tiers = tierTexts(smallest, plan).map((each): [string, string] => [
        each.name,
        `${printNumber(each.switches)} × ${each.part}, ${each.links}`,
      ]);
      lines.push('', ...aligned([...tiers, ['optics', opticsText(smallest)], ...figuresOf(smallest)], theme));
      for (const each of whyTexts(smallest)) lines.push('', visible(each));
    }
    if (others.length > 0)
      lines.push(
        '',
        'Also:',
        ...aligned(
          others.map((each) => shortly(each, plan)),
          theme,
        ),
      );
    if (plan.refused.length > 0)
      lines.push(
        '',
        'Not possible:',
        ...aligned(
          plan.refused.map((each) => [formName(each), refusalText(each, plan)]),
          theme,
        ),
      );
    return `${lines.join('\n')}\n`;
  },
});

function shortly(network: PlannedNetwork, { demand: { least } }: Plan): [string, string] {
  const value = plannedLeast(network, least);
  const first = value === undefined ? '' : `${valueText(value)}${least === 'parts' ? ' parts' : ''}; `;
  const { modules, cables } = network.report.totals;
  const switches = printCount(plannedSwitches(network), 'switch', 'switches');
  return [formName(network), `${first}${switches}, ${valueText(modules)} modules, ${valueText(cables)} cables`];
}

/** Lines of a name and a text, the texts below each other. */
function aligned(rows: readonly (readonly [string, string])[], theme: Theme): string[] {
  const width = Math.max(...rows.map(([name]) => widthOf(name)));
  return rows.map(([name, text]) => `  ${theme.quiet(name)}${' '.repeat(width - widthOf(name))}  ${visible(text)}`);
}
