// Power of the hall and load of the feeds in Markdown.
import { type Derivation, type DesignReport, printNumber } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { valueText } from '../../wording/value-text.ts';
import { valueOfLimit } from './cells.ts';

/** Maximum beside typical, of the hall and of all devices. */
export function powerTable({ totals }: DesignReport): string {
  if (totals.switches + totals.hosts === 0) return '';
  const { hall, maximumPower, typicalPower, maximumModulePower, typicalModulePower } = totals;
  const line = (name: string, maximum: Derivation, typical: Derivation): string[] => [
    name,
    valueText(maximum),
    valueText(typical),
  ];
  const hallLines =
    hall === undefined
      ? []
      : [
          line('Hall', hall.maximum.total, hall.typical.total),
          line('– racks', hall.maximum.racks, hall.typical.racks),
          line('– CDU pumps', hall.maximum.pumps, hall.typical.pumps),
          ...(hall.maximum.outside.value === 0
            ? []
            : [line('Devices outside racks', hall.maximum.outside, hall.typical.outside)]),
        ];
  return markdownTable(
    [...text('Power'), ...number('Maximum', 'Typical')],
    [
      ...hallLines,
      line('All devices', maximumPower, typicalPower),
      line('– modules', maximumModulePower, typicalModulePower),
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
