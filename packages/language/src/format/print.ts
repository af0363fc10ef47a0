// Writes the lines.

import { signedAt } from '@lightloom/core';
import { cellsBetween, indentWidth, type Line, secondPiece } from './line.ts';
import { closesList } from './lines.ts';
import { Apart, textOf } from './piece.ts';
import type { Structure } from './structure.ts';

/** Writes lines; each ends with LF. */
export function printLines(structure: Structure, lines: readonly Line[]): string {
  const indents = new Map<Line, number>();
  const parts: string[] = [];
  for (const line of lines) {
    const indent = indentOf(structure, line, indents);
    indents.set(line, indent);
    if (line.blank) parts.push('\n');
    parts.push(' '.repeat(indent), printLine(structure, line, indent), '\n');
  }
  return parts.join('');
}

/** Indent of a line, now that columns are known. */
function indentOf(structure: Structure, line: Line, indents: ReadonlyMap<Line, number>): number {
  const { role, head, level } = line;
  if (role === 'more' && head !== undefined) {
    const base = indents.get(head) ?? 0;
    if (closesList(structure, line.from)) return base;
    return base + (line.hanging ? cellsBetween(structure, head.from, secondPiece(structure, line.start)) : indentWidth);
  }
  if (level.opener === undefined) return 0;
  return (indents.get(level.opener) ?? 0) + (role === 'close' ? 0 : indentWidth);
}

function printLine(structure: Structure, { from, to }: Line, indent: number): string {
  const { pieces, gaps } = structure;
  let text = '';
  let column = indent;
  for (let i = from; i < to; i++) {
    const gap = i > from ? signedAt(gaps, i) : 0;
    column += gap;
    text += ' '.repeat(gap) + (pieces.spread[i] === 1 ? moved(structure, i, column) : textOf(pieces, i));
    column += signedAt(pieces.widths, i);
  }
  return text;
}

/** Text of several lines, moved to the start of its first line. */
function moved({ pieces }: Structure, i: number, column: number): string {
  const text = textOf(pieces, i);
  const before = signedAt(pieces.columns, i);
  const [first, ...rest] = text.split('\n') as [string, ...string[]];
  if (pieces.kinds[i] === Apart.blockComment && rest.every((line) => /^\s*\*/.test(line)))
    return [first, ...rest.map((line) => ' '.repeat(column + 1) + line.trimStart())].join('\n');
  const spaces = rest.filter((line) => line !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const by = before < 0 || spaces.length === 0 ? 0 : Math.max(column - before, -Math.min(...spaces));
  const move = (line: string): string => (line === '' ? line : by > 0 ? ' '.repeat(by) + line : line.slice(-by));
  return [first, ...rest.map(move)].join('\n');
}
