// A text with its emphasis, before it is Markdown or HTML.

/** A text, parts of it with emphasis. A plain text is shown as it is: whatever is in it means nothing. */
export type Rich = string | Emphasis | readonly Rich[];

/** A text that stands out, or one of several lines. */
export type Emphasis =
  /** A name or text of the design. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  /** A sentence of ours, with code between backticks. */
  | { readonly kind: 'sentence'; readonly text: string }
  /** Each on a line of its own where there is room. */
  | { readonly kind: 'lines'; readonly lines: readonly Rich[] };

/** A name or text of the design, as code. */
export function asCode(text: string): Emphasis {
  return { kind: 'code', text };
}

/** What is read first. */
export function asStrong(text: string): Emphasis {
  return { kind: 'strong', text };
}

/** A sentence of ours, with code between backticks. */
export function asSentence(text: string): Emphasis {
  return { kind: 'sentence', text };
}

/** Several texts, each on a line of its own where there is room. */
export function asLines(lines: readonly Rich[]): Rich {
  return lines.length === 1 ? (lines[0] as Rich) : { kind: 'lines', lines };
}

/** Pieces with a separator between them. */
export function between(pieces: readonly Rich[], separator: string): Rich {
  return pieces.flatMap((each, i) => (i === 0 ? [each] : [separator, each]));
}
