// What a plug-in is: rules and exports of a house, in a module of their own. It needs the types here and nothing else.
import type { Related, Severity } from '../findings/index.ts';
import type { DesignReader, Element, Figure } from '../reader/index.ts';
import type { Origin } from '../source/index.ts';
import type { Cell, TableColumn } from '../tables/index.ts';

/** What the module of a plug-in exports by default. */
export interface Plugin {
  /** Small letters, digits and hyphens: `acme`. All its rules start with it. */
  readonly name: string;
  readonly rules?: readonly PluginRule[];
  readonly exports?: readonly PluginTable[];
}

/** A rule of a plug-in. */
export interface PluginRule {
  /** The name of the plug-in, a slash, and its own: `acme/even-uplinks`. */
  readonly id: string;
  /** `error`: can't work. `warning`: probably won't do what is intended. `note`: worth knowing. */
  readonly severity: Severity;
  /** A short phrase for lists: `A leaf has an odd number of uplinks to a spine`. */
  readonly title: string;
  /** The reason behind it. */
  readonly why: string;
  /** Where its figures come from. */
  readonly sources?: readonly string[];
  /** How to change what it demands. */
  readonly override?: string;
  /** What it compares with a limit, as limits are counted: `rack power`. */
  readonly limit?: string;
  /** A design it reports something in, for `lightloom explain`. */
  readonly bad?: string;
  /** The same design without the mistake. */
  readonly good?: string;
  /**
   * Says what is wrong in a design. It is run on designs without errors in their text, and must give the same for the same design.
   * @param judge compares figures with limits, and counts the limits that can't be judged
   */
  check(design: DesignReader, judge: PluginJudge): Iterable<PluginReport>;
}

/** Compares figures with limits. */
export interface PluginJudge {
  /**
   * Whether a figure is over a limit. A figure that is unknown isn't; the limit is counted as not judged, and a note says which
   * number is missing. To demand at least something, ask whether that exceeds the figure.
   * @param of the thing whose limit it is
   */
  exceeds(figure: Figure, limit: Figure, of: Element): boolean;
}

/** What a rule has found. */
export interface PluginReport {
  /** One sentence: the subject, the number, the limit. */
  readonly message: string;
  /** What to do. */
  readonly help?: string;
  /** The things it is about, of one kind. An `allow` names them, and the baseline knows the finding by them. */
  readonly about: Element | readonly Element[];
  /** Where it is reported; where the first of the things is declared when not given. */
  readonly origin?: Origin;
  /** A few words to print under the code itself. */
  readonly label?: string;
  readonly related?: readonly Related[];
  /** The figure in the message: its derivation is shown. */
  readonly figure?: Figure;
  /** A milder severity than the rule's own. */
  readonly severity?: Severity;
}

/** A table that `lightloom export` writes. */
export interface PluginTable {
  /** The name of the plug-in, a hyphen, and its own: `acme-racks`. */
  readonly name: string;
  readonly title: string;
  /** One line for lists. */
  readonly doc: string;
  readonly columns: readonly TableColumn[];
  /** The rows: a cell for each column. A number that is `NaN` is written as `unknown`. */
  rows(design: DesignReader): Iterable<readonly Cell[]>;
}

/** Declares a plug-in, so that an editor knows the types of what is in it. It gives back what it is given. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}

/** Declares a rule. It gives back what it is given. */
export function defineRule(rule: PluginRule): PluginRule {
  return rule;
}

/** Declares a table. It gives back what it is given. */
export function defineTable(table: PluginTable): PluginTable {
  return table;
}
