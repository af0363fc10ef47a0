// The tables of the language's syntax: statements, words, and what each body takes.
export {
  bodyName,
  conditionsOf,
  dimensionsOf,
  isPropertyName,
  isSumOfSpares,
  kindOfBody,
  propertiesOfBody,
  propertiesWithRedundancy,
  propertyOf,
  statementName,
  statementsOf,
  takesRedundancy,
} from './bodies.ts';
export { type DesignSnippet, designSnippets } from './design-snippets.ts';
export { networkKindNames, networkKinds } from './network-kinds.ts';
export { type StatementSnippet, statementSnippets } from './statement-snippets.ts';
export {
  type KeywordStatement,
  type StatementType,
  statementOfKeyword,
  statementSpec,
  statementTypes,
} from './statements.ts';
export {
  hole,
  innerWords,
  instanceKinds,
  keywords,
  partKinds,
  propertyNames,
  propertyWords,
  type Word,
  words,
} from './words.ts';
