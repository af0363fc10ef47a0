// The parser's place in the tokens, and the problems it has found.
import { byteAt, signedAt } from '@lightloom/core';
import type { AstNode, Linker, Reference } from 'langium';
import { missingSign, missingWord, shorten } from '../tokens/missing.ts';
import { maxNameLength, type Scanner } from '../tokens/scan.ts';
import { Kind, type SyntaxProblem } from '../tokens/token.ts';
import { NamedReference } from '../tree/named-reference.ts';
import { type Node, nodeClass, type ReferringNode, type SyntaxNode } from '../tree/syntax-node.ts';
import { closest } from './closest.ts';
import { maxNodes, tooManyNodes } from './limits.ts';

/** Maximum number of problems reported for a file: one with more is something else. */
const maxProblems = 200;

/** Words longer than this aren't looked up. */
const maxWordLength = 24;
/** Words that are remembered at a time; a power of two. */
const wordSlots = 256;

/** Maximum depth of nested bodies and parentheses: more than anybody writes, and far from the end of the stack. */
const maxDepth = 100;

/** What a text is read by: its tokens alone, or its lines and indents too. */
export type ReadingBy = 'tokens' | 'layout';

export class Cursor {
  readonly problems: SyntaxProblem[] = [];
  /** Whether lines and indents count. */
  readonly layout: boolean;
  /** Nodes with a reference, in the order of the text. */
  readonly references: ReferringNode[] = [];
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
  nodes = 0;
  /** Whether there were too many nodes: then nothing more is read. */
  full = false;
  /** An offset, and where its line starts. */
  private lineAt = 0;
  private lineStart = 0;
  /** Set by a mistake until the next statement starts: what follows from it isn't reported. */
  private silent = false;

  /** @param whole what the text is, for messages about its end */
  constructor(tokens: Scanner, linker: () => Linker, by: ReadingBy, whole = 'file') {
    this.tokens = tokens;
    this.whole = whole;
    this.kinds = tokens.kinds;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.linker = linker;
    this.layout = by === 'layout';
    this.reach(0);
  }

