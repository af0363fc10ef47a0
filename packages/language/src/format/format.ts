// The formatter: a text in the one style, with nothing lost.
import { type Parsed, parseFabric, type SyntaxProblem } from '../parse/index.ts';
import { alignColumns } from './align.ts';
import { setBreaks } from './breaks.ts';
import { setGaps } from './gaps.ts';
import { keepBroken } from './keep.ts';
import { linesOf } from './lines.ts';
import { piecesOf } from './piece.ts';
import { printLines } from './print.ts';
import { hasSameTokens, isSameTree } from './same.ts';
import { structureOf } from './structure.ts';

/** A formatted text. */
export interface Formatted {
  readonly text: string;
  /** The syntax problems of the text. */
  readonly problems: readonly SyntaxProblem[];
}

const byteOrderMark = '\uFEFF';

/**
 * Formats a text. Never throws. Only space between tokens changes; a text that would be parsed differently afterwards is
 * returned unchanged.
 * @param withProblems what to format of a text with syntax problems: the `rest` of its statements, or `none`
 */
export function formatFabric(text: string, withProblems: 'rest' | 'none' = 'rest'): Formatted {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const plain = text.slice(mark.length).replace(/\r\n?/g, '\n');
  const parsed = parse(plain);
  // Their offsets are those of the text as given.
  const problems = parsed.problems.length > 0 && plain.length !== text.length ? parse(text).problems : parsed.problems;
  if (problems.length > 0 && withProblems === 'none') return { text, problems };
  const formatted = layOut(plain, parsed);
  const isSafe = hasSameTokens(plain, formatted) && (problems.length === 0 || isSafeWithProblems(parsed, formatted));
  if (!isSafe) return { text, problems };
  const newline = /\r\n?|\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  return { text: mark + (newline === '\n' ? formatted : formatted.replaceAll('\n', newline)), problems };
}

/** Formats a text without byte-order mark whose lines end with LF. */
function layOut(text: string, { file, problems }: Parsed): string {
  const structure = structureOf(keepBroken(piecesOf(text), file, problems), file);
  setGaps(structure);
  setBreaks(structure);
  const lines = linesOf(structure);
  alignColumns(structure, lines);
  return printLines(structure, lines);
}

/** How text with problems is read depends on its lines and indents: it must be read as before, and stay as formatted. */
function isSafeWithProblems(before: Parsed, formatted: string): boolean {
  const after = parse(formatted);
  const reported = ({ problems }: Parsed): string => problems.map((each) => `${each.rule} ${each.message}`).join('\n');
  return (
    reported(before) === reported(after) &&
    isSameTree(before.file, after.file) &&
    layOut(formatted, after) === formatted
  );
}

function parse(text: string): Parsed {
  return parseFabric(text);
}
