// The formatter: a text in the one style, with nothing of it lost.
import { type Parsed, parseFabric, type SyntaxProblem } from '../parse/index.ts';
import { alignColumns } from './align.ts';
import { setBreaks } from './breaks.ts';
import { setGaps } from './gaps.ts';
import { keepTorn } from './keep.ts';
import { linesOf } from './lines.ts';
import { piecesOf } from './piece.ts';
import { printLines } from './print.ts';
import { isSameTree, saysTheSame } from './same.ts';
import { structureOf } from './structure.ts';

/** A text that was formatted. */
export interface Formatted {
  readonly text: string;
  /** What is wrong with the text. */
  readonly problems: readonly SyntaxProblem[];
}

const byteOrderMark = '\uFEFF';

/**
 * Formats a text. Never throws. Only space between tokens changes; a text that would be read in another way afterwards
 * is given back as it is.
 * @param torn what becomes of a text with mistakes: `rest` formats the statements that have none, `none` leaves it alone
 */
export function formatFabric(text: string, torn: 'rest' | 'none' = 'rest'): Formatted {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const plain = text.slice(mark.length).replace(/\r\n?/g, '\n');
  const parsed = parse(plain);
  // Their places are those of the text as it came.
  const problems = parsed.problems.length > 0 && plain.length !== text.length ? parse(text).problems : parsed.problems;
  if (problems.length > 0 && torn === 'none') return { text, problems };
  const formatted = layOut(plain, parsed);
  const isSafe = saysTheSame(plain, formatted) && (problems.length === 0 || isSafeTorn(parsed, formatted));
  if (!isSafe) return { text, problems };
  const newline = /\r\n?|\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  return { text: mark + (newline === '\n' ? formatted : formatted.replaceAll('\n', newline)), problems };
}

/** A text without byte-order mark, its lines ended by LF, in the one style. */
function layOut(text: string, { file, problems }: Parsed): string {
  const structure = structureOf(keepTorn(piecesOf(text), file, problems), file);
  setGaps(structure);
  setBreaks(structure);
  const lines = linesOf(structure);
  alignColumns(structure, lines);
  return printLines(structure, lines);
}

/** How torn text is read depends on its lines and indents: it has to be read as before, and be formatted for good. */
function isSafeTorn(before: Parsed, formatted: string): boolean {
  const after = parse(formatted);
  const told = ({ problems }: Parsed): string => problems.map((each) => `${each.rule} ${each.message}`).join('\n');
  return told(before) === told(after) && isSameTree(before.file, after.file) && layOut(formatted, after) === formatted;
}

function parse(text: string): Parsed {
  return parseFabric(text);
}
