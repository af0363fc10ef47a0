// Values: expressions, selectors, uses of types.
import type * as ast from '../../generated/ast.ts';
import { hole, keywords, propertyNames } from '../../syntax/index.ts';
import { attach, type Cursor } from '../cursor/cursor.ts';
import { highAfterHyphen, takeDots, takeSign } from '../cursor/slips.ts';
import { maxTextLength } from '../tokens/scan.ts';
import { Kind } from '../tokens/token.ts';
import {
  DimensionNode,
  IndexItemNode,
  NumeralNode,
  QuantityNode,
  SegmentNode,
  SelectorNode,
  TypeUseNode,
} from '../tree/frequent-nodes.ts';
import type { Node, SyntaxNode } from '../tree/syntax-node.ts';

/** Maximum number of terms of a sum: each makes the tree a level deeper. */
const maxTerms = 200;

/** Maximum number of names in a path: each is looked up in the one before. */
const maxSegments = 100;

/** What an index can start with. */
const startsIndex: ReadonlySet<number> = new Set([Kind.number, Kind.name, Kind.parenOpen, Kind.quantity, Kind.text]);

/** Words that may follow the name of what is declared. */
const afterName: ReadonlySet<string> = new Set(['is', 'at', 'adds', 'in']);

/** What the value of a property can start with. */
const startsValue: ReadonlySet<number> = new Set([Kind.number, Kind.quantity, Kind.name, Kind.text, Kind.comparator]);

/** Comparisons that are written with another sign, which is reported. */
const comparatorOfSign: Readonly<Record<string, ast.Comparator>> = { '≤': '<=', '≥': '>=', '=<': '<=', '=>': '>=' };

/** What to write instead of a number that is to be a name. @param what what was expected: a name after `phase` */
function numberAsName(what: string, number: string): { readonly help: string } {
  const letter = /`(\w)\w*`$/.exec(what)?.[1] ?? 'n';
  return { help: `A name has a letter: \`${letter}${number.replace(/\W+/g, '-')}\`.` };
}

/** What to write instead of a name in quotes: names are parts of paths, which would have to be quoted wherever they appear. */
function textAsName(text: string): { readonly help: string } {
  const name = text
    .slice(1, 61)
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const example = /[a-z]/i.test(name) ? `: \`${name}\`` : '';
  return { help: `Names have no quotes; they consist of letters, digits, \`_\` and hyphens${example}.` };
}

export class Expressions {
  private readonly at: Cursor;

  constructor(cursor: Cursor) {
    this.at = cursor;
  }

  /** Reads the name of a declaration into it. */
  name(node: SyntaxNode & { name?: string }, what: string): void {
    node.name = '';
    if (this.at.kind !== Kind.name || this.at.isWord(hole) || this.startsNext()) {
      const { kind, text } = this.at;
      const help = kind === Kind.number ? numberAsName(what, text) : kind === Kind.text ? textAsName(text) : {};
      this.at.complain(`Expected ${what}`, help);
      return;
    }
    node.$name = this.at.start;
    node.name = this.at.text;
    this.at.advance();
  }

  /** A single word; empty when there is none. */
  word(what: string): string {
    if (this.at.kind !== Kind.name || this.at.isWord(hole) || this.startsNext()) {
      this.at.complain(`Expected ${what}`);
      return '';
    }
    const text = this.at.text;
    this.at.advance();
    return text;
  }

  /** A single word into a feature of a node, which remembers where it is; empty when there is none. */
  wordInto<F extends string>(node: SyntaxNode & { [K in F]?: string }, feature: F, what: string): void {
    const { start } = this.at;
    const text = this.word(what);
    Object.assign(node, { [feature]: text });
    if (text !== '') node.$words = { ...node.$words, [feature]: { start, end: this.at.previousEnd } };
  }

  /** A text between quotes; empty when there is none. */
  string(what: string): string {
    const { at } = this;
    if (at.kind !== Kind.text) {
      at.complain(`Expected ${what}`);
      return '';
    }
    const raw = at.text;
    at.advance();
    return unquote(raw);
  }

  comparator(): ast.Comparator | undefined {
    const { at } = this;
    if (at.kind !== Kind.comparator || at.text === '!=') {
      const equals = at.kind === Kind.equals;
      at.complain('Expected a comparison: `<=`, `>=`, `<`, `>` or `==`', equals ? { suggestion: '==' } : {});
      if (equals) at.advance();
      return undefined;
    }
    const text = at.text;
    at.advance();
    return (comparatorOfSign[text] ?? text) as ast.Comparator;
  }

  /**
   * Sums and differences of products.
   * @param what is expected, where nothing of the kind is there
   */
  expression(what = 'a value'): Node<ast.Expression> {
    return this.infix(true, what);
  }

