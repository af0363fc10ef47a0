// What can be asked of a whole fabric: all facts on demand, requirements, failures.
export { type Answer, type AnswerFor, type AnswerStore, defineAnswer, defineAnswerFor } from './answer.ts';
export { allFacts, type Facts, factsOf } from './facts.ts';
export { connectorUses, panelUses, rackFibers, trayOf } from './fibers.ts';
export { hallPower, rowDensities } from './hall.ts';
export { tierRatios } from './networks.ts';
export { figuresOfParts } from './part-figures.ts';
export type { Asked } from './required/asked.ts';
export { requiredFact, type Verdict, verdictAsIs, verdictOf, verdictsOf } from './required/requirement.ts';
export { reads } from './subject-facts.ts';
export {
  type BandwidthLoss,
  type FailureEffect,
  type FailureSweep,
  type FeedEffect,
  failureSweep,
  type LoopEffect,
} from './sweep/failure-sweep.ts';
export type { FailureKind, SingleFailure } from './sweep/single-failure.ts';
export { singleFailures } from './sweep/single-failures.ts';
