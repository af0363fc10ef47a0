// Reads a row of a column. Rows are ids that the fabric itself made, so each of them exists.
//
// There is one function for each type of column: the engine compiles a function for the few types of array it has seen, and a
// single one for all columns would be slow everywhere.

/** The value in a row of a column of ids or counts. */
export function unsignedAt(column: Uint32Array, row: number): number {
  return column[row] as number;
}

/** The value in a row of a column of ids where -1 means none. */
export function signedAt(column: Int32Array, row: number): number {
  return column[row] as number;
}

/** The value in a row of a column of quantities; `NaN` where it is unknown. */
export function realAt(column: Float64Array, row: number): number {
  return column[row] as number;
}

/** The value in a row of a column of flags or other small numbers. */
export function byteAt(column: Uint8Array, row: number): number {
  return column[row] as number;
}

/** The number at a place of a list, which must exist. */
export function numberAt(list: readonly number[], place: number): number {
  return list[place] as number;
}

/** The item at a place of a list, which must exist. */
export function itemAt<T extends object | string>(list: readonly T[], place: number): T {
  return list[place] as T;
}
