// Statements that connect things and that require or allow something.
import type * as ast from '../../generated/ast.ts';
import { attach, type Cursor } from '../cursor/cursor.ts';
import { withForeignUnit } from '../cursor/unit-meant.ts';
import { Kind } from '../tokens/token.ts';
import { LinkNode } from '../tree/frequent-nodes.ts';
import type { Node, SyntaxNode } from '../tree/syntax-node.ts';
import type { Expressions } from './expressions.ts';

export class Connections {
  private readonly at: Cursor;
  private readonly values: Expressions;
  /** Reads a body in braces, if there is one. */
  private readonly body: (node: SyntaxNode) => void;
  /** Whether a medium and a body follow this word. */
  private readonly mediumFollows = (): boolean =>
    this.at.kindAt(1) === Kind.name && this.at.kindAt(2) === Kind.braceOpen;

  constructor(cursor: Cursor, values: Expressions, body: (node: SyntaxNode) => void) {
    this.at = cursor;
    this.values = values;
    this.body = body;
  }

  plug(): Node<ast.Plug> {
    const node = this.at.open<ast.Plug>('Plug');
    this.at.advance();
    node.module = attach(this.values.typeUse('a module after `plug`'), node);
    this.at.expectWord('into', 'and the cages after the module');
    node.into = this.selectors(node);
    return node;
  }

  link(): Node<ast.Link> {
    const { at } = this;
    const node = new LinkNode(at.start) as Node<ast.Link>;
    at.advance();
    node.from = this.values.selectors(node);
    node.to = [];
    // A pattern among the devices of one side has no second side.
    if (!at.isWord('as')) {
      at.expectWord('to', 'and the ports at the other end');
      node.to = this.selectors(node);
    }
    if (at.takeWord('as')) node.pattern = attach(this.pattern(), node);
    if (at.takeOptional('over', this.mediumFollows))
      node.medium = attach(this.values.typeUse('a fiber or cable after `over`'), node);
    // Copper and radio modules take no fiber; their links have a length.
    this.body(node);
    return node;
  }

  /** Selectors after a word that may be missing: without the word they are read only where there are any. */
  private selectors(node: SyntaxNode): Node<ast.Selector>[] {
    return this.at.failed && this.at.kind !== Kind.name ? [] : this.values.selectors(node);
  }

  private pattern(): Node<ast.Pattern> {
    const node = this.at.open<ast.Pattern>('Pattern');
    this.values.name(node, 'a pattern after `as`');
    node.arguments = [];
    if (this.at.take(Kind.parenOpen)) {
      do node.arguments.push(attach(this.values.expression(), node));
      while (this.at.take(Kind.comma));
      this.at.expect(Kind.parenClose, '`)`');
    }
    return this.at.close(node);
  }

  place(): Node<ast.Place> {
    const node = this.at.open<ast.Place>('Place');
    this.at.advance();
    node.devices = this.values.selectors(node);
    this.at.expectWord('in', 'and the racks after the devices');
    node.racks = this.selectors(node);
    const each = this.at.kindAt(1) === Kind.name && this.at.isWord('each', 1);
    if (each || this.at.kind === Kind.number || this.at.kind === Kind.parenOpen) {
      node.each = attach(this.values.expression(), node);
      this.at.expectWord('each', 'after the number for each rack');
    }
    return node;
  }

  // ── Assertions ──

  require(): Node<ast.Require> {
    const node = this.at.open<ast.Require>('Require');
    this.at.advance();
    node.value = attach(this.values.expression('a fact after `require`'), node);
    this.limit(node);
    this.failures(node);
    return node;
  }

  /** A requirement without its word, and without its limit where none is given: `margin(backend) when any 1 of spine fail`. */
  question(): Node<ast.Require> {
    const { at } = this;
    const node = at.open<ast.Require>('Require');
    node.value = attach(this.values.expression('a fact'), node);
    if (at.kind === Kind.end || at.isWord('when')) node.ofFull = false;
    else this.limit(node);
    this.failures(node);
    return at.close(node);
  }

  private limit(node: Node<ast.Require>): void {
    const { at } = this;
    node.comparator = this.values.comparator() ?? '>=';
    if (at.isWord('when') || at.isWord('of')) at.complain('Expected a limit');
    else node.limit = attach(withForeignUnit(at, this.values.expression()), node);
    this.ratio(node.limit);
    node.ofFull = this.ofFull();
  }

  /** Reports a ratio of two numbers after a limit, `3:1`, and takes the second. */
  private ratio(limit: ast.Expression | undefined): void {
    const { at } = this;
    if (limit?.$type !== 'Numeral' || at.kind !== Kind.colon || at.kindAt(1) !== Kind.number) return;
    const { $start: start } = limit as Node<ast.Numeral>;
    at.advance();
    const ratio = limit.value / at.number;
    const suggestion = Number.isFinite(ratio) ? { suggestion: String(Number(ratio.toPrecision(6))) } : {};
    const message = 'A ratio is one number: that of the first to the second.';
    at.problem({ rule: 'syntax/expected', message, start, end: at.end, ...suggestion });
    at.advance();
  }

  private failures(node: Node<ast.Require>): void {
    const { at } = this;
    node.failures = [];
    if (!at.takeOptional('when', () => at.isWord('any', 1))) return;
    do node.failures.push(attach(this.failure(), node));
    while (at.takeWord('and'));
  }

  /** `of full`, or the one word of it that is there. */
  private ofFull(): boolean {
    const { at } = this;
    const of = at.takeOptional('of', () => at.isWord('full', 1));
    if (of !== at.isWord('full')) at.complain(of ? 'Expected `full` after `of`' : 'Expected `of` before `full`');
    return at.takeWord('full') || of;
  }

  private failure(): Node<ast.Failure> {
    const { at } = this;
    const node = at.open<ast.Failure>('Failure');
    at.expectWord('any', 'and a number');
    node.count = attach(this.values.expression(), node);
    at.expectWord('of', 'and what may fail');
    node.of = this.values.selectors(node);
    at.expectWord('fail', 'after what may fail');
    return at.close(node);
  }

  allow(): Node<ast.Allow> {
    const { at } = this;
    const node = at.open<ast.Allow>('Allow');
    at.advance();
    const { start } = at;
    const family = this.values.word('a rule, such as `power/rack-budget`');
    node.rule = at.take(Kind.slash) ? `${family}/${this.values.word('the name of the rule')}` : family;
    if (family !== '') node.$words = { rule: { start, end: at.previousEnd } };
    at.expectWord('because', 'and the reason');
    node.reason = this.values.string('the reason in quotes');
    node.on = at.takeWord('on') ? this.values.selectors(node) : [];
    return node;
  }
}
