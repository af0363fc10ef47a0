// What is wrong with a fabric.
export { allRules } from './all-rules.ts';
export { analyze } from './analyze.ts';
