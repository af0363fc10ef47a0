// Links: one row for links of one statement that are alike.
import type { DesignReport, LinkRow } from '@lightloom/core';
import {
  type Block,
  type Cell,
  list,
  numberColumns as number,
  table,
  textColumns as text,
} from '../../blocks/block.ts';
import { asCode } from '../../blocks/rich.ts';
import { lineAddress, type Sources } from '../../text/source-text.ts';
import { count, partName, quantity, withinLimit } from './cells.ts';

/** Links with their path, rate, loss and margin; then the statements that made no links. */
export function linkTable({ links, unlaid }: DesignReport, sources: Sources): Block[] {
  const made = table(
    [
      ...text('Links', 'Pattern', 'From', 'To', 'Over'),
      ...number(
        'Count',
        'Rate',
        'Length (of reach)',
        'Loss (of allowed)',
        'Typical loss',
        'Margin',
        'Latency',
        'Cables',
        'Fibers',
      ),
    ],
    links.map(linkCells),
  );
  const unmade = unlaid.map(({ statement, origin }) => [
    'No links made: ',
    asCode(statement),
    ` (${lineAddress(origin, sources)})`,
  ]);
  return [...made, ...list(unmade)];
}

function linkCells({ statement, pattern, budget, typicalLoss, latency, cables, fibers }: LinkRow): Cell[] {
  const { class: links, rate, length, reach, loss, allowed, margin } = budget;
  const { cable, fiber } = links.group;
  // A cable with fixed ends has no optical budget.
  const optical = (cell: Cell): Cell => (cable === undefined ? cell : '–');
  return [
    asCode(statement),
    pattern,
    endText(links.from, cable !== undefined),
    endText(links.to, cable !== undefined),
    partName(fiber ?? cable),
    count(links.count),
    quantity(rate),
    withinLimit(length, reach),
    optical(withinLimit(loss, allowed)),
    optical(quantity(typicalLoss)),
    optical(quantity(margin)),
    quantity(latency),
    quantity(cables),
    quantity(fibers),
  ];
}

/** `XpoDr, 800GBASE-DR4`; for the end of a cable, the cage. */
function endText({ module, optics, cage }: LinkRow['budget']['class']['from'], isCable: boolean): string {
  if (isCable && cage !== undefined) return cage.name;
  return module === undefined ? 'no module' : [module.name, ...(optics === undefined ? [] : [optics.name])].join(', ');
}
