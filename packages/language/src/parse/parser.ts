// From tokens to the syntax tree, by recursive descent: one function for each rule of the grammar. Always gives a tree.
//
// A mistake is reported once: its statement ends there, and reading continues at the next one. Text is first read by its
// tokens alone. Only if that finds problems is it read again by its lines and indents, which show where a brace or a value
// is missing. The reading with fewer problems is kept.
import type { AstNode, Linker } from 'langium';
import type * as ast from '../generated/ast.ts';
import { reparse } from './again/reparse.ts';
import { brokenOff } from './broken-off.ts';
import { Cursor, type ReadingBy } from './cursor/cursor.ts';
import { LinkLines } from './links/link-lines.ts';
import { readLink } from './statements/read-link.ts';
import { Statements } from './statements/statements.ts';
import { Scanner } from './tokens/scan.ts';
import type { SyntaxProblem, Tokens } from './tokens/token.ts';
import { deferBody, endOfBody } from './tree/deferred-body.ts';
import { type Node, RootNode, type WithStatements } from './tree/syntax-node.ts';

export interface Parsed {
  readonly file: ast.FabricFile;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Parses a text of the part library: bodies of types are read when somebody asks what is in them. The text is known to have no
 * mistakes, and is formatted.
 * @param linker binds the references in them
 */
export function parseLibrary(text: string, linker: () => Linker = noLinker): Parsed {
  const root = new RootNode(text) as Node<ast.FabricFile> & RootNode;
  const cursor = new Cursor(new Scanner(text), linker, 'tokens');
  const defer = (node: WithStatements, brace: number): number => {
    const end = endOfBody(text, brace);
    if (end < 0) return end;
    root.$deferred.push(node);
    deferBody(node, () => {
      const within = new Cursor(new Scanner(text, brace, end), linker, 'tokens');
      new Statements(within).readBodyOf(node);
      root.$references.push(...within.references);
    });
    return end;
  };
  new Statements(cursor, { defer }).readFile(root);
  root.$references = cursor.references;
  return { file: root, problems: cursor.problems };
}

/**
 * Parses a text. Never throws, whatever the text is.
 * @param linker binds a reference that is read before its document is linked; without it such a reference is unbound
 */
export function parseFabric(text: string, linker: () => Linker = noLinker): Parsed {
  if (!isText(text)) return { file: read(new Scanner(''), text, linker, 'tokens').file, problems: [notText(text)] };
  const tokens = new Scanner(text);
  const plain = read(tokens, text, linker, 'tokens');
  // Two trees of so long a file don't fit in the memory.
  if (plain.problems.length === 0 || plain.full) {
    const problems = reported(tokens, plain);
    if (problems.length === 0) {
      plain.file.$state = { since: {}, number: 0 };
      plain.file.$again = {
        nodes: plain.nodes,
        ordered: plain.file.$references.length,
        edits: [],
        names: {},
        unbound: undefined,
        altered: [],
      };
    }
    return { file: plain.file, problems };
  }
  const byLayout = read(new Scanner(text), text, linker, 'layout');
  const better = isBetter(byLayout.problems, plain.problems) ? byLayout : plain;
  return { file: better.file, problems: reported(tokens, better) };
}

/** Whether a text is understood better by its lines and indents: not where they leave a brace open, and there are too many closing ones. */
function isBetter(byLayout: readonly SyntaxProblem[], plain: readonly SyntaxProblem[]): boolean {
  const has = (problems: readonly SyntaxProblem[], rule: SyntaxProblem['rule']): boolean =>
    problems.some((each) => each.rule === rule);
  if (byLayout.length !== plain.length) return byLayout.length < plain.length;
  return !(has(byLayout, 'syntax/unclosed') && has(plain, 'syntax/unexpected'));
}

/** The problems of the tokens and of the statements, one for each mistake. */
function reported(tokens: Scanner, { problems }: Parsed): readonly SyntaxProblem[] {
  const all = [...tokens.problems, ...problems];
  return all.length === 0 ? all : onePerLine(tokens.text, brokenOff(all, tokens.all()));
}

/**
 * Parses a text by the tree of the text before it, of which only what has changed is read again: the tree before has no statements of its
 * own any more then. Undefined where the text must be parsed as a whole.
 */
export function parseChanged(before: AstNode, text: string, linker: () => Linker): Parsed | undefined {
  const file = before instanceof RootNode && isText(text) ? reparse(before, text, linker) : undefined;
  return file === undefined ? undefined : { file, problems: [] };
}

/** The linker of a text that nobody links. */
function noLinker(): never {
  throw new Error('A text that is parsed without a linker has no references to bind.');
}

/** Number of characters checked to decide whether a file is text. */
const checked = 4096;

/** Whether a file is text in UTF-8, and not a binary file or text in UTF-16. */
function isText(text: string): boolean {
  const end = Math.min(text.length, checked);
  let strange = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) strange++;
  }
  return strange <= 16 || strange <= end / 50;
}

function notText(text: string): SyntaxProblem {
  return {
    rule: 'syntax/not-text',
    message: "This file isn't text in UTF-8.",
    start: 0,
    end: Math.min(1, text.length),
    help: 'Save it as UTF-8, or correct the path to it.',
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

/** A text that was read, and whether it was too long to be read whole. */
interface Read extends Parsed {
  readonly file: Node<ast.FabricFile> & RootNode;
  readonly full: boolean;
  readonly nodes: number;
}

function read(tokens: Scanner, text: string, linker: () => Linker, by: ReadingBy): Read {
  const root = new RootNode(text) as Node<ast.FabricFile> & RootNode;
  const cursor = new Cursor(tokens, linker, by);
  // Where lines and indents count, two links that are alike may be read differently.
  const lines = by === 'layout' ? undefined : new LinkLines(tokens.text, (link) => readLink(link, linker));
  new Statements(cursor, { lines }).readFile(root);
  root.$references = cursor.references;
  return { file: root, problems: causes(cursor.problems, tokens), full: cursor.full, nodes: cursor.nodes };
}
