// What is wrong, where, and what to do about it. Rules make findings; so do the checks of the text.
import type { Derivation } from '../figures/index.ts';
import type { Selection } from '../model/index.ts';
import type { Origin } from '../source/index.ts';

/** `error`: can't work. `warning`: will likely not do what is meant. `note`: worth knowing; never fails a build. */
export type Severity = 'error' | 'warning' | 'note';

/** Another place that belongs to a finding. */
export interface Related {
  readonly origin: Origin;
  readonly message: string;
}

/** A change of the text that mends what was found. */
export interface Fix {
  /** What it does, as an editor offers it: `Change to \`leaf\``. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Text to stand in place of what is there. */
export interface Edit {
  readonly origin: Origin;
  readonly text: string;
}

export interface Finding {
  /** `family/name`; stable, documented. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: subject, number, limit. */
  readonly message: string;
  /** What to do. */
  readonly help: string | undefined;
  readonly origin: Origin;
  /** A few words to stand under the code itself. */
  readonly label: string | undefined;
  readonly related: readonly Related[];
  /** Changes that would mend it, the likeliest first. */
  readonly fixes: readonly Fix[];
  /** What it is about. */
  readonly subjects: Selection | undefined;
  /** How the number came about. */
  readonly derivation: Derivation | undefined;
  /** What also fails only because of this. */
  readonly consequences: readonly string[];
}

/** Orders findings by file, place and rule: the same order everywhere. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.origin.uri !== b.origin.uri) return a.origin.uri < b.origin.uri ? -1 : 1;
  return (
    a.origin.start - b.origin.start || a.origin.end - b.origin.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
