// Density of a row of racks: bandwidth of its switches over the height they occupy, and over the length of the row.

import { type Derivation, derived, figure, stated, sum, times, unknown } from '../../figures/derivation.ts';
import { type Fabric, isPart, missingOf, type Part, partOfDevice, signedAt } from '../../model/index.ts';
import { heightOf } from '../parts/height.ts';
import { panelBandwidth } from '../parts/part-bandwidth.ts';
import { inUnitOf, totalHeight } from './density.ts';

/** A row of racks with switches in it. */
export interface RowDensity {
  readonly row: number;
  /** Racks in it, with switches or without. */
  readonly racks: number;
  readonly switches: number;
  /** Of the front panels of its switches, in bit/s. */
  readonly bandwidth: Derivation;
  /** Over the height the switches occupy, in bit/s/m. */
  readonly perHeight: Derivation;
  /** Over the length of the row, from its first rack to its last, in bit/s/m. */
  readonly perLength: Derivation;
}

interface Row {
  racks: number;
  first: number;
  last: number;
  /** Whether one of its racks has no position. */
  open: boolean;
  readonly switches: Map<Part<'switch'>, number>;
}

/** Rows with switches, by number. Empty where no rack with a switch has a row. */
export function rowDensitiesOf(fabric: Fabric): readonly RowDensity[] {
  const { racks, devices } = fabric;
  const rows = new Map<number, Row>();
  for (let rack = 0; rack < racks.count; rack++) {
    const at = signedAt(racks.row, rack);
    if (at === 0) continue;
    const position = signedAt(racks.position, rack);
    let row = rows.get(at);
    if (row === undefined)
      rows.set(at, (row = { racks: 0, first: position, last: position, open: false, switches: new Map() }));
    row.racks++;
    row.first = Math.min(row.first, position);
    row.last = Math.max(row.last, position);
    row.open ||= position === 0;
  }
  for (let device = 0; device < devices.count; device++) {
    const rack = signedAt(devices.rack, device);
    const row = rack < 0 ? undefined : rows.get(signedAt(racks.row, rack));
    const part = row === undefined ? undefined : partOfDevice(fabric, device);
    if (row !== undefined && part !== undefined && isPart(part, 'switch'))
      row.switches.set(part, (row.switches.get(part) ?? 0) + 1);
  }
  return [...rows]
    .filter(([, { switches }]) => switches.size > 0)
    .sort(([a], [b]) => a - b)
    .map(([number, row]) => densityOfRow(fabric, number, row));
}

function densityOfRow(fabric: Fabric, number: number, row: Row): RowDensity {
  const parts = [...row.switches];
  const panels = parts.map(([part, count]) => times(count, panelBandwidth(part)));
  const bandwidth = sum(`bandwidth of row ${number}`, 'bit rate', 'sum of front panels', panels);
  const height = totalHeight(parts.map(([part, count]) => times(count, heightOf(part))));
  const length = lengthOf(fabric, number, row);
  return {
    row: number,
    racks: row.racks,
    switches: parts.reduce((sofar, [, count]) => sofar + count, 0),
    bandwidth,
    perHeight: inUnitOf(
      height,
      derived(
        `density of row ${number}`,
        'bit rate density',
        'bandwidth ÷ height',
        [bandwidth, height],
        bandwidth.value / height.value,
      ),
    ),
    perLength: {
      ...derived(
        `bandwidth per length of row ${number}`,
        'bit rate density',
        'bandwidth ÷ length',
        [bandwidth, length],
        bandwidth.value / length.value,
      ),
      unit: 'Tbps/m',
    },
  };
}

function lengthOf({ hall }: Fabric, number: number, { first, last, open }: Row): Derivation {
  const label = `length of row ${number}`;
  if (open) return unknown(label, 'length', `some racks in row ${number} have no position`);
  if (hall === undefined) return unknown(label, 'length', 'there is no `hall` with the pitch of its racks');
  const positions = figure('positions', 'count', last - first + 1);
  const pitch = stated('rack pitch', 'length', hall.values['rack-pitch'], missingOf('hall', hall, 'rack-pitch'));
  return derived(label, 'length', 'positions × rack pitch', [positions, pitch], positions.value * pitch.value);
}
