// What a single failure is.
import type { Scenario } from '../../facts/conditions/scenario.ts';

/** What fails. A plane is an instance of a template that holds nothing but switches. */
type FailureKind =
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

/** One kind of single failure. */
export interface SingleFailure {
  readonly kind: FailureKind;
  /** The first thing of its kind. */
  readonly name: string;
  /** How many things of this kind there are. */
  readonly alike: number;
  /** Approximately how much stops with it, to examine the worst first. */
  readonly weight: number;
  scenario(): Scenario;
}
