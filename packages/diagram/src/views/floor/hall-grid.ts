// Where racks stand: the grid of rows and positions, in meters.
import { type Facts, printQuantity, signedAt } from '@lightloom/core';
import type { FloorGroup } from '../../graph/index.ts';

/** Drawn where the hall doesn't give them, in m: usual for racks of 600 mm with an aisle in front and behind. */
const usual = { rack: 0.6, row: 3 };
/** Depth of a rack, in m: 1,200 mm, the usual depth of an EIA rack for servers; rack types don't give theirs. */
const rackDepth = 1.2;
/** With more the racks are too small to see. */
const most = { racks: 4_000, rows: 60, positions: 120 };
/** Every so many positions have a number. */
const numbered = 4;

/** The grid of a hall. */
export interface HallGrid
  extends Pick<FloorGroup, 'width' | 'depth' | 'rack' | 'rows' | 'positions' | 'aisles' | 'tray'> {
  /** Racks of each row, in the order of their positions. */
  readonly inRows: readonly (readonly number[])[];
  /** Left edge of a rack in m. */
  left(rack: number): number;
  /** What of it is assumed, in sentences. */
  readonly assumed: readonly string[];
}

/** Whether every rack has a row, and there are as many as can be seen. */
export function hasFloor({ fabric: { racks } }: Facts): boolean {
  if (racks.count < 2 || racks.count > most.racks || racks.row.some((row) => row <= 0)) return false;
  const positions = racks.position.filter((each) => each > 0);
  return new Set(racks.row).size <= most.rows && (positions.length === 0 || extent(positions) <= most.positions);
}

const extent = (numbers: Int32Array): number => Math.max(...numbers) - Math.min(...numbers) + 1;

/** Rows from the first to the last, positions from left to right: racks without one are in the order of their names. */
export function hallGrid({ fabric }: Facts): HallGrid {
  const { racks, hall } = fabric;
  const pitch = { rack: hall?.values['rack-pitch']?.value, row: hall?.values['row-pitch']?.value };
  const [wide, deep] = [pitch.rack ?? usual.rack, pitch.row ?? usual.row];
  const numbers = [...new Set(racks.row)].sort((a, b) => a - b);
  const [first = 1] = numbers;
  const ids = Array.from({ length: racks.count }, (_, rack) => rack);
  const positioned = racks.position.every((each) => each > 0);
  const low = positioned ? Math.min(...racks.position) : 1;
  const inRows = numbers.map((row) =>
    ids
      .filter((rack) => signedAt(racks.row, rack) === row)
      .sort((a, b) => signedAt(racks.position, a) - signedAt(racks.position, b) || a - b),
  );
  const place = new Map(
    inRows.flatMap((row) =>
      row.map((rack, i) => [rack, positioned ? signedAt(racks.position, rack) - low : i] as const),
    ),
  );
  const count = Math.max(...place.values()) + 1;
  const rows = numbers.map((row) => ({ y: (row - first) * deep, label: `Row ${row}` }));
  const aisle = deep - rackDepth;
  return {
    inRows,
    left: (rack) => (place.get(rack) ?? 0) * wide,
    width: count * wide,
    depth: (rows.at(-1)?.y ?? 0) + Math.min(rackDepth, deep),
    rack: { width: wide, depth: Math.min(rackDepth, deep) },
    rows,
    positions: Array.from({ length: count }, (_, i) => low + i)
      .filter((position) => position === low || position % numbered === 0)
      .map((position) => ({ x: (position - low) * wide, label: String(position) })),
    aisles: rows.slice(1).flatMap(({ y }, i) => {
      const top = (rows[i]?.y ?? 0) + rackDepth;
      return aisle > 0.3 ? [{ y: top, depth: y - top, label: `aisle ${printQuantity(y - top, 'length')}` }] : [];
    }),
    tray: hall?.values['tray-height'] !== undefined,
    assumed: [
      `Racks are drawn ${printQuantity(rackDepth, 'length')} deep: their types don't give a depth.`,
      ...(pitch.rack === undefined || pitch.row === undefined
        ? [
            `The \`hall\` doesn't give ${[...(pitch.rack === undefined ? ['a `rack-pitch`'] : []), ...(pitch.row === undefined ? ['a `row-pitch`'] : [])].join(' and ')}: drawn as ${[...(pitch.rack === undefined ? [`${printQuantity(usual.rack, 'length')} for a rack`] : []), ...(pitch.row === undefined ? [`${printQuantity(usual.row, 'length')} for a row`] : [])].join(' and ')}.`,
          ]
        : []),
      ...(positioned ? [] : ['Racks without a position are in the order of their names.']),
    ],
  };
}
