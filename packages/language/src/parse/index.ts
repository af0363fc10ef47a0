// Reading text: tokens, the syntax tree, and where its nodes are in the text.
export { isLongBody } from './again/edited-stretch.ts';
export { editsBetween } from './again/edits-between.ts';
export { closest } from './cursor/closest.ts';
export { createFabricParser, readAgain, syntaxProblemsOf } from './fabric-parser.ts';
export { type FoldedLink, foldedLink, isFolded, unfoldLike } from './links/link-line.ts';
export { type Parsed, parseFabric, parseLibrary } from './parser.ts';
export { isQuestion, parseQuestion } from './question.ts';
export { LineStarts } from './tokens/line-starts.ts';
export { codePointName, hasLookalike, lookalikeOf } from './tokens/lookalikes.ts';
export { scan } from './tokens/scan.ts';
export { changeBetween, joined, offsetsAfter, offsetsBefore, type TextChange } from './tokens/text-change.ts';
export { Kind, type SyntaxProblem, type Tokens } from './tokens/token.ts';
export { Leaf } from './tree/concrete-syntax.ts';
export { addressOf, putInScopeOf, textFrom, wordExtentOf } from './tree/node-text.ts';
export { isPlainText } from './tree/plain-text.ts';
export {
  allReferencesIn,
  alteredIn,
  type Extent,
  extentOf,
  isUnread,
  type LengthEdit,
  nameExtentOf,
  namesOf,
  noteBound,
  type ReferringNode,
  RootNode,
  referencesIn,
  referencesRead,
  rootOf,
  SyntaxNode,
  type TextEdit,
  textBetween,
  textOfNode,
  unboundIn,
  unfold,
  wholeText,
} from './tree/syntax-node.ts';
