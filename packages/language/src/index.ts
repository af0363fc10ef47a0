// The language: parse, link, elaborate, analyze. No platform of its own.
export { rulesOfPlugins } from './configuration/index.ts';
export { formatFabric } from './format/index.ts';
export * from './pages/index.ts';
export { closest } from './parse/index.ts';
export { placementText } from './placements/index.ts';
export { type FillRequest, fillDesign, type PlanRequest, planNetworks } from './plan/index.ts';
export { problemKinds } from './problems/problem-kinds.ts';
export { referenceOf, referenceTopics, referenceWords } from './reference/reference.ts';
export * from './session/index.ts';
export { libraryNames, libraryText, libraryUri } from './workspace/library.ts';
