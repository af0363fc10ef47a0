// Reads a text again after a change: only the statements that the change may concern, where those before and after them are sure to be
// what they were. Their nodes go over to the new tree, and learn how much farther on they are.
import type { Linker } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { Cursor } from '../cursor/cursor.ts';
import { maxNodes } from '../cursor/limits.ts';
import { leaveLike } from '../links/link-line.ts';
import { LinkLines } from '../links/link-lines.ts';
import { readLink } from '../statements/read-link.ts';
import { Statements } from '../statements/statements.ts';
import { ownText } from '../tokens/own-text.ts';
import { Scanner } from '../tokens/scan.ts';
import { changeBetween, type TextChange } from '../tokens/text-change.ts';
import { isPlainAfter } from '../tree/plain-text.ts';
import {
  extentOf,
  type Node,
  type ReferringNode,
  RootNode,
  type SyntaxNode,
  shiftOf,
  type TextEdit,
  type WithStatements,
} from '../tree/syntax-node.ts';
import { type EditedStretch, editedStretch, hasBreak } from './edited-stretch.ts';
import { lengthEdit } from './length-edit.ts';
import { numberOfLet } from './number-edit.ts';
import { referencesWithin } from './references-within.ts';

type File = Node<ast.FabricFile> & RootNode & WithStatements;

/** How many characters behind what is read the parser may look at. */
const ahead = 4096;

/** Changes that are remembered. */
const maxEdits = 30;

/** The statements that take the place of others. */
interface Replaced {
  readonly was: readonly SyntaxNode[];
  readonly is: readonly SyntaxNode[];
  /** The index of what follows them in the body before. */
  readonly next: number;
  readonly of: TextEdit['of'];
  readonly nodes: number;
}

/**
 * The tree of a text by that of the text before: the same as if it were read as a whole. The tree before has no statements of its own
 * any more. Undefined where the text must be read as a whole.
 */
export function reparse(before: RootNode, text: string, linker: () => Linker): ast.FabricFile | undefined {
  const { $again: again, $state: state } = before;
  if (again === undefined || state === undefined) return undefined;
  const change = changeBetween(before.$text, text);
  const stretch = editedStretch(before as File, before.$text, change);
  const replaced = readAgain(before, text, { change, stretch }, linker);
  if (replaced === undefined || again.nodes + replaced.nodes > maxNodes) return undefined;
  const { was, is } = replaced;
  const isRenamed = [...was, ...is].some(declares);
  const gone = new Set(referencesWithin(was));
  leaveLike(was);
  const file = moved(before as File, text, stretch, replaced);
  const fresh = referencesWithin(is);
  const ordered = withOthers(before.$references.slice(0, again.ordered), gone, fresh);
  file.$references = ordered.concat(before.$references.slice(again.ordered).filter((each) => !gone.has(each)));
  const isPlain = isPlainAfter(before, text.slice(change.start, change.endAfter));
  if (isPlain !== undefined) file.$isPlain = isPlain;
  file.$state = { since: state.since, number: state.number + 1 };
  const edit = { state: state.number + 1, change, of: replaced.of };
  file.$again = {
    nodes: again.nodes + replaced.nodes,
    ordered: ordered.length,
    edits: [...again.edits.slice(1 - maxEdits), edit],
    names: isRenamed ? {} : again.names,
    unbound: isRenamed ? undefined : again.unbound?.filter((each) => !gone.has(each)).concat(fresh),
    altered: isRenamed ? [...again.altered, ...stretch.bodies.slice(1)] : again.altered,
  };
  delete before.$again;
  return file;
}

