// Numbers as other programs read them.

/** A number without the noise of floating arithmetic behind its twelfth digit, so that equal designs give equal files. */
export function jsonNumber(value: number): number {
  return Number(value.toPrecision(12));
}
