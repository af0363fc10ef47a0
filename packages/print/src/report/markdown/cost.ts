// Costs in Markdown.
import type { Derivation, DesignReport } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { markdownText } from '../../shown/index.ts';
import { valueText } from '../../wording/value-text.ts';

/** What everything costs, and each network; empty where nothing has a price. */
export function costTable({ cost }: DesignReport): string {
  if (cost === undefined) return '';
  const table = markdownTable(
    [
      ...text('Cost of'),
      ...number('Parts', 'Per Gbps', 'Per accelerator', 'Power per accelerator', 'Energy', 'Parts and energy'),
    ],
    cost.rows.map((each) => [
      each.network ?? 'Everything, with spares',
      ...[each.cost, each.perGbps, each.perAccelerator, each.powerPerAccelerator, each.energyCost, each.totalCost].map(
        figureText,
      ),
    ]),
  );
  return `${table}\n\n${markdownText(cost.text)}`;
}

/** Empty where there is no such figure: nothing is missing. */
function figureText(value: Derivation | undefined): string {
  return value === undefined || value.isNone === true ? '' : valueText(value);
}
