// Fibers and connectors: of racks, through the tray, of panels.
import { type DesignReport, printCount, printValue } from '@lightloom/core';
import { type Block, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { nameRanges } from '../../wording/name-ranges.ts';
import { valueText } from '../../wording/value-text.ts';
import { foldRows, ofEach } from '../rows/fold-rows.ts';
import { count, quantity } from './cells.ts';

/** Rows of the tray table, which grows with the square of the hall. */
const maxTrayRows = 12;

/** Fibers by rack, then the tray, then panels and connectors. */
export function fiberTables({ fibers }: DesignReport): Block[] {
  const { tray } = fibers;
  return [...rackTable(fibers), ...(tray === undefined ? [] : trayBlocks(tray)), ...passTable(fibers)];
}

function rackTable({ racks }: DesignReport['fibers']): Block[] {
  return table(
    [
      ...text('Racks'),
      ...number('Fibers leaving each', 'Fibers within', 'Connectors on fibers leaving', 'Connectors within'),
    ],
    foldRows(
      racks.map((each) => [
        nameRanges(each.racks),
        quantity(each.fibersOut),
        quantity(each.fibersWithin),
        quantity(each.connectorsOut),
        quantity(each.connectorsWithin),
      ]),
      ofEach,
    ),
  );
}

function passTable({ panels, connectors }: DesignReport['fibers']): Block[] {
  return table(
    [...text('Panel or connector'), ...number('Passes', 'Mated pairs')],
    [
      ...panels.map(({ part, passes, pairs }) => [part.name, quantity(passes), quantity(pairs)]),
      ...connectors.map(({ part, lowLoss, pairs }) => [
        `${part.name}${lowLoss ? ' low-loss' : ''}`,
        '–',
        quantity(pairs),
      ]),
    ],
  );
}

/** The pairs of rows with the most fibers, how many more there are, and the fullest segment. */
function trayBlocks({ rows, largest }: NonNullable<DesignReport['fibers']['tray']>): Block[] {
  const fullest = new Set([...rows].sort((a, b) => b.fibers.known - a.fibers.known).slice(0, maxTrayRows));
  const pairs = table(
    [...text('Rows'), ...number('Links', 'Fibers')],
    rows
      .filter((each) => fullest.has(each))
      .map(({ rows: [low, high], links, fibers }) => [
        low === high ? `within ${low}` : `${low} and ${high}`,
        count(links),
        quantity(fibers),
      ]),
  );
  const more = rows.length - fullest.size;
  const moreText = `The JSON report lists ${printCount(more, 'more pair of rows', 'more pairs of rows')} with no more fibers.`;
  const segment = `${largest.label[0]?.toUpperCase()}${largest.label.slice(1)}`;
  const fibers = Number.isNaN(largest.value) ? valueText(largest) : printValue(largest);
  return [
    ...pairs,
    ...(more === 0 ? [] : [{ kind: 'text', text: moreText } as const]),
    { kind: 'text', text: `${segment}: ${fibers}.` },
  ];
}
