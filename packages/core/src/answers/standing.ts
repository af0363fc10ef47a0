// What stands of a fabric while the lengths that its links give change: all that is worked out without asking for one.
import type { Basis } from '../facts/conditions/basis.ts';
import type { Fabric } from '../model/index.ts';
import type { Answer, Apart } from './answer.ts';
import { type Facts, factsOf } from './facts.ts';
import { withoutLengths } from './unmeasured.ts';

/** Thrown where a length is asked for by what should do without. */
class LengthAsked extends Error {}

/**
 * What was found to ask for lengths: answers, rules. It isn't tried without them again. Nothing else depends on what is in it.
 */
export type Askers = Set<object>;

export class Standing implements Apart {
  /** The facts, without lengths. */
  readonly facts: Facts;
  /** Whether nothing that is kept can hold a length: neither what was begun in vain, nor what asked for one later. */
  isSure = true;
  /** The last facts with all lengths that were needed: those of others start from them. */
  earlier: Facts | undefined;
  private current: Fabric;
  private readonly askers: Askers;
  private attempts = 0;

  constructor(fabric: Fabric, basis: Basis, askers: Askers) {
    this.current = fabric;
    this.askers = askers;
    const unmeasured = withoutLengths(fabric, (statement) => this.lengthOf(statement));
    this.facts = factsOf(unmeasured, basis, { find: (answer) => this.refused(answer) });
  }

  /** The facts with the lengths of now. @param fabric the same but for them */
  measured(fabric: Fabric): Facts {
    this.current = fabric;
    return factsOf(fabric, this.facts.basis, this);
  }

  find<T>(answer: Answer<T>): { readonly value: T } | undefined {
    return this.attempt(answer, () => this.facts.get(answer));
  }

  /** Works something out of the facts without lengths; undefined where it asks for one. @param what is worked out, the same for all fabrics */
  attempt<T>(what: object, work: () => T): { readonly value: T } | undefined {
    if (this.askers.has(what)) return undefined;
    this.attempts++;
    try {
      return { value: work() };
    } catch (error) {
      if (!(error instanceof LengthAsked)) throw error;
      // What else was begun may be incomplete.
      this.isSure = false;
      this.askers.add(what);
      return undefined;
    } finally {
      this.attempts--;
    }
  }

  private lengthOf(statement: number) {
    if (this.attempts > 0) throw new LengthAsked();
    // By something that was kept, and may keep it.
    this.isSure = false;
    return this.current.linkGroups[statement]?.medium.length;
  }

  /** Answers that ask for lengths aren't begun. */
  private refused(answer: Answer<unknown>): undefined {
    if (this.attempts > 0 && this.askers.has(answer)) throw new LengthAsked();
  }
}

/** Whether an error says that a length was asked for: that is not a mistake. */
export function isLengthAsked(error: unknown): boolean {
  return error instanceof LengthAsked;
}
