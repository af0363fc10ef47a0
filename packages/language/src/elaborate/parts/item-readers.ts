// A reader for each type of value that the catalogue gives to a property.
import type { ValueSpec } from '@lightloom/core';
import { readPart, readParts, readPerPart } from './part-items.ts';
import { readCount, readQuantities, readQuantity, readRange, readSupplies, readTable } from './quantities.ts';
import type { Read, Reading } from './reading.ts';
import { readSelection } from './selections.ts';
import { readText, readWord, readWords } from './words.ts';

type Readers = { readonly [T in ValueSpec['type']]: (reading: Reading, spec: Extract<ValueSpec, { type: T }>) => Read };

const readers: Readers = {
  quantity: readQuantity,
  count: readCount,
  word: readWord,
  words: readWords,
  text: readText,
  part: readPart,
  parts: readParts,
  table: readTable,
  'per part': readPerPart,
  quantities: readQuantities,
  range: readRange,
  supplies: readSupplies,
  selection: readSelection,
};

/** Reads the items of a property, by the type of its value. */
export function readItems<T extends ValueSpec['type']>(reading: Reading, spec: Extract<ValueSpec, { type: T }>): Read {
  return readers[spec.type as T](reading, spec);
}
