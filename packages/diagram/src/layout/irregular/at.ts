// Reads a row of a column. Rows are boxes, links and sites of the plan, so each of them exists. One function for each type of column:
// a single one would be slow everywhere.

/** The value in a row of a column of indices. */
export function indexAt(column: Int32Array, row: number): number {
  return column[row] as number;
}

/** The value in a row of a column of coordinates. */
export function realAt(column: Float64Array, row: number): number {
  return column[row] as number;
}
