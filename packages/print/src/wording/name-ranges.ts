// Names of neighbors in an array, written as one: `net[1..2]`, `gpu[1..8], gpu[11]`, `unit[1..4].gpu[1..8]`.

/** An index of a name, or a range of them, in brackets. */
const index = /\[(\d+)(?:\.\.(\d+))?\]/g;

/** A name as the texts between its indices, and its indices. */
interface Indexed {
  readonly between: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** Names in the order given; names that differ in one index, which is consecutive, become one range. */
export function nameRanges(names: readonly string[]): string {
  const parsed = names.map(indexed);
  const most = parsed.reduce((all, { ranges }) => Math.max(all, ranges.length), 0);
  let merged = parsed;
  for (let place = 1; place <= most; place++) merged = mergeAt(merged, place);
  return merged.map(textOf).join(', ');
}

/**
 * Two names as one, where they differ in one index and the second follows the first; undefined where they don't.
 * @example joinedNames('unit[1..2].water', 'unit[3].water') // 'unit[1..3].water'
 */
export function joinedNames(first: string, second: string): string | undefined {
  const [a, b] = [indexed(first), indexed(second)];
  for (let place = 1; place <= a.ranges.length; place++) {
    const found = mergedAt(a, b, place);
    if (found !== undefined) return textOf(found);
  }
  return undefined;
}

/** Merges neighbors at an index, which is counted from the end of the name. */
function mergeAt(names: readonly Indexed[], place: number): Indexed[] {
  const merged: Indexed[] = [];
  for (const each of names) {
    const before = merged.at(-1);
    const found = before === undefined ? undefined : mergedAt(before, each, place);
    if (found === undefined) merged.push(each);
    else merged[merged.length - 1] = found;
  }
  return merged;
}

function mergedAt(a: Indexed, b: Indexed, place: number): Indexed | undefined {
  const at = a.ranges.length - place;
  const [first, second] = [a.ranges[at], b.ranges[at]];
  if (first === undefined || second === undefined || first[1] + 1 !== second[0] || a.between !== b.between)
    return undefined;
  const isAlike = a.ranges.every(([low, high], i) => i === at || (low === b.ranges[i]?.[0] && high === b.ranges[i][1]));
  if (!isAlike) return undefined;
  return { between: a.between, ranges: a.ranges.map((range, i) => (i === at ? [first[0], second[1]] : range)) };
}

function indexed(name: string): Indexed {
  const ranges: [number, number][] = [];
  const between = name.replace(index, (_, low: string, high: string | undefined) => {
    ranges.push([Number(low), Number(high ?? low)]);
    return '[]';
  });
  return { between, ranges };
}

function textOf({ between, ranges }: Indexed): string {
  let next = 0;
  return between.replace(/\[\]/g, () => {
    const [low, high] = ranges[next++] ?? [];
    return low === high ? `[${low}]` : `[${low}..${high}]`;
  });
}
