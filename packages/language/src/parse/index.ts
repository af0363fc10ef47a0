// Reading text.
export { closest } from './closest.ts';
export { type Parsed, parseFabric } from './parser.ts';
export { scan } from './scan.ts';
export { type AssignmentFinder, extentOf, nameExtentOf, SyntaxNode, textBetween, usersIn } from './syntax-node.ts';
export { Kind, type SyntaxProblem, type Tokens } from './token.ts';
export { networkKinds } from './words.ts';
