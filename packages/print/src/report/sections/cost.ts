// Costs.
import type { Derivation, DesignReport } from '@lightloom/core';
import { type Block, type Cell, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { quantity } from './cells.ts';

/** What everything costs, and each network; empty where nothing has a price. */
export function costTable({ cost }: DesignReport): Block[] {
  if (cost === undefined) return [];
  return [
    ...table(
      [
        ...text('Cost of'),
        ...number('Parts', 'Per Gbps', 'Per accelerator', 'Power per accelerator', 'Energy', 'Parts and energy'),
      ],
      cost.rows.map((each) => [
        each.network ?? 'Everything, with spares',
        ...[
          each.cost,
          each.perGbps,
          each.perAccelerator,
          each.powerPerAccelerator,
          each.energyCost,
          each.totalCost,
        ].map(figureCell),
      ]),
    ),
    { kind: 'text', text: cost.text },
  ];
}

/** Empty where there is no such figure: nothing is missing. */
function figureCell(value: Derivation | undefined): Cell {
  return value === undefined || value.isNone === true ? '' : quantity(value);
}
