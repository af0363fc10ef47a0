// What the author requires, allows and wants drawn.
import type { DeclarationKey, Origin } from '../source/origin.ts';
import type { Expression } from './expression.ts';
import type { FailingPart } from './failing.ts';
import type { Values } from './part.ts';
import type { Selection } from './selection.ts';

export type Comparator = '<=' | '>=' | '<' | '>' | '==';

/** `when any 4 of spine fail` */
export interface Failure {
  readonly count: number;
  readonly of: Selection;
  /** Where parts of these fail, as in `cdu[*].pumps`. */
  readonly parts: FailingPart | undefined;
  /** As written: `spine`. */
  readonly text: string;
  readonly origin: Origin;
}

/** `require headroom(primary) >= 10 %` */
export interface Requirement {
  readonly index: number;
  /** What is compared with the limit. */
  readonly value: Expression;
  readonly comparator: Comparator;
  readonly limit: Expression;
  /** The unit the limit was written in: the value is shown in it too. */
  readonly unit: string | undefined;
  /** Whether the limit is a share of the full value of the fact. */
  readonly ofFull: boolean;
  readonly failures: readonly Failure[];
  /** The phase in whose body it is, which alone it is required of: index into `phases`; undefined where it holds in all. */
  readonly phase: number | undefined;
  /** As written, from `require` to the end. */
  readonly text: string;
  readonly declaration: DeclarationKey;
  readonly origin: Origin;
}

/** `allow RULE because "…" on …`: for what is in `on` and in `scope`; without both, for everything. */
export interface Allowance {
  readonly index: number;
  /** `provenance/assumed`, or `provenance` for a family. */
  readonly rule: string;
  readonly reason: string;
  /** Types and installed things that it allows the rule for; none for all. */
  readonly on: readonly Selection[];
  /** The statement in whose body it is, where it is only for the text of that and for what that declares. */
  readonly scope: Origin | undefined;
  readonly origin: Origin;
  /** All of its text. */
  readonly statement: Origin;
}

/** A value set for a what-if: `hosts` to `72`, both as written. */
export interface Setting {
  readonly name: string;
  readonly text: string;
}

/** `let` over facts, at the top of the design: a figure with a name. */
export interface NamedFigure {
  readonly index: number;
  readonly name: string;
  readonly value: Expression;
  readonly declaration: DeclarationKey;
  readonly origin: Origin;
}

/** `view overview "Pod at a glance" { … }` */
export interface View {
  readonly index: number;
  readonly name: string;
  readonly title: string | undefined;
  readonly values: Values<'view'>;
  readonly origin: Origin;
}

/** `phase second "Second row" adds su[3..4], spine[5..8]`: a step of growth. Phases come in the order of the text. */
export interface Phase {
  readonly index: number;
  readonly name: string;
  readonly title: string | undefined;
  /** What stands from this phase on and not before. */
  readonly adds: readonly Selection[];
  /** What is required in this phase alone; of the last one, it is among the requirements of the design. */
  readonly requirements: readonly Requirement[];
  readonly declaration: DeclarationKey;
  readonly origin: Origin;
}
