// A part with its figures as written, for listings of the part library.
import { type PartKind, type PropertySpec, propertiesOf } from '../catalogue/index.ts';
import { type Given, type Part, type Provenance, propertyOf } from '../model/index.ts';
import type { Origin } from '../source/index.ts';
import { canonicalUnitIn, unknownText } from '../units/index.ts';

/** A property of a part, for a reader. */
export interface PartFigure {
  readonly property: string;
  /** The value as it is written, or `unknown`. */
  readonly text: string;
  /** In the canonical unit; null for `unknown`, undefined for what isn't a single number. */
  readonly value: number | null | undefined;
  /** The canonical unit of that number; undefined for a plain count. */
  readonly unit: string | undefined;
  readonly provenance: Provenance;
}

/** A part with its figures. */
export interface PartRow {
  readonly name: string;
  readonly kind: PartKind;
  /** The part it is based on. */
  readonly base: string | undefined;
  /** What to import: `std/xpo`. */
  readonly file: string;
  readonly doc: string;
  /** In the order of the catalogue. */
  readonly figures: readonly PartFigure[];
  readonly ports: readonly { readonly name: string; readonly count: number; readonly cage: string }[];
}

/**
 * The row of a part.
 * @param file what to import for it
 * @param textAt the text at an origin
 */
export function partRow(part: Part, file: string, textAt: (origin: Origin) => string): PartRow {
  const figures = Object.entries(propertiesOf(part.kind)).flatMap(([name, spec]) => figureOf(part, name, spec, textAt));
  return {
    name: part.name,
    kind: part.kind,
    base: part.base?.name,
    file,
    doc: part.doc ?? '',
    figures,
    ports: part.ports.map(({ name, count, cage }) => ({ name, count, cage: cage.name })),
  };
}

function figureOf(
  part: Part,
  property: string,
  { value: spec }: PropertySpec,
  textAt: (origin: Origin) => string,
): PartFigure[] {
  const given = propertyOf(part.values, property);
  const unit = spec.type === 'quantity' ? canonicalUnitIn(spec.dimension, given?.unit) : undefined;
  if (given !== undefined) {
    const isNumber = spec.type === 'quantity' || spec.type === 'count';
    const value = isNumber ? (given as Given<number>).value : undefined;
    return [{ property, text: withoutName(textAt(given.origin)), value, unit, provenance: given.provenance }];
  }
  const declared = Object.hasOwn(part.unknowns, property) ? part.unknowns[property] : undefined;
  return declared === undefined
    ? []
    : [{ property, text: unknownText, value: null, unit, provenance: declared.provenance }];
}

/** `power   400 W` without its name and the spaces that align it. */
function withoutName(text: string): string {
  return text.replace(/^\S+\s+/, '').replace(/\s+/g, ' ');
}
