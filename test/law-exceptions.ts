// What the laws of architecture.test.ts don't hold for: rows of equal things, and the readers of columns.

/** Folders that may hold any number of files, because these are equal things in a row. */
export const rowsOfEqualThings: readonly RegExp[] = [
  /^packages\/core\/src\/rules\/[a-z]+$/,
  /^packages\/language\/library$/,
  /^packages\/(?:cli|print)\/test\/goldens\b/,
  /^packages\/cli\/test\/scenarios$/,
  /^docs\/rules\/[a-z]+$/,
  /^docs\/decisions$/,
  /^test\/cases\/[a-z]+$/,
];

/** Files that may cast what they read from a column to a number: the readers, which everything else calls, and the growing column. */
export const columnReaders: readonly string[] = [
  'packages/core/src/model/at.ts',
  'packages/core/src/model/column.ts',
  'packages/diagram/src/layout/irregular/at.ts',
];
