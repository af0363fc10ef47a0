// Cells that several tables of the report have.
import { type Derivation, type Part, printNumber, printValue } from '@lightloom/core';
import type { FullCell, State } from '../../blocks/block.ts';
import type { Rich } from '../../blocks/rich.ts';
import { ratioText, valueText } from '../../wording/value-text.ts';

/** The name of a part, `unknown` without one. */
export function partName(part: Part | undefined): string {
  return part?.name ?? 'unknown';
}

/** A number of things. */
export function count(value: number): FullCell {
  return { text: printNumber(value), order: value };
}

/** A quantity with its unit. */
export function quantity(value: Derivation): FullCell {
  return shown(value, valueText(value));
}

/** A ratio as the field writes it: `3 : 1`. */
export function ratio(value: Derivation): FullCell {
  return shown(value, ratioText(value));
}

/** `60 m of 500 m`: a value of its limit, where the limit is known. */
export function ofLimit(value: Derivation, limit: Derivation): FullCell {
  const text = Number.isNaN(limit.value) ? valueText(value) : `${valueText(value)} of ${printValue(limit)}`;
  return shown(value, text);
}

/** The same for what must not be over its limit. */
export function withinLimit(value: Derivation, limit: Derivation): FullCell {
  const cell = ofLimit(value, limit);
  const share = (Number.isNaN(value.value) ? value.known : value.value) / limit.value;
  return Number.isFinite(share) && share > 0 ? { ...cell, share } : cell;
}

/** A value with a text of its own. */
export function shown(value: Derivation, text: Rich): FullCell {
  const state: { state?: State } = Number.isNaN(value.value) && value.isNone !== true ? { state: 'open' } : {};
  return { text, order: value.value, ...state };
}
