// What a rule is: one judgement over the facts, with its reasons and its examples.

import type { Facts } from '../answers/index.ts';
import type { Derivation } from '../figures/index.ts';
import type { Gaps, Missing, Part, Subjects } from '../model/index.ts';
import type { Origin } from '../source/index.ts';
import { type Changes, changed, type EdgeCase, withoutCarets } from './example.ts';
import type { Finding, Fix, Related, Remedy, Severity } from './finding.ts';
import type { Judge } from './judge.ts';

/**
 * How much a rule looks at: one value that was written, things put together, a whole that adds up many of them, or a
 * requirement. A finding of a later level that depends on a value which an earlier one finds wrong is a consequence of
 * it and is listed with it.
 */
export type Level = 'value' | 'assembly' | 'whole' | 'demand';

/** The levels, in the order in which they are judged. */
export const levels: readonly Level[] = ['value', 'assembly', 'whole', 'demand'];

/** What a rule has found; the rest of a finding follows from the rule. */
export interface Report {
  readonly message: string;
  readonly help?: string;
  readonly origin: Origin;
  readonly label?: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** What would cure it, the likeliest first: the language makes fixes of it. */
  readonly remedies?: readonly Remedy[];
  readonly subjects?: Subjects;
  /** Types that it is about too, as a module in some racks: an allowance may name one instead. */
  readonly types?: readonly Part[];
  readonly derivation?: Derivation;
  /** What nobody gave, where that is why something is unknown. */
  readonly lacks?: readonly Missing[];
  /** The value that is over a limit, and the limit: what fails even without a blamed value isn't a consequence of it. */
  readonly over?: { readonly value: Derivation; readonly limit: number };
  /** What it says of others too, as once reports at one place are merged. */
  readonly alike?: readonly Pick<Finding, 'subjects' | 'derivation'>[];
  /** A milder severity than the rule's own, where the evidence is weaker; a harder one has no effect. */
  readonly severity?: Severity;
  /** Whether it depends only on the unknown values of its derivation: the known ones aren't the reason. */
  readonly restsOnUnknown?: true;
  /** Why limits of the rule aren't judged, where it says so itself; the notes about other limits open for the same reason are listed with it. */
  readonly open?: readonly string[];
  /** Messages of what else fails for the same reason. */
  readonly also?: readonly string[];
  /** The values that are wrong, so that what follows from them isn't reported on its own. */
  readonly blames?: readonly Origin[];
  /** Places it depends on, beside those in its derivation. */
  readonly restsOn?: readonly Origin[];
}

export interface Rule {
  /** `family/name` */
  readonly id: string;
  readonly severity: Severity;
  readonly level: Level;
  /** What must be complete in the fabric, for a rule that judges single values; others need all of it. */
  readonly dependsOn?: readonly (keyof Gaps)[];
  /** A short phrase for lists. */
  readonly title: string;
  /** The physics or the practice behind it. */
  readonly why: string;
  /** Where its figures come from. */
  readonly sources: readonly string[];
  /** How to change the limit for one part. */
  readonly override: string;
  /**
   * A file the rule objects to. A comment of carets marks the place of each finding; the severity follows where it isn't
   * the rule's, and what the message contains: `//  ^^^^ warning: reaches 500 m`.
   */
  readonly bad: string;
  /** The changes of the bad example that satisfy the rule. */
  readonly fix: Changes;
  /** The bad example with its fix, without carets. */
  readonly good: string;
  /** More cases, as the edges of the rule ask for. */
  readonly edges: readonly EdgeCase[];
  /** What it compares with a limit, as limits are counted: `link loss`. A rule about structure has none. */
  readonly limit?: string;
  /** Whether a report says so where one of its limits can't be judged, so that no note does; see `open` of a report. */
  readonly tellsOpen?: true;
  /**
   * Whether it looks at each link by itself, and what is within its limits at two lengths is so at each length between. Of links that
   * differ in the length they give, only the shortest and the longest are judged then, unless those leave something to report.
   */
  readonly perLink?: true;
  /**
   * @param judge compares figures with limits, and counts what it compares; a rule with a `limit` uses nothing else
   */
  check(facts: Facts, judge: Judge): readonly Report[];
}

/** What a rule declares; the rest follows from it. */
export interface RuleDefinition extends Omit<Rule, 'good' | 'edges'> {
  readonly edges?: readonly EdgeCase[];
}

/** Declares a rule. */
export function defineRule(rule: RuleDefinition): Rule {
  return { edges: [], ...rule, good: changed(withoutCarets(rule.bad), rule.fix) };
}
