// Items of a property: a value with its count, its range, and the conditions it is for.
import { suggestUnit } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Word } from '../../syntax/index.ts';
import { attach, type Cursor } from '../cursor/cursor.ts';
import { isGroupHere, notGrouped } from '../cursor/slips.ts';
import { Kind } from '../tokens/token.ts';
import { ItemNode } from '../tree/frequent-nodes.ts';
import type { Node } from '../tree/syntax-node.ts';
import type { Expressions } from './expressions.ts';

/** Words that may follow the value of an item. */
const afterItem = ['low-loss', 'source', 'assumed'] as const satisfies readonly Word[];

export class Items {
  private readonly at: Cursor;
  private readonly values: Expressions;
  /** Whether an item of a property ends with this word, on the line of the word before. */
  private readonly endsHere = (): boolean => !this.at.firstOnLine && this.endsItem(0);

  constructor(cursor: Cursor, values: Expressions) {
    this.at = cursor;
    this.values = values;
  }

  /** `16 x 800GBASE-DR4`, `<= 55 °C`, `4 x MPO16 low-loss`, `1014.3 kg/m3 at 40 °C`. */
  item(): Node<ast.Item> {
    const { at } = this;
    const node = new ItemNode(at.start) as Node<ast.Item>;
    if (at.kind === Kind.comparator) node.comparator = this.values.comparator() as ast.Comparator;
    if (at.layout && this.lacksCount()) at.complain('Expected a count before `x`');
    else node.value = attach(this.values.expression(), node);
    if (at.kind === Kind.times || at.isWord('x')) {
      at.advance();
      node.counted = attach(this.values.expression(), node);
    } else if (node.value?.$type === 'Numeral' && this.misspeltUnit()) {
      at.advance();
    } else if (node.value?.$type === 'Numeral' && isGroupHere(at)) {
      notGrouped(at, node.$start, at.end);
    } else if (node.value?.$type === 'Numeral' && this.isCountedHere()) {
      at.complain('Expected `x` after the count');
      node.counted = attach(this.values.expression(), node);
    }
    if (at.take(Kind.dots)) node.upper = attach(this.values.expression(), node);
    if (at.takeOptional('low-loss', this.endsHere)) node.grade = 'low-loss';
    if (at.takeWord('at')) node.at = attach(this.values.expression(), node);
    else if (at.takeWord('on')) node.on = attach(this.values.selector(), node);
    return at.close(node);
  }

  /** Whether an `x` follows without a count before it: `x MPO16` at the end of its line. */
  private lacksCount(): boolean {
    const { at } = this;
    return at.kind === Kind.times || (at.isWord('x') && at.kindAt(1) === Kind.name && this.endsItem(1));
  }

  /** Reports a word in the place of a unit that isn't one: `100 watts`. */
  private misspeltUnit(): boolean {
    const { at } = this;
    const suggested = at.kind === Kind.name && !at.firstOnLine ? suggestUnit(at.text) : undefined;
    if (suggested === undefined) return false;
    at.problem({
      rule: 'syntax/unit',
      message: `\`${at.text}\` isn't a unit.`,
      start: at.start,
      end: at.end,
      ...('unit' in suggested ? { suggestion: suggested.unit, isEvident: true } : { help: suggested.help }),
    });
    return true;
  }

  /** Whether a name follows on this line that can't be the next property, as it has no value: `2 MPO16`. */
  private isCountedHere(): boolean {
    const { at } = this;
    const word = at.isWord('low-loss') || at.isWord('at') || at.isWord('on');
    return at.kind === Kind.name && !at.firstOnLine && !word && this.endsItem(0);
  }

  /** Whether an item of a property ends after a token. */
  private endsItem(ahead: number): boolean {
    const { at } = this;
    return (
      at.lastOnLine(ahead) ||
      at.kindAt(ahead + 1) === Kind.comma ||
      afterItem.some((each) => at.isWord(each, ahead + 1))
    );
  }
}
