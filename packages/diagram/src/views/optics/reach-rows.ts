// A cable with fixed ends, or copper: there is no loss budget, its length counts against its reach.
import { type LinkBudget, printValue } from '@lightloom/core';
import { axisOf } from '../chart/axis.ts';
import { known, originOf } from '../text/json-values.ts';
import type { ChartBody } from './chart-body.ts';
import { endRow } from './ends.ts';

export function reachRows({ class: each, length, reach }: LinkBudget): ChartBody {
  const { group } = each;
  const isUnknown = Number.isNaN(length.value);
  const end = Math.max(isUnknown ? 0 : length.value, Number.isNaN(reach.value) ? 0 : reach.value) || 1;
  const limits = Number.isNaN(reach.value) ? [] : [{ at: reach.value, text: `reach ${printValue(reach)}` }];
  const label = (group.cable ?? group.fiber)?.name ?? 'cable';
  const text = Number.isNaN(reach.value) ? 'reach unknown' : `reach ${printValue(reach)}`;
  return {
    axis: axisOf(0, end, 'length', limits),
    lines: ['no loss budget: its length counts'],
    rows: [
      endRow(each.from, 'near', [], ''),
      {
        ...{ id: '1', kind: 'other', symbol: 'fiber', label, lines: [], count: 1 },
        status: { value: isUnknown ? null : known(length.value / reach.value), text },
        bar: isUnknown ? null : { from: 0, to: length.value },
        value: printValue(length),
        ...originOf(group.mediumOrigin ?? group.origin),
        detail: [label, printValue(length), text].join('\n'),
      },
      endRow(each.to, 'far', [], text),
    ],
  };
}
