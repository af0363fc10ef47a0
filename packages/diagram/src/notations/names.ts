// Names that any language takes as they are: letters, digits and underscores.

/** Words that a language may look for within names. */
const words = /style|class|click|call|direction|href/gi;

/** Longer names are cut. */
const maxLength = 60;

/**
 * A name for each id, unique and the same each time.
 * @param prefix keeps names apart from words of the language
 */
export function namesFor(ids: Iterable<string>, prefix: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const id of ids) {
    const plain = id.replace(/[^A-Za-z0-9]+/g, '_').replace(words, (word) => `${word.slice(0, 1)}_${word.slice(1)}`);
    const base = `${prefix}_${plain.replace(/^_/, '').slice(0, maxLength).replace(/_$/, '')}`;
    const before = taken.get(base) ?? 0;
    taken.set(base, before + 1);
    // Two underscores are in no base, so no other name is the same.
    names.set(id, before === 0 ? base : `${base}__${before + 1}`);
  }
  return names;
}
