// `for`, `if` and `else`: which statements apply, how often, and with which indices.
import { printNumber } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { addressOf, extentOf, rootOf } from '../../parse/index.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { wholeNumber } from '../values/evaluate.ts';
import { holds } from './conditions.ts';
import type { Deferred } from './deferred.ts';

/** The most iterations that the `for`s of a file may have, so that a slip gets a message instead of a long wait. */
const maxIterations = 5_000_000;

/** A statement other than `for`, `if` and `else`. */
export type Plain = Exclude<ast.Statement, ast.For | ast.If | ast.Else>;

/** How often a `for` repeats its body: in the scope where that is least, and where it is most. */
export interface Runs {
  readonly least: number;
  readonly most: number;
}

const placeKey = (uri: string, start: number): string => `${start} ${uri}`;

export class Repeater {
  private readonly context: Context;
  private readonly refused = new Set<ast.For>();
  private readonly runs = new Map<ast.For, { readonly place: string; least: number; most: number }>();
  /** The same by place, for those who ask when all is done. */
  private byPlace: Map<string, Runs> | undefined;
  private iterations = 0;
  /** Set when the fabric is full: no `for` goes on. */
  private stopped = false;

  constructor(context: Context) {
    this.context = context;
  }

  /** Counts iterations from zero again: each `for` is walked once for what it installs, for modules, links and places. */
  startOver(): void {
    this.iterations = 0;
  }

  /** Visits deferred statements of one type, in every iteration of the `for`s they are in. */
  replay<T extends Plain>(
    deferred: readonly Deferred<T | ast.For>[],
    type: T['$type'],
    visit: (node: T, scope: Scope) => void,
  ): void {
    this.startOver();
    for (const { node, scope } of deferred) {
      if (node.$type !== 'For') visit(node as T, scope);
      else
        this.walk([node as ast.For], scope, (each, at) => {
          if (each.$type === type) visit(each as T, at);
        });
    }
  }

  /** Ends every `for`: there is no room for what is left to do. */
  stop(): void {
    this.stopped = true;
  }

  /**
   * Visits the statements that apply, in order and as often as they are repeated.
   * @param enter asked before each `for` whether to walk it; all are walked without it
   */
  walk(
    statements: readonly ast.Statement[],
    scope: Scope,
    visit: (node: Plain, scope: Scope) => void,
    enter: (node: ast.For, scope: Scope) => boolean = () => true,
  ): void {
    // Whether an earlier branch of the `if` applied; undefined where that isn't known, or there is no `if`.
    let before: boolean | undefined;
    let chained = false;
    for (const node of statements) {
      if (this.stopped && scope.indices !== undefined) return;
      switch (node.$type) {
        case 'For':
          chained = false;
          if (enter(node, scope)) this.for(node, scope, visit, enter);
          break;
        case 'If':
          before = holds(this.context, node.condition, scope);
          chained = true;
          if (before === undefined) this.skip(node, scope);
          else if (before) this.walk(node.statements, scope, visit, enter);
          break;
        case 'Else':
          if (!chained) this.reportLoneElse(node);
          before = this.else(node, chained ? before : undefined, scope, visit, enter);
          if (node.condition === undefined && before !== undefined) chained = false;
          break;
        default:
          chained = false;
          visit(node, scope);
      }
    }
  }

  /**
   * Walks an `else` where it applies.
   * @param before whether an earlier branch applied; undefined where that isn't known
   * @returns whether this branch or an earlier one applied
   */
  private else(
    node: ast.Else,
    before: boolean | undefined,
    scope: Scope,
    visit: (node: Plain, scope: Scope) => void,
    enter: (node: ast.For, scope: Scope) => boolean,
  ): boolean | undefined {
    if (before === true) return true;
    const { condition } = node;
    const applies = before === undefined ? undefined : condition === undefined || holds(this.context, condition, scope);
    if (applies === undefined) this.skip(node, scope);
    else if (applies) this.walk(node.statements, scope, visit, enter);
    return applies;
  }

  private reportLoneElse(node: ast.Else): void {
    const origin = this.context.origin(node);
    this.context.problem(
      'statement/misplaced',
      { ...origin, end: origin.start + 'else'.length },
      'This `else` has no `if` before it.',
      { help: 'Write it right after the body of an `if` or `else if`.' },
    );
  }

  private for(
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
    const outer = this.context.iteration;
    this.context.iteration = within;
    this.iterate(node, 0, within, () => {
      this.iterations++;
      this.walk(node.statements, within, visit, enter);
    });
    this.context.iteration = outer;
  }

