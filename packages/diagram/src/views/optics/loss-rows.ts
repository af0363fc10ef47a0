// A passive path: what each step loses, of what the optics allow.
import { type LinkBudget, type LinkGroup, printValue, receivedOver } from '@lightloom/core';
import type { ChartNode, RowSymbol } from '../../graph/index.ts';
import { axisOf } from '../chart/axis.ts';
import { known, originOf } from '../text/json-values.ts';
import { type ChartBody, marginText } from './chart-body.ts';
import { endRow, launchLines } from './ends.ts';

/** Steps from module to module; a step begins where the one before it ends. */
export function lossRows(budget: LinkBudget): ChartBody {
  const { class: each, loss, allowed, margin, length } = budget;
  let lost = 0;
  const steps = loss.terms.map((term, i): Omit<ChartNode, 'group'> => {
    const from = lost;
    const isUnknown = Number.isNaN(term.value);
    lost += isUnknown ? 0 : term.value;
    const symbol = symbolOf(each.group, i);
    const label =
      symbol === 'fiber'
        ? `${each.group.fiber?.name ?? 'fiber'}, ${printValue(length)}`
        : nameOf(each.group, i, term.label);
    const text = isUnknown ? 'loss unknown' : `${printValue({ ...term, value: lost })} up to here`;
    return {
      ...{ id: `${i + 1}`, kind: 'other', symbol, label, count: 1 },
      lines: term.unknown === undefined ? [] : [`Unknown: ${term.unknown}.`],
      status: { value: isUnknown ? null : known(lost / allowed.value), text },
      bar: isUnknown ? null : { from, to: lost },
      value: printValue(term),
      ...originOf(term.origin ?? each.group.mediumOrigin),
      detail: [label, `${printValue(term)}: ${term.formula ?? 'as given'}`, text].join('\n'),
    };
  });
  const end = Number.isNaN(allowed.value) ? lost : Math.max(allowed.value, lost);
  const limits = Number.isNaN(allowed.value) ? [] : [{ at: allowed.value, text: `budget ${printValue(allowed)}` }];
  const lines = [
    `loses ${printValue(loss)}${Number.isNaN(allowed.value) ? ', budget unknown' : ` of ${printValue(allowed)}`}`,
  ];
  return {
    axis: axisOf(0, end, 'loss', limits),
    lines,
    rows: [
      endRow(each.from, 'near', launchLines(each.from.optics), ''),
      ...steps,
      endRow(each.to, 'far', receiveLines(budget), marginText(margin)),
    ],
  };
}

/** What arrives at the far end, and what its receiver needs. */
function receiveLines(budget: LinkBudget): string[] {
  const received = receivedOver(budget).find(({ at }) => at === 'to');
  if (received === undefined) return [];
  const { least, floor } = received;
  return [
    ...(Number.isNaN(least.value) ? [] : [`gets ${printValue(least)} at least`]),
    ...(Number.isNaN(floor.value) ? [] : [`needs ${printValue(floor)}`]),
  ];
}

/** What a term of the loss is: the fiber, then connectors, splices and panels as the link lists them, then what is kept free. */
function symbolOf({ medium }: LinkGroup, index: number): RowSymbol {
  const kinds: RowSymbol[] = [
    'fiber',
    ...(medium.connectors?.value ?? []).map(() => 'connector' as const),
    ...(medium.splices?.value ?? []).map(() => 'splice' as const),
    ...(medium.panels?.value ?? []).map(() => 'panel' as const),
  ];
  return kinds[index] ?? 'reserve';
}

/** `4 × MPO16, low-loss` */
function nameOf({ medium }: LinkGroup, index: number, label: string): string {
  return medium.connectors?.value[index - 1]?.lowLoss === true ? `${label}, low-loss` : label;
}
