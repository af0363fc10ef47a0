// Reading text.
export { closest } from './closest.ts';
export { type Parsed, parseFabric } from './parser.ts';
export { scan } from './scan.ts';
export { type AssignmentFinder, extentOf, nameExtentOf, SyntaxNode } from './syntax-node.ts';
export type { SyntaxProblem } from './token.ts';
export { networkKinds } from './words.ts';
