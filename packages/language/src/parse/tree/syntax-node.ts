// The nodes of the syntax tree. The parser makes some forty for each line of a generated file, so a node holds what can't
// be worked out from its surroundings and nothing more.
import type { AstNode, CompositeCstNode, LangiumDocument } from 'langium';
import type * as ast from '../../generated/ast.ts';
import type { TextChange } from '../tokens/text-change.ts';

/** A node of the syntax tree. The parser sets its features, which are those of the grammar. */
export class SyntaxNode implements AstNode {
  /** On the prototype of each type. */
  declare readonly $type: string;
  /** What Langium reads of the concrete syntax; `concrete-syntax.ts` puts it on the prototype. */
  declare readonly $cstNode: CompositeCstNode;
  declare $document?: LangiumDocument;
  /** Offset of the name, on nodes that have one; -1 on the prototype. */
  declare $name: number;
  /** Where features that are words are written, on the few nodes where a message points at one. */
  declare $words?: Readonly<Record<string, Extent>>;
  /** Whether the `{` of its body is missing, so that what is read as its body may belong elsewhere. */
  declare $guessed?: boolean;
  /** Whether nobody has asked for its body yet, which was put off. */
  declare $unread?: boolean;
  /** How much farther on in the text it is, with all that is in it, than its offsets say; zero on the prototype. */
  declare $shift: number;
  // Declared, not defined: a field that is defined and then set costs twice.
  declare $container: AstNode | undefined;
  /** Offsets in the text that it was read from; {@link extentOf} gives those in the text as it is. */
  declare $start: number;
  declare $end: number;

  constructor(start: number) {
    this.$container = undefined;
    this.$start = start;
    this.$end = start;
  }

  /** Reads what it holds, where that was deferred. */
  $unfold(): void {}
}
Object.defineProperty(SyntaxNode.prototype, '$name', { value: -1, writable: true });
Object.defineProperty(SyntaxNode.prototype, '$shift', { value: 0, writable: true });

/** A node of the tree, typed by the grammar. */
export type Node<T> = T & SyntaxNode;
type NodeClass = new (start: number) => SyntaxNode;
const classes = new Map<string, NodeClass>();

/** The class of a type of node. Each type has its own, so that its nodes are no larger than they need to be. */
export function nodeClass(type: string): NodeClass {
  let found = classes.get(type);
  if (found === undefined) {
    found = class extends SyntaxNode {};
    nameNodeClass(type, found);
    classes.set(type, found);
  }
  return found;
}

/** Sets the type of the nodes of a class. */
export function nameNodeClass(type: string, { prototype }: { readonly prototype: SyntaxNode }): void {
  Object.defineProperty(prototype, '$type', { value: type });
}

/** A node that refers to a declaration by its name. */
export type ReferringNode = ast.Segment | ast.TypeUse;

/** The root of a file. */
export class RootNode extends SyntaxNode {
  /** The text of the file. */
  readonly $text: string;
  /** The address of a text that isn't that of a document, though its names mean what they mean there. */
  $uri?: string;
  /** The nodes that refer to something; those of deferred links and bodies are added when they are read. */
  $references: ReferringNode[] = [];
  /** The types whose bodies were put off. */
  readonly $deferred: SyntaxNode[] = [];
  /** Which state of the text it is, of those since it was read as a whole. The earlier ones have given their statements to the next. */
  $state?: { readonly since: object; readonly number: number };
  /** Whether it is of ASCII without control characters; undefined until somebody asks. */
  $isPlain?: boolean;
  /** What is known where some statements can be read again on their own; undefined where the text must be read as a whole. */
  $again?: ReadAgain;

  constructor(text: string) {
    super(0);
    this.$end = text.length;
    this.$text = text;
  }
}
nameNodeClass('FabricFile', RootNode);

/** Of a text without problems: what reading some of its statements again needs, and what it changed so far. */
export interface ReadAgain {
  /** Nodes that were made for it. */
  readonly nodes: number;
  /** How many of the nodes that refer to something are in the order of the text: without those that were added. */
  readonly ordered: number;
  /** The changes that led to it since it was read as a whole, the last of them only. */
  readonly edits: readonly TextEdit[];
  /** The same as long as it declares the same names by the same nodes. */
  readonly names: object;
  /** The nodes that refer to something and were read since the others were bound; undefined where none is known to be bound. */
  unbound: readonly ReferringNode[] | undefined;
  /** The bodies in which names have changed since. */
  altered: readonly SyntaxNode[];
}

/** How one state of a text led to the next. */
export interface TextEdit {
  /** The number of the later state. */
  readonly state: number;
  readonly change: TextChange;
  /** What is different: nothing but spaces and comments between statements, the number of a `let` at the top, that of a length, or anything. */
  readonly of: 'trivia' | { readonly numberOf: string } | LengthEdit | 'more';
}

