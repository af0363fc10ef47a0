// Whether something that a stranger's code made has the shape it should have.

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** What a member must be: a kind of value, with `?` where it may be missing, or one of some words. */
type Expected = 'text' | 'text?' | 'texts?' | 'boolean?' | 'list' | 'function' | 'any' | readonly string[];

const texts: Readonly<Record<Extract<Expected, string>, string>> = {
  text: "a text that isn't empty",
  'text?': "a text that isn't empty",
  'texts?': 'a list of texts',
  'boolean?': '`true` or `false`',
  list: 'a list',
  function: 'a function',
  any: 'there',
};

/**
 * The first member that isn't what it must be, or that nobody reads, as a sentence.
 * @param owner what has the members, as the subject of a sentence
 */
export function wrongMember(
  value: Readonly<Record<string, unknown>>,
  owner: string,
  members: Readonly<Record<string, Expected>>,
): string | undefined {
  for (const [name, expected] of Object.entries(members)) {
    if (isAsExpected(value[name], expected)) continue;
    const what = typeof expected === 'string' ? texts[expected] : expected.map((each) => `"${each}"`).join(' or ');
    return `\`${name}\` of ${owner} must be ${what}.`;
  }
  const unknown = Object.keys(value).find((each) => !Object.hasOwn(members, each));
  return unknown === undefined ? undefined : `${owner} has \`${unknown}\`, which nothing reads.`;
}

function isAsExpected(value: unknown, expected: Expected): boolean {
  if (typeof expected !== 'string') return expected.some((each) => each === value);
  if (expected === 'any' || (value === undefined && expected.endsWith('?'))) return true;
  switch (expected) {
    case 'text':
    case 'text?':
      return typeof value === 'string' && value.trim() !== '';
    case 'texts?':
      return isList(value) && value.every((each) => typeof each === 'string');
    case 'boolean?':
      return typeof value === 'boolean';
    case 'list':
      return isList(value);
    case 'function':
      return typeof value === 'function';
  }
}

/** Calls somebody else's code, and throws where it takes too long, if the platform can end it. */
export type Limited = <T>(work: () => T) => T;

/** Items that are taken from somebody else's code: a loop that never ends must not fill the memory. */
const mostItems = 2_000_000;

/** What somebody else's code gives, item by item, or why it gives none. */
export function itemsOf(given: unknown): readonly unknown[] | string {
  if (given instanceof Promise) {
    // That it is one is reported; what becomes of it is nobody's concern.
    given.catch(() => undefined);
    return 'a promise; it must return a list itself';
  }
  if (typeof given !== 'object' || given === null || !(Symbol.iterator in given))
    return `${given === null ? 'null' : typeof given === 'object' ? 'an object' : given === undefined ? 'nothing' : `a ${typeof given}`} and not a list`;
  const items: unknown[] = [];
  for (const each of given as Iterable<unknown>)
    if (items.push(each) > mostItems) return `more than ${mostItems.toLocaleString('en')} items`;
  return items;
}

/** Why something was thrown, in one line. */
export function thrownText(error: unknown): string {
  return (
    textOf(error)
      .replace(/\s*[\r\n]+\s*/g, ' ')
      .replace(/\.$/, '') || 'without a reason'
  );
}

function textOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.message) : String(error);
  } catch {
    // Even its text throws.
    return '';
  }
}
