// A part: something one buys, with everything its author wrote about it. The types of its values follow from the catalogue.
import type {
  Catalogue,
  CountSpec,
  Kind,
  PartKind,
  PartSpec,
  PartsSpec,
  PerPartSpec,
  PropertySpec,
  QuantitiesSpec,
  QuantitySpec,
  RangeSpec,
  SelectionSpec,
  SuppliesSpec,
  TableSpec,
  TextSpec,
  WordSpec,
  WordsSpec,
} from '../catalogue/index.ts';
import type { DeclarationKey, Origin } from '../source/origin.ts';
import type { Dimension, Quantity } from '../units/index.ts';
import type { Axis } from './axis.ts';
import type { Selection } from './selection.ts';

/** Where a number comes from, as its author gives it. */
export interface Provenance {
  readonly kind: 'stated' | 'source' | 'assumed';
  /** The source, or why it was assumed. */
  readonly text: string;
}

/** A value that somebody wrote. */
export interface Given<T> {
  readonly value: T;
  readonly origin: Origin;
  readonly provenance: Provenance;
  /** The unit as written, where the choice of unit means something (`OU` or `RU`). */
  readonly unit?: string;
}

/** A value that somebody wrote as unknown. */
export interface Unknown {
  readonly origin: Origin;
  /** Where it was looked for, or why it is unknown. */
  readonly provenance: Provenance;
}

/** Parts with a count, as `4 x MPO16 low-loss`. */
export interface Counted<K extends PartKind> {
  readonly count: number;
  readonly part: Part<K>;
  readonly lowLoss: boolean;
  readonly origin: Origin;
}

/** A word with a count, as `2 x type-B`. */
export interface CountedWord<W extends string = string> {
  readonly count: number;
  readonly word: W;
  readonly origin: Origin;
}

/** A row of a table: a value at a value of something else. */
export interface TableRow<D extends Dimension, At extends Dimension> {
  readonly value: Quantity<D>;
  /** Undefined when the value holds everywhere. */
  readonly at: Quantity<At> | undefined;
}

/** A value that holds for one part, or for all that have no row of their own. */
export interface PerPart<D extends Dimension, K extends PartKind> {
  readonly value: Quantity<D>;
  readonly part: Part<K> | undefined;
}

/** A quantity with how many times it occurs, as `2 x 80 km`. */
export interface CountedQuantity<D extends Dimension = Dimension> {
  readonly count: number;
  readonly value: Quantity<D>;
}

/** How much of a set may fail. `n+1` has one spare; `n+n` (or `2n`) as many again. */
export type Redundancy = { readonly spare: number } | { readonly mirrored: true };

export interface Supplies {
  readonly count: number;
  readonly each: Quantity<'power'>;
  readonly redundancy: Redundancy | undefined;
}

export interface Selected {
  readonly selection: Selection;
  /** What it names of other families, where a property takes several: groups and devices. */
  readonly others?: readonly Selection[];
  readonly redundancy: Redundancy | undefined;
}

type ValueOf<S> =
  S extends QuantitySpec<infer D>
    ? Quantity<D>
    : S extends CountSpec
      ? number
      : S extends WordSpec<infer W>
        ? W
        : S extends WordsSpec<infer W>
          ? readonly CountedWord<W>[]
          : S extends TextSpec
            ? string
            : S extends PartSpec<infer K>
              ? Part<K>
              : S extends PartsSpec<infer K>
                ? readonly Counted<K>[]
                : S extends TableSpec<infer D, infer At>
                  ? readonly TableRow<D, At>[]
                  : S extends PerPartSpec<infer D, infer K>
                    ? readonly PerPart<D, K>[]
                    : S extends QuantitiesSpec<infer D>
                      ? readonly CountedQuantity<D>[]
                      : S extends RangeSpec<infer D>
                        ? { readonly from: Quantity<D>; readonly to: Quantity<D> }
                        : S extends SuppliesSpec
                          ? Supplies
                          : S extends SelectionSpec
                            ? Selected
                            : never;

/** The values of one kind of thing; a property that is missing is unknown. */
export type Values<K extends Kind> = {
  readonly [P in keyof Catalogue[K]['properties']]?: Catalogue[K]['properties'][P] extends PropertySpec<infer S>
    ? Given<ValueOf<S>>
    : never;
};

/** A group of equal cages on a switch or host, as `ports up[1..4] : XPO`. */
export interface PortGroup {
  readonly name: string;
  readonly cage: Part<'cage'>;
  readonly axes: readonly Axis[];
  /** Cages in the group. */
  readonly count: number;
  /** The group's first cage, counted within its device. */
  readonly first: number;
  /** Power these cages feed, where it differs from the form factor. */
  readonly power: Given<Quantity<'power'>> | undefined;
  readonly origin: Origin;
}

/** A type of part. Values are inherited already. */
export interface Part<K extends PartKind = PartKind> {
  readonly kind: K;
  readonly name: string;
  /** Place in {@link Fabric.parts}. */
  readonly index: number;
  /** The declaration; a part derived from it for one thing that differs shares it. */
  readonly declaration: DeclarationKey;
  /** All of the declaration's text. */
  readonly origin: Origin;
  readonly base: Part<K> | undefined;
  /** Whether it ships with the tool. */
  readonly library: boolean;
  readonly values: Values<K>;
  /** Properties that are given as unknown, by name; none of them is among the values. */
  readonly unknowns: Readonly<Record<string, Unknown>>;
  /** Cages, on switches and hosts. */
  readonly ports: readonly PortGroup[];
  /** What its author wrote above it. */
  readonly doc: string | undefined;
}