/** Reads the statements of a stretch; undefined where what follows isn't sure to be read as before. */
function readAgain(
  { $text: before }: RootNode,
  text: string,
  { change, stretch }: { readonly change: TextChange; readonly stretch: EditedStretch },
  linker: () => Linker,
): Replaced | undefined {
  const { bodies, first, next, start } = stretch;
  const end = stretch.end + text.length - before.length;
  const tokens = new Scanner(ownText(text.slice(start, Math.min(text.length, end + ahead))));
  const cursor = new Cursor(tokens, linker, 'tokens');
  for (let depth = 1; depth < bodies.length; depth++) cursor.enter();
  const lines = new LinkLines(tokens.text, (link) => readLink(link, linker));
  const root = new RootNode(tokens.text) as File;
  const arrives = new Statements(cursor, { lines }).readUpTo(root, end - start);
  if (!arrives || tokens.problems.length > 0 || cursor.problems.length > 0 || cursor.full) return undefined;
  const was = (bodies.at(-1) as WithStatements).statements.slice(first, next) as SyntaxNode[];
  const is = (root as WithStatements).statements as SyntaxNode[];
  const by = text.length - before.length;
  const most = Math.min(was.length, is.length);
  let same = 0;
  while (same < most && isAt(was[same], is[same], start) && endAt(was[same]) <= change.start) same++;
  let tail = 0;
  while (
    tail < most - same &&
    isAt(was.at(-1 - tail), is.at(-1 - tail), start - by) &&
    startAt(was.at(-1 - tail)) >= change.endBefore
  )
    tail++;
  const nodes = cursor.nodes;
  if (same + tail === was.length && same + tail === is.length) {
    const from = same === 0 ? start : endAt(was[same - 1]);
    const to = tail === 0 ? stretch.end : startAt(was.at(-tail));
    const [one, other] = [before.slice(from, to), text.slice(from, to + by)];
    const isAtEdge = (bodies.length === 1 && from === 0) || to === before.length;
    const keepsLines = isAtEdge || hasBreak(one, 0, one.length) === hasBreak(other, 0, other.length);
    if (keepsLines && describes(one) === describes(other))
      return { was: [], is: [], next: next - tail, of: 'trivia', nodes };
    [same, tail] = [0, 0];
  }
  const [wasOther, isOther] = [was.slice(same, was.length - tail), is.slice(same, is.length - tail)];
  const isOne = wasOther.length === 1 && isOther.length === 1;
  const numberOf = isOne && bodies.length === 1 ? numberOfLet(wasOther[0], isOther[0], change, start) : undefined;
  const ofLength = isOne ? lengthEdit(wasOther[0], isOther[0], change, start) : undefined;
  // In their new place, before they have one in the tree.
  for (const each of isOther) each.$shift += start;
  return {
    was: wasOther,
    is: isOther,
    next: next - tail,
    of: ofLength ?? (numberOf === undefined ? 'more' : { numberOf }),
    nodes,
  };
}

const startAt = (node: SyntaxNode | undefined): number => (node === undefined ? 0 : extentOf(node).start);
const endAt = (node: SyntaxNode | undefined): number => (node === undefined ? 0 : extentOf(node).end);

/** Whether a statement that was read again is what it was, where its text is the same. @param start where the text that was read starts in the one before */
function isAt(was: SyntaxNode | undefined, is: SyntaxNode | undefined, start: number): boolean {
  if (was === undefined || is === undefined || was.$type !== is.$type) return false;
  const extent = extentOf(was);
  return extent.start === is.$start + start && extent.end === is.$end + start;
}

/** The comment at the end of spaces and comments, which may describe what follows. */
function describes(gap: string): string {
  const text = gap.trimEnd();
  return text.endsWith('*/') ? text.slice(Math.max(0, text.lastIndexOf('/*'))) : '';
}

/** The tree with the statements that were read, and those before and after them at their places. */
function moved(before: File, text: string, { bodies, first }: EditedStretch, { was, is, next }: Replaced): File {
  const by = text.length - before.$text.length;
  const file = new RootNode(text) as File;
  file.statements = before.statements;
  for (const each of was) each.$container = before;
  for (const [depth, each] of bodies.entries()) {
    const body = depth === 0 ? file : each;
    const inner = bodies[depth + 1];
    const behind = inner === undefined ? next : each.statements.indexOf(inner) + 1;
    if (by !== 0) for (let i = behind; i < each.statements.length; i++) (each.statements[i] as SyntaxNode).$shift += by;
    if (depth > 0) each.$end += by;
    if (inner !== undefined || (was.length === 0 && is.length === 0)) continue;
    const kept = next - was.length;
    for (const one of is) {
      one.$shift -= shiftOf(each);
      one.$container = body;
    }
    body.statements = [...each.statements.slice(0, kept), ...is, ...each.statements.slice(next)];
    if (kept < first) throw new RangeError('Statements are replaced that were not read again.');
  }
  for (const each of (file as WithStatements).statements) (each as SyntaxNode).$container = file;
  return file;
}

/** References without those that are gone, and with others in their places in the text. */
function withOthers(
  all: readonly ReferringNode[],
  gone: ReadonlySet<ReferringNode>,
  fresh: readonly ReferringNode[],
): ReferringNode[] {
  const kept = gone.size === 0 ? (all as ReferringNode[]) : all.filter((each) => !gone.has(each));
  const [first] = fresh;
  if (first === undefined) return kept;
  const { start } = extentOf(first);
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (extentOf(kept[middle] as ReferringNode).start < start) low = middle + 1;
    else high = middle;
  }
  return [...kept.slice(0, low), ...fresh, ...kept.slice(low)];
}

/** Statements that declare no name, and have none in them. */
const nameless: ReadonlySet<string> = new Set(['Property', 'Link', 'Plug', 'Place', 'Require', 'Allow']);

function declares({ $type }: SyntaxNode): boolean {
  return !nameless.has($type);
}
