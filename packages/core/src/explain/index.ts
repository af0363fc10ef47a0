// Explanations of things in a fabric: hover and `explain` show the same.
export { explainDevices } from './devices.ts';
export { explainSelector, explainThings } from './explain.ts';
export { type Explanation, type ExplanationRow, withoutPlacesIn } from './explanation.ts';
export { explainFigure, explainValue, explainVerdict } from './fact.ts';
export { factText, withoutRepeats } from './fact-text.ts';
export { nameable } from './find.ts';
export { footingLines } from './footing.ts';
export { explainHall } from './hall.ts';
export { explainLinks, explainNetwork } from './networks.ts';
export { derivedRows } from './parts.ts';
export { explainPhase } from './phase.ts';
export { explainBranch, explainFeed, explainLoop, explainRacks } from './plant.ts';
export { type Trace, type TracedLane, type TraceStep, traceLanes } from './trace/trace.ts';
export { valueText } from './value-text.ts';
