// Two designs compared.
export { isRackMoved } from './cables/touched.ts';
export type { CableWork, TouchedCables } from './cables/work.ts';
export type { Change, ChangedFamily, ChangeKind } from './compare/change.ts';
export { type DesignDiff, diffOf, type JudgedDesign } from './diff.ts';
export { allFigurePairs } from './figures/all-facts.ts';
export { type FigurePair, isSameFigure, wholeDesign } from './figures/figure-pair.ts';
export type { FindingChange } from './judged/findings.ts';
export type { RequirementChange } from './judged/requirements.ts';
export type { Matching } from './match/matching.ts';
export { foldedNames } from './naming/fold.ts';
