// Kinds of characters, by their codes.

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
export const isWord = (code: number): boolean => isLetter(code) || isDigit(code);

/** What groups of three digits are set apart by: an apostrophe, an underscore, or a space that is not the usual one. */
export const isGroupSign = (code: number): boolean =>
  code === 39 || code === 95 || code === 0x2019 || code === 0xa0 || code === 0x2009 || code === 0x202f;
