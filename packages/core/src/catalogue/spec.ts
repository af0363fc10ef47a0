// The shapes a property's value may take, as data that the language and the types below both read.
import type { Dimension } from '../units/index.ts';
import type { PartKind } from './kinds.ts';

/** A number with a unit: `400 W`. */
export interface QuantitySpec<D extends Dimension = Dimension> {
  readonly type: 'quantity';
  readonly dimension: D;
  /** The value is a limit and may be written with this comparison, as `return <= 55 °C`. */
  readonly bound?: '<=' | '>=';
  /** The word `auto` is a value too. */
  readonly auto?: true;
  /** A share of it, in percent, is a value too. */
  readonly share?: true;
  /** The unit to suggest, where it isn't that of the dimension. */
  readonly usual?: string;
}
/** A whole number without a unit: `64`. */
export interface CountSpec {
  readonly type: 'count';
  /** Any number from this one on is a value, whole or not. */
  readonly from?: number;
}
/** One word of a closed list: `half-retimed`. */
export interface WordSpec<W extends string = string> {
  readonly type: 'word';
  readonly words: readonly W[];
}
/** Words of a closed list with how many of each, in order: `2 x type-B, 1 x type-A`. */
export interface WordsSpec<W extends string = string> {
  readonly type: 'words';
  readonly words: readonly W[];
}
/** A text between quotes. */
export interface TextSpec {
  readonly type: 'text';
}
/** A part by its name: `Tomahawk6`. */
export interface PartSpec<K extends PartKind = PartKind> {
  readonly type: 'part';
  readonly kind: K;
}
/** Parts with how many of each: `16 x 800GBASE-DR4, 2 x LC low-loss`. */
export interface PartsSpec<K extends PartKind = PartKind> {
  readonly type: 'parts';
  readonly kind: K;
}
/** A quantity that depends on another: `1014.3 kg/m³ at 40 °C, 1016.8 kg/m³ at 35 °C`. */
export interface TableSpec<D extends Dimension = Dimension, At extends Dimension = Dimension> {
  readonly type: 'table';
  readonly dimension: D;
  readonly at: At;
}
/** A quantity that depends on a part: `60 m on OM3, 100 m on OM4`. */
export interface PerPartSpec<D extends Dimension = Dimension, K extends PartKind = PartKind> {
  readonly type: 'per part';
  readonly dimension: D;
  readonly kind: K;
}
/** Quantities in order, each with how many times: `2 x 80 km, 60 km`. */
export interface QuantitiesSpec<D extends Dimension = Dimension> {
  readonly type: 'quantities';
  readonly dimension: D;
}
/** From one quantity to another: `40 V..60 V`. */
export interface RangeSpec<D extends Dimension = Dimension> {
  readonly type: 'range';
  readonly dimension: D;
}
/** Power supplies with their redundancy: `3 x 1.5 kW, n+1`. */
export interface SuppliesSpec {
  readonly type: 'supplies';
}
/** Installed things by a selector: `A, B`, or with redundancy `cdu[*], n+1`. */
export interface SelectionSpec<T extends SelectableKind = SelectableKind> {
  readonly type: 'selection';
  readonly of: T;
  /** Whether `n+1` may follow. */
  readonly redundancy?: true;
}
/** What a selection property can point at. */
export type SelectableKind = 'loop' | 'branch' | 'feed' | 'cdu' | 'rack' | 'group' | 'group or device' | 'any';

export type ValueSpec =
  | QuantitySpec
  | CountSpec
  | WordSpec
  | WordsSpec
  | TextSpec
  | PartSpec
  | PartsSpec
  | TableSpec
  | PerPartSpec
  | QuantitiesSpec
  | RangeSpec
  | SuppliesSpec
  | SelectionSpec;

/** One property: what it may hold and what it means. */
export interface PropertySpec<V extends ValueSpec = ValueSpec> {
  readonly value: V;
  /** One line for hover, completion and the reference. */
  readonly doc: string;
  /** Only on what is installed, never on a type. */
  readonly installedOnly?: true;
}

