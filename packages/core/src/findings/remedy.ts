// A remedy: a change of the design that would cure a finding. Rules say what to change; the language writes it into the text.
import type { Origin } from '../source/index.ts';
import type { Finding } from './finding.ts';

/** Gives a property of a declaration a value, whether it has one so far or not. */
interface SetProperty {
  readonly kind: 'set';
  /** A place in the declaration, in its head or in its value of the property. */
  readonly at: Origin;
  readonly property: string;
  /** As it is written: `360 L/min`. */
  readonly value: string;
}

/** Gives an array another number of elements: `cdu[1..3]`. */
interface Resize {
  readonly kind: 'resize';
  /** A place in the head of its declaration. */
  readonly at: Origin;
  readonly count: number;
}

/** Uses another part where one is named. */
interface UsePart {
  readonly kind: 'use';
  /** Places within the statements that name it. */
  readonly at: readonly Origin[];
  readonly part: string;
  readonly inPlaceOf: string;
}

/** Adds a statement behind or before another one, in the same body. */
interface AddStatement {
  readonly kind: 'add';
  /** A place in the other one. */
  readonly at: Origin;
  readonly text: string;
  readonly before?: true;
}

/** Replaces a stretch of text, or adds to its end. */
interface Write {
  readonly kind: 'write';
  readonly at: Origin;
  readonly text: string;
  readonly isAdded?: true;
}

/** One change. */
export type DesignChange = SetProperty | Resize | UsePart | AddStatement | Write;

/** What would cure a finding: one change or some that go together. It is never safe: what the design means changes. */
export interface Remedy {
  /** As an editor offers it; follows from the change where not given. */
  readonly title?: string;
  readonly changes: readonly DesignChange[];
}

/** A finding whose remedies aren't written into the text yet: then they are fixes. */
export interface CurableFinding extends Finding {
  readonly remedies?: readonly Remedy[];
}

/** Sets a property. */
export function setting(at: Origin, property: string, value: string): Remedy {
  return { changes: [{ kind: 'set', at, property, value }] };
}

/** Resizes an array. */
export function resizing(at: Origin, count: number): Remedy {
  return { changes: [{ kind: 'resize', at, count }] };
}

/** Uses another part. */
export function using(at: readonly Origin[], part: string, inPlaceOf: string): Remedy {
  return { changes: [{ kind: 'use', at, part, inPlaceOf }] };
}
