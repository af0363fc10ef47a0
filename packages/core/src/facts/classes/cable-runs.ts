// The path of a cable from rack to rack along the cable tray, which `length auto` is computed from.
//
// A cable climbs to the tray at one end, follows it along the row and across the rows, and comes down at the other:
// 2 × tray height + positions × rack pitch + rows × row pitch. Within a rack it is as long as the rack is high.

import { type Derivation, derived, figure, stated, sum, times, unknown } from '../../figures/derivation.ts';
import {
  deviceName,
  type Fabric,
  isAuto,
  itemAt,
  type LinkGroup,
  missingOf,
  partOfRack,
  rackName,
  rackOfDevice,
  signedAt,
} from '../../model/index.ts';
import { heightOf } from '../parts/height.ts';

export interface CableRuns {
  /** A number that is equal for pairs of devices at the same distance. */
  between(deviceA: number, deviceB: number): number;
  /** Length of a cable of some links over such a distance, with its slack, in m. */
  length(run: number, group: LinkGroup): Derivation;
}

/** Whether any link computes its length from the positions of the racks. */
export function hasAutoLengths(fabric: Fabric): boolean {
  return fabric.linkGroups.some((group) => isAuto(group.medium.length));
}

export function cableRuns(fabric: Fabric): CableRuns {
  const { row, position, count } = fabric.racks;
  const runs: Derivation[] = [];
  const known = new Map<string, number>();
  const byRacks = new Map<number, number>();
  const runOf = (key: string, make: () => Derivation): number => {
    let run = known.get(key);
    if (run === undefined) {
      known.set(key, (run = runs.length));
      runs.push(make());
    }
    return run;
  };

  const betweenRacks = (a: number, b: number): number => {
    if (a === b) {
      const part = partOfRack(fabric, a);
      return runOf(`within ${part?.index ?? -1}`, () => withinRack(fabric, a));
    }
    const open = [a, b].find((rack) => row[rack] === 0 || position[rack] === 0);
    if (open !== undefined)
      return runOf('no position', () => nowhere(`${rackName(fabric, open)} has no row and position`));
    const rows = Math.abs(signedAt(row, a) - signedAt(row, b));
    const places = Math.abs(signedAt(position, a) - signedAt(position, b));
    return runOf(`${rows} ${places}`, () => alongTray(fabric, rows, places));
  };

  return {
    between(deviceA, deviceB) {
      const a = rackOfDevice(fabric, deviceA);
      const b = rackOfDevice(fabric, deviceB);
      if (a < 0 || b < 0)
        return runOf('not placed', () => nowhere(`${deviceName(fabric, a < 0 ? deviceA : deviceB)} isn't in a rack`));
      const key = Math.min(a, b) * count + Math.max(a, b);
      let run = byRacks.get(key);
      if (run === undefined) byRacks.set(key, (run = betweenRacks(a, b)));
      return run;
    },
    length(run, { medium }) {
      const path = itemAt(runs, run);
      const { slack } = medium;
      if (slack === undefined) return { ...path, label: 'length' };
      const extra =
        slack.unit === '%'
          ? derived(
              'slack',
              'length',
              'path × slack',
              [path, stated('slack', 'ratio', slack, '')],
              path.value * slack.value,
            )
          : stated('slack', 'length', slack, '');
      return sum('length', 'length', 'path + slack', [path, extra]);
    },
  };
}

function nowhere(why: string): Derivation {
  return unknown('path of the cable', 'length', why);
}

function withinRack(fabric: Fabric, rack: number): Derivation {
  const part = partOfRack(fabric, rack);
  if (part === undefined) return nowhere(`the type of ${rackName(fabric, rack)} is unknown`);
  const height = heightOf(part);
  return derived('path of the cable', 'length', 'height of the rack, within it', [height], height.value);
}

function alongTray(fabric: Fabric, rows: number, places: number): Derivation {
  const { hall } = fabric;
  if (hall === undefined) return nowhere('there is no `hall` with the pitch of its racks');
  const given = (name: 'rack-pitch' | 'row-pitch' | 'tray-height'): Derivation =>
    stated(name.replace('-', ' '), 'length', hall.values[name], missingOf('hall', hall, name));
  const terms = [times(2, given('tray-height'))];
  // Pitches that the cable doesn't cross aren't needed.
  if (places > 0) terms.push(times(places, given('rack-pitch')));
  if (rows > 0) terms.push(times(rows, given('row-pitch')));
  return sum('path of the cable', 'length', '2 × tray height + positions × rack pitch + rows × row pitch', terms);
}

/**
 * The least that a cable between two racks can be long, in m: as {@link CableRuns}, from the top of each rack. Undefined where the racks
 * are neighbors or one and the same, as cables also go through their sides, and where the hall or their positions aren't known.
 */
export function leastRun(fabric: Fabric, a: number, b: number): Derivation | undefined {
  const { hall, racks } = fabric;
  const rows = Math.abs(signedAt(racks.row, a) - signedAt(racks.row, b));
  const places = Math.abs(signedAt(racks.position, a) - signedAt(racks.position, b));
  const isOpen = [a, b].some((rack) => racks.row[rack] === 0 || racks.position[rack] === 0);
  if (hall === undefined || isOpen || (rows === 0 && places <= 1)) return undefined;
  const { 'tray-height': tray, 'rack-pitch': pitch, 'row-pitch': across } = hall.values;
  if (tray === undefined || (places > 0 && pitch === undefined) || (rows > 0 && across === undefined)) return undefined;
  const terms = [a, b].map((rack) => {
    const part = partOfRack(fabric, rack);
    const height = part === undefined ? Number.NaN : heightOf(part).value;
    const climb = height < tray.value ? tray.value - height : 0;
    return figure(`from the top of ${rackName(fabric, rack)} to the tray`, 'length', climb, tray.origin);
  });
  if (places > 0) terms.push(times(places, stated('rack pitch', 'length', pitch, '')));
  if (rows > 0) terms.push(times(rows, stated('row pitch', 'length', across, '')));
  return sum('shortest path of the cable', 'length', 'to the tray + positions × rack pitch + rows × row pitch', terms);
}
