// Short phrases that several drawings use.
import {
  type Derivation,
  exceeds,
  type Facts,
  printCount,
  printNumber,
  printQuantity,
  printValue,
} from '@lightloom/core';
import { known } from './json-values.ts';

/** A value as drawings show it: `48.544 kW`, and of a power that is known in part, that part. */
export function drawnValue(value: Derivation): string {
  return isInPart(value) ? `at least ${printQuantity(value.known, 'power')}` : printValue(value);
}

/** Whether a power is unknown, but for a part of it. */
function isInPart({ dimension, value, known }: Derivation): boolean {
  return dimension === 'power' && Number.isNaN(value) && known > 0;
}

/** Whether nothing of a value is known. */
function isUnknown(value: Derivation): boolean {
  return Number.isNaN(value.value) && !isInPart(value);
}

/** `48.544 kW`, `6.627 MW`; `unknown` for `NaN`. @param watts W */
export const drawnPower = (watts: number): string => printQuantity(watts, 'power');

/** `8 × XpoSpine`, or `XpoSpine` for one. */
export function times(count: number, name: string): string {
  return count === 1 ? name : `${printNumber(count, 0)} × ${name}`;
}

/** `2.524 kW`, or `power unknown`. */
export function valueOr(value: Derivation, name: string): string {
  return isUnknown(value) ? `${name} unknown` : drawnValue(value);
}

/** `24 switches`; undefined for none. */
export function countIfAny(count: number, singular: string, plural?: string): string | undefined {
  return count === 0 ? undefined : printCount(count, singular, plural);
}

/** `30.288 kW of 120 kW`, in words where one of them is unknown. */
export function ofLimit(value: Derivation, limit: Derivation, name: string): string {
  if (isUnknown(value))
    return joined([`${name} unknown`, Number.isNaN(limit.value) ? undefined : `limit ${drawnValue(limit)}`]);
  return Number.isNaN(limit.value)
    ? `${drawnValue(value)}, limit unknown`
    : `${drawnValue(value)} of ${drawnValue(limit)}`;
}

/** A value as a share of its limit, for a color: null where it is unknown, unless what is known of it is over the limit already. */
export function shareOfLimit(value: Derivation, limit: Derivation): number | null {
  const share = known(value.value / limit.value);
  return share === null && exceeds(value.known, limit.value) ? value.known / limit.value : share;
}

/** `27.588 kW to liquid`, `heat to liquid unknown`. */
export function heatText(heat: Derivation, where: string): string {
  return isUnknown(heat) ? `heat ${where} unknown` : `${drawnValue(heat)} ${where}`;
}

/** What the figures are based on. */
export function basisText({ basis }: Facts): string {
  return basis === 'typical' ? 'typical' : 'worst case';
}

/** A sentence for each reason why a figure is unknown. */
export function unknownReasons(values: readonly Derivation[]): string[] {
  return [...new Set(values.flatMap((each) => (each.unknown === undefined ? [] : [`Unknown: ${each.unknown}.`])))];
}

/** Short figures in one line. */
export function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((each) => each !== undefined && each !== '').join(' · ');
}
