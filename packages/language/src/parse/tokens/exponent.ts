// Exponents of numbers, as other languages write them: `1e3`.

const exponent = /[eE][+-]?[0-9]{1,3}(?![0-9A-Za-z_])/y;

/**
 * An exponent behind the digits of a number, and the number without it where that is short. A name may look like one: it is an exponent
 * where a unit follows.
 * @param start where the digits start, and where they end
 */
export function exponentOf(
  text: string,
  start: number,
  end: number,
): { readonly end: number; readonly suggestion?: string; readonly isEvident?: true } | undefined {
  exponent.lastIndex = end;
  if (!exponent.test(text)) return undefined;
  const to = exponent.lastIndex;
  const value = Number(text.slice(start, to));
  return value >= 1e-6 && value < 1e15 ? { end: to, suggestion: String(value), isEvident: true } : { end: to };
}
