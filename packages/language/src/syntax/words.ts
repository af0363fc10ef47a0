// Every word of the language, with a line of help: the keywords that start statements and the words within them.
import { catalogue, instanceKinds as installed, partKinds as parts } from '@lightloom/core';
import { type Keyword, statementOfKeyword } from './statements.ts';

/** Words within statements, in the order of the docs. */
export const innerWords = {
  type: 'Declares a part type, not an instance of one.',
  is: 'The base type: its properties and ports hold until they are given again.',
  as: 'After `import`, the alias; in a `link`, the pattern that joins the ports: `pairs` if not given.',
  at: 'Where a rack is in the hall; in a value, the condition it is given for.',
  row: 'The row of the hall, or a range of rows.',
  position: 'The position in the row.',
  into: 'The cages that the modules are plugged into.',
  to: 'The ports at the other end of the links.',
  over: 'The fiber between the modules and what is in its path, or a cable with its ends attached.',
  in: 'In a `place`, the racks, filled in order; in a `for`, the range.',
  each: 'How many of the devices each rack takes.',
  of: 'What may fail; before `full`, the value that the share is of.',
  full: 'The value without any bottleneck: `>= 50 % of full`.',
  when: 'What may fail while the requirement still holds: `when any 1 of cdu fail`.',
  any: 'How many may fail, whichever they are.',
  fail: 'Ends what may fail.',
  and: 'Adds a condition that must hold too, or something that fails at the same time.',
  or: 'Adds a condition that may hold instead.',
  because: 'The reason, which reports repeat.',
  on: 'In an `allow`, the types or elements it is for: without it, all of this body. In a value, the part it is given for.',
  adds: 'What is there from this phase on, and not before.',
  by: 'Reads a property as a phrase: `cooled by primary`.',
  x: 'How many of something: `16 x 800GBASE-DR4`.',
  'low-loss': 'Connectors of the low-loss grade.',
  source: 'Where the value is published.',
  assumed: 'Why the value is assumed: reports list it until it has a source.',
  div: 'Whole quotient, rounded down.',
  mod: 'Remainder of a division, never negative.',
} as const satisfies Record<string, string>;

/** A hole: it takes the place of a name, a number or a quantity that `lightloom plan` is to find. */
export const hole = '?';

/** A word within statements. */
type InnerWord = keyof typeof innerWords;
/** Any word of the language. */
export type Word = Keyword | InnerWord;

/** Kinds of part: the first word of `… type`. */
export const partKinds: ReadonlySet<string> = new Set(parts);

/** Kinds of what is installed. */
export const instanceKinds: ReadonlySet<string> = new Set(installed);

/** Every word that starts a statement. */
export const keywords: ReadonlySet<string> = new Set(statementOfKeyword.keys());

/** Every word of the language. All of them stay usable as names. */
export const words: readonly string[] = [...new Set([...keywords, ...Object.keys(innerWords)])];

/** The names of properties of any kind. */
export const propertyNames: ReadonlySet<string> = new Set<string>(
  Object.values(catalogue).flatMap(({ properties }) => Object.keys(properties)),
);

/** Words that are names of properties too. */
export const propertyWords: ReadonlySet<string> = new Set(words.filter((word) => propertyNames.has(word)));
