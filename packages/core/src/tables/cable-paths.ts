// The path of a cable in cells: its type, lengths, fibers, polarity, panels, loss and margin.
import type { PartKind } from '../catalogue/index.ts';
import { boughtAs, type CableKind, kindText, type LinkBudget, orderedLength } from '../facts/index.ts';
import { type Counted, type Fabric, itemAt } from '../model/index.ts';
import { unknownText } from '../units/index.ts';
import { inUnit, numberCell } from './cells.ts';
import type { Cell, TableColumn } from './table.ts';

/** The columns of a path. */
export const pathColumns: readonly TableColumn[] = [
  { key: 'rate-gbps', head: 'Rate of a link (Gbps)', numeric: true },
  { key: 'medium', head: 'Fiber or cable' },
  { key: 'type', head: 'Type' },
  { key: 'length-m', head: 'Length (m)', numeric: true },
  { key: 'order-length-m', head: 'Length to order (m)', numeric: true },
  { key: 'fibers', head: 'Fibers', numeric: true, optional: true },
  { key: 'polarity', head: 'Polarity', optional: true },
  { key: 'connectors', head: 'Connectors on the path', optional: true },
  { key: 'panels', head: 'Panels passed', optional: true },
  { key: 'loss-db', head: 'Loss (dB)', numeric: true, optional: true },
  { key: 'allowed-db', head: 'Allowed (dB)', numeric: true, optional: true },
  { key: 'margin-db', head: 'Margin (dB)', numeric: true, optional: true },
];

/** The cells that all cables of a kind share: of the path with the least margin, where their links take several. */
export function pathOfKind(kind: CableKind, budgets: readonly LinkBudget[], { purchase }: Fabric): Cell[] {
  const shared = kind.classes.map((index) => itemAt(budgets, index));
  const worst = shared.reduce((found, each) => (each.loss.value > found.loss.value ? each : found));
  const { part, category } = boughtAs(worst);
  // `Math.max` is `NaN` where one of them is.
  const length = Math.max(...shared.map((each) => each.length.value));
  return [
    inUnit(worst.rate.value, 1e9, 3),
    part?.name ?? unknownText,
    kindText(kind),
    inUnit(length, 1, 2),
    inUnit(orderedLength(length, part, purchase), 1, 2),
    category === 'fiber' ? numberCell(kind.fibers) : '',
    ...onTheWay(worst),
  ];
}

/** The cells of a link whose cables are unknown. */
export function pathOfLink(budget: LinkBudget, { purchase }: Fabric): Cell[] {
  const { rate, length, fibers } = budget;
  const { part } = boughtAs(budget);
  return [
    inUnit(rate.value, 1e9, 3),
    part?.name ?? unknownText,
    unknownText,
    inUnit(length.value, 1, 2),
    inUnit(orderedLength(length.value, part, purchase), 1, 2),
    numberCell(fibers),
    ...onTheWay(budget),
  ];
}

/** A cable with fixed ends has no loss budget. */
function onTheWay({ class: { group }, loss, allowed }: LinkBudget): Cell[] {
  const { polarity, connectors, panels } = group.medium;
  const cords = (polarity?.value ?? []).map(({ count, word }) => `${count} × ${word}`).join(', ');
  const passed = [cords, partsText(connectors?.value), partsText(panels?.value)];
  if (group.cable !== undefined) return [...passed, '', '', ''];
  return [...passed, inUnit(loss.value, 1, 3), inUnit(allowed.value, 1, 3), inUnit(allowed.value - loss.value, 1, 3)];
}

function partsText(parts: readonly Counted<PartKind>[] | undefined): string {
  return (parts ?? [])
    .map(({ count, part, lowLoss }) => `${count} × ${part.name}${lowLoss ? ' low-loss' : ''}`)
    .join(', ');
}