  /** The index of a token further on, or of the last one; reads tokens up to it, so that the columns may be others then. */
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
    return signedAt(this.starts, this.at);
  }
  get end(): number {
    return signedAt(this.ends, this.at);
  }
  /** End of the token before. */
  get previousEnd(): number {
    return this.at === 0 ? 0 : signedAt(this.ends, this.at - 1);
  }
  get position(): number {
    return this.at;
  }
  get text(): string {
    return this.textAt(0);
  }

  /** A stretch of the text; the same string for the same word, since most words are read many times. */
  private word(start: number, end: number): string {
    const { text } = this.tokens;
    const length = end - start;
    if (length > maxWordLength) return text.slice(start, end);
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
    // Up to fifteen digits every way to read a number gives the same.
    if (end - this.start > 15) return Number(this.text);
    for (let i = this.start; i < end; i++) {
      const digit = text.charCodeAt(i) - 48;
      if (digit < 0 || digit > 9) return Number(this.text);
      value = value * 10 + digit;
    }
    return value;
  }

  get kind(): number {
    return byteAt(this.kinds, this.at);
  }

  /** Kind of a token further on. */
  kindAt(ahead: number): number {
    const index = this.reach(ahead);
    return byteAt(this.kinds, index);
  }

  startAt(ahead: number): number {
    const index = this.reach(ahead);
    return signedAt(this.starts, index);
  }

  /** Text of a token further on. */
  textAt(ahead: number): string {
    const index = this.reach(ahead);
    const [start, end] = [signedAt(this.starts, index), signedAt(this.ends, index)];
    return byteAt(this.kinds, index) === Kind.name ? this.nameIn(start, end) : this.word(start, end);
  }

  /** The name in a stretch of the text, cut where it is longer than a name may be. */
  private nameIn(start: number, end: number): string {
    return end - start <= maxNameLength ? this.word(start, end) : `${this.word(start, start + maxNameLength)}…`;
  }

  /** A stretch of the text. */
  slice(start: number, end: number): string {
    return this.tokens.text.slice(start, end);
  }

  /** Whether the token is this word. */
  isWord(word: string, ahead = 0): boolean {
    if (this.kindAt(ahead) !== Kind.name) return false;
    const index = this.at + ahead;
    const start = signedAt(this.starts, index);
    return signedAt(this.ends, index) - start === word.length && this.tokens.text.startsWith(word, start);
  }

  /** Whether this token is the first on its line. */
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

  /** Whether a token further on ends its line: a new line, a `}` or the end follows. */
  lastOnLine(ahead: number): boolean {
    const next = this.kindAt(ahead + 1);
    if (next === Kind.end || next === Kind.braceClose) return true;
    const at = this.at + ahead;
    return this.hasBreak(signedAt(this.ends, at), signedAt(this.starts, at + 1));
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

  /** Continues after an offset; the brace before it closes what starts at this token. */
  leap(to: number): void {
    this.tokens.leap(this.at, to);
    this.count = this.tokens.count;
    this.advance();
  }

  /** The number of problems of the tokens so far. */
  get tokenProblems(): number {
    return this.tokens.problems.length;
  }

  /** Takes a token of a kind, if it is next. Returns whether it was. */
  take(kind: Kind): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  /** Takes a word, if it is next. Returns whether it was. */
  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.advance();
    return true;
  }

  /** Takes a required token, or reports that it is missing and continues as if it were there. */
  expect(kind: Kind, what: string): boolean {
    if (this.take(kind)) return true;
    this.complain(`Expected ${what}`, missingSign(kind, this.previousEnd));
    return false;
  }

  /** Takes a required word, or a misspelling of it, or reports that it is missing and continues as if it were there. */
  expectWord(word: string, after: string): boolean {
    if (this.takeWord(word)) return true;
    const misspelt = this.resembles(word);
    this.complain(
      `Expected \`${word}\` ${after}`,
      misspelt ? { suggestion: word } : missingWord(word, this.previousEnd),
    );
    if (misspelt) this.advance();
    return misspelt;
  }

  /** Whether a token is likely a misspelling of a word. */
  resembles(word: string, ahead = 0): boolean {
    return this.kindAt(ahead) === Kind.name && closest(this.textAt(ahead), [word]) !== undefined;
  }

  /**
   * Takes an optional word, or a misspelling of it, which it reports.
   * @param fits whether what follows can only follow this word
   */
  takeOptional(word: string, fits: () => boolean): boolean {
    if (this.takeWord(word)) return true;
    if (this.kind !== Kind.name || !fits() || !this.resembles(word)) return false;
    this.misspelt(word);
    return true;
  }

  /** Reports this word as a misspelling of another one, and takes it. */
  misspelt(word: string): void {
    this.problem({
      rule: 'syntax/keyword',
      message: `\`${shorten(this.text)}\` isn't a keyword that can follow here.`,
      start: this.start,
      end: this.end,
      suggestion: word,
    });
    this.advance();
  }

  /** Reports a problem at this token: `Expected …`, completed with what is there instead. */
  complain(expected: string, more: Pick<SyntaxProblem, 'help' | 'suggestion' | 'isEvident' | 'fix'> = {}): void {
    const found = this.kind === Kind.end ? `the end of the ${this.whole}` : `\`${shorten(this.text)}\``;
    // At the end of a line the problem is after what was written, not where the next line starts.
    const after = this.kind === Kind.end || this.firstOnLine;
    const start = after ? Math.max(0, this.previousEnd - 1) : this.start;
    const end = after ? Math.max(start + 1, this.previousEnd) : this.end;
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
    if (!this.silent && !this.full && this.problems.length < maxProblems) this.problems.push(problem);
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

  /** Skips to a token of a kind on this line. Returns whether there is one, and stays where it is if not. */
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

  /** Enters something nested. Reports a depth that nobody writes, and returns false: the caller skips it. */
  enter(): boolean {
    if (this.depth >= maxDepth) {
      this.problem({
        rule: 'syntax/too-deep',
        message: `This is nested more than ${maxDepth} levels deep.`,
        start: this.start,
        end: this.end,
      });
      return false;
    }
    this.depth++;
    return true;
  }

  /** Leaves what was entered. */
  leave(): void {
    this.depth--;
  }

  /** A new node that starts here. Reports a number that no memory holds: what follows isn't read. */
  open<T>(type: string): Node<T> {
    if (++this.nodes > maxNodes && !this.full) {
      this.forgive();
      this.problem(tooManyNodes(this.start, this.end));
      this.full = true;
      this.at = this.reach(Number.POSITIVE_INFINITY);
    }
    return new (nodeClass(type))(this.start) as Node<T>;
  }

  /** The node ends before this token. */
  close<T>(node: Node<T>): Node<T> {
    node.$end = Math.max(node.$start, this.previousEnd);
    return node;
  }

  /**
   * A reference to what is named by a stretch of text.
   * @param path where the path starts that leads to the name, as `a.` in `a.Leaf`
   */
  reference<T extends AstNode>(node: Node<ReferringNode>, start: number, end: number, path = start): Reference<T> {
    const text = path === start ? this.nameIn(start, end) : this.tokens.text.slice(path, end).replace(/\s+/g, '');
    this.references.push(node);
    return new NamedReference<T>(this.linker, node, text, start, end);
  }
}

/** Puts a node below another. Returns the node. */
export function attach<T>(child: Node<T>, parent: SyntaxNode): Node<T> {
  child.$container = parent;
  return child;
}
