// Documents (findings, report, failures, parts) in the formats people and programs read.
export { visible } from './cells.ts';
export { conditionsLine } from './conditions.ts';
export { explanationOf, listOf, type Topic } from './explanation.ts';
export { figuresOf } from './figures.ts';
export { jsonFailures } from './json-failures.ts';
export { jsonFindings } from './json-findings.ts';
export { jsonParts } from './json-parts.ts';
export { jsonReport } from './json-report.ts';
export { markdownFailures } from './markdown-failures.ts';
export { markdownReport } from './markdown-report.ts';
export { partPage, partTable } from './part-list.ts';
export { prettyFailures } from './pretty-failures.ts';
export { prettyFindings } from './pretty-findings.ts';
export { type Sources, sourceOf } from './source.ts';
export { spaceDiff } from './space-diff.ts';
export { type Checked, countFindings, summaryText } from './summary.ts';
export { type TableFormat, tableText } from './table-text.ts';
export { themeFor } from './theme.ts';
