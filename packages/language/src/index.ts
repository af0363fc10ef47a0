// The language: parse, link, elaborate, analyze. No platform of its own.
export type { Analysis } from './analysis/analysis.ts';
export { configurationName } from './configuration/index.ts';
export { type Formatted, formatFabric } from './format/index.ts';
export { closest } from './parse/index.ts';
export { type ProblemId, type ProblemKind, problemKinds } from './problems/problems.ts';
export * from './session/index.ts';
export { libraryNames, libraryText, libraryUri } from './workspace/library.ts';
