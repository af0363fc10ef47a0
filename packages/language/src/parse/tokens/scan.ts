// From text to tokens, each when it is asked for. Never fails: what isn't a token becomes a problem, and the scan
// continues after it.
import { printNumber, unitSpellings } from '@lightloom/core';
import { isDigit, isGroupSign, isLetter, isWord } from './characters.ts';
import { exponentOf } from './exponent.ts';
import { type Absent, commentOf, type Habit, habits, quotesOf, separatorOf, signs } from './habits.ts';
import { codePointName, lookalikeHelp } from './lookalikes.ts';
import { missingQuote } from './missing.ts';
import { Next } from './next.ts';
import { Kind, type SyntaxEdit, type SyntaxProblem, type SyntaxRule, type Tokens } from './token.ts';

/** Maximum of characters in a name; what is longer is cut where messages, drawings and tables show it. */
export const maxNameLength = 256;
/** The same of a text, such as the source of a figure. */
export const maxTextLength = 2000;
/** Maximum of characters in a number: what they write stays far from what a number can't hold. */
const maxDigits = 100;

/** Unit spellings by first character, longest first. */
const unitsByFirst = new Map<number, string[]>();
for (const spelling of unitSpellings()) {
  const first = spelling.charCodeAt(0);
  const list = unitsByFirst.get(first);
  if (list === undefined) unitsByFirst.set(first, [spelling]);
  else list.push(spelling);
}
/** What can't follow a unit, as it makes the unit part of a longer word. */
const unitContinues = /[A-Za-z0-9_°µ·³%]|-[A-Za-z0-9]|\/[A-Za-z]/y;
/** A name that starts with a digit, such as `800GBASE-DR4` or `1.6TBASE-DR8`. */
const digitName = /[0-9]+(?:\.[0-9]+)?(?!x\b)[A-Za-z][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)*/y;
/** Groups of three digits, each after a sign. */
const groups = /(?:['_’\u00A0\u2009\u202F][0-9]{3})+(?![0-9A-Za-z_])/y;
const space = /[\s\uFEFF]/;

const single = new Map<number, Kind>([
  [123, Kind.braceOpen],
  [125, Kind.braceClose],
  [91, Kind.bracketOpen],
  [93, Kind.bracketClose],
  [40, Kind.parenOpen],
  [41, Kind.parenClose],
  [44, Kind.comma],
  [58, Kind.colon],
  [47, Kind.slash],
  [42, Kind.star],
  [43, Kind.plus],
  [45, Kind.minus],
  [215, Kind.times],
  // A hole stands where a name does.
  [63, Kind.name],
]);

/** The same by character code, all below 256; {@link Kind.end} for none. */
const singles = new Uint8Array(256);
for (const [code, kind] of single) singles[code] = kind;

/** Tokens in which the start of an index is searched for. */
const longestIndex = 1000;

/** The most places that one fix changes. */
const maxEdits = 10_000;

/** Splits a text into tokens. */
export function scan(text: string): Tokens {
  return new Scanner(text).all();
}

/** The tokens of a text so far. */
export class Scanner implements Tokens {
  readonly text: string;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  count = 0;
  readonly problems: SyntaxProblem[] = [];
  private at: number;
  private readonly to: number;
  /** Whether the end is among the tokens. */
  private done = false;
  /** The problem of each habit of other languages, reported once for a file, with the changes of all its places. */
  private readonly habits = new Map<Habit, { readonly problem: SyntaxProblem; readonly edits: SyntaxEdit[] }>();
  /** Whether a comment may still be closed. */
  private closes = true;
  private readonly line: Next;
  private readonly comment: Next;
  private readonly absentQuotes: Absent = new Map();

  /** Scans a text, or the stretch between two offsets. */
  constructor(text: string, from = 0, to = text.length) {
    this.text = text;
    this.line = new Next(text, /[\r\n]/g, 1);
    this.comment = new Next(text, /\*\//g, 2);
    this.at = from;
    this.to = to;
    const guess = Math.max(16, Math.min(2048, (to - from) >> 1));
    this.kinds = new Uint8Array(guess);
    this.starts = new Int32Array(guess);
    this.ends = new Int32Array(guess);
  }

  /** Reads until there are at least so many tokens, or all. */
  upTo(count: number): void {
    const { text, to } = this;
    let { at } = this;
    while (this.count < count && at < to) at = this.next(at, text.charCodeAt(at));
    this.at = at;
    if (at < to || this.done || this.count >= count) return;
    this.add(Kind.end, to, to);
    this.done = true;
  }

  /** Reads all that is left. */
  all(): Tokens {
    this.upTo(Number.POSITIVE_INFINITY);
    return this;
  }

  /** Replaces the text from a token up to an offset by one token, the brace before the offset; continues after it. */
  leap(token: number, to: number): void {
    this.count = token;
    this.at = to;
    this.done = false;
    // What was read beyond the offset is read again.
    while ((this.problems.at(-1)?.start ?? 0) >= to) this.problems.pop();
    this.add(Kind.braceClose, to - 1, to);
  }

  /** Reads what starts at an offset. Returns the offset after it. */
  private next(at: number, code: number): number {
    if (code === 32 || code === 10 || code === 13 || code === 9) return at + 1;
    if (isLetter(code)) return this.name(at, this.endOfName(at + 1));
    if (isDigit(code)) return this.number(at, at);
    // The degree sign of a unit that isn't one of ours: `86 °F`.
    if (code === 176 && this.kinds[this.count - 1] === Kind.number && isLetter(this.text.charCodeAt(at + 1)))
      return this.name(at, this.endOfName(at + 1));
    if (code === 34) return this.string(at);
    if (code === 47) return this.slash(at);
    if (code === 45 && isDigit(this.text.charCodeAt(at + 1))) return this.number(at, at + 1);
    if (code === 46)
      return this.text.charCodeAt(at + 1) === 46 ? this.add(Kind.dots, at, at + 2) : this.add(Kind.dot, at, at + 1);
    if (code === 60 || code === 62 || code === 61) return this.comparison(at, code);
    if (code === 33 && this.text.charCodeAt(at + 1) === 61) return this.add(Kind.comparator, at, at + 2);
    const kind = code < 256 ? (singles[code] as Kind) : Kind.end;
    if (kind !== Kind.end) return this.add(kind, at, at + 1);
    if (space.test(this.text.charAt(at))) return at + 1;
    return this.foreign(at) ?? this.strange(at);
  }

  private name(start: number, end: number): number {
    if (end - start > maxNameLength) this.tooLong('name', start, end, maxNameLength);
    return this.add(Kind.name, start, end);
  }

  private quoted(start: number, end: number): number {
    if (end - start > maxTextLength) this.tooLong('text', start, end, maxTextLength);
    return this.add(Kind.text, start, end);
  }

  private tooLong(what: 'name' | 'number' | 'text', start: number, end: number, most: number): void {
    const text = `This ${what} has ${printNumber(end - start)} characters; the maximum is ${printNumber(most)}.`;
    this.problem('syntax/too-long', text, start, end);
  }

  /** Names may hold hyphens: `half-retimed`. */
  private endOfName(from: number): number {
    const { text } = this;
    let at = from;
    while (true) {
      while (isWord(text.charCodeAt(at))) at++;
      if (text.charCodeAt(at) !== 45 || !isWord(text.charCodeAt(at + 1))) return at;
      at++;
    }
  }

  /** A number, a number with its unit, or a name that starts with a digit. */
  private number(start: number, digits: number): number {
    const { text } = this;
    let at = digits;
    while (isDigit(text.charCodeAt(at))) at++;
    at = this.grouped(digits, at);
    if (text.charCodeAt(at) === 46 && isDigit(text.charCodeAt(at + 1))) {
      at++;
      while (isDigit(text.charCodeAt(at))) at++;
    }
    const power = exponentOf(text, start, at);
    if (power !== undefined && this.endOfUnit(power.end) > power.end) {
      this.problem('syntax/separator', 'A number has no exponent.', start, power.end, power);
      at = power.end;
    }
    const unitEnd = this.endOfUnit(at);
    if (unitEnd > at && at - start > maxDigits) this.tooLong('number', start, at, maxDigits);
    if (unitEnd > at) return this.add(Kind.quantity, start, unitEnd);
    if (start === digits && isLetter(text.charCodeAt(at))) {
      digitName.lastIndex = start;
      if (digitName.test(text)) return this.name(start, digitName.lastIndex);
    }
    if (at - start > maxDigits) this.tooLong('number', start, at, maxDigits);
    return this.add(Kind.number, start, at);
  }

  /** The end of digits in groups of three with signs between them, which are reported: `1'200`, `1_200`. */
  private grouped(digits: number, end: number): number {
    const { text } = this;
    if (end - digits > 3 || !isGroupSign(text.charCodeAt(end))) return end;
    groups.lastIndex = end;
    const found = groups.exec(text);
    if (found === null) return end;
    const to = end + found[0].length;
    const suggestion = text.slice(digits, to).replace(/\D/g, '');
    this.problem('syntax/separator', 'Digits have no sign between them.', digits, to, { suggestion, isEvident: true });
    return to;
  }

  /** The end of a unit that starts at an offset, spaces before it allowed; the offset itself when there is none. */
  private endOfUnit(from: number): number {
    const { text } = this;
    let at = from;
    while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
    const spellings = unitsByFirst.get(text.charCodeAt(at));
    if (spellings === undefined) return from;
    for (const spelling of spellings) {
      if (!text.startsWith(spelling, at)) continue;
      const end = at + spelling.length;
      unitContinues.lastIndex = end;
      if (!unitContinues.test(text)) return end;
    }
    return from;
  }

  /** What other languages write: comments with `#`, semicolons, other quotes and signs. Undefined where it is none of these. */
  private foreign(start: number): number | undefined {
    const { text } = this;
    const comment = commentOf(text, start);
    if (comment !== undefined) {
      this.habit('comment', comment.edits);
      return this.endOfLine(start);
    }
    const separator = separatorOf(text, start);
    if (separator !== undefined) {
      this.habit('semicolon', separator.edits);
      return start + 1;
    }
    const quoted = quotesOf(text, start, this.endOfLine(start), this.absentQuotes);
    if (quoted !== undefined) {
      this.habit('quotes', quoted.edits);
      return this.add(Kind.text, start, quoted.end);
    }
    const sign = signs.get(text.charAt(start));
    if (sign === undefined) return undefined;
    const isRange =
      sign.kind === Kind.minus && isDigit(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(start + 1));
    const { kind, meant } = isRange && this.isInIndex() ? { kind: Kind.dots, meant: '..' } : sign;
    const message = `\`${text.charAt(start)}\` isn't part of the language.`;
    this.problem('syntax/character', message, start, start + 1, { suggestion: meant, isEvident: true });
    return this.add(kind, start, start + 1);
  }

  /** Whether what is read is in the brackets of an index. */
  private isInIndex(): boolean {
    const last = Math.max(0, this.count - longestIndex);
    for (let i = this.count - 1; i >= last && this.kinds[i] !== Kind.bracketClose; i--)
      if (this.kinds[i] === Kind.bracketOpen) return true;
    return false;
  }

  /** Reports a habit of other languages where it is found first, with the changes for all of its places. */
  private habit(habit: Habit, edits: readonly SyntaxEdit[]): void {
    const [first] = edits;
    if (first === undefined) return;
    const known = this.habits.get(habit);
    if (known !== undefined && this.problems.includes(known.problem)) {
      const last = known.edits.at(-1)?.start ?? -1;
      // A stretch may be read twice.
      if (known.edits.length < maxEdits) known.edits.push(...edits.filter(({ start }) => start > last));
      return;
    }
    const all = [...edits];
    const { message, help, title } = habits[habit];
    this.problem('syntax/character', message, first.start, first.end, {
      help,
      isEvident: true,
      fix: { title, edits: all },
    });
    const added = this.problems.at(-1);
    if (added !== undefined) this.habits.set(habit, { problem: added, edits: all });
  }

  private string(start: number): number {
    const { text } = this;
    let at = start + 1;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === 34) return this.quoted(start, at + 1);
      if (code === 10 || code === 13) break;
      at += code === 92 && at + 1 < text.length ? 2 : 1;
    }
    const end = Math.min(at, text.length);
    const quoted = quotesOf(text, start, end, this.absentQuotes);
    if (quoted !== undefined) {
      this.habit('quotes', quoted.edits);
      return this.quoted(start, quoted.end);
    }
    this.problem('syntax/unclosed-text', "This text isn't closed before the end of the line.", start, end, {
      help: 'Close it with `"`.',
      ...missingQuote(text.slice(start, end), start),
    });
    return this.quoted(start, end);
  }

  private slash(start: number): number {
    const { text } = this;
    const next = text.charCodeAt(start + 1);
    if (next === 47) return this.endOfLine(start);
    if (next !== 42) return this.add(Kind.slash, start, start + 1);
    if (this.isChannels(start)) {
      this.problem('syntax/unclosed-comment', '`/*` starts a comment here.', start, start + 2, {
        help: 'Remove it: a port selects all its channels.',
      });
      return start + 2;
    }
    // Searched once only: many comments may be open, and the file may be long.
    const close = this.closes ? text.indexOf('*/', start + 2) : -1;
    this.closes = close >= 0;
    // One that runs into the next comment isn't closed: otherwise it would hide the text between them.
    if (close >= 0 && !/[\r\n][ \t]*\/\*/.test(text.slice(start + 2, close))) return close + 2;
    // The rest of the file is more likely code than comment: only this line is skipped.
    this.problem('syntax/unclosed-comment', "This comment isn't closed.", start, start + 2, {
      help: 'Close it with `*/`.',
      fix: { title: 'Change to `//`', edits: [{ start, end: start + 2, text: '//' }] },
    });
    return this.endOfLine(start);
  }

  /** Whether `/*` selects all channels of a port rather than starting a comment: `leaf[3].up[1]/*`. */
  private isChannels(start: number): boolean {
    if (this.text.charCodeAt(start - 1) !== 93 || isWord(this.text.charCodeAt(start + 2))) return false;
    return this.comment.after(start + 2) >= this.endOfLine(start + 2);
  }

  private endOfLine(from: number): number {
    return this.line.after(from);
  }

  private comparison(at: number, code: number): number {
    const next = this.text.charCodeAt(at + 1);
    if (next === 61) return this.add(Kind.comparator, at, at + 2);
    if (code === 61 && (next === 60 || next === 62)) {
      const suggestion = next === 60 ? '<=' : '>=';
      const written = this.text.slice(at, at + 2);
      this.problem('syntax/character', `\`${written}\` isn't a comparison.`, at, at + 2, {
        suggestion,
        isEvident: true,
      });
      return this.add(Kind.comparator, at, at + 2);
    }
    return this.add(code === 61 ? Kind.equals : Kind.comparator, at, at + 1);
  }

  /** A run of characters that aren't part of the language is one problem. */
  private strange(start: number): number {
    let at = start;
    let code = this.text.charCodeAt(at);
    while (at < this.text.length && !isWord(code) && code > 32 && code !== 34 && code !== 46 && !single.has(code))
      code = this.text.charCodeAt(++at);
    at = Math.max(at, start + 1);
    const characters = [...this.text.slice(start, at)].slice(0, 8);
    const shown = characters.map((each) => (/\p{C}/u.test(each) ? codePointName(each) : each)).join('');
    const more = lookalikeHelp(characters);
    this.problem('syntax/character', `\`${shown}\` isn't part of the language.`, start, at, more);
    return at;
  }

  private problem(
    rule: SyntaxRule,
    message: string,
    start: number,
    end: number,
    more: Pick<SyntaxProblem, 'help' | 'suggestion' | 'isEvident' | 'fix'> = {},
  ): void {
    // A binary file would give a problem for each character; nobody reads more than the first few.
    if (this.problems.length < 100) this.problems.push({ rule, message, start, end, ...more });
  }

  private add(kind: Kind, start: number, end: number): number {
    if (this.count === this.kinds.length) this.grow();
    this.kinds[this.count] = kind;
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
    return end;
  }

  private grow(): void {
    const size = this.kinds.length * 2;
    const [kinds, starts, ends] = [new Uint8Array(size), new Int32Array(size), new Int32Array(size)];
    kinds.set(this.kinds);
    starts.set(this.starts);
    ends.set(this.ends);
    [this.kinds, this.starts, this.ends] = [kinds, starts, ends];
  }
}
