// A function that computes its result once for each argument.

/** The same function, which keeps its results. Arguments are compared by identity. */
export function remembered<K, V>(compute: (of: K) => V): (of: K) => V {
  const known = new Map<K, { readonly value: V }>();
  return (of) => {
    let found = known.get(of);
    if (found === undefined) known.set(of, (found = { value: compute(of) }));
    return found.value;
  };
}
