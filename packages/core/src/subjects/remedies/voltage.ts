// Voltages that equipment takes: of a busbar, of a converter.
import type { InputRange } from '../../facts/index.ts';
import { inputRange } from '../../facts/index.ts';
import { type Remedy, setting } from '../../findings/index.ts';
import type { Part } from '../../model/index.ts';
import { printQuantity } from '../../units/index.ts';
import { withinRange } from './hardware.ts';

/** A busbar voltage that equipment takes and the shelves give: that of the type that a rack type is derived from, or the nearest one. */
export function busbarWithin(rack: Part<'rack'> | undefined, range: InputRange): Remedy[] {
  const given = rack?.values['busbar-voltage'];
  if (rack === undefined || given === undefined) return [];
  const windows = [range, ...(rack.values.shelves?.value ?? []).flatMap(({ part }) => inputRange(part) ?? [])];
  const low = Math.max(...windows.map((each) => each.low));
  const high = Math.min(...windows.map((each) => each.high));
  const usual = rack.base?.values['busbar-voltage']?.value ?? Number.NaN;
  if (usual >= low && usual <= high) return [setting(given.origin, 'busbar-voltage', printQuantity(usual, 'voltage'))];
  return low <= high ? withinRange(given, 'busbar-voltage', 'voltage', { low, high }) : [];
}

/** A voltage behind the converter of a box that its modules take. */
export function converterWithin(box: Part<'switch'> | Part<'host'>, range: InputRange): Remedy[] {
  const given = box.values['module-voltage'];
  return given === undefined ? [] : withinRange(given, 'module-voltage', 'voltage', range);
}
