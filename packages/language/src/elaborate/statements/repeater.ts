// Loops and conditions: which statements hold, how often, and with which indices.
import { printNumber } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { describe, type Value } from '../scope/value.ts';
import { evaluate, wholeNumber } from '../values/evaluate.ts';

/** Most turns that the loops of a file may take, so that a slip gets a message and no wait. */
export const mostTurns = 5_000_000;

/** A statement that is no loop and no condition. */
export type Plain = Exclude<ast.Statement, ast.For | ast.If | ast.Else>;

export class Repeater {
  private readonly context: Context;
  private readonly refused = new Set<ast.For>();
  private turns = 0;
  /** Set when there is no room for more: no loop goes on. */
  private stopped = false;

  constructor(context: Context) {
    this.context = context;
  }

  /** Starts to count turns anew: loops are walked for what they install, for modules, for links and for places. */
  startOver(): void {
    this.turns = 0;
  }

  /** Ends all loops: what they would still do has no room. */
  stop(): void {
    this.stopped = true;
  }

  /**
   * Visits the statements that hold, in order and as often as they are repeated.
   * @param enter asked before each loop whether to walk it; all are walked without it
   */
  walk(
    statements: readonly ast.Statement[],
    scope: Scope,
    visit: (node: Plain, scope: Scope) => void,
    enter: (node: ast.For, scope: Scope) => boolean = () => true,
  ): void {
    // Of the `if` before: whether it held, or undefined where nobody knows or there is none.
    let before: boolean | undefined;
    let chained = false;
    for (const node of statements) {
      if (this.stopped && scope.indices !== undefined) return;
      switch (node.$type) {
        case 'For':
          chained = false;
          if (enter(node, scope)) this.loop(node, scope, visit, enter);
          break;
        case 'If':
          before = this.holds(node.condition, scope);
          chained = true;
          if (before === undefined) this.skip(node, scope);
          else if (before) this.walk(node.statements, scope, visit, enter);
          break;
        case 'Else': {
          if (!chained) this.lone(node);
          if (!chained || before === undefined) {
            this.skip(node, scope);
            break;
          }
          const holds: boolean | undefined = before
            ? false
            : node.condition === undefined
              ? true
              : this.holds(node.condition, scope);
          if (holds === undefined) this.skip(node, scope);
          else if (holds) this.walk(node.statements, scope, visit, enter);
          before = holds === undefined ? undefined : before || holds;
          if (node.condition === undefined) chained = false;
          break;
        }
        default:
          chained = false;
          visit(node, scope);
      }
    }
  }

  private lone(node: ast.Else): void {
    const origin = this.context.origin(node);
    this.context.problem(
      'statement/misplaced',
      { ...origin, end: origin.start + 'else'.length },
      'This `else` follows no `if`.',
      {
        help: 'Write it right behind the body of an `if`, or of an `else if`.',
      },
    );
  }

  private loop(
    node: ast.For,
    scope: Scope,
    visit: (node: Plain, scope: Scope) => void,
    enter: (node: ast.For, scope: Scope) => boolean,
  ): void {
    if (this.stopped || this.refused.has(node)) {
      this.skip(node, scope);
      return;
    }
    const within = scope.loop();
    if (!this.fits(node, within, scope)) return;
    within.indices?.clear();
    const outer = this.context.turn;
    this.context.turn = within;
    this.turn(node, 0, within, () => {
      this.turns++;
      this.walk(node.statements, within, visit, enter);
    });
    this.context.turn = outer;
  }

  /** Runs the turns of one index and those behind it. False when a range has no meaning, which is told. */
  private turn(node: ast.For, level: number, scope: Scope, run: () => void): boolean {
    const index = node.indices[level];
    if (index === undefined) {
      run();
      return true;
    }
    const range = this.range(index, scope);
    if (range === undefined) return false;
    for (let value = range.low; value <= range.high && !this.stopped; value++) {
      scope.indices?.set(index.name, value);
      if (!this.turn(node, level + 1, scope, run)) return false;
    }
    scope.indices?.delete(index.name);
    return true;
  }

  private range(index: ast.LoopIndex, scope: Scope): { readonly low: number; readonly high: number } | undefined {
    if (index.name === '') return undefined;
    const low = wholeNumber(this.context, scope, index.low, 'The first value of a range');
    const high = wholeNumber(this.context, scope, index.high, 'The last value of a range');
    if (low === undefined || high === undefined) return undefined;
    // A range that is computed may be empty: `j in i + 1..n`. One that is written down is a slip.
    if (low > high && index.low.$type === 'Numeral' && index.high.$type === 'Numeral') {
      const message = `The range ${low}..${high} holds nothing: it runs from the smaller to the larger value.`;
      this.context.problem('value/range', this.context.span(index.low, index.high), message);
      return undefined;
    }
    return { low, high };
  }

