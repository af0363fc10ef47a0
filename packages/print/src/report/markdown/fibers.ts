// Fibers and connectors in Markdown: of racks, through the tray, of panels.
import { type DesignReport, printCount, printNumber, printValue } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { markdown } from '../../shown/index.ts';
import { nameRanges } from '../../wording/name-ranges.ts';
import { valueText } from '../../wording/value-text.ts';

/** Rows of the tray table, which grows with the square of the hall. */
const maxTrayRows = 12;

/** Fibers by rack, then the tray, then panels and connectors. */
export function fiberTables({ fibers }: DesignReport): string {
  const { tray } = fibers;
  return [rackTable(fibers), ...(tray === undefined ? [] : trayBlocks(tray)), passTable(fibers)]
    .filter((each) => each !== '')
    .join('\n\n');
}

function rackTable({ racks }: DesignReport['fibers']): string {
  return markdownTable(
    [
      ...text('Racks'),
      ...number('Fibers leaving each', 'Fibers within', 'Connectors on fibers leaving', 'Connectors within'),
    ],
    racks.map((each) => [
      nameRanges(each.racks),
      valueText(each.fibersOut),
      valueText(each.fibersWithin),
      valueText(each.connectorsOut),
      valueText(each.connectorsWithin),
    ]),
  );
}

function passTable({ panels, connectors }: DesignReport['fibers']): string {
  return markdownTable(
    [...text('Panel or connector'), ...number('Passes', 'Mated pairs')],
    [
      ...panels.map(({ part, passes, pairs }) => [part.name, valueText(passes), valueText(pairs)]),
      ...connectors.map(({ part, lowLoss, pairs }) => [
        `${part.name}${lowLoss ? ' low-loss' : ''}`,
        '–',
        valueText(pairs),
      ]),
    ],
  );
}

/** The pairs of rows with the most fibers, how many more there are, and the fullest segment. */
function trayBlocks({ rows, largest }: NonNullable<DesignReport['fibers']['tray']>): string[] {
  const fullest = new Set([...rows].sort((a, b) => b.fibers.known - a.fibers.known).slice(0, maxTrayRows));
  const table = markdownTable(
    [...text('Rows'), ...number('Links', 'Fibers')],
    rows
      .filter((each) => fullest.has(each))
      .map(({ rows: [low, high], links, fibers }) => [
        low === high ? `within ${low}` : `${low} and ${high}`,
        printNumber(links),
        valueText(fibers),
      ]),
  );
  const more = rows.length - fullest.size;
  const moreText =
    more === 0
      ? []
      : [`The JSON report lists ${printCount(more, 'more pair of rows', 'more pairs of rows')} with no more fibers.`];
  const segment = `${largest.label[0]?.toUpperCase()}${largest.label.slice(1)}`;
  const fibers = Number.isNaN(largest.value) ? valueText(largest) : printValue(largest);
  return [table, ...moreText, markdown`${segment}: ${fibers}.`.source];
}
