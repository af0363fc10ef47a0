// Misspelt words that start a statement: told by what follows them, which no property has.
import { closest } from './closest.ts';
import type { Cursor } from './cursor.ts';
import { Kind } from './token.ts';
import { partKinds, statementWords } from './words.ts';

/** The keyword that was likely meant, where what follows is another statement and can be no property. */
export function misspeltKeyword(at: Cursor, word: string): string | undefined {
  const next = at.kindAt(1);
  if (next === Kind.text) return closest(word, ['import']);
  if (next === Kind.braceOpen) return closest(word, ['else']);
  if (next !== Kind.name) return undefined;
  if (at.isWord('type', 1) && at.kindAt(2) === Kind.name) return closest(word, partKinds);
  if (at.kindAt(2) === Kind.parenOpen) return closest(word, ['require', 'template']);
  if (at.kindAt(2) === Kind.text) return closest(word, ['view']);
  return closest(word, joinsOnLine(at)) ?? (isDeclaration(at) ? closest(word, statementWords) : undefined);
}

/** `switch tyep X {`: a type, whatever `type` is spelt like. */
export function isMisspeltType(at: Cursor): boolean {
  if (!at.resembles('type', 1) || at.kindAt(2) !== Kind.name) return false;
  return at.kindAt(3) === Kind.braceOpen || at.isWord('is', 3);
}

/** Whether a path starts here that selects what is changed: a body follows it, or another path. */
export function isOverride(at: Cursor): boolean {
  if (at.kindAt(1) === Kind.comma) return at.kindAt(2) === Kind.name && at.kindAt(3) === Kind.braceOpen;
  if (at.kindAt(1) !== Kind.bracketOpen && at.kindAt(1) !== Kind.dot) return false;
  let ahead = 1;
  for (;;) {
    if (at.kindAt(ahead) === Kind.bracketOpen) {
      const end = closingBracket(at, ahead);
      if (end < 0) return false;
      ahead = end + 1;
    } else if (at.kindAt(ahead) === Kind.dot && pathGoesOn.has(at.kindAt(ahead + 1))) ahead += 2;
    else return at.kindAt(ahead) === Kind.braceOpen || isListed(at, ahead);
  }
}

/** What may follow a point in a path. */
const pathGoesOn: ReadonlySet<number> = new Set([Kind.name, Kind.star]);

/** Whether a comma follows and then another path with indices or members. */
function isListed(at: Cursor, ahead: number): boolean {
  const next = at.kindAt(ahead + 2);
  return (
    at.kindAt(ahead) === Kind.comma &&
    at.kindAt(ahead + 1) === Kind.name &&
    (next === Kind.bracketOpen || next === Kind.dot || next === Kind.comma || next === Kind.braceOpen)
  );
}

/** The bracket that closes one on its line; -1 when there is none. */
function closingBracket(at: Cursor, open: number): number {
  for (let ahead = open + 1; ; ahead++) {
    const kind = at.kindAt(ahead);
    if (kind === Kind.bracketClose) return ahead;
    if (kind === Kind.bracketOpen || kind === Kind.braceOpen || kind === Kind.end || at.lastOnLine(ahead)) return -1;
  }
}

/** Whether a name, with its indices, is followed by a type or a body. */
function isDeclaration(at: Cursor): boolean {
  let ahead = 2;
  while (at.kindAt(ahead) === Kind.bracketOpen) {
    while (at.kindAt(ahead) !== Kind.bracketClose && at.kindAt(ahead) !== Kind.end) ahead++;
    ahead++;
  }
  return at.kindAt(ahead) === Kind.braceOpen || at.kindAt(ahead) === Kind.colon;
}

/** Statements that join things, by the word between the two sides, if it stands on this line. */
function joinsOnLine(at: Cursor): readonly string[] {
  for (let ahead = 1; !at.lastOnLine(ahead); ahead++) {
    if (at.isWord('to', ahead + 1)) return ['link'];
    if (at.isWord('into', ahead + 1)) return ['plug'];
    if (at.isWord('in', ahead + 1)) return ['place', 'for'];
    if (at.isWord('because', ahead + 1)) return ['allow'];
  }
  return [];
}
