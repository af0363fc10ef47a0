// The nodes the parser builds, and the concrete syntax behind them: made from the text only where somebody asks for it.
import {
  type AstNode,
  type CompositeCstNode,
  type CstNode,
  type GrammarAST,
  isReference,
  type LangiumDocument,
  type LeafCstNode,
  type Reference,
  type RootCstNode,
} from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';
import { scan } from './scan.ts';
import { Kind } from './token.ts';

/** Finds the grammar's assignment for a feature of a node type, which Langium's services ask a leaf for. */
export type AssignmentFinder = (type: string, feature: string) => GrammarAST.Assignment | undefined;

/** Start and end in a text. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** What all nodes of one parse share. */
export class Source {
  readonly text: string;
  readonly assignmentOf: AssignmentFinder;
  private lines: Uint32Array | undefined;

  constructor(text: string, assignmentOf: AssignmentFinder) {
    this.text = text;
    this.assignmentOf = assignmentOf;
  }

  /** Line and character of two offsets, both from zero. */
  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  private position(offset: number): Range['start'] {
    const lines = (this.lines ??= lineStarts(this.text));
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (lines[low] as number) };
  }
}

/** Offset of the first character of each line; a line ends with LF, CRLF or CR, as in the protocol. */
function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return Uint32Array.from(starts);
}

/**
 * A node of the syntax tree. Its features are set by the parser. There are some forty to a line that a program writes, so
 * a node holds what can't be found out from its surroundings and no more.
 */
export class SyntaxNode implements AstNode {
  /** On the prototype of each type. */
  declare readonly $type: string;
  declare $document?: LangiumDocument;
  /** Where the name stands, on nodes that have one; -1 on the prototype. */
  declare $name: number;
  /** Where features that are words are written, on the few nodes where a message points at one. */
  declare $words?: Readonly<Record<string, Extent>>;
  /** Its place among the statements of a body, of which there may be many. */
  declare $statement?: number;
  /** Whether its body lacks the brace that opens it, so that what stands in it may belong elsewhere. */
  declare $guessed?: boolean;
  // Declared, not defined: a field that is defined and then set costs twice.
  declare $container: AstNode | undefined;
  /** Offsets in the text. */
  declare $start: number;
  declare $end: number;

  constructor(start: number) {
    this.$container = undefined;
    this.$start = start;
    this.$end = start;
  }

  /** Reads what it holds, where that was put off. */
  $unfold(): void {}

  get $containerProperty(): string | undefined {
    return placeOf(this)?.property;
  }

  get $containerIndex(): number | undefined {
    return this.$statement ?? placeOf(this)?.index;
  }

  get $cstNode(): CompositeCstNode {
    return compositeOf(this);
  }
}
Object.defineProperty(SyntaxNode.prototype, '$name', { value: -1, writable: true });

/** The feature of its container that a node is, and its index where it is one of several. */
function placeOf(node: SyntaxNode): { readonly property: string; readonly index?: number } | undefined {
  for (const [property, value] of Object.entries(node.$container ?? {})) {
    if (property.startsWith('$')) continue;
    if (value === node) return { property };
    if (node.$statement !== undefined && property === 'statements') return { property, index: node.$statement };
    const index = Array.isArray(value) ? value.indexOf(node) : -1;
    if (index >= 0) return { property, index };
  }
  return undefined;
}

type NodeClass = new (start: number) => SyntaxNode;
const classes = new Map<string, NodeClass>();

/** The class of a type of node. Each type has its own, so that its nodes are as large as they need to be. */
export function nodeClass(type: string): NodeClass {
  let found = classes.get(type);
  if (found === undefined) {
    found = class extends SyntaxNode {};
    nameNodeClass(type, found);
    classes.set(type, found);
  }
  return found;
}

/** Says which type of node a class is for. */
export function nameNodeClass(type: string, { prototype }: { readonly prototype: SyntaxNode }): void {
  Object.defineProperty(prototype, '$type', { value: type });
}

