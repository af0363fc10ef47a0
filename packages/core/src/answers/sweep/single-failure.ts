// What a single failure is.
import type { Scenario } from '../../facts/conditions/scenario.ts';

/** What fails. A plane is an instance of a template that holds nothing but switches. */
export type FailureKind =
  | 'switch'
  | 'host'
  | 'module'
  | 'laser'
  | 'supply'
  | 'link'
  | 'panel'
  | 'plane'
  | 'rack'
  | 'row'
  | 'feed'
  | 'CDU'
  | 'pump';

/** One sort of single failure. */
export interface SingleFailure {
  readonly kind: FailureKind;
  /** The first thing of its sort. */
  readonly name: string;
  /** How many there are of the sort. */
  readonly alike: number;
  /** Roughly how much goes with it, to look at the worst first. */
  readonly weight: number;
  scenario(): Scenario;
}
