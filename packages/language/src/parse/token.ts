// The tokens of a file, in columns: kind, start, end.

/** What a token is. Words of the language are names; the parser looks at their text. */
export const Kind = {
  end: 0,
  name: 1,
  number: 2,
  quantity: 3,
  text: 4,
  braceOpen: 5,
  braceClose: 6,
  bracketOpen: 7,
  bracketClose: 8,
  parenOpen: 9,
  parenClose: 10,
  comma: 11,
  colon: 12,
  dot: 13,
  dots: 14,
  slash: 15,
  star: 16,
  plus: 17,
  minus: 18,
  times: 19,
  equals: 20,
  comparator: 21,
  unknown: 22,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Where a syntax problem is and what to say. */
export interface SyntaxProblem {
  readonly rule: string;
  readonly message: string;
  readonly help?: string;
  /** The word that was likely meant in place of what stands there. */
  readonly meant?: string;
  readonly start: number;
  readonly end: number;
  readonly related?: { readonly start: number; readonly end: number; readonly message: string };
}

/** All tokens of a text. The last one is always {@link Kind.end}. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly problems: readonly SyntaxProblem[];
}