  /** Runs the iterations of one index and of those after it. False when a range is invalid, which is reported. */
  private iterate(node: ast.For, level: number, scope: Scope, run: () => void): boolean {
    const index = node.indices[level];
    if (index === undefined) {
      run();
      return true;
    }
    const range = this.range(index, scope);
    if (range === undefined) return false;
    for (let value = range.low; value <= range.high && !this.stopped; value++) {
      scope.indices?.set(index.name, value);
      if (!this.iterate(node, level + 1, scope, run)) return false;
    }
    scope.indices?.delete(index.name);
    return true;
  }

  private range(index: ast.LoopIndex, scope: Scope): { readonly low: number; readonly high: number } | undefined {
    if (index.name === '') return undefined;
    const low = wholeNumber(this.context, scope, index.low, 'The first value of a range');
    const high = wholeNumber(this.context, scope, index.high, 'The last value of a range');
    if (low === undefined || high === undefined) return undefined;
    // A range that is computed may be empty: `j in i + 1..n`. One in plain numbers is a slip.
    if (low > high && index.low.$type === 'Numeral' && index.high.$type === 'Numeral') {
      const message = `The range ${low}..${high} is empty: its first value is above its last.`;
      this.context.problem('value/range', this.context.span(index.low, index.high), message);
      return undefined;
    }
    return { low, high };
  }

  /** Whether a `for` is valid and has few enough iterations. Those of the last index are counted without taking them. */
  private fits(node: ast.For, within: Scope, scope: Scope): boolean {
    const left = maxIterations - this.iterations;
    let count = 0;
    let runs = 0;
    const tally = (level: number): boolean => {
      const index = node.indices[level];
      const range = index === undefined ? undefined : this.range(index, within);
      if (index === undefined || range === undefined) return false;
      const size = Math.max(0, range.high - range.low + 1);
      const isLast = level === node.indices.length - 1;
      // The values of an index before the last one take time too, even without iterations.
      if (isLast) {
        count += size;
        runs += size;
      }
      for (let value = range.low; !isLast && value <= range.high && count <= left; value++) {
        count++;
        within.indices?.set(index.name, value);
        if (!tally(level + 1)) return false;
      }
      return true;
    };
    const isValid = tally(0);
    if (isValid) this.note(node, runs);
    if (isValid && count <= left) return true;
    this.refused.add(node);
    this.skip(node, scope);
    if (isValid) this.reportTooMany(node);
    return false;
  }

  private note(node: ast.For, runs: number): void {
    const known = this.runs.get(node);
    // Where it is in the text that is read now: the node itself may move.
    const place = (): string => placeKey(addressOf(rootOf(node)), extentOf(node).start);
    if (known === undefined) this.runs.set(node, { place: place(), least: runs, most: runs });
    else if (runs < known.least) known.least = runs;
    else if (runs > known.most) known.most = runs;
  }

  /** How often the `for` at a place repeats its body, in each scope that it is run in; undefined where it isn't run. */
  runsAt(uri: string, start: number): Runs | undefined {
    this.byPlace ??= new Map([...this.runs.values()].map((each) => [each.place, each]));
    return this.byPlace.get(placeKey(uri, start));
  }

  private reportTooMany(node: ast.For): void {
    const [first, last] = [node.indices[0], node.indices.at(-1)];
    if (first === undefined || last === undefined) return;
    this.context.problem(
      'value/too-large',
      this.context.span(first, last),
      `The \`for\` statements of this file have more than ${printNumber(maxIterations)} iterations.`,
      { help: 'Link whole arrays with a pattern such as `mesh`, or use smaller ranges.' },
    );
    this.stop();
  }

  /** Notes that some statements can't be read: what they would install isn't reported as missing. */
  private skip(node: ast.For | ast.If | ast.Else, scope: Scope): void {
    this.context.noteGaps();
    for (const each of node.statements) {
      if (each.$type === 'Instance' || each.$type === 'TemplateInstance')
        scope.base.declare(each.name, { kind: 'missing' });
      if (each.$type === 'For' || each.$type === 'If' || each.$type === 'Else') this.skip(each, scope);
    }
  }
}

/** Whether a body has a statement of a type, however deep. */
export function holdsAny(node: ast.For | ast.If | ast.Else, type: ast.Statement['$type']): boolean {
  return node.statements.some(
    (each) =>
      each.$type === type ||
      ((each.$type === 'For' || each.$type === 'If' || each.$type === 'Else') && holdsAny(each, type)),
  );
}
