// Where the parser is in the tokens, and what it has to complain about.
import type { AstNode, Linker, Reference } from 'langium';
import { closest } from './closest.ts';
import { NamedReference } from './named-reference.ts';
import type { Scanner } from './scan.ts';
import { nodeClass, type SyntaxNode } from './syntax-node.ts';
import { Kind, type SyntaxProblem } from './token.ts';

/** Most problems one file is told about: behind that, the file is something else. */
const mostProblems = 200;

/** Words longer than this are not looked up. */
const longestWord = 24;
/** Words that are remembered at a time; a power of two. */
const wordSlots = 256;

/** Deepest nesting of bodies and parentheses: far beyond what a person writes, far from the end of the stack. */
const deepest = 100;

export class Cursor {
  readonly problems: SyntaxProblem[] = [];
  /** Whether lines and indents count. */
  readonly layout: boolean;
  /** Nodes with a reference, in the order of the text. */
  readonly users: SyntaxNode[] = [];
  private readonly tokens: Scanner;
  private kinds: Uint8Array;
  private starts: Int32Array;
  private ends: Int32Array;
  /** Tokens so far. */
  private count = 0;
  /** Words read before, by a few of their characters: a file has few, each of them often. */
  private readonly words: (string | undefined)[] = new Array(wordSlots).fill(undefined);
  private readonly linker: () => Linker;
  private readonly whole: string;
  private at = 0;
  private depth = 0;
  /** An offset, and where its line starts. */
  private lineAt = 0;
  private lineStart = 0;
  /** Set by a mistake until the next statement starts: what follows from it is not told. */
  private silent = false;

  /** @param whole what the text is, for messages about its end */
  constructor(tokens: Scanner, linker: () => Linker, layout: boolean, whole = 'file') {
    this.tokens = tokens;
    this.whole = whole;
    this.kinds = tokens.kinds;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.linker = linker;
    this.layout = layout;
    this.reach(0);
  }

  /** The index of a token further on, or of the last one, once it is read. */
  private reach(ahead: number): number {
    const index = this.at + ahead;
    if (index < this.count) return index;
    const { tokens } = this;
    tokens.upTo(index + 1);
    this.kinds = tokens.kinds;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.count = tokens.count;
    return Math.min(index, this.count - 1);
  }

  get start(): number {
    return this.starts[this.at] as number;
  }
  get end(): number {
    return this.ends[this.at] as number;
  }
  /** End of the token before. */
  get previousEnd(): number {
    return this.at === 0 ? 0 : (this.ends[this.at - 1] as number);
  }
  get position(): number {
    return this.at;
  }
  get text(): string {
    return this.word(this.start, this.end);
  }

  /** A stretch of the text; the same string for the same word, of which most are read many times. */
  private word(start: number, end: number): string {
    const { text } = this.tokens;
    const length = end - start;
    if (length > longestWord) return text.slice(start, end);
    const slot = (text.charCodeAt(start) * 31 + text.charCodeAt(end - 1) * 7 + length) & (wordSlots - 1);
    const known = this.words[slot];
    if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
    return (this.words[slot] = text.slice(start, end));
  }

  /** The number that a token of digits writes. */
  get number(): number {
    const { text } = this.tokens;
    const { end } = this;
    let value = 0;
    // Up to fifteen digits a number is exact whichever way it is read.
    if (end - this.start > 15) return Number(this.text);
    for (let i = this.start; i < end; i++) {
      const digit = text.charCodeAt(i) - 48;
      if (digit < 0 || digit > 9) return Number(this.text);
      value = value * 10 + digit;
    }
    return value;
  }

  /** Kind of this token. */
  get kind(): number {
    return this.kinds[this.at] as number;
  }

  /** Kind of a token further on. */
  kindAt(ahead: number): number {
    return this.kinds[this.reach(ahead)] as number;
  }

  /** Where a token further on starts. */
  startAt(ahead: number): number {
    return this.starts[this.reach(ahead)] as number;
  }

