// The values that are being computed, and those that are: each is computed once, and none too deep.
import type * as ast from '../../generated/ast.ts';

/** Maximum of values that each depend on the next: more than anybody writes, and far from the end of the stack. */
export const maxValueDepth = 200;

/** Why a value can't be computed. */
export type NoValue = 'circle' | 'too deep';

/** @typeParam V what a `let` has: a value, or an expression over facts */
export class Evaluations<V> {
  /** Those of the top of a file, which are the same wherever they are used. */
  private readonly known = new Map<ast.Let, V | undefined>();
  /** Those of a template or a loop, which are the same until the outermost value is computed. */
  private readonly passing = new Map<ast.Let, V | undefined>();
  private readonly underway = new Set<ast.Let>();
  private depth = 0;
  private tooDeep = false;

  /**
   * The value of a `let`, computed when it isn't known yet.
   * @param refuse called once with why there is none: a chain that is too long is one mistake, however many values depend on it
   */
  once(named: ast.Let, compute: () => V | undefined, refuse: (why: NoValue) => void): V | undefined {
    const known = named.$container.$type === 'FabricFile' ? this.known : this.passing;
    if (known.has(named)) return known.get(named);
    if (this.underway.has(named)) {
      refuse('circle');
      return undefined;
    }
    this.underway.add(named);
    const value = this.deeper(compute, () => refuse('too deep'));
    this.underway.delete(named);
    known.set(named, value);
    if (this.underway.size === 0) this.passing.clear();
    return value;
  }

  /** Computes what another value depends on, unless that is too deep. */
  deeper(compute: () => V | undefined, refuse: () => void): V | undefined {
    if (this.depth >= maxValueDepth) {
      if (!this.tooDeep) refuse();
      this.tooDeep = true;
      return undefined;
    }
    this.depth++;
    const value = compute();
    this.depth--;
    return value;
  }
}