/** One kind of thing and its properties. */
export interface KindSpec {
  readonly doc: string;
  readonly properties: Readonly<Record<string, PropertySpec>>;
}

const property = <V extends ValueSpec>(value: V, doc: string): PropertySpec<V> => ({ value, doc });

/** A quantity property. */
export const amount = <D extends Dimension>(dimension: D, doc: string, usual?: string): PropertySpec<QuantitySpec<D>> =>
  property({ type: 'quantity', dimension, ...(usual === undefined ? {} : { usual }) }, doc);

/** A quantity that may be left to the tool, as `length auto`. */
export const automatic = <D extends Dimension>(dimension: D, doc: string): PropertySpec<QuantitySpec<D>> =>
  property({ type: 'quantity', dimension, auto: true }, doc);

/** A quantity, or a share of what it is of: `2 m`, `10 %`. */
export const amountOrShare = <D extends Dimension>(dimension: D, doc: string): PropertySpec<QuantitySpec<D>> =>
  property({ type: 'quantity', dimension, share: true }, doc);

/** A quantity that is a limit, written with or without its comparison. */
export const bound = <D extends Dimension>(
  dimension: D,
  sign: '<=' | '>=',
  doc: string,
): PropertySpec<QuantitySpec<D>> => property({ type: 'quantity', dimension, bound: sign }, doc);

/** A whole number. */
export const count = (doc: string): PropertySpec<CountSpec> => property({ type: 'count' }, doc);

/** A plain number of at least another, whole or not. */
export const ratioAbove = (from: number, doc: string): PropertySpec<CountSpec> =>
  property({ type: 'count', from }, doc);

/** One of some words. */
export const word = <const W extends string>(words: readonly W[], doc: string): PropertySpec<WordSpec<W>> =>
  property({ type: 'word', words }, doc);

/** Some words, with how many of each. */
export const words = <const W extends string>(list: readonly W[], doc: string): PropertySpec<WordsSpec<W>> =>
  property({ type: 'words', words: list }, doc);

/** A quoted text. */
export const text = (doc: string): PropertySpec<TextSpec> => property({ type: 'text' }, doc);

/** One part. */
export const part = <K extends PartKind>(kind: K, doc: string): PropertySpec<PartSpec<K>> =>
  property({ type: 'part', kind }, doc);

/** Counted parts. */
export const parts = <K extends PartKind>(kind: K, doc: string): PropertySpec<PartsSpec<K>> =>
  property({ type: 'parts', kind }, doc);

/** A quantity given at values of another. */
export const table = <D extends Dimension, At extends Dimension>(
  dimension: D,
  at: At,
  doc: string,
): PropertySpec<TableSpec<D, At>> => property({ type: 'table', dimension, at }, doc);

/** A quantity given for some parts. */
export const perPart = <D extends Dimension, K extends PartKind>(
  dimension: D,
  kind: K,
  doc: string,
): PropertySpec<PerPartSpec<D, K>> => property({ type: 'per part', dimension, kind }, doc);

/** A window. */
export const range = <D extends Dimension>(dimension: D, doc: string): PropertySpec<RangeSpec<D>> =>
  property({ type: 'range', dimension }, doc);

/** Quantities in order. */
export const amounts = <D extends Dimension>(dimension: D, doc: string): PropertySpec<QuantitiesSpec<D>> =>
  property({ type: 'quantities', dimension }, doc);

/** Power supplies. */
export const supplies = (doc: string): PropertySpec<SuppliesSpec> => property({ type: 'supplies' }, doc);

/** Installed things. */
export const selection = <T extends SelectableKind>(
  of: T,
  doc: string,
  options: { readonly redundancy?: true } = {},
): PropertySpec<SelectionSpec<T>> => ({ value: { type: 'selection', of, ...options }, doc, installedOnly: true });

/** The same property, but only for what is installed. */
export const installed = <V extends ValueSpec>(spec: PropertySpec<V>): PropertySpec<V> => ({
  ...spec,
  installedOnly: true,
});