/** The root of a file. */
export class RootNode extends SyntaxNode {
  readonly $source: Source;
  /** The address of a text that isn't that of a document, though its names mean what they mean there. */
  $uri?: string;
  /** Nodes with a reference; those of statements that are read in full later come behind. */
  $users: SyntaxNode[] = [];

  constructor(source: Source) {
    super(0);
    this.$end = source.text.length;
    this.$source = source;
  }
}

Object.defineProperty(RootNode.prototype, '$type', { value: 'FabricFile' });

/** A node that holds statements. */
export type WithStatements = SyntaxNode & { statements: AstNode[]; hasBody?: boolean };

/** Gives a node an empty list of statements. */
export function noBody(node: SyntaxNode): WithStatements {
  const parent = node as WithStatements;
  parent.hasBody = false;
  parent.statements = [];
  return parent;
}

/** The nodes of a file that refer to something by name, but for those in statements that are not read in full. */
export function usersIn(file: AstNode): readonly (ast.Segment | ast.TypeUse)[] {
  return (file instanceof RootNode ? file.$users : []) as unknown as readonly (ast.Segment | ast.TypeUse)[];
}

/** Reads what a node holds, where that was put off until somebody asks. Gives the node. */
export function unfold<T extends AstNode>(node: T): T {
  if (node instanceof SyntaxNode) node.$unfold();
  return node;
}

/** All nodes of a file that refer to something by name: reads every statement in full. */
export function everyUserIn(file: AstNode): readonly (ast.Segment | ast.TypeUse)[] {
  unfoldWithin(file as SyntaxNode & { readonly statements?: readonly SyntaxNode[] });
  return usersIn(file);
}

function unfoldWithin(node: SyntaxNode & { readonly statements?: readonly SyntaxNode[] }): void {
  node.$unfold();
  for (const each of node.statements ?? []) unfoldWithin(each);
}

/** Start and end of a node in its text. */
export function extentOf(node: AstNode): Extent {
  const { $start, $end } = node as SyntaxNode;
  return { start: $start, end: $end };
}

/** Start and end of a node's name; of the node when it has none. */
export function nameExtentOf(node: AstNode & { readonly name?: string }): {
  readonly start: number;
  readonly end: number;
} {
  const { $name } = node as SyntaxNode;
  const length = endOfNameAt(node, $name);
  return $name < 0 ? extentOf(node) : { start: $name, end: length };
}

function endOfNameAt(node: AstNode & { readonly name?: string }, start: number): number {
  return start + (node.name?.length ?? 0);
}

/** The root of the tree a node is in. */
export function rootOf(node: AstNode): AstNode {
  let root: AstNode = node;
  while (root.$container !== undefined) root = root.$container;
  return root;
}

function sourceOf(node: AstNode): Source | undefined {
  const root = rootOf(node);
  return root instanceof RootNode ? root.$source : undefined;
}

/** The text of the file a node is in. */
export function wholeText(node: AstNode): string {
  return sourceOf(node)?.text ?? '';
}

/** The text from the start of one node to the end of another of the same file. */
export function textBetween(from: AstNode, to: AstNode): string {
  return sourceOf(from)?.text.slice((from as SyntaxNode).$start, (to as SyntaxNode).$end) ?? '';
}

const composites = new WeakMap<AstNode, Composite>();

function compositeOf(node: SyntaxNode): Composite {
  let found = composites.get(node);
  if (found === undefined)
    composites.set(node, (found = node instanceof RootNode ? new Root(node) : new Composite(node)));
  return found;
}

abstract class Segment {
  abstract readonly offset: number;
  abstract readonly end: number;
  abstract readonly astNode: AstNode;
  readonly hidden = false;

  get length(): number {
    return this.end - this.offset;
  }
  get root(): RootCstNode {
    return compositeOf(rootOf(this.astNode) as SyntaxNode) as Composite & RootCstNode;
  }
  get text(): string {
    return (sourceOf(this.astNode) as Source).text.slice(this.offset, this.end);
  }
  get range(): Range {
    return (sourceOf(this.astNode) as Source).range(this.offset, this.end);
  }
}

