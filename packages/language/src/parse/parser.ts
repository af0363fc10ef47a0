// From tokens to the syntax tree, by recursive descent: one function a rule of the grammar. Always gives a tree.
//
// A mistake is told once: the statement it is in ends there, and reading goes on at the next one. Text is read by its
// tokens alone first; only when that fails is it read again with an eye to its lines and indents, which tell where a
// brace or a value is missing. The reading with fewer problems stands.
import type { Linker } from 'langium';
import type * as ast from '../generated/ast.ts';
import { Cursor } from './cursor.ts';
import type { LinkNode } from './frequent-nodes.ts';
import { LinkLines } from './link-lines.ts';
import { Scanner } from './scan.ts';
import { Statements } from './statements.ts';
import { type AssignmentFinder, RootNode, Source } from './syntax-node.ts';
import type { SyntaxProblem, Tokens } from './token.ts';

export interface Parsed {
  readonly file: ast.FabricFile;
  readonly problems: readonly SyntaxProblem[];
}

/** Parses a text. Never throws, whatever the text is. */
export function parseFabric(text: string, assignmentOf: AssignmentFinder, linker: () => Linker): Parsed {
  const source = new Source(text, assignmentOf);
  if (isNoText(text)) return { ...read(new Scanner(''), source, linker, false), problems: [notText(text)] };
  const tokens = new Scanner(text);
  const plain = read(tokens, source, linker, false);
  if (plain.problems.length === 0) return { ...plain, problems: onePerLine(text, tokens.problems) };
  const byLayout = read(new Scanner(text), source, linker, true);
  const better = byLayout.problems.length <= plain.problems.length ? byLayout : plain;
  return { file: better.file, problems: onePerLine(text, [...tokens.problems, ...better.problems]) };
}

/** Most of a file that is looked at to tell whether it is text. */
const looked = 4096;

/** Whether what was read as UTF-8 is something else: a binary file, or text in UTF-16. */
function isNoText(text: string): boolean {
  const end = Math.min(text.length, looked);
  let strange = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) strange++;
  }
  return strange > 16 && strange > end / 50;
}

function notText(text: string): SyntaxProblem {
  return {
    rule: 'syntax/not-text',
    message: 'This file is no text in UTF-8.',
    start: 0,
    end: Math.min(1, text.length),
    help: 'Save it as UTF-8, or correct the path that leads to it.',
  };
}

/**
 * The first problem of each line: what is wrong after it is usually its consequence. The parser decides this itself,
 * because the formatter reports these problems without an analysis.
 */
function onePerLine(text: string, problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  const kept: SyntaxProblem[] = [];
  for (const problem of [...problems].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = kept.at(-1);
    if (before === undefined || /[\r\n]/.test(text.slice(before.start, problem.start))) kept.push(problem);
  }
  return kept;
}

/**
 * The problems without those that a misplaced brace, already reported, causes. The parser decides this itself: only the
 * tokens show which brace is the cause.
 */
function causes(problems: readonly SyntaxProblem[], { text }: Tokens): readonly SyntaxProblem[] {
  const stray = problems.findLast(
    (each) => each.rule === 'syntax/expected' && text.slice(each.start, each.end) === '{',
  );
  return problems.filter(
    (each, i) =>
      !(each.rule === 'syntax/unexpected' && i > 0) &&
      !(each.rule === 'syntax/unclosed' && stray !== undefined && stray.start > each.start),
  );
}

/** The link between two offsets, which is known to be one. */
function readLink(text: string, start: number, end: number, linker: () => Linker) {
  const cursor = new Cursor(new Scanner(text, start, end), linker, false);
  const link = new Statements(cursor).readLink() as LinkNode;
  return { link, users: cursor.users };
}

function read(tokens: Scanner, source: Source, linker: () => Linker, layout: boolean): Parsed {
  const root = new RootNode(source);
  const file = root as unknown as ast.FabricFile;
  const cursor = new Cursor(tokens, linker, layout);
  // Where lines and indents count, two that are alike may mean different things.
  const lines = layout
    ? undefined
    : new LinkLines(tokens.text, (start, end) => readLink(tokens.text, start, end, linker));
  new Statements(cursor, lines).readFile(root);
  root.$users = cursor.users;
  return { file, problems: causes(cursor.problems, tokens) };
}
