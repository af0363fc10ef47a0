// What is wrong with a fabric.
export { allRules } from './all-rules.ts';
export { analyze } from './analyze.ts';
export { byPlace, type Edit, type Finding, type Fix, type Related, type Severity } from './finding.ts';
export { defineRule, type Report, type Rule } from './rule.ts';
export { type Severities, type Strictness, severityOf } from './severity.ts';