class Composite extends Segment implements CompositeCstNode {
  readonly astNode: SyntaxNode;
  readonly grammarSource: GrammarAST.AbstractElement | undefined;
  private children: readonly CstNode[] | undefined;

  constructor(node: SyntaxNode) {
    super();
    this.astNode = node;
    const container = node.$container;
    this.grammarSource =
      container === undefined
        ? undefined
        : sourceOf(node)?.assignmentOf(container.$type, node.$containerProperty ?? '');
  }

  get offset(): number {
    return this.astNode.$start;
  }
  get end(): number {
    return this.astNode.$end;
  }
  get container(): CompositeCstNode | undefined {
    const parent = this.astNode.$container;
    return parent === undefined ? undefined : compositeOf(parent as SyntaxNode);
  }

  /** The child nodes, and a leaf for each token between them. */
  get content(): readonly CstNode[] {
    this.children ??= this.read();
    return this.children;
  }

  private read(): CstNode[] {
    const node = this.astNode;
    const source = sourceOf(node) as Source;
    const nodes = childrenOf(node).sort((a, b) => a.$start - b.$start);
    const references = referencesOf(node);
    const found: CstNode[] = [];
    const leaves = (from: number, to: number): void => {
      if (from >= to) return;
      const tokens = scan(source.text.slice(from, to));
      for (let i = 0; i < tokens.count; i++) {
        if (tokens.kinds[i] === Kind.end) continue;
        const start = from + (tokens.starts[i] as number);
        const reference = references.find(({ leaf }) => leaf.offset <= start && start < leaf.end);
        if (reference !== undefined) {
          if (found.at(-1) !== reference.leaf) found.push(reference.leaf);
          continue;
        }
        const feature = start === node.$name ? 'name' : undefined;
        found.push(new Leaf(node, start, from + (tokens.ends[i] as number), feature));
      }
    };
    let at = node.$start;
    for (const child of nodes) {
      leaves(at, child.$start);
      found.push(compositeOf(child));
      at = Math.max(at, child.$end);
    }
    leaves(at, node.$end);
    return found;
  }
}

class Root extends Composite implements RootCstNode {
  get fullText(): string {
    return (this.astNode as RootNode).$source.text;
  }
}

/** A token, or the text of a reference. */
export class Leaf extends Segment implements LeafCstNode {
  readonly astNode: SyntaxNode;
  readonly offset: number;
  readonly end: number;
  private readonly feature: string | undefined;

  constructor(node: SyntaxNode, offset: number, end: number, feature: string | undefined) {
    super();
    this.astNode = node;
    this.offset = offset;
    this.end = end;
    this.feature = feature;
  }

  get container(): CompositeCstNode {
    return compositeOf(this.astNode);
  }
  get grammarSource(): GrammarAST.AbstractElement | undefined {
    return this.feature === undefined
      ? undefined
      : sourceOf(this.astNode)?.assignmentOf(this.astNode.$type, this.feature);
  }
  get tokenType(): LeafCstNode['tokenType'] {
    return tokenType;
  }
}

/** Langium asks leaves for a token type only to tell comments, of which there are none here. */
const tokenType = { name: 'TOKEN' } as LeafCstNode['tokenType'];

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  node.$unfold();
  const found: SyntaxNode[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('$')) continue;
    if (value instanceof SyntaxNode) found.push(value);
    else if (Array.isArray(value)) for (const each of value) if (each instanceof SyntaxNode) found.push(each);
  }
  return found.filter((each) => each.$end > each.$start);
}

function referencesOf(node: SyntaxNode): { leaf: Leaf; reference: Reference }[] {
  const found: { leaf: Leaf; reference: Reference }[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (!key.startsWith('$') && isReference(value) && value.$refNode instanceof Leaf)
      found.push({ leaf: value.$refNode, reference: value });
  }
  return found;
}
