// A figure with its terms and theirs, as a tree.
import type { Derivation } from '@lightloom/core';
import type { Sources } from '../text/source-text.ts';
import { type JsonLocation, jsonLocation } from './location.ts';
import { jsonNumber } from './number.ts';
import { jsonQuantity } from './quantity.ts';

/** A figure: its value, how its terms make it, and the terms themselves. */
export interface JsonDerivation {
  readonly label: string;
  /** How often it counts in what it is a term of. */
  readonly times: number;
  readonly value: ReturnType<typeof jsonQuantity>;
  /** Bounds of an unknown value in the unit of the value; null on a side where none is known. */
  readonly bounds?: { readonly least: number | null; readonly most: number | null };
  readonly formula: string | null;
  /** Where the number comes from, as its author states it. */
  readonly provenance: { readonly kind: 'source' | 'assumed'; readonly text: string } | null;
  readonly location: JsonLocation | null;
  readonly terms: readonly JsonDerivation[];
}

/** A derivation down to the figures that somebody wrote. */
export function jsonDerivation(derivation: Derivation, sources: Sources): JsonDerivation {
  const { label, times = 1, value, bounds, formula, provenance, origin, terms } = derivation;
  const side = (bound: number): number | null => (Number.isFinite(bound) ? jsonNumber(bound) : null);
  return {
    label,
    times,
    value: jsonQuantity(derivation),
    ...(bounds === undefined || !Number.isNaN(value)
      ? {}
      : { bounds: { least: side(bounds.least), most: side(bounds.most) } }),
    formula: formula ?? null,
    provenance:
      provenance === undefined || provenance.kind === 'stated'
        ? null
        : { kind: provenance.kind, text: provenance.text },
    location: jsonLocation(origin, sources),
    terms: terms.map((each) => jsonDerivation(each, sources)),
  };
}
