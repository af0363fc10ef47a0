// Reading text.
export { closest } from './closest.ts';
export { syntaxProblemsOf } from './fabric-parser.ts';
export { type FoldedLink, foldedLink, unfoldLike } from './link-line.ts';
export { addressOf, putInScopeOf, textFrom, textOfNode, wordExtentOf } from './node-text.ts';
export { type Parsed, parseFabric } from './parser.ts';
export { isQuestion, parseQuestion } from './question.ts';
export { scan } from './scan.ts';
export {
  type AssignmentFinder,
  everyUserIn,
  extentOf,
  nameExtentOf,
  rootOf,
  SyntaxNode,
  textBetween,
  unfold,
  usersIn,
  wholeText,
} from './syntax-node.ts';
export { Kind, type SyntaxProblem, type Tokens } from './token.ts';
export { networkKinds } from './words.ts';
