// Sections of the report about the hall as a whole: power, tiers, rows of racks, fibers.
import { type Derivation, type DesignReport, printCount, printNumber, printValue } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from './markdown-table.ts';
import { nameRanges } from './name-ranges.ts';
import { ratioText as ratio, showValue as show } from './reported.ts';

/** Most rows of a table that grows with the square of the hall. */
const mostShown = 12;

/** Maximum beside typical: of the hall, and of all devices. */
export function markdownPower({ totals }: DesignReport): string {
  const { hall, worstCasePower, typicalPower, worstCaseModulePower, typicalModulePower } = totals;
  const line = (name: string, most: Derivation, typical: Derivation): string[] => [name, show(most), show(typical)];
  const rows = [
    ...(hall === undefined
      ? []
      : [
          line('The hall', hall['worst-case'].total, hall.typical.total),
          line('– racks', hall['worst-case'].racks, hall.typical.racks),
          line('– CDU pumps', hall['worst-case'].pumps, hall.typical.pumps),
          ...(hall['worst-case'].outside.value === 0
            ? []
            : [line('Devices in no rack, apart', hall['worst-case'].outside, hall.typical.outside)]),
        ]),
    line('All devices', worstCasePower, typicalPower),
    line('– of which modules', worstCaseModulePower, typicalModulePower),
  ];
  return totals.switches + totals.hosts === 0
    ? ''
    : markdownTable([...text('Power'), ...number('Maximum', 'Typical')], rows);
}

/** Oversubscription tier by tier; networks without tiers say so. */
export function markdownTiers({ networks }: DesignReport): string {
  return markdownTable(
    [...text('Network'), ...number('Tier'), ...text('Switches'), ...number('Count', 'Worst switch', 'Whole tier')],
    networks.flatMap(({ network, tiers }) =>
      tiers.length === 0
        ? [[network.name, '–', '–', '–', 'unknown', 'unknown']]
        : tiers.map(({ tier, names, switches, worst, whole }) => [
            network.name,
            printNumber(tier),
            names.join(', '),
            printNumber(switches),
            ratio(worst),
            ratio(whole),
          ]),
    ),
  );
}

/** Density of the rows of racks: the same in both rack units, and by the meter of row. */
export function markdownRows({ rows }: DesignReport): string {
  return markdownTable(
    [...number('Row', 'Racks', 'Switches', 'Front panels', 'Per OU', 'Per RU', 'Per meter of row')],
    rows.map(({ row, racks, switches, bandwidth, perHeight, perLength }) => [
      printNumber(row),
      printNumber(racks),
      printNumber(switches),
      show(bandwidth),
      show({ ...perHeight, unit: 'Tbps/OU' }),
      show({ ...perHeight, unit: 'Tbps/RU' }),
      show(perLength),
    ]),
  );
}

/** Fibers and connectors of racks, between rows, and of panels. */
export function markdownFibers({ fibers: { racks, tray, panels, connectors } }: DesignReport): string {
  const rackTable = markdownTable(
    [
      ...text('Racks'),
      ...number('Fibers that leave each', 'Fibers within', 'Connectors of those that leave', 'Connectors within'),
    ],
    racks.map((each) => [
      nameRanges(each.racks),
      show(each.fibersOut),
      show(each.fibersWithin),
      show(each.connectorsOut),
      show(each.connectorsWithin),
    ]),
  );
  const passTable = markdownTable(
    [...text('Panel or connector'), ...number('Passes', 'Mated pairs')],
    [
      ...panels.map(({ part, passes, pairs }) => [part.name, show(passes), show(pairs)]),
      ...connectors.map(({ part, lowLoss, pairs }) => [`${part.name}${lowLoss ? ' low-loss' : ''}`, '–', show(pairs)]),
    ],
  );
  return [rackTable, ...(tray === undefined ? [] : trayText(tray)), passTable]
    .filter((each) => each !== '')
    .join('\n\n');
}

function trayText({ rows, largest }: NonNullable<DesignReport['fibers']['tray']>): string[] {
  // The fullest first: what a hall of many rows has besides is in the JSON report.
  const fullest = [...rows].sort((a, b) => b.fibers.known - a.fibers.known).slice(0, mostShown);
  const table = markdownTable(
    [...text('Rows'), ...number('Links', 'Fibers')],
    rows
      .filter((each) => fullest.includes(each))
      .map(({ rows: [low, high], links, fibers }) => [
        low === high ? `within ${low}` : `${low} and ${high}`,
        printNumber(links),
        show(fibers),
      ]),
  );
  const more = rows.length - fullest.length;
  const where = largest.label.replace(/^most fibers through one segment of the tray/, '');
  return [
    table,
    ...(more === 0
      ? []
      : [
          `${printCount(more, 'more pair of rows', 'more pairs of rows')}, none with more fibers, stand in the JSON report.`,
        ]),
    `Most fibers through one segment of the tray: ${Number.isNaN(largest.value) ? show(largest) : `${printValue(largest)}${where}`}.`,
  ];
}
