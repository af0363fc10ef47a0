// What cooling is computed from.
import type { Fabric } from '../../model/index.ts';
import type { CoolingLosses } from '../conditions/scenario.ts';
import type { RackContents } from '../placement/rack-contents.ts';
import type { HeatFacts } from './heat.ts';

/** What cooling is computed from. */
export interface CoolingInputs {
  readonly fabric: Fabric;
  readonly heat: HeatFacts;
  readonly contents: RackContents;
  readonly losses: CoolingLosses;
}