  /** Operands with operators between them: terms of a sum, or factors of a product. */
  private infix(sum: boolean, what: string): Node<ast.Expression> {
    const { at } = this;
    // A parenthesis before the first operand is part of the whole.
    const { start } = at;
    let left = sum ? this.infix(false, what) : this.primary(what);
    let terms = 1;
    for (;;) {
      const found = sum ? this.sumSign() : this.productSign();
      if (found === undefined) return left;
      if (++terms > maxTerms) at.complain(`Expected no more than ${maxTerms} terms`);
      if (at.failed) return left;
      const node = at.open<ast.Binary>('Binary');
      node.$start = start;
      at.advance();
      node.left = attach(left, node);
      node.operator = found;
      node.right = attach(sum ? this.infix(false, 'a value') : this.primary('a value'), node);
      left = at.close(node) as Node<ast.Expression>;
    }
  }

  private sumSign(): '+' | '-' | undefined {
    const { kind } = this.at;
    return kind === Kind.plus ? '+' : kind === Kind.minus ? '-' : undefined;
  }

  private productSign(): '*' | '/' | 'div' | 'mod' | undefined {
    const { at } = this;
    if (at.kind === Kind.star) return '*';
    if (at.kind === Kind.slash) return '/';
    if (at.kind !== Kind.name) return undefined;
    return at.isWord('div') ? 'div' : at.isWord('mod') ? 'mod' : undefined;
  }

  private primary(what: string): Node<ast.Expression> {
    const { at } = this;
    switch (at.kind) {
      case Kind.quantity: {
        const node = new QuantityNode(at.start, at.text) as Node<ast.Quantity>;
        at.advance();
        return at.close(node);
      }
      case Kind.number: {
        const node = new NumeralNode(at.start, at.number) as Node<ast.Numeral>;
        at.advance();
        return at.close(node);
      }
      case Kind.text: {
        const node = at.open<ast.Text>('Text');
        node.value = this.string('');
        return at.close(node);
      }
      case Kind.parenOpen: {
        at.advance();
        let node: Node<ast.Expression> | undefined;
        if (at.enter()) {
          node = this.expression();
          at.leave();
        } else while (at.kind === Kind.parenOpen) at.advance();
        node ??= this.selector('a value');
        at.expect(Kind.parenClose, '`)`');
        return node;
      }
      default:
        if (at.kind === Kind.name && at.kindAt(1) === Kind.parenOpen) return this.factCall();
        return takeSign(at) ? this.primary(what) : this.selector(what, true);
    }
  }

  /** `power(leaf, spine)` */
  private factCall(): Node<ast.FactCall> {
    const { at } = this;
    const node = at.open<ast.FactCall>('FactCall');
    this.wordInto(node, 'fact', 'a fact');
    at.advance();
    node.subjects = this.selectors(node);
    at.expect(Kind.parenClose, '`)`');
    return at.close(node);
  }

  /**
   * A path to things. Without a segment when there is none to read.
   * @param inExpression whether a slash after a single name divides, as no channels can follow it
   */
  selector(what = 'a name', inExpression = false): Node<ast.Selector> {
    const { at } = this;
    const node = new SelectorNode(at.start) as Node<ast.Selector>;
    if (at.kind !== Kind.name || this.startsNext()) {
      at.complain(`Expected ${what}`);
      return node;
    }
    // Lists start with their elements: one that grows reserves room for many.
    const first = attach(this.segment(), node);
    if (at.take(Kind.dot)) {
      node.segments = [first, attach(this.member() as Node<ast.Segment>, node)];
      while (at.take(Kind.dot)) {
        const next = this.member();
        node.segments.push(attach(next as Node<ast.Segment>, node));
        if (node.segments.length > maxSegments) {
          at.complain(`Expected no more than ${maxSegments} names in a path`);
          break;
        }
      }
    } else node.segments = [first];
    if (inExpression && node.segments.length === 1) return at.close(node);
    if (at.take(Kind.slash)) {
      node.channels = attach(this.indexItem(), node);
    }
    return at.close(node);
  }

  private member(): Node<ast.Segment> | Node<ast.Wildcard> {
    const { at } = this;
    if (at.kind !== Kind.star) return this.segment();
    const node = at.open<ast.Wildcard>('Wildcard');
    node.all = true;
    at.advance();
    return at.close(node);
  }

  private segment(): Node<ast.Segment> {
    const { at } = this;
    const { start, end } = at;
    const node = new SegmentNode(start) as Node<ast.Segment>;
    if (at.kind === Kind.name && !this.startsNext()) {
      node.named = at.reference(node, start, end);
      at.advance();
    } else {
      node.named = at.reference(node, at.previousEnd, at.previousEnd);
      node.$start = at.previousEnd;
      at.complain('Expected a name after `.`');
    }
    if (at.kind === Kind.bracketOpen) node.dimensions = this.dimensions(node);
    return at.close(node);
  }

