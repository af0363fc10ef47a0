// Power of the hall and load of the feeds in Markdown.
import { type Derivation, type DesignReport, printNumber } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { valueText } from '../../wording/value-text.ts';
import { valueOfLimit } from './cells.ts';

/** Maximum beside typical, of the hall and of all devices. */
export function powerTable({ totals }: DesignReport): string {
  if (totals.switches + totals.hosts === 0) return '';
  const { hall, worstCasePower, typicalPower, worstCaseModulePower, typicalModulePower } = totals;
  const line = (name: string, maximum: Derivation, typical: Derivation): string[] => [
    name,
    valueText(maximum),
    valueText(typical),
  ];
  const hallLines =
    hall === undefined
      ? []
      : [
          line('Hall', hall['worst-case'].total, hall.typical.total),
          line('– racks', hall['worst-case'].racks, hall.typical.racks),
          line('– CDU pumps', hall['worst-case'].pumps, hall.typical.pumps),
          ...(hall['worst-case'].outside.value === 0
            ? []
            : [line('Devices outside racks', hall['worst-case'].outside, hall.typical.outside)]),
        ];
  return markdownTable(
    [...text('Power'), ...number('Worst case', 'Typical')],
    [
      ...hallLines,
      line('All devices', worstCasePower, typicalPower),
      line('– modules', worstCaseModulePower, typicalModulePower),
    ],
  );
}

/** Feeds with their load in normal operation and after the failures they must carry. */
export function feedTable({ feeds }: DesignReport): string {
  return markdownTable(
    [...text('Feed'), ...number('Racks', 'Load', 'Load when feeds fail')],
    feeds.map(({ feed, racks, share, load, capacity }) => [
      feed.name,
      printNumber(racks),
      valueText(share),
      valueOfLimit(load, capacity),
    ]),
  );
}
