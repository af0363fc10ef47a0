// Answers are cut to what a model can read, and say so.

/** A list that was cut. */
interface Cut {
  /** Where it is: `findings`, or `findings[].terms` for that of each finding. */
  readonly list: string;
  /** How many entries are left, of all such lists together. */
  readonly shown: number;
  /** How many there are. */
  readonly of: number;
}

/** A document with its lists cut. */
export interface CutDocument {
  readonly document: Readonly<Record<string, unknown>>;
  readonly cuts: readonly Cut[];
}

/** Characters of the JSON of an answer. */
const maxJson = 200_000;
/** Characters of the text of an answer. */
const maxText = 40_000;

/**
 * Cuts every list of a document to a number of entries, and further until the whole is small enough.
 * @param limit entries of a list; at least 1
 */
export function cutDocument(document: Readonly<Record<string, unknown>>, limit: number, max = maxJson): CutDocument {
  for (let entries = limit; ; entries = Math.floor(entries / 2)) {
    const cuts = new Map<string, Cut>();
    const cut = cutValue(document, entries, '', cuts) as Readonly<Record<string, unknown>>;
    if (entries <= 1 || JSON.stringify(cut).length <= max) return { document: cut, cuts: [...cuts.values()] };
  }
}

function cutValue(value: unknown, limit: number, path: string, cuts: Map<string, Cut>): unknown {
  if (Array.isArray(value)) {
    if (value.length > limit) {
      const { shown, of } = cuts.get(path) ?? { shown: 0, of: 0 };
      cuts.set(path, { list: path, shown: shown + limit, of: of + value.length });
    }
    return value.slice(0, limit).map((each) => cutValue(each, limit, `${path}[]`, cuts));
  }
  if (typeof value !== 'object' || value === null) return value;
  const below = path === '' ? '' : `${path}.`;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, cutValue(each, limit, `${below}${name}`, cuts)]),
  );
}

/** Cuts a text after a line, without the spaces that align its columns on the right, and says how many are left out. */
export function cutText(whole: string, max = maxText): string {
  const text = whole.replace(/ +$/gm, '');
  if (text.length <= max) return text;
  const end = text.lastIndexOf('\n', max - 1) + 1 || max;
  const lines = text.slice(end).trimEnd().split('\n').length;
  return `${text.slice(0, end)}… ${lines} more ${lines === 1 ? 'line is' : 'lines are'} left out; ask for less.\n`;
}
