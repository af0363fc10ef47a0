// What the laws of architecture.test.ts don't hold for: rows of equal things.

/** Folders that may hold any number of files, because these are equal things in a row. */
export const rowsOfEqualThings: readonly RegExp[] = [
  /^packages\/core\/src\/rules\/[a-z]+$/,
  /^packages\/language\/library$/,
  /^packages\/cli\/test\/goldens\//,
  /^docs\/rules\/[a-z]+$/,
];
