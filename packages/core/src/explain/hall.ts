// The hall: power, density of its rows, fibers in its tray, panels and connectors.

import { connectorUses, type Facts, hallPower, panelUses, rowDensities, trayOf } from '../answers/index.ts';
import type { Hall } from '../model/index.ts';
import { printCount } from '../units/index.ts';
import { inOtherUnits } from './devices.ts';
import { type Explanation, type ExplanationRow, row } from './explanation.ts';

/** Most rows of one sort: what more there is is the report's business. */
const mostShown = 12;

/** What racks, rows and tray come to. */
export function explainHall(facts: Facts, hall: Hall): Explanation {
  const tray = trayOf(facts);
  return {
    title: `Hall ${hall.name}, ${printCount(facts.fabric.racks.count, 'rack')}`,
    rows: [
      ...powerRows(facts),
      ...rowDensities(facts)
        .slice(0, mostShown)
        .flatMap(({ row: number, perHeight, perLength }) => [
          row(`density of row ${number}`, perHeight, inOtherUnits(perHeight)),
          row(`bandwidth of row ${number} by its length`, perLength),
        ]),
      ...(tray?.rows ?? [])
        .slice(0, mostShown)
        .map(({ rows: [low, high], fibers }) =>
          row(low === high ? `fibers within row ${low}` : `fibers between rows ${low} and ${high}`, fibers),
        ),
      ...(tray === undefined ? [] : [row('most fibers through one segment of the tray', tray.largest)]),
      ...panelUses(facts).flatMap(({ part, passes, pairs }) => [
        row(`passes through ${part.name}`, passes),
        row(`mated pairs of ${part.name}`, pairs),
      ]),
      ...connectorUses(facts).map(({ part, lowLoss, pairs }) =>
        row(`mated pairs of ${part.name}${lowLoss ? ' low-loss' : ''}`, pairs),
      ),
    ],
  };
}

function powerRows(facts: Facts): ExplanationRow[] {
  const most = hallPower(facts, 'worst-case');
  const typical = hallPower(facts, 'typical');
  if (most === undefined || typical === undefined) return [];
  const { racks, pumps, total, outside } = most;
  return [
    row('power', total),
    row('typical power', typical.total),
    row('power of its racks', racks),
    row('power of the CDU pumps', pumps),
    ...(outside.value === 0 ? [] : [row('power of devices in no rack, apart', outside)]),
  ];
}
