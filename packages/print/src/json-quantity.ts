// A figure in JSON: a number in the canonical unit, or null with the reason.
import { canonicalUnit, type Derivation, printValue } from '@lightloom/core';
import { jsonNumber } from './json-number.ts';

/** A number with its unit; null with a reason when it is unknown. Never zero for what nobody said. */
export type JsonQuantity =
  | { readonly value: number; readonly unit: string; readonly text: string }
  | {
      readonly value: null;
      readonly unit: string;
      readonly text: string;
      readonly reason: string;
      /** Of a sum that lacks a term, what is known. */
      readonly atLeast: number | null;
    };

/** One figure. */
export function quantity(derivation: Derivation): JsonQuantity {
  const { value, known, dimension, unknown } = derivation;
  const unit = dimension === 'count' ? '1' : canonicalUnit[dimension];
  const text = printValue(derivation);
  if (Number.isFinite(value)) return { value: jsonNumber(value), unit, text };
  const reason = unknown ?? (Number.isNaN(value) ? 'a figure it rests on is unknown' : 'it grows without bound');
  return { value: null, unit, text, reason, atLeast: Number.isNaN(value) && known > 0 ? jsonNumber(known) : null };
}

/** Figures by name. */
export function quantities<K extends string>(facts: Readonly<Record<K, Derivation>>): Record<K, JsonQuantity> {
  const entries = Object.entries<Derivation>(facts).map(([name, fact]) => [name, quantity(fact)]);
  return Object.fromEntries(entries) as Record<K, JsonQuantity>;
}
