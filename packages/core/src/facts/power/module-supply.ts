// Voltage of the modules of a device: a converter or its own supplies may be between them and the busbar.
import { type Derivation, stated, unknown } from '../../figures/derivation.ts';
import { missingIn, type Part } from '../../model/index.ts';
import { nominalVoltage, voltageWindow } from './electrical.ts';

/** Tolerance of a nominal voltage, as a ratio: XPO takes 40 to 60 V, 50 V ± 20 %. */
const nominalTolerance = 0.2;

/** The input voltages of a part. */
export interface InputRange {
  /** In V. */
  readonly low: number;
  /** In V. */
  readonly high: number;
  /** What the part gives: the lowest voltage of its range, or its nominal one. */
  readonly given: Derivation;
  /** The highest voltage of its range; undefined for a nominal one. */
  readonly upTo: Derivation | undefined;
}

/** The input voltages of a part: its range, or 20 % about its nominal voltage; undefined where it gives neither. */
export function inputRange(part: Part): InputRange | undefined {
  const window = voltageWindow(part);
  if (window !== undefined)
    return { low: window.low.value, high: window.high.value, given: window.low, upTo: window.high };
  const nominal = nominalVoltage(part);
  if (nominal === undefined) return undefined;
  const { value } = nominal;
  return { low: value * (1 - nominalTolerance), high: value * (1 + nominalTolerance), given: nominal, upTo: undefined };
}

/**
 * Voltage of the modules in a cage of a device, in V: the `module-voltage` of the device, or the voltage of the busbar if nothing is
 * between them. Unknown if the device takes voltages that its modules don't, or has its own supplies on a busbar that would be wrong
 * for its modules.
 * @param busbar in V
 */
export function moduleSupply(part: Part<'switch'> | Part<'host'>, cage: Part<'cage'>, busbar: Derivation): Derivation {
  const label = `voltage that ${part.name} gives its modules`;
  const { 'module-voltage': given, supplies } = part.values;
  if (given !== undefined) return stated(label, 'voltage', given, '');
  const range = inputRange(cage);
  const isWrong = range !== undefined && (busbar.value < range.low || busbar.value > range.high);
  return hasConverter(part, cage) || (supplies !== undefined && isWrong)
    ? unknown(label, 'voltage', missingIn(part, 'module-voltage'))
    : busbar;
}

/** Whether a device takes none of the voltages that its modules take, so that it must have a converter. */
export function hasConverter(part: Part, cage: Part<'cage'>): boolean {
  const [own, theirs] = [inputRange(part), inputRange(cage)];
  return own !== undefined && theirs !== undefined && (own.low > theirs.high || own.high < theirs.low);
}
