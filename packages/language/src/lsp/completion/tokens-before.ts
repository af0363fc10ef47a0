// The tokens before the cursor, as completion reads them.
import { byteAt } from '@lightloom/core';
import { Kind, type Tokens } from '../../parse/index.ts';

/** Kinds of token after which a number follows. */
export const takesOperand: ReadonlySet<number> = new Set([
  Kind.bracketOpen,
  Kind.parenOpen,
  Kind.dots,
  Kind.comma,
  Kind.plus,
  Kind.minus,
  Kind.star,
  Kind.slash,
]);

/** The tokens before the cursor. */
export class TokensBefore {
  private readonly tokens: Tokens;
  /** Number of tokens, without the end. */
  readonly count: number;

  constructor(tokens: Tokens) {
    this.tokens = tokens;
    this.count = tokens.count - 1;
  }

  text(index: number): string {
    const at = index < 0 ? this.count + index : index;
    return at < 0 || at >= this.count ? '' : this.tokens.text.slice(this.tokens.starts[at], this.tokens.ends[at]);
  }

  kind(index: number): number {
    const at = index < 0 ? this.count + index : index;
    return at < 0 || at >= this.count ? Kind.end : byteAt(this.tokens.kinds, at);
  }

  /** Whether the line ends between the last token and the cursor. */
  get newLine(): boolean {
    return /\n/.test(this.tokens.text.slice(this.count === 0 ? 0 : this.tokens.ends[this.count - 1]));
  }

  /** Whether an index is being written: `leaf[i - `. */
  get inIndex(): boolean {
    let at = this.count - 1;
    while (at >= 0 && this.kind(at) !== Kind.bracketOpen && this.kind(at) !== Kind.bracketClose) at--;
    return this.kind(at) === Kind.bracketOpen && takesOperand.has(this.kind(-1));
  }

  /** The names before a bracket that is open: `su`, `leaf` of `su[*].leaf[`; undefined where none is, or something is in it. */
  indexed(): readonly string[] | undefined {
    if (this.kind(-1) !== Kind.bracketOpen || this.kind(-2) !== Kind.name) return undefined;
    const before = this.until(this.count - 2).path()?.names ?? [];
    return [...before, this.text(-2)];
  }

  /** Whether a word is among the tokens. */
  has(word: string): boolean {
    for (let i = 0; i < this.count; i++) if (this.text(i) === word) return true;
    return false;
  }

  /** Index of the last of some words; -1 when there is none. */
  lastOf(list: readonly string[]): number {
    let at = this.count - 1;
    while (at >= 0 && !list.includes(this.text(at))) at--;
    return at;
  }

  /** Index of the last comparison; -1 when there is none. */
  get lastComparison(): number {
    let at = this.count - 1;
    while (at >= 0 && this.kind(at) !== Kind.comparator) at--;
    return at;
  }

  /** The first of these tokens. */
  until(count: number): TokensBefore {
    return new TokensBefore({ ...this.tokens, count: count + 1 });
  }

  /** Names before a dot at the end, `su`, `leaf` of `su[*].leaf[*].`, and the index of the first of them. */
  path(): { readonly names: readonly string[]; readonly first: number } | undefined {
    const names: string[] = [];
    let at = this.count - 1;
    if (this.kind(at) !== Kind.dot) return undefined;
    while (this.kind(at) === Kind.dot) {
      at--;
      while (this.kind(at) === Kind.bracketClose) {
        while (at >= 0 && this.kind(at) !== Kind.bracketOpen) at--;
        at--;
      }
      if (at < 0 || this.kind(at) !== Kind.name) return undefined;
      names.unshift(this.text(at));
      at--;
    }
    return { names, first: at + 1 };
  }

  /** The names of each path among these tokens, without words of the language between them: `su`, `leaf`, `up` of `su[*].leaf[*].up`. */
  paths(): readonly (readonly string[])[] {
    const found: string[][] = [];
    let depth = 0;
    for (let at = 1; at < this.count; at++) {
      const kind = this.kind(at);
      if (kind === Kind.bracketOpen) depth++;
      else if (kind === Kind.bracketClose) depth--;
      else if (depth === 0 && kind === Kind.name) {
        if (this.kind(at - 1) === Kind.dot) found.at(-1)?.push(this.text(at));
        else found.push([this.text(at)]);
      }
    }
    return found;
  }

  /** The fact whose subjects are being written: `power` of `require power(leaf, `. */
  openFact(): string | undefined {
    let depth = 0;
    for (let at = this.count - 1; at > 0; at--) {
      if (this.kind(at) === Kind.parenClose) depth++;
      if (this.kind(at) === Kind.parenOpen && depth-- === 0)
        return at > 1 && this.kind(at - 1) === Kind.name ? this.text(at - 1) : undefined;
    }
    return undefined;
  }

  /** The template whose arguments are being written: `T` of `su[1..2] : T(64, `. */
  template(): string | undefined {
    let depth = 0;
    for (let at = this.count - 1; at > 1; at--) {
      if (this.kind(at) === Kind.parenClose) depth++;
      if (this.kind(at) === Kind.parenOpen && depth-- === 0)
        return this.kind(at - 1) === Kind.name && this.kind(at - 2) === Kind.colon ? this.text(at - 1) : undefined;
    }
    return undefined;
  }
}
