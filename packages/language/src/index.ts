// The language: parse, link, elaborate, analyze. No platform of its own.
export type { Analysis } from './analysis.ts';
export { configurationName } from './configuration/index.ts';
export { type Formatted, formatFabric } from './format/index.ts';
export { libraryParts } from './library-parts.ts';
export { createFabricServices } from './module.ts';
export { closest } from './parse/index.ts';
export { type ProblemId, type ProblemKind, problemKinds } from './problems.ts';
export { exampleFindings } from './rule-examples.ts';
export type { FabricEditorServices, FabricServices } from './services.ts';
export { libraryNames, libraryText, libraryUri } from './workspace/library.ts';
