// How much of a file is read.
import type { SyntaxProblem } from '../tokens/token.ts';

/** Nodes of a file: with more, the tree would not fit in the memory of many machines. Links that are alike count once. */
export const maxNodes = 2_500_000;

/** What is reported where a file has too many nodes. */
export function tooManyNodes(start: number, end: number): SyntaxProblem {
  return {
    rule: 'syntax/too-long',
    message: `This file has more than ${maxNodes.toLocaleString('en-US')} names and values; the rest isn't read.`,
    start,
    end,
    help: 'Divide it into files that import one another, or write repeated statements with `for` and ranges.',
  };
}