  /** Whether a loop has a meaning and few enough turns. Counts those of the last index without taking them. */
  private fits(node: ast.For, within: Scope, scope: Scope): boolean {
    const left = mostTurns - this.turns;
    let count = 0;
    const tally = (level: number): boolean => {
      const index = node.indices[level];
      const range = index === undefined ? undefined : this.range(index, within);
      if (index === undefined || range === undefined) return false;
      const size = Math.max(0, range.high - range.low + 1);
      const isLast = level === node.indices.length - 1;
      // An index before the last one takes time too, whatever comes of it.
      if (isLast) count += size;
      for (let value = range.low; !isLast && value <= range.high && count <= left; value++) {
        count++;
        within.indices?.set(index.name, value);
        if (!tally(level + 1)) return false;
      }
      return true;
    };
    const makesSense = tally(0);
    if (makesSense && count <= left) return true;
    this.refused.add(node);
    this.skip(node, scope);
    if (makesSense) this.tooMany(node);
    return false;
  }

  private tooMany(node: ast.For): void {
    const [first, last] = [node.indices[0], node.indices.at(-1)];
    if (first === undefined || last === undefined) return;
    this.context.problem(
      'value/too-large',
      this.context.span(first, last),
      `The loops of this file take more than ${printNumber(mostTurns)} turns.`,
      { help: 'Link arrays as a whole with a pattern, as `mesh`, or count less far.' },
    );
    this.stop();
  }

  /** Notes that some statements could not be understood: what they would install is not missed. */
  private skip(node: ast.For | ast.If | ast.Else, scope: Scope): void {
    this.context.noteGaps();
    for (const each of node.statements) {
      if (each.$type === 'Instance' || each.$type === 'TemplateInstance')
        scope.base.declare(each.name, { kind: 'missing' });
      if (each.$type === 'For' || each.$type === 'If' || each.$type === 'Else') this.skip(each, scope);
    }
  }

  /** Whether a condition holds; undefined when that can't be said, which is told. */
  private holds(condition: ast.Condition, scope: Scope): boolean | undefined {
    let unknown = false;
    for (const choice of condition.choices) {
      const all = this.allHold(choice, scope);
      if (all === true) return true;
      if (all === undefined) unknown = true;
    }
    return unknown ? undefined : false;
  }

  private allHold(choice: ast.AllOf, scope: Scope): boolean | undefined {
    let unknown = false;
    for (const comparison of choice.comparisons) {
      const holds = this.compare(comparison, scope);
      if (holds === false) return false;
      if (holds === undefined) unknown = true;
    }
    return unknown ? undefined : true;
  }

  private compare(node: ast.Comparison, scope: Scope): boolean | undefined {
    const left = evaluate(this.context, scope, node.left);
    const right = evaluate(this.context, scope, node.right);
    if (left === undefined || right === undefined || isUndeclared(left) || isUndeclared(right)) return undefined;
    const result = compared(node.relation, left, right);
    if (result === undefined)
      this.context.problem(
        'value/kind',
        this.context.origin(node),
        `\`${node.relation}\` can’t compare ${describe(left)} with ${describe(right)}.`,
      );
    return result;
  }
}

function compared(relation: ast.Relation, left: Value, right: Value): boolean | undefined {
  if (left.kind === 'type' && right.kind === 'type') return equality(relation, left.type === right.type);
  if (left.kind === 'text' && right.kind === 'text') return equality(relation, left.value === right.value);
  const numbers = left.kind === 'number' && right.kind === 'number';
  const quantities = left.kind === 'quantity' && right.kind === 'quantity' && left.dimension === right.dimension;
  if (!numbers && !quantities) return undefined;
  const [a, b] = [left.value as number, right.value as number];
  switch (relation) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return equality(relation, a === b);
  }
}

function equality(relation: ast.Relation, equal: boolean): boolean | undefined {
  return relation === '==' ? equal : relation === '!=' ? !equal : undefined;
}

/** Names nobody knows are told where names are checked. */
function isUndeclared(value: Value): boolean {
  const first = value.kind === 'name' ? value.selector.segments[0] : undefined;
  return first?.$type === 'Segment' && first.named.ref === undefined;
}

/** Whether a loop or a condition holds a statement of a type, however deep. */
export function holdsAny(node: ast.For | ast.If | ast.Else, type: ast.Statement['$type']): boolean {
  return node.statements.some(
    (each) =>
      each.$type === type ||
      ((each.$type === 'For' || each.$type === 'If' || each.$type === 'Else') && holdsAny(each, type)),
  );
}
