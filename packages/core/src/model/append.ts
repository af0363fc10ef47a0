// Adds a row to a list whose index is its id.

export type WithoutIndex<T extends { readonly index: number }> = Omit<T, 'index'>;

/** Adds an item, which gets the next index. */
export function append<T extends { readonly index: number }>(list: T[], item: WithoutIndex<T>): T {
  const added = { ...item, index: list.length } as T;
  list.push(added);
  return added;
}
