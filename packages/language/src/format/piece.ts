// A text in pieces: tokens and comments, in order, with their places. In columns, as a file may hold millions.
import { byteAt, signedAt } from '@lightloom/core';
import { Kind, scan, type Tokens } from '../parse/index.ts';

/** What a piece is: a kind of token, or one of these. */
export const Apart = {
  lineComment: 100,
  blockComment: 101,
  /** Characters that aren't part of the language. */
  strange: 102,
  /** Lines that are kept unchanged. */
  kept: 103,
  /** The same, where braces don't pair. */
  broken: 104,
} as const;

export interface Pieces {
  readonly source: string;
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Line breaks before each, at most 255. */
  readonly newlines: Uint8Array;
  /** Width of the line before each; -1 after a tab within the line, where it can't be known. */
  readonly columns: Int32Array;
  /** Width of the text of each, as it is written; of the last line where it has several. */
  readonly widths: Int32Array;
  /** Whether the text of each has several lines. */
  readonly spread: Uint8Array;
}

/** Columns for some pieces, to be filled. */
export function newPieces(source: string, count: number): Pieces {
  return {
    source,
    count,
    kinds: new Uint8Array(count),
    starts: new Int32Array(count),
    ends: new Int32Array(count),
    newlines: new Uint8Array(count),
    columns: new Int32Array(count),
    widths: new Int32Array(count),
    spread: new Uint8Array(count),
  };
}

/** Cuts a text into pieces. Lines of the text end with LF. */
export function piecesOf(source: string): Pieces {
  const tokens = scan(source);
  let count = 0;
  eachPiece(tokens, () => count++);
  const pieces = newPieces(source, count);
  let at = 0;
  eachPiece(tokens, (kind, start, end) => {
    pieces.kinds[at] = kind;
    pieces.starts[at] = start;
    pieces.ends[at++] = end;
  });
  measure(pieces);
  return pieces;
}

/** Visits the tokens and what is between them. */
function eachPiece(tokens: Tokens, visit: (kind: number, start: number, end: number) => void): void {
  const { text, kinds, starts, ends, count } = tokens;
  const lastClose = text.lastIndexOf('*/');
  let at = 0;
  for (let i = 0; i < count; i++) {
    const start = signedAt(starts, i);
    while (at < start) {
      if (isSpace(text, at)) {
        at++;
        continue;
      }
      const [kind, end] = hiddenAt(text, at, start, lastClose);
      visit(kind, at, end);
      at = end;
    }
    if (kinds[i] !== Kind.end) visit(byteAt(kinds, i), start, signedAt(ends, i));
    at = Math.max(at, signedAt(ends, i));
  }
}

/** What is at an offset before a token and is neither token nor space, and where it ends. */
function hiddenAt(text: string, at: number, token: number, lastClose: number): [kind: number, end: number] {
  if (text.startsWith('/*', at) && at + 2 <= lastClose) {
    const close = text.indexOf('*/', at + 2);
    if (close >= 0 && close + 2 <= token) return [Apart.blockComment, close + 2];
  }
  if (text.startsWith('/', at)) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    return end <= token ? [Apart.lineComment, end] : [Apart.strange, at + 2];
  }
  let end = at + 1;
  while (end < token && !isSpace(text, end) && text[end] !== '/') end++;
  return [Apart.strange, end];
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 10 || code === 9 || ((code < 32 || code > 126) && /[\s\uFEFF]/.test(text.charAt(at)));
}

/** Finds lines, columns and widths. */
function measure(pieces: Pieces): void {
  const { source, count, starts, ends } = pieces;
  let column = 0;
  let at = 0;
  let started = false;
  let tabbed = false;
  for (let i = 0; i < count; i++) {
    const start = signedAt(starts, i);
    let newlines = 0;
    for (; at < start; at++) {
      const code = source.charCodeAt(at);
      if (code === 10) {
        newlines++;
        column = -1;
        started = false;
        tabbed = false;
      }
      if (code === 9 && started) tabbed = true;
      column++;
    }
    at = signedAt(ends, i);
    pieces.newlines[i] = Math.min(newlines, 255);
    pieces.columns[i] = tabbed ? -1 : column;
    const newline = pieces.kinds[i] === Apart.blockComment ? source.slice(start, at).lastIndexOf('\n') : -1;
    const isSpread = newline >= 0;
    const written = textOf(pieces, i);
    pieces.spread[i] = isSpread ? 1 : 0;
    pieces.widths[i] = cellsOf(isSpread ? written.slice(written.lastIndexOf('\n') + 1) : written);
    column = isSpread ? cellsOf(source.slice(start + newline + 1, at)) : column + cellsOf(source.slice(start, at));
    started = true;
  }
}

const ascii = /^[\x20-\x7e]*$/;
const notInCells = /\p{Mn}|\p{Cf}/gu;

/** Width of a text in a fixed-width font. */
function cellsOf(text: string): number {
  return ascii.test(text) ? text.length : [...text.replace(notInCells, '')].length;
}

const numberAndUnit = /^(-?[0-9]+(?:\.[0-9]+)?)[ \t]*([^ \t].*)$/;

/** The text of a piece as it is written: number and unit one space apart, no space after comments. */
export function textOf({ source, kinds, starts, ends }: Pieces, i: number): string {
  const kind = kinds[i];
  const raw = source.slice(starts[i], ends[i]);
  if (kind === Kind.quantity) return raw.replace(numberAndUnit, '$1 $2');
  if (kind === Apart.lineComment) return raw.trimEnd();
  if (kind === Apart.blockComment) return raw.replace(/(?<![ \t])[ \t]+$/gm, '');
  return raw;
}

/** Whether a piece is a word of the language. */
export function isWord({ source, count, kinds, starts, ends }: Pieces, i: number, word: string): boolean {
  if (i >= count || kinds[i] !== Kind.name) return false;
  const start = signedAt(starts, i);
  return signedAt(ends, i) - start === word.length && source.startsWith(word, start);
}

/** Whether lines are kept unchanged at an index. */
export function isKept({ kinds }: Pieces, i: number): boolean {
  return (kinds[i] ?? 0) >= Apart.kept;
}

/** Whether there is a comment at an index. */
export function isComment({ kinds }: Pieces, i: number): boolean {
  return kinds[i] === Apart.lineComment || kinds[i] === Apart.blockComment;
}
