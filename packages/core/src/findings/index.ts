// What is wrong, where, and what to do about it; and what a rule is.
export { type Changes, changed, withoutCarets } from './example.ts';
export { byPlace, type Edit, type Finding, type Fix, type Related, type Severity } from './finding.ts';
export { defineRule, type Level, levels, type Report, type Rule } from './rule.ts';
export { type Severities, type Strictness, severityOf } from './severity.ts';
