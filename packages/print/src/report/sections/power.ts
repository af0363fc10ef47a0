// Power of the hall and load of the feeds.
import { type Derivation, type DesignReport, feedNoun } from '@lightloom/core';
import { type Block, type Cell, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { count, quantity, withinLimit } from './cells.ts';

/** Maximum beside typical, of the hall and of all devices. */
export function powerTable({ totals }: DesignReport): Block[] {
  if (totals.switches + totals.hosts === 0) return [];
  const { hall, worstCasePower, typicalPower, worstCaseModulePower, typicalModulePower } = totals;
  const line = (name: string, maximum: Derivation, typical: Derivation): Cell[] => [
    name,
    quantity(maximum),
    quantity(typical),
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
  return table(
    [...text('Power'), ...number('Worst case', 'Typical')],
    [
      ...hallLines,
      line('All devices', worstCasePower, typicalPower),
      line('– modules', worstCaseModulePower, typicalModulePower),
    ],
  );
}

/** Feeds with their load in normal operation and after the failures they must carry. */
export function feedTable({ feeds }: DesignReport): Block[] {
  return table(
    [...text('Feed'), ...number('Racks', 'Load', 'Load when feeds fail')],
    feeds.map(({ feed, racks, share, load, capacity }) => [
      feed.kind === 'feed' ? feed.name : `${feedNoun(feed.kind)} ${feed.name}`,
      count(racks),
      quantity(share),
      withinLimit(load, capacity),
    ]),
  );
}
