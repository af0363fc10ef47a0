// Applies fixes to texts: as many as go together, each as a whole or not at all.
import type { Edit, Fix } from './finding.ts';

/** Texts by their address. */
export type Texts = ReadonlyMap<string, string>;

/** What fixes make of some texts. */
export interface AppliedFixes {
  /** The texts that changed. */
  readonly changed: Texts;
  /** How many fixes were applied. */
  readonly count: number;
}

/** An edit of the text it is in, with its place in that text. */
interface Placed {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies fixes in their order. One that changes what another one before it changes is left for the next time, once it is known
 * what is still wrong then; one that makes the very same changes is done already. One that changes another text is left out.
 */
export function applyFixes(texts: Texts, fixes: readonly Fix[]): AppliedFixes {
  const taken = new Map<string, Placed[]>();
  let count = 0;
  for (const { edits } of fixes) {
    if (edits.length === 0 || edits.some(({ origin }) => !texts.has(origin.uri))) continue;
    const placed = edits.map((each) => placedIn(texts.get(each.origin.uri) ?? '', each));
    const isTaken = (each: Placed): boolean => (taken.get(each.uri) ?? []).some((other) => isSame(each, other));
    const isFree = (each: Placed): boolean => !(taken.get(each.uri) ?? []).some((other) => touches(each, other));
    if (placed.every(isTaken)) count++;
    else if (placed.every(isFree)) {
      count++;
      for (const each of placed) taken.set(each.uri, [...(taken.get(each.uri) ?? []), each]);
    }
  }
  const changed = new Map<string, string>();
  for (const [uri, edits] of taken) {
    const text = texts.get(uri) ?? '';
    const ordered = [...edits].sort((a, b) => b.start - a.start);
    const after = ordered.reduce((all, each) => all.slice(0, each.start) + each.text + all.slice(each.end), text);
    if (after !== text) changed.set(uri, after);
  }
  return { changed, count };
}

function isSame(a: Placed, b: Placed): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Whether two edits change the same stretch, or write at the same place. */
function touches(a: Placed, b: Placed): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** An edit as it is made: with the line breaks of its text, and all of its lines where nothing else is on them. */
function placedIn(text: string, { origin: { uri, start, end }, text: by }: Edit): Placed {
  // What is at the start of a file comes after its byte-order mark.
  const from = start === 0 && text.startsWith('\ufeff') ? 1 : start;
  const to = Math.max(from, end);
  if (by !== '') return { uri, start: from, end: to, text: text.includes('\r\n') ? by.replace(/\r?\n/g, '\r\n') : by };
  const before = /(?:^|[\r\n]|^\ufeff)([ \t]*)$/.exec(text.slice(0, from))?.[1];
  const after = /^[ \t]*(\r\n|\r|\n|$)/.exec(text.slice(to, to + 1000));
  if (before === undefined || after === null || (after[1] === '' && text.length > to + after[0].length))
    return { uri, start: from, end: to, text: '' };
  return { uri, start: from - before.length, end: to + after[0].length, text: '' };
}
