// The rules, and running them over a fabric.
export { allRules } from './all-rules.ts';
export { analyze } from './analyze.ts';
export { findingsOfStages, type AnalyzedPhase, stagesOf } from './analyze-phases.ts';
