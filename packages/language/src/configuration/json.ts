// Reads JSON and records the position of each value, so that errors can be reported there.

/** A value with its extent in the text. */
export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'literal' }
);

export interface JsonMember {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly value: JsonNode;
}

/** An error in a text, with its position. */
export interface JsonProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Maximum depth: a configuration has four levels. */
const maxDepth = 50;

/** Reads a text as JSON (RFC 8259): the value, or the first mistake. */
export function readJson(text: string): JsonNode | JsonProblem {
  const reader = new Reader(text);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof Mistake) return error.problem;
    throw error;
  }
}

class Mistake extends Error {
  readonly problem: JsonProblem;

  constructor(problem: JsonProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

const literal = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.])/y;
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const space = /[\t\n\r ]*/y;

class Reader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
    // Skips a byte-order mark.
    if (text.charCodeAt(0) === 0xfeff) this.at = 1;
  }

  whole(): JsonNode {
    const value = this.value();
    this.skip();
    if (this.at < this.text.length) this.fail('Expected the end of the file');
    return value;
  }

  private value(): JsonNode {
    this.skip();
    const start = this.at;
    const next = this.text.charAt(start);
    if (next === '{' || next === '[') {
      if (++this.depth > maxDepth) this.fail(`Expected at most ${maxDepth} levels`);
      const node = next === '{' ? this.object(start) : this.array(start);
      this.depth--;
      return node;
    }
    if (next === '"') {
      const value = this.string();
      return { kind: 'string', value, start, end: this.at };
    }
    if (this.match(literal) === undefined) this.fail('Expected a value');
    return { kind: 'literal', start, end: this.at };
  }

  private object(start: number): JsonNode {
    const members: JsonMember[] = [];
    this.at++;
    this.skip();
    if (!this.take('}')) {
      do {
        this.skip();
        const nameStart = this.at;
        if (this.text.charAt(this.at) !== '"') this.fail('Expected a name in double quotes');
        const name = this.string();
        const nameEnd = this.at;
        this.skip();
        if (!this.take(':')) this.fail('Expected `:` after the name');
        members.push({ name, nameStart, nameEnd, value: this.value() });
        this.skip();
      } while (this.take(','));
      if (!this.take('}')) this.fail('Expected `,` or `}`');
    }
    return { kind: 'object', members, start, end: this.at };
  }

  private array(start: number): JsonNode {
    const items: JsonNode[] = [];
    this.at++;
    this.skip();
    if (!this.take(']')) {
      do {
        items.push(this.value());
        this.skip();
      } while (this.take(','));
      if (!this.take(']')) this.fail('Expected `,` or `]`');
    }
    return { kind: 'array', items, start, end: this.at };
  }

  private string(): string {
    const raw = this.match(string);
    return raw === undefined ? this.fail('Expected a text that ends on its line, with valid escapes') : JSON.parse(raw);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private skip(): void {
    this.match(space);
  }

  private take(sign: string): boolean {
    if (this.text.charAt(this.at) !== sign) return false;
    this.at++;
    return true;
  }

  private fail(expected: string): never {
    const found = /^(?:\w+|\S)/.exec(this.text.slice(this.at))?.[0];
    const behind = this.at >= this.text.length;
    const start = behind ? Math.max(0, this.at - 1) : this.at;
    throw new Mistake({
      message: `${expected}, found ${found === undefined ? 'the end of the file' : `\`${found.slice(0, 30)}\``}.`,
      start,
      end: behind ? this.at : this.at + (found?.length ?? 1),
    });
  }
}
