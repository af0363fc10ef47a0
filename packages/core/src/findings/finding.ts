// A finding: what is wrong, where, and what to do about it. Rules make findings, and so do problems of the text.
import type { Derivation } from '../figures/index.ts';
import type { Missing, Subjects } from '../model/index.ts';
import type { Origin } from '../source/index.ts';

/** `error`: can't work. `warning`: probably won't do what is intended. `note`: worth knowing; never fails a build. */
export type Severity = 'error' | 'warning' | 'note';

/** Another place that belongs to a finding. */
export interface Related {
  readonly origin: Origin;
  readonly message: string;
}

/** A change of the text that fixes what was found. */
export interface Fix {
  /** What it does, as an editor offers it: `Change to \`leaf\``. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /**
   * Whether what the design means can't change beyond what is evident: as removing what is unused, or `#` for `//`. A guess, as of
   * a name that is misspelled, and a change of the design itself are not.
   */
  readonly isSafe: boolean;
  /** Whether it changes what is designed rather than how it is written: the choice is the author's. */
  readonly changesDesign?: true;
  /** Words of its text for what only the author knows: a figure, a reason. An editor has them filled in at once. */
  readonly toFillIn?: readonly string[];
}

/** A replacement for a stretch of text. */
export interface Edit {
  readonly origin: Origin;
  readonly text: string;
}

/** What a rule found, or what is wrong with the text. */
export interface Finding {
  /** The rule or the kind of problem, as `family/name`; stable, documented. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: subject, number, limit. */
  readonly message: string;
  /** What to do, in the imperative. */
  readonly help: string | undefined;
  readonly origin: Origin;
  /** A few words to print under the code itself. */
  readonly label: string | undefined;
  readonly related: readonly Related[];
  /** Changes that would fix it, the likeliest first. */
  readonly fixes: readonly Fix[];
  /** The elements it is about. */
  readonly subjects: Subjects | undefined;
  /** What the same rule says of others at this place, and is said once, of the worst: one line can be many things. */
  readonly alike?: readonly Pick<Finding, 'subjects' | 'derivation'>[];
  /** How the number in the message came about. */
  readonly derivation: Derivation | undefined;
  /** What nobody gave, where that is why something is unknown. */
  readonly lacks?: readonly Missing[];
  /** Messages of what also fails only because of this. */
  readonly consequences: readonly string[];
  /** Those of them that are findings of other rules or places: listed with this one, and not on their own. */
  readonly folded?: readonly Finding[];
}

/** Gives a property of a declaration a value, whether it has one so far or not. */
interface SetProperty {
  readonly kind: 'set';
  /** A place in the declaration, in its head or in its value of the property. */
  readonly at: Origin;
  readonly property: string;
  /** As it is written: `360 L/min`. */
  readonly value: string;
  /** The part that it names, which may need an import. */
  readonly part?: string;
}

/** Gives an array another number of elements: `cdu[1..3]`. */
interface Resize {
  readonly kind: 'resize';
  /** A place in the head of its declaration. */
  readonly at: Origin;
  readonly count: number;
}

/** Makes several of a single instance: what names it selects all of them, and its links are spread over them as a mesh. */
interface Multiply {
  readonly kind: 'multiply';
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
  /** Outside of all bodies, behind the statement that the place is in. */
  readonly isAtTop?: true;
}

/** Replaces a stretch of text, or adds to its end. */
interface Write {
  readonly kind: 'write';
  readonly at: Origin;
  readonly text: string;
  readonly isAdded?: true;
}

/** Selects fewer ports of an array of devices in a statement, where it selects all of a group. */
interface Narrow {
  readonly kind: 'narrow';
  /** A place in the statement. */
  readonly at: Origin;
  /** The array or the single device. */
  readonly array: string;
  /** The port group. */
  readonly ports: string;
  /** The indices to select: `1..4`. */
  readonly range: string;
  /** Whether the devices have no other ports, so that `*` selects that group too. */
  readonly isOnly: boolean;
}

/** One change. */
export type DesignChange = SetProperty | Resize | Multiply | UsePart | AddStatement | Write | Narrow;

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