  /** Whether the line ended too early: this token, first on its line, starts the next statement, or the next part of this one. */
  private startsNext(): boolean {
    const { at } = this;
    const next = at.kindAt(1);
    if (next === Kind.name && (keywords.has(at.text) || at.isWord('over')))
      return at.firstOnLine && !afterName.has(at.textAt(1));
    return at.layout && startsValue.has(next) && propertyNames.has(at.text) && at.firstOnLine;
  }

  /** Comma-separated selectors. */
  selectors(parent: SyntaxNode): Node<ast.Selector>[] {
    const found = [attach(this.selector(), parent)];
    while (this.at.take(Kind.comma)) found.push(attach(this.selector(), parent));
    return found;
  }

  /** `[1..4][*]` */
  dimensions(parent: SyntaxNode): Node<ast.Dimension>[] {
    const { at } = this;
    if (at.kind !== Kind.bracketOpen) return [];
    const found = [this.dimension(parent)];
    while (at.kind === Kind.bracketOpen) found.push(this.dimension(parent));
    return found;
  }

  private dimension(parent: SyntaxNode): Node<ast.Dimension> {
    const { at } = this;
    const node = new DimensionNode(at.start) as Node<ast.Dimension>;
    at.advance();
    node.items = [attach(this.indexItem(), node)];
    while (at.take(Kind.comma)) node.items.push(attach(this.indexItem(), node));
    // An incomplete index counts as none.
    if (!this.closesIndex()) node.items = [];
    return attach(at.close(node), parent);
  }

  /** Takes the bracket after an index. A number with a sign in its place is a difference without spaces. */
  private closesIndex(): boolean {
    const { at } = this;
    if (at.kind === Kind.number && at.text.startsWith('-')) {
      at.complain('Expected `]` after the index', {
        help: `Write \`- ${at.text.slice(1)}\` for a difference: a minus needs a space on each side.`,
      });
      return false;
    }
    return at.expect(Kind.bracketClose, '`]` after the index');
  }

  /** `*`, `3`, `1..8` */
  indexItem(): Node<ast.IndexItem> {
    const { at } = this;
    const node = new IndexItemNode(at.start) as Node<ast.IndexItem>;
    node.all = at.take(Kind.star);
    if (!node.all) {
      node.low = attach(this.index(), node);
      const high = highAfterHyphen(at, node.low);
      if (high !== undefined) node.high = attach(high, node);
      else if (takeDots(at, node.low)) node.high = attach(this.index(), node);
    }
    return at.close(node);
  }

  private index(): Node<ast.Expression> {
    const { at } = this;
    if (at.kind !== Kind.number && !startsIndex.has(at.kind))
      at.complain('Expected an index, such as `3`, `1..8` or `*`');
    return this.expression();
  }

  /** A type by its name, or a template with its arguments. Refers to nothing when there is no name. */
  typeUse(what: string): Node<ast.TypeUse> {
    const { at } = this;
    const node = new TypeUseNode(at.start) as Node<ast.TypeUse>;
    const isNext = this.startsNext() || (at.layout && at.kindAt(1) === Kind.colon && at.firstOnLine);
    if (at.kind !== Kind.name || isNext) {
      node.definition = at.reference(node, at.previousEnd, at.previousEnd);
      at.complain(`Expected ${what}`);
      return node;
    }
    const path = at.start;
    let { start } = at;
    at.advance();
    if (at.kindAt(0) === Kind.dot && at.kindAt(1) === Kind.name) {
      at.advance();
      start = at.start;
      at.advance();
    }
    node.definition = at.reference(node, start, at.previousEnd, path);
    if (at.take(Kind.parenOpen)) this.readArguments(node);
    return at.close(node);
  }

  private readArguments(node: Node<ast.TypeUse>): void {
    const { at } = this;
    if (at.take(Kind.parenClose)) return;
    node.arguments = [];
    do {
      const argument = at.open<ast.Argument>('Argument');
      if (at.kind === Kind.name && at.kindAt(1) === Kind.equals) {
        argument.$name = at.start;
        argument.name = at.text;
        at.advance();
        at.advance();
      }
      argument.value = attach(this.expression(), argument);
      node.arguments.push(attach(at.close(argument), node));
    } while (at.take(Kind.comma));
    at.expect(Kind.parenClose, '`)` after the arguments');
  }
}

/** The text without its quotes and with its escapes undone. Quotes of another kind are reported. */
function unquote(raw: string): string {
  const inner = raw.slice(1, /["'“”„‟«»‘’‚‛]$/.test(raw) && raw.length > 1 ? -1 : undefined);
  const shown = inner.length > maxTextLength ? `${inner.slice(0, maxTextLength)}…` : inner;
  return shown.replace(/\\(.)/g, (_, each: string) => (each === 'n' ? '\n' : each === 't' ? '\t' : each));
}
