// Documents about a design (findings, report, diff, failures, figures, tables, parts, rules) in the formats people and programs
// read.
export type { ComparedDesign, ComparedPair } from './diff/compared/pair.ts';
export { diffDocument } from './diff/document.ts';
export { incompleteText, splitPairs } from './diff/words/title.ts';
export { drawingsPage, type PageDrawing, type PageFold, type PagePicture } from './drawings/page.ts';
export { failuresDocument } from './failures/document.ts';
export { figuresDocument } from './figures/document.ts';
export { type FindingsDocument, findingsDocument, type SuppressedFinding } from './findings/document.ts';
export { summaryText } from './findings/summary.ts';
export type { DocumentKind } from './format/format.ts';
export { formatName, formatsOf, otherNamesOf, printDocument } from './formats.ts';
export { spaceDiff } from './formatting/space-diff.ts';
export { unifiedDiff } from './formatting/unified-diff.ts';
export { partsDocument } from './parts/document.ts';
export { planDocument } from './plan/document.ts';
export { fillingDocument } from './plan/filling-document.ts';
export { type ReferenceTopic, referenceDocument } from './reference/document.ts';
export { type Picture, reportDocument, usualRows } from './report/document.ts';
export { ruleDocument, ruleListDocument, type Topic } from './rules/document.ts';
export { visible, visibleLines } from './shown/index.ts';
export { tableDocument } from './tables/document.ts';
export { hasTableFile, labelTexts, type TableFile, tableFiles, workbookOf } from './tables/files.ts';
export { type Sources, type SourceText, sourceTextOf } from './text/source-text.ts';
export { type Theme, themeFor } from './text/theme.ts';
export { conditionsLine } from './wording/conditions.ts';
export { countFindings, countText } from './wording/counts.ts';
export { countLimits } from './wording/limits.ts';
