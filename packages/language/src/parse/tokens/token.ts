// The tokens of a file, in columns: kind, start, end.

/** What a token is. Words of the language are names; the parser compares their text. */
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

/** The codes of syntax problems. */
export type SyntaxRule = `syntax/${
  | 'character'
  | 'expected'
  | 'keyword'
  | 'no-value'
  | 'not-text'
  | 'separator'
  | 'too-deep'
  | 'too-long'
  | 'unclosed'
  | 'unclosed-comment'
  | 'unclosed-text'
  | 'unexpected'
  | 'unit'}`;

/** A change of the text. */
export interface SyntaxFix {
  /** What it does, in the imperative. */
  readonly title: string;
  readonly edits: readonly SyntaxEdit[];
}

/** A replacement for what is between two offsets. */
export interface SyntaxEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A syntax problem: its offsets in the text, and its message. */
export interface SyntaxProblem {
  readonly rule: SyntaxRule;
  readonly message: string;
  readonly help?: string;
  /** The word to write in place of what is between the offsets. */
  readonly suggestion?: string;
  /** Whether the suggestion, or the change, is what is evidently meant, and no guess. */
  readonly isEvident?: true;
  /** The change that corrects it, where that is more than the suggestion in its place. */
  readonly fix?: SyntaxFix;
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
