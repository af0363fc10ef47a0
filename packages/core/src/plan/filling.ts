// A filled design: what fills each hole, or the lines that nothing satisfies together.
import type { Verdict } from '../answers/index.ts';
import type { Derivation } from '../figures/index.ts';

/** What a filling makes least: what all that is installed costs, what it draws, or the number of parts. */
export type Least = 'price' | 'power' | 'parts';

/** A hole with a value. */
export interface FilledHole {
  /** Line of the design, from 1. */
  readonly line: number;
  /** Its line, as written, without the spaces around it. */
  readonly written: string;
  /** What it is: `count`, `flow`, `fiber`. */
  readonly what: string;
  /** Its value. */
  readonly value: string;
}

/** Something that a filling has to satisfy: a requirement, or a rule at a line. */
export interface Constraint {
  readonly line: number;
  /** As written, or the message of the rule at its first filling. */
  readonly text: string;
  /** The rule; undefined for a requirement. */
  readonly rule: string | undefined;
  /** Of a requirement that holds for no choice: why it can't be judged; undefined where it only fails. */
  readonly unjudged?: string | undefined;
}

/** How one line could give way. */
export interface Relaxed {
  readonly constraint: Constraint;
  readonly holes: readonly FilledHole[];
  /** The requirement's verdict with these holes: its value is the limit to write. Undefined for a rule. */
  readonly verdict: Verdict | undefined;
  /** The share by which the limit changes; unknown for a rule. */
  readonly share: number;
}

/** What came of a search. */
export interface Filling {
  readonly least: Least;
  /** Choices that were checked. */
  readonly checks: number;
  /** Whether all choices within the ranges were tried, or could be left out. */
  readonly isComplete: boolean;
  /** What was tried for each hole: `1 to 64`, `3 types`. */
  readonly ranges: readonly (Omit<FilledHole, 'value'> & { readonly range: string })[];
  readonly outcome:
    | {
        readonly kind: 'filled';
        readonly holes: readonly FilledHole[];
        /** What is least, in W or as a count. */
        readonly cost: Derivation;
        readonly text: string;
        readonly findings: { readonly warning: number; readonly note: number };
      }
    | {
        readonly kind: 'conflict';
        readonly constraints: readonly Constraint[];
        /** The line that gives way with the smallest change; undefined where none does alone. */
        readonly relaxed: Relaxed | undefined;
      };
}