/** How the length that a link gives has another number. */
export interface LengthEdit {
  /** Where the link starts in the text before. */
  readonly link: number;
  /** The whole number, where it is. */
  readonly number: TextChange;
  /** The text of the length before and after, with its unit. */
  readonly was: string;
  readonly is: string;
}

/** A node that holds statements. */
export type WithStatements = SyntaxNode & { statements: AstNode[]; hasBody?: boolean };

/** Gives a node an empty list of statements. */
export function noBody(node: SyntaxNode): WithStatements {
  const parent = node as WithStatements;
  parent.hasBody = false;
  parent.statements = [];
  return parent;
}

/** A key for the names that a file declares: two states of a file have the same one only if they declare the same names by the same nodes. */
export function namesOf(file: AstNode): object {
  return (file instanceof RootNode ? file.$again?.names : undefined) ?? file;
}

/** The bodies within a file in which names have changed since it was bound last, where it wasn't read as a whole since. */
export function alteredIn(file: AstNode): readonly AstNode[] {
  return (file instanceof RootNode ? file.$again?.altered : undefined) ?? [];
}

/** The nodes of a file that are yet to be bound, where all others are bound to what their names meant; undefined where none is. */
export function unboundIn(file: AstNode): readonly ReferringNode[] | undefined {
  return file instanceof RootNode ? file.$again?.unbound : undefined;
}

/** Notes that all nodes of a file are bound. */
export function noteBound(file: AstNode): void {
  if (!(file instanceof RootNode) || file.$again === undefined) return;
  file.$again.unbound = [];
  file.$again.altered = [];
}

/** The nodes of a file that refer to something by name, as far as it has been read. */
export function referencesRead(file: AstNode): readonly ReferringNode[] {
  return file instanceof RootNode ? file.$references : [];
}

/** The nodes of a file that refer to something by name, without those in deferred links. */
export function referencesIn(file: AstNode): readonly ReferringNode[] {
  if (file instanceof RootNode) for (const each of file.$deferred.splice(0)) Reflect.get(each, 'statements');
  return referencesRead(file);
}

/** All nodes of a file that refer to something by name: reads every deferred link. */
export function allReferencesIn(file: AstNode): readonly ReferringNode[] {
  unfoldWithin(file);
  return referencesIn(file);
}

function unfoldWithin(node: AstNode & { readonly statements?: readonly AstNode[] }): void {
  unfold(node);
  for (const each of node.statements ?? []) unfoldWithin(each);
}

/** Whether a node has a body that is still to be read: no node within it can have been asked for. */
export function isUnread(node: AstNode): boolean {
  return node instanceof SyntaxNode && node.$unread === true;
}

/** Reads what a node holds, where that was deferred. Returns the node. */
export function unfold<T extends AstNode>(node: T): T {
  if (node instanceof SyntaxNode) node.$unfold();
  return node;
}

/** Offsets of the first character of a stretch of text and of the one after its last. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** How much farther on a node is in the text as it is than in the one that it was read from. */
export function shiftOf(node: AstNode): number {
  let shift = 0;
  for (let each: AstNode | undefined = node; each !== undefined; each = each.$container)
    shift += (each as SyntaxNode).$shift;
  return shift;
}

/** Start and end of a node in its text. */
export function extentOf(node: AstNode): Extent {
  const { $start, $end } = node as SyntaxNode;
  const shift = shiftOf(node);
  return { start: $start + shift, end: $end + shift };
}

/** Start and end of a node's name; of the node when it has none. */
export function nameExtentOf(node: AstNode & { readonly name?: string }): Extent {
  const { $name } = node as SyntaxNode;
  if ($name < 0) return extentOf(node);
  const start = $name + shiftOf(node);
  return { start, end: start + (node.name?.length ?? 0) };
}

/** The root of the tree a node is in. */
export function rootOf(node: AstNode): AstNode {
  let root: AstNode = node;
  while (root.$container !== undefined) root = root.$container;
  return root;
}

/** The text of the file a node is in. */
export function wholeText(node: AstNode): string {
  const root = rootOf(node);
  return root instanceof RootNode ? root.$text : '';
}

/** The text from the start of one node to the end of another of the same file. */
export function textBetween(from: AstNode, to: AstNode): string {
  return wholeText(from).slice(extentOf(from).start, extentOf(to).end);
}

/** The text of a node, as it is written; empty for undefined. */
export function textOfNode(node: AstNode | undefined): string {
  return node === undefined ? '' : textBetween(node, node);
}
