// The language: parse, link, elaborate, analyze. No platform of its own.
export type { Analysis } from './analysis.ts';
export { createFabricServices } from './module.ts';
export { closest } from './parse/index.ts';
export { type ProblemId, type ProblemKind, problemKinds } from './problems.ts';
export type { FabricEditorServices, FabricServices } from './services.ts';
export { libraryNames, libraryText, libraryUri } from './workspace/library.ts';
