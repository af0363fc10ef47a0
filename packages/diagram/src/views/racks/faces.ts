// Devices from the front and from the rear, to scale: cages and what is in them, power supplies, couplings.
import {
  type DeviceClass,
  type Facts,
  firstCageOf,
  heightOf,
  neededOpening,
  type PortGroup,
  printCount,
  printQuantity,
  rackUnitOf,
  signedAt,
  usualOpening,
} from '@lightloom/core';
import { type Face, type FaceRow, grouped } from '../../graph/index.ts';

/** Size of a power supply where it is drawn, in m: that of an M-CRPS module, 73.5 mm by 40 mm (OCP M-CRPS base specification). */
const supply = { width: 0.0735, height: 0.04 };
/** A quick disconnect is drawn as large as its plug, about 25 mm. */
const coupling = 0.025;
/** Drawn where a height is unknown, as in the elevation, in m. */
const assumedHeight = 0.048;
/** A face with more cages than this shows none: they would be too small to see. */
const maxCages = 512;

/** Both sides of a device; without cages where their size is unknown. */
export function facesOf(facts: Facts, device: DeviceClass): { readonly front: Face; readonly rear: Face } {
  const { part } = device;
  const unit = part === undefined ? undefined : rackUnitOf(part);
  const own = part === undefined ? Number.NaN : neededOpening(part).value;
  const width = Number.isNaN(own) ? usualOpening(unit?.name ?? 'RU').value : own;
  const given = part === undefined ? Number.NaN : heightOf(part).value;
  const height = Number.isNaN(given) ? assumedHeight : given;
  return {
    front: { width, rows: part === undefined ? [] : cageRows(facts, device, width, height) },
    rear: { width, rows: rearRows(device, width, height) },
  };
}

/** The cages of a device in as few rows as its width allows, port group beside port group. */
function cageRows(facts: Facts, { part, sample }: DeviceClass, width: number, height: number): FaceRow[] {
  // Co-packaged engines aren't on the front panel.
  const groups = (part?.ports ?? []).filter(({ cage }) => cage.values['light-source']?.value !== 'external');
  const sizes = groups.map(({ cage }) => [cage.values.width?.value, cage.values.height?.value ?? coupling] as const);
  const count = groups.reduce((all, each) => all + each.count, 0);
  if (count === 0 || count > maxCages || sizes.some(([wide]) => wide === undefined)) return [];
  const widthIn = (rows: number): number =>
    groups.reduce((all, each, i) => all + Math.ceil(each.count / rows) * (sizes[i]?.[0] ?? 0), 0);
  let rows = 1;
  while (widthIn(rows) > width + 1e-9 && rows < count) rows++;
  const shrink = Math.min(1, width / widthIn(rows));
  let x = Math.max(0, (width - widthIn(rows)) / 2);
  return groups.flatMap((group, i) => {
    const [wide = 0, tall] = sizes[i] ?? [0, coupling];
    const each = { width: wide * shrink, height: Math.min(tall, height / rows) };
    const top = (height - rows * each.height) / 2;
    const left = x;
    x += Math.ceil(group.count / rows) * each.width;
    const columns = Math.ceil(group.count / rows);
    const place = (cage: number) =>
      [left + (cage % columns) * each.width, top + Math.floor(cage / columns) * each.height] as const;
    return statesOf(facts, sample, group).map(
      ([module, cages]): FaceRow => ({
        kind: module === '' ? 'empty' : 'filled',
        at: cages.map(place),
        ...each,
        detail: `${group.name}: ${printCount(cages.length, `${group.cage.name} cage`)}, ${module === '' ? 'empty' : `with ${module}`}`,
      }),
    );
  });
}

/** The cages of a port group by what is in them: the name of the module, or nothing. */
function statesOf({ fabric }: Facts, device: number, group: PortGroup): [module: string, cages: number[]][] {
  const first = firstCageOf(fabric, device) + group.first;
  const cages = Array.from({ length: group.count }, (_, cage) => cage);
  return [...grouped(cages, (cage) => fabric.parts[signedAt(fabric.cages.module, first + cage)]?.name ?? '')];
}

/** Power supplies in a row, and pairs of couplings beside them. Their places aren't given: they are spread evenly. */
function rearRows({ part }: DeviceClass, width: number, height: number): FaceRow[] {
  const supplies = part?.values.supplies?.value;
  const pairs = (part?.values.couplings?.value ?? []).reduce((all, each) => all + each.count, 0);
  const half = supplies !== undefined && pairs > 0 ? width / 2 : width;
  const row = (kind: FaceRow['kind'], count: number, left: number, size: typeof supply, detail: string): FaceRow => {
    const pitch = half / count;
    const own = { width: Math.min(size.width, pitch * 0.85), height: Math.min(size.height, height * 0.75) };
    const at = Array.from(
      { length: count },
      (_, i) => [left + (i + 0.5) * pitch - own.width / 2, (height - own.height) / 2] as const,
    );
    return { kind, at, ...own, detail };
  };
  return [
    ...(supplies === undefined || supplies.count > 64
      ? []
      : [
          row(
            'supply',
            supplies.count,
            0,
            supply,
            `${supplies.count} × power supply of ${printQuantity(supplies.each, 'power')}`,
          ),
        ]),
    ...(pairs === 0 || pairs > 64
      ? []
      : [
          row(
            'coupling',
            pairs,
            width - half,
            { width: coupling, height: coupling },
            printCount(pairs, 'quick disconnect'),
          ),
        ]),
  ];
}
