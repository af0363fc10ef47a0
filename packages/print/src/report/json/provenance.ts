// Where figures come from, in JSON.
import { type Derivation, type DesignReport, figure, type ProvenanceRow, type RestsOn } from '@lightloom/core';
import { jsonLocation } from '../../json/location.ts';
import { jsonQuantities, jsonQuantity } from '../../json/quantity.ts';
import type { Sources } from '../../text/source-text.ts';
import { writtenValue } from '../../wording/value-text.ts';

/** Totals with the parts of each that are assumed, from a draft, without a source and with one. */
export function jsonFigureSources({ footing }: DesignReport) {
  return footing.map(({ name, total, parts }) => ({
    figure: name,
    total: jsonQuantity(total),
    ...jsonQuantities(partsOf(total, parts)),
  }));
}

/** The parts of a total by provenance, as figures of their own. */
function partsOf(total: Derivation, parts: RestsOn): Record<keyof RestsOn, Derivation> {
  const part = (value: number): Derivation => figure(total.label, total.dimension, value);
  return {
    assumed: part(parts.assumed),
    draft: part(parts.draft),
    unsourced: part(parts.unsourced),
    sourced: part(parts.sourced),
  };
}

/** One figure as it is written, with its place. */
export function jsonProvenance(row: ProvenanceRow, sources: Sources) {
  return {
    of: row.of,
    property: row.property,
    value: writtenValue(row, sources),
    library: row.library,
    location: jsonLocation(row.origin, sources),
  };
}
