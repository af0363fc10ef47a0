// What formatting changes, in lines: those it removes and those it adds.
import { visible } from '../shown/index.ts';
import type { Theme } from '../text/theme.ts';

/** Hunks that are shown: examples are enough to see why a file isn't formatted. */
const maxHunks = 3;
/** Lines of each side of a hunk that are shown. */
const maxLines = 5;

/** Lines that are replaced by others, with the line at which they start, from zero. */
interface Hunk {
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The first changes between two texts that differ in space only. */
export function spaceDiff(before: string, after: string, theme: Theme): string {
  const [removed, added] = [linesOf(before), linesOf(after)];
  const shown: string[] = [];
  let hunks = 0;
  for (const { line, ...hunk } of hunksOf(removed, added)) {
    if (++hunks > maxHunks) return `${shown.join('')}  …\n`;
    shown.push(theme.frame(`  @ line ${line + 1}`), '\n');
    for (const [sign, lines, paint] of [
      ['-', hunk.removed, theme.severity.error],
      ['+', hunk.added, theme.good],
    ] as const) {
      for (const each of lines.slice(0, maxLines)) shown.push(paint(visible(`  ${sign} ${each}`.trimEnd())), '\n');
      if (lines.length > maxLines) shown.push(`  ${sign} …\n`);
    }
  }
  // When no line differs, the line ends do.
  return hunks === 0 ? '  only line ends differ\n' : shown.join('');
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

/** Both texts have the same characters except space: a hunk ends where both sides have consumed as many. */
function* hunksOf(removed: readonly string[], added: readonly string[]): Generator<Hunk> {
  const size = (lines: readonly string[], i: number): number => lines[i]?.replace(/\s/g, '').length ?? 0;
  const isEmpty = (lines: readonly string[], i: number): boolean => i < lines.length && size(lines, i) === 0;
  let [i, j] = [0, 0];
  while (i < removed.length || j < added.length) {
    if (i < removed.length && removed[i] === added[j]) {
      i++;
      j++;
      continue;
    }
    const [from, to] = [i, j];
    if (isEmpty(removed, i) !== isEmpty(added, j)) {
      while (isEmpty(removed, i) && !isEmpty(added, j)) i++;
      while (isEmpty(added, j) && !isEmpty(removed, i)) j++;
    } else {
      let more = size(removed, i++) - size(added, j++);
      while (more !== 0 && (i < removed.length || j < added.length))
        more += more < 0 ? size(removed, i++) : -size(added, j++);
    }
    yield { line: from, removed: removed.slice(from, i), added: added.slice(to, j) };
  }
}
