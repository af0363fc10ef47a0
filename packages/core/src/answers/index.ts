// What can be asked of a whole fabric: all facts on demand, requirements, failures.

export { type Answer, type AnswerStore, defineAnswer, defineAnswerFor, type Needs } from './answer.ts';
export { type Facts, factsOf } from './facts.ts';
export { allCables, cablesOfClass, connectorUses, panelUses, rackFibers, trayOf } from './fibers.ts';
export { hallPower, rowDensities } from './hall.ts';
export { linkOfPort } from './link-of-port.ts';
export { tierRatios } from './networks.ts';
export { figuresOfParts } from './part-figures.ts';
export { preparing } from './preparing.ts';
export { bill } from './purchase.ts';
export { evaluateFigure, worstSideOf } from './required/expression.ts';
export { requiredFact } from './required/fact-table.ts';
export { type Verdict, verdictOf, verdictsOf } from './required/requirement.ts';
export { type Askers, isLengthAsked, Standing } from './standing.ts';
export { reads } from './subject-facts.ts';
export { costsOf, failureName, withoutFailures } from './sweep/costs.ts';
export {
  type FailureEffect,
  type FailureSweep,
  failureSweep,
} from './sweep/failure-sweep.ts';
