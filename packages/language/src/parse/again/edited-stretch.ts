// Which statements of a text must be read again after a change of it.
import type { AstNode } from 'langium';
import { scan } from '../tokens/scan.ts';
import type { TextChange } from '../tokens/text-change.ts';
import { Kind } from '../tokens/token.ts';
import { extentOf, type WithStatements } from '../tree/syntax-node.ts';

/** Some statements of one body, and the stretch of text from the first of them to what follows the last. */
export interface EditedStretch {
  /** The bodies around it, the file first; the last one holds the statements. */
  readonly bodies: readonly WithStatements[];
  /** The statements from `first` on, up to but not including `next`. */
  readonly first: number;
  readonly next: number;
  /** Offsets in the text before the change: behind what is before them, and of what follows: a statement, the `}` of the body, or the end. */
  readonly start: number;
  readonly end: number;
}

/** Bodies that may be as long as a file. What is in others is read again together with what is around it. */
const long: ReadonlySet<string> = new Set(['Network', 'Template', 'For', 'If', 'Else']);

/** Whether a node stays when statements in it are read again. All other statements are replaced where anything in them is edited. */
export function isLongBody({ $type }: AstNode): boolean {
  return $type === 'FabricFile' || long.has($type);
}

/** The statements of a file that a change may concern. @param text the file before the change */
export function editedStretch(file: WithStatements, text: string, change: TextChange): EditedStretch {
  const bodies = [file];
  let [from, to] = [0, text.length];
  for (;;) {
    const body = bodies.at(-1) as WithStatements;
    const inner = body.statements[lastBefore(body.statements, change.start)];
    const braces = inner === undefined ? undefined : bracesOf(inner as WithStatements, text);
    if (braces === undefined || change.start < braces.start || change.endBefore > braces.end) break;
    bodies.push(inner as WithStatements);
    from = braces.start;
    to = braces.end;
  }
  const statements = (bodies.at(-1) as WithStatements).statements;
  const first = firstToRead(statements, text, change);
  // The character before what isn't read again is the same as before.
  const next = lastBefore(statements, change.endBefore + 1) + 1;
  return {
    bodies,
    first,
    next,
    start: first === 0 ? from : endOf(statements[first - 1]),
    end: next < statements.length ? startOf(statements[next]) : to,
  };
}

/**
 * The statement from which on a body is read again. What is before it was read without looking at what has changed: the parser looks
 * ahead to the end of a line at most, and a few tokens behind what it has read, of which a statement has two at least.
 */
function firstToRead(statements: readonly AstNode[], text: string, { start }: TextChange): number {
  let at = lastBefore(statements, start);
  while (at >= 0 && endOf(statements[at]) >= start) at--;
  const last = statements[at] as WithStatements | undefined;
  // A body ends where its brace is.
  if (last?.hasBody === true && hasBreak(text, startOf(last), endOf(last))) return at + 1;
  for (at -= 1; at > 0; at--) if (hasBreak(text, endOf(statements[at - 1]), startOf(statements[at]))) return at;
  return 0;
}

/** Whether there is a line break between two offsets. */
export function hasBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

/** What is between the braces of a long body; undefined for other statements. */
function bracesOf(node: WithStatements, text: string): { readonly start: number; readonly end: number } | undefined {
  const { start, end } = extentOf(node);
  const [first] = node.statements ?? [];
  if (!long.has(node.$type) || node.hasBody !== true || first === undefined || text[end - 1] !== '}') return undefined;
  const head = text.slice(start, startOf(first));
  const { kinds, ends, count } = scan(head);
  const last = kinds[count - 1] === Kind.end ? count - 2 : count - 1;
  return kinds[last] === Kind.braceOpen ? { start: start + (ends[last] ?? 0), end: end - 1 } : undefined;
}

/** The index of the last statement that starts before an offset; -1 where none does. */
function lastBefore(statements: readonly AstNode[], offset: number): number {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(statements[middle]) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function startOf(node: AstNode | undefined): number {
  return node === undefined ? 0 : extentOf(node).start;
}

function endOf(node: AstNode | undefined): number {
  return node === undefined ? 0 : extentOf(node).end;
}
