// The rules, and running them over a fabric.
export { allRules } from './all-rules.ts';
export { analyze, analyzing, StandingRules } from './analyze.ts';
export { type AnalyzedPhase, findingsOfStages, stagesOf } from './analyze-phases.ts';