  /** Text of a token further on. */
  textAt(ahead: number): string {
    const index = this.reach(ahead);
    return this.word(this.starts[index] as number, this.ends[index] as number);
  }

  /** Whether the token is this word. */
  isWord(word: string, ahead = 0): boolean {
    if (this.kindAt(ahead) !== Kind.name) return false;
    const index = this.at + ahead;
    const start = this.starts[index] as number;
    return (this.ends[index] as number) - start === word.length && this.tokens.text.startsWith(word, start);
  }

  /** Whether no token stands before this one on its line. */
  get firstOnLine(): boolean {
    return this.at === 0 || this.hasBreak(this.previousEnd, this.start);
  }

  /** Characters before the first token of the line on which an offset lies. */
  indentAt(offset: number): number {
    const { text } = this.tokens;
    // No further back than where a line was looked for last: a file may be one line.
    const known = this.lineAt <= offset ? this.lineAt : 0;
    const start = this.lineAt <= offset ? this.lineStart : 0;
    let line = offset;
    while (line > known && text.charCodeAt(line - 1) !== 10 && text.charCodeAt(line - 1) !== 13) line--;
    if (line === known) line = start;
    this.lineAt = offset;
    this.lineStart = line;
    let at = line;
    while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
    return at - line;
  }

  /** Whether a token further on is the last of what its line says: behind it come a new line, a `}` or the end. */
  lastOnLine(ahead: number): boolean {
    const next = this.kindAt(ahead + 1);
    if (next === Kind.end || next === Kind.braceClose) return true;
    const at = this.at + ahead;
    return this.hasBreak(this.ends[at] as number, this.starts[at + 1] as number);
  }

