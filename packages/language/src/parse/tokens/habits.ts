// What people write who come from other languages: comments with `#`, semicolons, quotes and signs that look alike.
import { Kind, type SyntaxEdit } from './token.ts';

/** A habit that is reported once for a file. */
export type Habit = 'comment' | 'semicolon' | 'quotes';

/** What is said about each. */
export const habits: Readonly<
  Record<Habit, { readonly message: string; readonly help: string; readonly title: string }>
> = {
  comment: {
    message: 'A comment starts with `//`, not with `#`.',
    help: 'Write `//`.',
    title: 'Change `#` to `//` everywhere',
  },
  semicolon: {
    message: 'A statement ends without a `;`.',
    help: 'Remove it.',
    title: 'Remove every `;`',
  },
  quotes: {
    message: 'A text is in straight double quotes: `"…"`.',
    help: 'Write `"` at both ends.',
    title: 'Change all quotes to `"`',
  },
};

/** A stretch that is written in another way. */
interface Foreign {
  readonly end: number;
  readonly edits: readonly SyntaxEdit[];
}

/** Signs that are written in place of others, and the others. */
export const signs: ReadonlyMap<string, { readonly kind: Kind; readonly meant: string }> = new Map([
  ['≤', { kind: Kind.comparator, meant: '<=' }],
  ['≥', { kind: Kind.comparator, meant: '>=' }],
  ['≠', { kind: Kind.comparator, meant: '!=' }],
  ['…', { kind: Kind.dots, meant: '..' }],
  ['\u2212', { kind: Kind.minus, meant: '-' }],
  ['\u2013', { kind: Kind.minus, meant: '-' }],
]);

/** A comment that starts with `#`. */
export function commentOf(text: string, start: number): Foreign | undefined {
  if (text.charAt(start) !== '#') return undefined;
  let end = start;
  while (text.charAt(end) === '#') end++;
  return { end, edits: [{ start, end, text: '//' }] };
}

/** A semicolon, with the space that would be left after it at the end of a line. */
export function separatorOf(text: string, start: number): Foreign | undefined {
  if (text.charAt(start) !== ';') return undefined;
  const end = start + 1;
  // What it alone keeps apart stays apart.
  const glues = /\S/.test(text.charAt(start - 1)) && /\S/.test(text.charAt(end));
  return { end, edits: [{ start, end, text: glues ? ' ' : '' }] };
}

/** Sets of characters, each with the end of the line that has none of them. */
export type Absent = Map<string, number>;

/** Pairs of quotes, as openings and closings. */
const pairs: readonly (readonly [string, string])[] = [
  ['“”„‟«»"', '“”„‟«»'],
  ['‘’‚‛', '‘’‚‛'],
  ["'", "'"],
];

/**
 * A text in other quotes that ends on its line, or that starts or ends with a straight quote and has another one at the other end.
 * @param limit where the line ends
 * @param absent what an earlier call of the same line found nowhere behind it, kept from call to call: a line may be long
 */
export function quotesOf(text: string, start: number, limit: number, absent: Absent): Foreign | undefined {
  const open = text.charAt(start);
  const closings = pairs.find(([openings]) => openings.includes(open))?.[1];
  if (closings === undefined) return undefined;
  const ends = open === '"' ? closings : `${closings}"`;
  const first = (characters: string): number => {
    if (absent.get(characters) === limit) return -1;
    for (let at = start + 1; at < limit; at++) if (characters.includes(text.charAt(at))) return at;
    absent.set(characters, limit);
    return -1;
  };
  const preferred = first(closings);
  const close = preferred < 0 ? first(ends) : preferred;
  if (close < 0) return undefined;
  const edits: SyntaxEdit[] = open === '"' ? [] : [{ start, end: start + 1, text: '"' }];
  for (let at = start + 1; at < close; at++)
    if (text.charAt(at) === '"') edits.push({ start: at, end: at + 1, text: '\\"' });
  if (text.charAt(close) !== '"') edits.push({ start: close, end: close + 1, text: '"' });
  return { end: close + 1, edits };
}
