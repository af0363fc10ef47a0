// Puts the pieces into lines, and breaks lines that are too long.
import { byteAt } from '@lightloom/core';
import { Kind, scan } from '../parse/index.ts';
import { hangingColumn, indentWidth, isHanging, type Level, type Line, roleOf } from './line.ts';
import { breakLine } from './long-line.ts';
import { Apart, isKept, textOf } from './piece.ts';
import type { Structure } from './structure.ts';

/** Puts the pieces into lines. Adds breaks where a line is too long. */
export function linesOf(structure: Structure): Line[] {
  const { pieces, breaks } = structure;
  const lines: Line[] = [];
  const levels: Level[] = [{ opener: undefined, head: undefined, start: 0 }];
  let from = 0;
  while (from < pieces.count) {
    let to = from + 1;
    while (to < pieces.count && breaks[to] === 0) to++;
    const line = lineOf(structure, levels, from, to);
    if (breakLine(structure, line)) continue;
    lines.push(line);
    follow(structure, levels, line);
    from = to;
  }
  return lines;
}

/** A line of some pieces, within the levels that are open before it. */
function lineOf(structure: Structure, levels: readonly Level[], from: number, to: number): Line {
  const role = roleOf(structure, from, to);
  const level = levels.at(-1) as Level;
  const { head, start } = level;
  const hanging = role === 'more' && isHanging(structure, from, start);
  const blank = structure.breaks[from] === 2;
  return { from, to, blank, role, level, head, start, hanging, about: aboutOf() };

  function aboutOf(): number {
    if (role === 'more' && head !== undefined && !closesList(structure, from))
      return head.about + (hanging ? hangingColumn(structure, start) : indentWidth);
    if (role === 'more') return head?.about ?? 0;
    if (level.opener === undefined) return 0;
    return level.opener.about + (role === 'close' ? 0 : indentWidth);
  }
}

/** Whether a line starts with the `)` of a list that is spread over lines. */
export function closesList({ pieces }: Structure, from: number): boolean {
  return pieces.kinds[from] === Kind.parenClose;
}

/** Opens and closes the levels that a line does. */
function follow({ pieces, statements }: Structure, levels: Level[], line: Line): void {
  // The body of a link belongs to the line of its fiber; other bodies belong to the first line of their statement.
  const isHead = line.role !== 'more' || line.head === undefined || statements[line.start]?.$type === 'Link';
  const opener = isHead ? line : line.head;
  const open = (): void => void levels.push({ opener, head: undefined, start: line.from });
  const close = (): void => {
    if (levels.length > 1) levels.pop();
  };
  for (let i = line.from; i < line.to; i++) {
    const kind = pieces.kinds[i];
    const level = levels.at(-1) as Level;
    if (statements[i] !== undefined || isKept(pieces, i)) {
      level.head = line;
      level.start = i;
    }
    if (kind === Kind.braceOpen) open();
    if (kind === Kind.braceClose) close();
    if (kind === Apart.kept) for (const each of bracesIn(textOf(pieces, i))) each === Kind.braceOpen ? open() : close();
  }
}

function* bracesIn(text: string): Generator<number> {
  const { kinds, count } = scan(text);
  for (let i = 0; i < count; i++)
    if (kinds[i] === Kind.braceOpen || kinds[i] === Kind.braceClose) yield byteAt(kinds, i);
}
