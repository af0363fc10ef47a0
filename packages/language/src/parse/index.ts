// Reading text: tokens, the syntax tree, and where its nodes are in the text.
export { closest } from './closest.ts';
export { Leaf } from './concrete-syntax.ts';
export { createFabricParser, syntaxProblemsOf } from './fabric-parser.ts';
export { type FoldedLink, foldedLink, unfoldLike } from './link-line.ts';
export { addressOf, putInScopeOf, textFrom, wordExtentOf } from './node-text.ts';
export { type Parsed, parseFabric } from './parser.ts';
export { isQuestion, parseQuestion } from './question.ts';
export { scan } from './scan.ts';
export {
  allReferencesIn,
  extentOf,
  nameExtentOf,
  type ReferringNode,
  RootNode,
  referencesIn,
  rootOf,
  SyntaxNode,
  textBetween,
  textOfNode,
  unfold,
  wholeText,
} from './syntax-node.ts';
export { Kind, type SyntaxProblem, type Tokens } from './token.ts';
