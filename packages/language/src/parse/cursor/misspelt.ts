// Misspelled words that start a statement, recognized by what follows them, which can't follow a property's name.
import { partKinds, statementSpec, statementTypes, type Word } from '../../syntax/index.ts';
import { Kind } from '../tokens/token.ts';
import { closest } from './closest.ts';
import type { Cursor } from './cursor.ts';

/** The keywords of the statements that something identifies. */
const keywordsBy = (evidence: string): readonly string[] =>
  statementTypes
    .map(statementSpec)
    .filter((each) => each.evidence !== undefined && Object.values(each.evidence)[0] === evidence)
    .flatMap((each) => each.keywords);
const beforeText = keywordsBy('text');
const beforeBody = keywordsBy('body');
const beforeNameAndText = keywordsBy('name and text');
const beforeNameAndParenthesis = keywordsBy('name and parenthesis');
const beforeDeclaration = [...keywordsBy('declaration'), ...beforeNameAndParenthesis, ...beforeNameAndText];
/** Words within a line that identify its statement. */
const joiningWords = (['to', 'into', 'in', 'because'] as const satisfies readonly Word[]).map(
  (word) => [word, keywordsBy(word)] as const,
);

/** Words of everyday speech for the statements that connect things. */
const everyday: Readonly<Record<string, readonly string[]>> = {
  link: ['connect', 'wire', 'cable', 'join', 'attach', 'patch'],
  plug: ['insert', 'install', 'put'],
  place: ['put', 'install', 'mount'],
};

/** The keyword that a word is likely a misspelling of, where what follows can't follow the name of a property. */
export function misspeltKeyword(at: Cursor, word: string): string | undefined {
  const next = at.kindAt(1);
  if (next === Kind.text) return closest(word, beforeText);
  if (next === Kind.braceOpen) return closest(word, beforeBody);
  if (next !== Kind.name) return undefined;
  if (at.isWord('type', 1) && at.kindAt(2) === Kind.name) return closest(word, partKinds);
  if (at.kindAt(2) === Kind.parenOpen) return closest(word, beforeNameAndParenthesis);
  if (at.kindAt(2) === Kind.text) return closest(word, beforeNameAndText);
  const joined = joinsOnLine(at);
  const meant = closest(word, joined) ?? joined.find((each) => everyday[each]?.includes(word));
  return meant ?? (isDeclaration(at) ? closest(word, beforeDeclaration) : undefined);
}

/** `switch tyep X {`: a type, however `type` is spelled. */
export function isMisspeltType(at: Cursor): boolean {
  if (!at.resembles('type', 1) || at.kindAt(2) !== Kind.name) return false;
  return at.kindAt(3) === Kind.braceOpen || at.isWord('is', 3);
}

/** Whether the selector of an override starts here: a body follows it, or another selector. */
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

/** What may follow a dot in a path. */
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

/** Tokens in which evidence is searched for: a line may be as long as the file, with a misspelt word at every place. */
const farthest = 50;

/** Whether a name, with its indices, is followed by a type or a body. */
function isDeclaration(at: Cursor): boolean {
  let ahead = 2;
  while (at.kindAt(ahead) === Kind.bracketOpen) {
    while (ahead < farthest && at.kindAt(ahead) !== Kind.bracketClose && at.kindAt(ahead) !== Kind.end) ahead++;
    if (ahead >= farthest) return false;
    ahead++;
  }
  return at.kindAt(ahead) === Kind.braceOpen || at.kindAt(ahead) === Kind.colon;
}

/** The keywords of statements that connect things, by the word between the two sides, if it is on this line. */
function joinsOnLine(at: Cursor): readonly string[] {
  for (let ahead = 1; ahead < farthest && !at.lastOnLine(ahead); ahead++)
    for (const [word, keywords] of joiningWords) if (at.isWord(word, ahead + 1)) return keywords;
  return [];
}
