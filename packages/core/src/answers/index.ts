// What can be asked of a whole fabric: all facts on demand, requirements, failures.
export { type Facts, factsOf } from './facts.ts';
export {
  type BandwidthLoss,
  type FailureEffect,
  type FailureSweep,
  type FeedEffect,
  failureSweep,
  type LoopEffect,
} from './failure/failure-sweep.ts';
export type { FailureKind, SingleFailure } from './failure/single-failure.ts';
export { singleFailures } from './failure/single-failures.ts';
export { figuresOfParts } from './part-figures.ts';
export type { Asked } from './required/asked.ts';
export { answerTo, type Verdict, verdictAsIs, verdictOf, verdictsOf } from './required/requirement.ts';
