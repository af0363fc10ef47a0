// Explanation of the hall: power, density of its rows, fibers in its tray, panels and connectors.

import { connectorUses, type Facts, hallPower, panelUses, rowDensities, trayOf } from '../answers/index.ts';
import { type Hall, single } from '../model/index.ts';
import { printCount } from '../units/index.ts';
import { densityInOtherUnits } from './devices.ts';
import { type Explanation, type ExplanationRow, row } from './explanation.ts';
import { costRows } from './required.ts';

/** The maximum number of rack rows or tray segments shown; the report has them all. */
const maxShown = 12;

/** Explains the hall as a whole. */
export function explainHall(facts: Facts, hall: Hall): Explanation {
  const tray = trayOf(facts);
  return {
    title: `Hall ${hall.name}, ${printCount(facts.fabric.racks.count, 'rack')}`,
    rows: [
      ...powerRows(facts),
      ...costRows(facts, { selection: single('hall', 0), name: hall.name }),
      ...rowDensities(facts)
        .slice(0, maxShown)
        .flatMap(({ row: number, perHeight, perLength }) => [
          row(`density of row ${number}`, perHeight, densityInOtherUnits(perHeight)),
          row(`bandwidth of row ${number} per length`, perLength),
        ]),
      ...(tray?.rows ?? [])
        .slice(0, maxShown)
        .map(({ rows: [low, high], fibers }) =>
          row(low === high ? `fibers within row ${low}` : `fibers between rows ${low} and ${high}`, fibers),
        ),
      ...(tray === undefined ? [] : [row('maximum fibers in a tray segment', tray.largest)]),
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
  const maximum = hallPower(facts, 'worst-case');
  const typical = hallPower(facts, 'typical');
  if (maximum === undefined || typical === undefined) return [];
  const { racks, pumps, total, outside } = maximum;
  return [
    row('power', total),
    row('typical power', typical.total),
    row('power of the racks', racks),
    row('power of the CDU pumps', pumps),
    ...(outside.value === 0 ? [] : [row('power of devices outside racks (not included)', outside)]),
  ];
}
