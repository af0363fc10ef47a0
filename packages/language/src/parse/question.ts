// Parses a question for a fact, `margin(backend)`: a requirement without its word, whose limit may be missing.
import type { Linker } from 'langium';
import type * as ast from '../generated/ast.ts';
import { Cursor } from './cursor/cursor.ts';
import { Statements } from './statements/statements.ts';
import { Scanner, scan } from './tokens/scan.ts';
import { Kind, type SyntaxProblem } from './tokens/token.ts';
import { RootNode } from './tree/syntax-node.ts';

/** A question as it was read. */
export interface ParsedQuestion {
  /** The tree, which holds nothing but the question. */
  readonly root: RootNode;
  readonly require: ast.Require;
  readonly problems: readonly SyntaxProblem[];
}

/** Whether a text asks for a fact and isn't a name: `require …`, a word with a parenthesis after it, or a parenthesis. */
export function isQuestion(text: string): boolean {
  const { kinds, starts, ends, count } = scan(text);
  if (count > 1 && kinds[0] === Kind.parenOpen) return true;
  if (count < 2 || kinds[0] !== Kind.name) return false;
  return kinds[1] === Kind.parenOpen || (text.slice(starts[0], ends[0]) === 'require' && kinds[1] === Kind.name);
}

const noLinker = (): Linker => {
  throw new Error('The names of a question are bound before anybody asks for them.');
};

/** Parses a question for a fact. Never throws, whatever the text is. */
export function parseQuestion(text: string): ParsedQuestion {
  const root = new RootNode(text);
  const tokens = new Scanner(text);
  const cursor = new Cursor(tokens, noLinker, 'tokens', 'fact');
  const require = new Statements(cursor).readQuestion(root);
  root.$references = cursor.references;
  const first = [...tokens.problems, ...cursor.problems].sort((a, b) => a.start - b.start).slice(0, 1);
  return { root, require, problems: first };
}
