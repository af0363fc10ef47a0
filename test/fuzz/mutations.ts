// What becomes of a text by a slip of the hand, or by somebody who means no good.
import { splice, tokensOf } from '../kit/tokens.ts';
import type { Dice } from './dice.ts';

/** Pieces that are put into texts: what the language knows, and what nobody expects. */
const pieces = [
  ...'{}[](),.:;*/"=<>+-#@$%^&|\\`~',
  '..',
  '/*',
  '//',
  '<=',
  '==',
  '\n',
  '\r',
  '\t',
  '\0',
  '\uFEFF',
  '\u202E',
  '\uD800',
  '0',
  '-1',
  '1.5',
  '1,200',
  '99999999999',
  '1e9',
  'NaN',
  '<script>x()</script>',
  '" onload="x()"<b>',
  '&lt;i>',
  '</td>',
  'x',
  'unknown',
  'auto',
  '__proto__',
  'constructor',
  'for i in 1..3 {',
  'if 1 == 1 {',
  'let',
  'type',
  'low-loss',
  'source',
  'n+1',
  '2 x',
  '40 °C',
  '3 W',
  '1 dB',
];

type Mutation = (text: string, dice: Dice, others: readonly string[]) => string;

const mutations: readonly Mutation[] = [
  // A token that is lost, doubled, or replaced by another one of the text.
  (text, dice) => withToken(text, dice, () => ''),
  (text, dice) => withToken(text, dice, (token) => `${token} ${token}`),
  (text, dice) => withToken(text, dice, () => dice.pick(tokensOf(text)).text),
  (text, dice) => withToken(text, dice, () => dice.pick(pieces)),
  // Two letters that change places, or a letter too many.
  (text, dice) => withToken(text, dice, (token) => token.slice(1, 2) + token.slice(0, 1) + token.slice(2)),
  (text, dice) => withToken(text, dice, (token) => token + dice.pick([...'aexX1_-'])),
  // A number that becomes another one.
  (text, dice) =>
    withToken(text, dice, (token) =>
      token.replace(/[\d.]+/, () => dice.pick(['0', '1', '3', '17', '512', '0.001', '1e5'])),
    ),
  // Lines that are lost, doubled, swapped, or joined.
  (text, dice) => withLine(text, dice, () => []),
  (text, dice) => withLine(text, dice, (line) => [line, line]),
  (text, dice) => withLine(text, dice, (line, next) => (next === undefined ? [line] : [next, line]), 2),
  (text, dice) => withLine(text, dice, (line, next) => [`${line} ${next ?? ''}`], 2),
  // A piece anywhere, an end anywhere, a stretch that is gone.
  (text, dice) => insert(text, dice.between(0, text.length), dice.pick(pieces)),
  (text, dice) => text.slice(0, dice.between(0, text.length)),
  (text, dice) => {
    const start = dice.between(0, text.length);
    return splice(text, start, Math.min(text.length, start + dice.between(1, 40)), '');
  },
  // Part of another text.
  (text, dice, others) => {
    const other = dice.pick(others).split('\n');
    const start = dice.between(0, other.length - 1);
    const lines = other.slice(start, start + dice.between(1, 8)).join('\n');
    return withLine(text, dice, (line) => [line, lines]);
  },
];

/** A text with one to three mutations. */
export function mutated(text: string, dice: Dice, others: readonly string[]): string {
  let result = text;
  for (let left = dice.pick([1, 1, 1, 2, 3]); left > 0; left--) result = dice.pick(mutations)(result, dice, others);
  return result;
}

function withToken(text: string, dice: Dice, change: (token: string) => string): string {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return text;
  const { start, end, text: token } = dice.pick(tokens);
  return splice(text, start, end, change(token));
}

/** Replaces a line, or two in a row. */
function withLine(
  text: string,
  dice: Dice,
  change: (line: string, next: string | undefined) => readonly string[],
  taken = 1,
): string {
  const lines = text.split('\n');
  const at = dice.between(0, lines.length - 1);
  lines.splice(at, taken, ...change(lines[at] as string, lines[at + 1]));
  return lines.join('\n');
}

function insert(text: string, at: number, piece: string): string {
  return splice(text, at, at, piece);
}
