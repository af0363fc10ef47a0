// The examples of a rule: a file it objects to, and changes of that file that show where its limit is.

/** Texts to replace, each of which is in the file exactly once, and their replacements. */
export type Changes = Readonly<Record<string, string>>;

/** One more case at an edge of a rule: its bad example with some changes. */
export interface EdgeCase {
  /** What it shows, as `exactly at the limit`. */
  readonly name: string;
  readonly change: Changes;
  /**
   * What is found at the marks of the bad example, written as behind its carets: `error: the message contains this`.
   * Absent where nothing is found.
   */
  readonly finds?: string;
}

/** A line of carets below the text it marks, with or without the expected severity and message. */
const caretLine = /^ *\/\/ *\^.*\n/gm;

/** An example without its caret comments. */
export function withoutCarets(text: string): string {
  return text.replace(caretLine, '');
}

/** A text after some changes; a change whose text is missing has no effect. */
export function changed(text: string, changes: Changes): string {
  return Object.entries(changes).reduce((all, [from, to]) => all.replace(from, () => to), text);
}
