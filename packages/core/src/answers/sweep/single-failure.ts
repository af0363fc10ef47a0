// What a single failure is.
import type { Scenario } from '../../facts/conditions/scenario.ts';
import type { SubjectFamily } from '../../model/index.ts';

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
  | 'UPS'
  | 'PDU'
  | 'CDU'
  | 'pump';

/** Things of one family. */
export interface Things {
  readonly of: SubjectFamily;
  readonly ids: readonly number[];
}

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
  /** All that fail in the same way, the one that fails first; of a part without a name of its own, what it is part of. */
  things(): Things;
}