  private hasBreak(from: number, to: number): boolean {
    const { text } = this.tokens;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || code === 13) return true;
    }
    return false;
  }

  advance(): void {
    this.at = this.reach(1);
  }

  /** Goes on behind an offset, before which a brace closes what starts at this token. */
  leap(to: number): void {
    this.tokens.leap(this.at, to);
    this.count = this.tokens.count;
    this.advance();
  }

  /** Problems of the tokens so far. */
  get strange(): number {
    return this.tokens.problems.length;
  }

  /** Takes a token of a kind; tells whether it did. */
  take(kind: Kind): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  /** Takes a word; tells whether it did. */
  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.advance();
    return true;
  }

  /** Takes a token that must come, or complains and goes on as if it had. */
  expect(kind: Kind, what: string): boolean {
    if (this.take(kind)) return true;
    this.complain(`Expected ${what}`);
    return false;
  }

  /** Takes a word that must come, or one that was likely meant to be it, or complains and goes on as if it had. */
  expectWord(word: string, after: string): boolean {
    if (this.takeWord(word)) return true;
    const misspelt = this.resembles(word);
    this.complain(`Expected \`${word}\` ${after}`, misspelt ? { meant: word } : {});
    if (misspelt) this.advance();
    return misspelt;
  }

  /** Whether a token is a word that was likely meant to be another one. */
  resembles(word: string, ahead = 0): boolean {
    return this.kindAt(ahead) === Kind.name && closest(this.textAt(ahead), [word]) !== undefined;
  }

  /**
   * Takes a word that need not come; one that was likely meant to be it too, with a complaint.
   * @param fits whether what follows can only follow this word
   */
  takeOptional(word: string, fits: () => boolean): boolean {
    if (this.takeWord(word)) return true;
    if (this.kind !== Kind.name || !fits() || !this.resembles(word)) return false;
    this.misspelt(word);
    return true;
  }

  /** Complains that this word was likely meant to be another one, and takes it. */
  misspelt(word: string): void {
    this.problem({
      rule: 'syntax/keyword',
      message: `\`${shorten(this.text)}\` is no word that can stand here.`,
      start: this.start,
      end: this.end,
      meant: word,
    });
    this.advance();
  }

  /** Says what is wrong at this token: `expected …`, completed with what is there. */
  complain(expected: string, more: { readonly help?: string; readonly meant?: string } = {}): void {
    const found = this.kind === Kind.end ? `the end of the ${this.whole}` : `\`${shorten(this.text)}\``;
    // At the end of a line the place to point at is behind what was written, not where the next line starts.
    const behind = this.kind === Kind.end || this.firstOnLine;
    const start = behind ? Math.max(0, this.previousEnd - 1) : this.start;
    const end = behind ? Math.max(start + 1, this.previousEnd) : this.end;
    this.problem({
      rule: 'syntax/expected',
      message: `${expected}, found ${found}.`,
      start,
      end,
      ...more,
    });
  }

  /** Adds a problem, unless this statement has one already. */
  problem(problem: SyntaxProblem): void {
    if (!this.silent && this.problems.length < mostProblems) this.problems.push(problem);
    this.silent = true;
  }

  get failed(): boolean {
    return this.silent;
  }

  /** A new statement starts: its mistakes count again. */
  forgive(): void {
    this.silent = false;
  }

  /** Skips to where the next statement may start: a line that is indented no deeper, or the end of the body. */
  recover(indent: number): void {
    while (this.kind !== Kind.end && this.kind !== Kind.braceClose) {
      if (this.firstOnLine && this.kind === Kind.name && this.indentAt(this.start) <= indent) return;
      if (this.kind === Kind.braceOpen) this.skipBraces();
      else this.advance();
    }
  }

  /** Skips to a token of a kind on this line; tells whether there is one. Stays where it is when there is none. */
  skipOnLine(kind: Kind): boolean {
    const before = this.at;
    if (this.firstOnLine) return false;
    while (this.kind !== kind) {
      this.advance();
      if (this.kind === Kind.end || this.kind === Kind.braceClose || this.firstOnLine) {
        this.at = before;
        return false;
      }
    }
    return true;
  }

  /** Skips to the end of a body whose brace is already taken. */
  skipBody(): void {
    for (let depth = 1; depth > 0 && this.kind !== Kind.end; this.advance()) {
      if (this.kind === Kind.braceOpen) depth++;
      if (this.kind === Kind.braceClose) depth--;
    }
  }

  /** Skips a body whose header made no sense. */
  private skipBraces(): void {
    let depth = 0;
    do {
      if (this.kind === Kind.braceOpen) depth++;
      if (this.kind === Kind.braceClose) depth--;
      this.advance();
    } while (depth > 0 && this.kind !== Kind.end);
  }

  /** Goes into something nested; tells of a depth no person writes: what is there is to be skipped then. */
  enter(): boolean {
    if (this.depth >= deepest) {
      this.problem({
        rule: 'syntax/too-deep',
        message: `This is nested more than ${deepest} levels deep.`,
        start: this.start,
        end: this.end,
      });
      return false;
    }
    this.depth++;
    return true;
  }

  /** Comes out of what it went into. */
  leave(): void {
    this.depth--;
  }

  /** A new node that starts here. */
  open<T>(type: string): T & SyntaxNode {
    return new (nodeClass(type))(this.start) as unknown as T & SyntaxNode;
  }

  /** The node ends before this token. */
  close<T>(node: T & SyntaxNode): T & SyntaxNode {
    node.$end = Math.max(node.$start, this.previousEnd);
    return node;
  }

  /**
   * A reference to what is named by a stretch of text.
   * @param path where the path starts that leads to the name, as `a.` in `a.Leaf`
   */
  reference<T extends AstNode>(node: SyntaxNode, start: number, end: number, path = start): Reference<T> {
    const text = path === start ? this.word(start, end) : this.tokens.text.slice(path, end).replace(/\s+/g, '');
    this.users.push(node);
    return new NamedReference<T>(this.linker, node, text, start, end);
  }
}

/** Hangs a node below another. */
export function attach<T>(child: T & SyntaxNode, parent: SyntaxNode, property: string, index?: number): T & SyntaxNode {
  child.$container = parent;
  if (property === 'statements' && index !== undefined) child.$statement = index;
  return child;
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
