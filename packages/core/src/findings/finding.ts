// A finding: what is wrong, where, and what to do about it. Rules make findings, and so do problems of the text.
import type { Derivation } from '../figures/index.ts';
import type { Subjects } from '../model/index.ts';
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
  /** Messages of what also fails only because of this. */
  readonly consequences: readonly string[];
  /** Those of them that are findings of other rules or places: listed with this one, and not on their own. */
  readonly folded?: readonly Finding[];
}
