// What formatting changes, in lines: those that go and those that come.
import { visible } from './cells.ts';
import type { Theme } from './theme.ts';

/** Stretches of lines that are shown; a person who asks whether a file is formatted wants an example. */
const mostStretches = 3;
/** Lines of each side of a stretch that are shown. */
const mostLines = 5;

/** Lines that go and lines that come in their place, with the line at which they start, from zero. */
interface Stretch {
  readonly line: number;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** The first changes between two texts that differ in space only. */
export function spaceDiff(before: string, after: string, theme: Theme): string {
  const [gone, come] = [linesOf(before), linesOf(after)];
  const shown: string[] = [];
  let stretches = 0;
  for (const { line, ...stretch } of stretchesOf(gone, come)) {
    if (++stretches > mostStretches) return `${shown.join('')}  …\n`;
    shown.push(theme.frame(`  @ line ${line + 1}`), '\n');
    for (const [sign, lines, paint] of [
      ['-', stretch.gone, theme.severity.error],
      ['+', stretch.come, theme.good],
    ] as const) {
      for (const each of lines.slice(0, mostLines)) shown.push(paint(visible(`  ${sign} ${each}`.trimEnd())), '\n');
      if (lines.length > mostLines) shown.push(`  ${sign} …\n`);
    }
  }
  // Without a line that differs, it is what ends lines that does.
  return stretches === 0 ? '  only line ends differ\n' : shown.join('');
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

/** Both texts have the same characters but for space: where as many went by on both sides, lines agree again. */
function* stretchesOf(gone: readonly string[], come: readonly string[]): Generator<Stretch> {
  const size = (lines: readonly string[], i: number): number => lines[i]?.replace(/\s/g, '').length ?? 0;
  const isEmpty = (lines: readonly string[], i: number): boolean => i < lines.length && size(lines, i) === 0;
  let [i, j] = [0, 0];
  while (i < gone.length || j < come.length) {
    if (i < gone.length && gone[i] === come[j]) {
      i++;
      j++;
      continue;
    }
    const [from, to] = [i, j];
    if (isEmpty(gone, i) !== isEmpty(come, j)) {
      while (isEmpty(gone, i) && !isEmpty(come, j)) i++;
      while (isEmpty(come, j) && !isEmpty(gone, i)) j++;
    } else {
      let more = size(gone, i++) - size(come, j++);
      while (more !== 0 && (i < gone.length || j < come.length)) more += more < 0 ? size(gone, i++) : -size(come, j++);
    }
    yield { line: from, gone: gone.slice(from, i), come: come.slice(to, j) };
  }
}
