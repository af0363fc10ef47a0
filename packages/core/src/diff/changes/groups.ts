// Rows that changed alike, gathered by a key.

/** Gathers pairs of rows by a key, in the order of the first of each. */
export function gathered<T>() {
  const groups = new Map<string, { readonly first: T; readonly olds: number[]; readonly news: number[] }>();
  return {
    /** Adds a row of the old design, of the new one, or of both; -1 for none. */
    add(key: string, old: number, now: number, first: () => T): void {
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = { first: first(), olds: [], news: [] }));
      if (old >= 0) group.olds.push(old);
      if (now >= 0) group.news.push(now);
    },
    all: () => [...groups.values()],
  };
}
