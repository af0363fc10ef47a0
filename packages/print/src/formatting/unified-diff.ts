// The change of a text as a unified diff, which `patch` and `git apply` take.

/** Lines that are shown around a change. */
const context = 3;

/** Changed lines of a stretch from which on it is replaced as a whole: a shorter way would take long to find. */
const maxChanged = 2000;

/** Lines that stay, go or come. */
interface Row {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/**
 * A unified diff of a file; empty when nothing changes.
 * @param path as it is shown, with forward slashes
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const rows = rowsOf(linesOf(before), linesOf(after));
  const hunks: string[] = [];
  let [old, now] = [1, 1];
  let start = 0;
  const advance = (to: number): void => {
    for (; start < to; start++) {
      if (rows[start]?.sign !== '+') old++;
      if (rows[start]?.sign !== '-') now++;
    }
  };
  for (let i = 0; i < rows.length; i++) {
    if (rows[i]?.sign === ' ') continue;
    // A hunk goes on as long as the next change is near.
    let last = i;
    for (let j = i; j < rows.length && j <= last + 2 * context; j++) if (rows[j]?.sign !== ' ') last = j;
    advance(Math.max(start, i - context));
    const hunk = rows.slice(start, last + context + 1);
    const count = (sign: string): number => hunk.filter((each) => each.sign !== sign).length;
    const [removed, added] = [count('+'), count('-')];
    hunks.push(`@@ -${range(old, removed)} +${range(now, added)} @@\n`, ...hunk.map(rowText));
    advance(start + hunk.length);
    i = start - 1;
  }
  if (hunks.length === 0) return '';
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

function range(start: number, count: number): string {
  return count === 1 ? `${start}` : `${count === 0 ? start - 1 : start},${count}`;
}

function rowText({ sign, line }: Row): string {
  return line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
}

/** Lines with their breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * The shortest way from some lines to others.
 * Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986), 251–266.
 */
function rowsOf(before: readonly string[], after: readonly string[]): Row[] {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const stays = (line: string): Row => ({ sign: ' ', line });
  return [
    ...before.slice(0, head).map(stays),
    ...shortestWay(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(stays),
  ];
}

function shortestWay(a: readonly string[], b: readonly string[]): Row[] {
  const reached = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  const at = (line: Map<number, number>, k: number): number => line.get(k) ?? -1;
  const isDown = (line: Map<number, number>, k: number, d: number): boolean =>
    k === -d || (k !== d && at(line, k - 1) < at(line, k + 1));
  for (let d = 0; d <= maxChanged; d++) {
    trace.push(new Map(reached));
    for (let k = -d; k <= d; k += 2) {
      let x = isDown(reached, k, d) ? at(reached, k + 1) : at(reached, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reached.set(k, x);
      if (x >= a.length && x - k >= b.length) return backwards(d);
    }
  }
  return [...a.map((line): Row => ({ sign: '-', line })), ...b.map((line): Row => ({ sign: '+', line }))];

  function backwards(steps: number): Row[] {
    const rows: Row[] = [];
    let [x, y] = [a.length, b.length];
    for (let d = steps; d >= 0; d--) {
      const line = trace[d] ?? new Map();
      const k = x - y;
      const from = isDown(line, k, d) ? k + 1 : k - 1;
      const [fromX, fromY] = d === 0 ? [0, 0] : [at(line, from), at(line, from) - from];
      while (x > fromX && y > fromY) {
        rows.push({ sign: ' ', line: a[--x] ?? '' });
        y--;
      }
      if (d === 0) break;
      if (x === fromX) rows.push({ sign: '+', line: b[--y] ?? '' });
      else rows.push({ sign: '-', line: a[--x] ?? '' });
    }
    return rows.reverse();
  }
}
