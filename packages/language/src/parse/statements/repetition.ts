// Statements that repeat others, and statements under a condition.
import type * as ast from '../../generated/ast.ts';
import { attach, type Cursor } from '../cursor/cursor.ts';
import { highAfterHyphen, takeDots } from '../cursor/slips.ts';
import { Kind } from '../tokens/token.ts';
import type { Node, SyntaxNode } from '../tree/syntax-node.ts';
import type { Expressions } from './expressions.ts';

export class Repetition {
  private readonly at: Cursor;
  private readonly values: Expressions;
  /** Reads a body in braces, if there is one. */
  private readonly body: (node: SyntaxNode) => void;

  constructor(cursor: Cursor, values: Expressions, body: (node: SyntaxNode) => void) {
    this.at = cursor;
    this.values = values;
    this.body = body;
  }

  for(): Node<ast.For> {
    const { at } = this;
    const node = at.open<ast.For>('For');
    at.advance();
    node.indices = [];
    do node.indices.push(attach(this.index(), node));
    while (at.take(Kind.comma));
    this.wholeBody(node, 'the range');
    return node;
  }

  private index(): Node<ast.LoopIndex> {
    const { at } = this;
    const node = at.open<ast.LoopIndex>('LoopIndex');
    this.values.name(node, 'a name for the index, such as `i` in `i in 1..8`');
    at.expectWord('in', 'and a range, such as `1..8`, after the index');
    node.low = attach(this.values.expression(), node);
    const high = highAfterHyphen(at, node.low);
    if (high === undefined && !takeDots(at, node.low)) at.complain('Expected `..` and the last value of the range');
    node.high = attach(high ?? this.values.expression(), node);
    return at.close(node);
  }

  if(): Node<ast.If> {
    const node = this.at.open<ast.If>('If');
    this.at.advance();
    node.condition = attach(this.condition(), node);
    this.wholeBody(node, 'the condition');
    return node;
  }

  else(): Node<ast.Else> {
    const { at } = this;
    const node = at.open<ast.Else>('Else');
    at.advance();
    if (at.takeWord('if')) node.condition = attach(this.condition(), node);
    this.wholeBody(node, node.condition === undefined ? '`else`' : 'the condition');
    return node;
  }

  /** Reads a body that must be there. */
  private wholeBody(node: SyntaxNode & { hasBody: boolean }, after: string): void {
    const { at } = this;
    this.body(node);
    if (!node.hasBody) at.complain(`Expected \`{\` after ${after}`);
  }

  private condition(): Node<ast.Condition> {
    const node = this.at.open<ast.Condition>('Condition');
    node.choices = [];
    do node.choices.push(attach(this.allOf(), node));
    while (this.at.takeWord('or'));
    return this.at.close(node);
  }

  private allOf(): Node<ast.AllOf> {
    const node = this.at.open<ast.AllOf>('AllOf');
    node.comparisons = [];
    do node.comparisons.push(attach(this.comparison(), node));
    while (this.at.takeWord('and'));
    return this.at.close(node);
  }

  private comparison(): Node<ast.Comparison> {
    const { at } = this;
    const node = at.open<ast.Comparison>('Comparison');
    node.left = attach(this.values.expression(), node);
    node.relation = at.text as ast.Relation;
    if (!at.take(Kind.comparator)) {
      const more = at.kind === Kind.equals ? { suggestion: '==' } : {};
      at.complain('Expected a comparison: `==`, `!=`, `<=`, `>=`, `<` or `>`', more);
      at.take(Kind.equals);
    }
    node.right = attach(this.values.expression(), node);
    return at.close(node);
  }
}
