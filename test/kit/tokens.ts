// The tokens of a `.fabric` text, and text with a piece replaced: what tests that damage a text need.
import { scan } from '../../packages/language/src/parse/index.ts';

/** One token and where it is. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The tokens of a text, without the mark of its end. */
export function tokensOf(text: string): Token[] {
  const tokens = scan(text);
  return Array.from({ length: tokens.count - 1 }, (_, i) => {
    const [start, end] = [tokens.starts[i] as number, tokens.ends[i] as number];
    return { start, end, text: text.slice(start, end) };
  });
}

/** A text with the characters from `start` to before `end` replaced. */
export function splice(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
