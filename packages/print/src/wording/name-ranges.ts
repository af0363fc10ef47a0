// Names of neighbors in an array, written as one: `net[1..2]`, `gpu[1..8], gpu[11]`.

const indexed = /^(.*)\[(\d+)\]$/;

/** Names in the order given; names whose last indices are consecutive become one range. */
export function nameRanges(names: readonly string[]): string {
  const ranges: { text: string; array: string | undefined; first: number; last: number }[] = [];
  for (const name of names) {
    const [, array, digits] = indexed.exec(name) ?? [];
    const index = Number(digits);
    const before = ranges.at(-1);
    if (before !== undefined && array !== undefined && before.array === array && before.last + 1 === index)
      before.last = index;
    else ranges.push({ text: name, array, first: index, last: index });
  }
  return ranges
    .map(({ text, array, first, last }) =>
      first === last || array === undefined ? text : `${array}[${first}..${last}]`,
    )
    .join(', ');
}
