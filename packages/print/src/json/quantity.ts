// A figure in JSON: a number in the canonical unit, or null with the reason.
import { canonicalUnitIn, type Derivation, printValue } from '@lightloom/core';
import { jsonNumber } from './number.ts';

/** A number with its unit; null with a reason when it is unknown or unlimited. An unknown is never zero. */
type JsonQuantity =
  | { readonly value: number; readonly unit: string; readonly text: string }
  | {
      readonly value: null;
      readonly unit: string;
      readonly text: string;
      readonly reason: string;
      /** Of a sum with an unknown term, the part that is known. */
      readonly atLeast: number | null;
    };

/** The canonical unit of a figure, `1` for a count. */
function unitOf({ dimension, unit }: Derivation): string {
  return dimension === 'count' ? '1' : canonicalUnitIn(dimension, unit);
}

/** One figure. */
export function jsonQuantity(derivation: Derivation): JsonQuantity {
  const { value, known, unknown } = derivation;
  const unit = unitOf(derivation);
  const text = printValue(derivation);
  if (Number.isFinite(value)) return { value: jsonNumber(value), unit, text };
  const reason = unknown ?? (Number.isNaN(value) ? 'a figure it depends on is unknown' : 'it grows without limit');
  return { value: null, unit, text, reason, atLeast: Number.isNaN(value) && known > 0 ? jsonNumber(known) : null };
}

/** One figure without the reason: a number in the canonical unit, null when it is unknown or unlimited. */
export function jsonValue(derivation: Derivation) {
  const value = Number.isFinite(derivation.value) ? jsonNumber(derivation.value) : null;
  return { value, unit: unitOf(derivation), text: printValue(derivation) };
}

/** Figures by name. */
export function jsonQuantities<K extends string>(facts: Readonly<Record<K, Derivation>>): Record<K, JsonQuantity> {
  const entries = Object.entries<Derivation>(facts).map(([name, fact]) => [name, jsonQuantity(fact)]);
  return Object.fromEntries(entries) as Record<K, JsonQuantity>;
}
