// A link that equals one before it but for its indices and the number of its length. It is kept as that link and what
// differs, and is read in full only when somebody asks for its features: lists of cables hold such lines by the hundred
// thousand, and nobody asks.
import { numberAt } from '@lightloom/core';
import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { ownText } from '../tokens/own-text.ts';
import type { LinkNode } from '../tree/frequent-nodes.ts';
import {
  type Extent,
  extentOf,
  nameNodeClass,
  type ReferringNode,
  RootNode,
  rootOf,
  SyntaxNode,
  wholeText,
} from '../tree/syntax-node.ts';

/** The text before the path of some links, the same but for the indices. Offsets leave out their digits. */
export interface LinkHead {
  /** The text around the indices: before each, and after the last. */
  readonly stretches: readonly string[];
  /** Indices of the first side. */
  readonly indicesFrom: number;
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

/** The first of some links that are alike; the next one, once that is no longer in the text. */
export interface LinkModel {
  link: SyntaxNode & ast.Link;
  readonly head: LinkHead;
  /** The text after the second side: `over OS2 { length 30 m }` with the space before it. */
  path: string;
  /** Where in the path the number of its length is, which may be another one; undefined where it must be the same. */
  number: Extent | undefined;
  /** Offset of the medium in it. */
  readonly medium: number;
  /** The others. */
  readonly lines: LinkLine[];
}

/** What all such links of a file share. */
export interface LinesOfFile {
  /** Their indices, line by line. */
  readonly indices: readonly number[];
  /** Reads a text that is a link, and the nodes in it that refer to something. */
  readonly read: (text: string) => { readonly link: LinkNode; readonly references: readonly ReferringNode[] };
}

/** A link that is like another. */
export class LinkLine extends SyntaxNode {
  /** What it is like, or was like before it was read in full. */
  declare readonly $model: LinkModel;
  declare $isRead: boolean;
  declare readonly $file: LinesOfFile;
  /** Where its indices start. */
  declare readonly $indices: number;

  constructor(start: number, end: number, model: LinkModel, file: LinesOfFile, indices: number) {
    super(start);
    this.$end = end;
    this.$shift = 0;
    this.$model = model;
    this.$isRead = false;
    this.$file = file;
    this.$indices = indices;
  }

  override $unfold(): void {
    if (this.$isRead) return;
    const { start, end } = extentOf(this);
    // It may outlast this state of the text, so that it must not hold on to it.
    const { link, references } = this.$file.read(ownText(wholeText(this).slice(start, end)));
    this.$isRead = true;
    // What is in it has places in its own text.
    this.$shift += this.$start;
    this.$end -= this.$start;
    this.$start = 0;
    for (const [feature, value] of Object.entries(link)) {
      if (feature.startsWith('$') || value === undefined) continue;
      Object.defineProperty(this, feature, { value, writable: true, enumerable: true, configurable: true });
      for (const each of Array.isArray(value) ? value : [value]) if (each instanceof SyntaxNode) each.$container = this;
    }
    const root = rootOf(this);
    if (root instanceof RootNode) root.$references.push(...references);
  }
}
nameNodeClass('Link', LinkLine);

// Reading a feature reads the link.
for (const feature of ['from', 'to', 'pattern', 'medium', 'hasBody', 'statements'] satisfies (keyof ast.Link)[])
  Object.defineProperty(LinkLine.prototype, feature, {
    get(this: LinkLine): unknown {
      this.$unfold();
      return Object.hasOwn(this, feature) ? Reflect.get(this, feature, this) : undefined;
    },
  });

const models = new WeakMap<AstNode, LinkModel>();

/** Adds a line to those that are like a link. */
export function addLine(model: LinkModel, line: LinkLine): void {
  if (model.lines.length === 0) models.set(model.link, model);
  model.lines.push(line);
}

/** Reads in full all links that are like one. */
export function unfoldLike(link: AstNode): void {
  for (const line of models.get(link)?.lines ?? []) line.$unfold();
}

/** Takes links out of those that are alike, before they go out of the text. Where one is the first of them, the next that stays is. */
export function leaveLike(leaving: readonly AstNode[]): void {
  for (const each of leaving) {
    if (!(each instanceof LinkLine)) continue;
    const { lines } = each.$model;
    const at = lines.indexOf(each);
    if (at >= 0) lines.splice(at, 1);
  }
  for (const each of leaving) {
    const model = models.get(each);
    models.delete(each);
    if (model !== undefined) startWithNext(model);
  }
}

function startWithNext(model: LinkModel): void {
  // One that was read in full meanwhile is on its own.
  const at = model.lines.findIndex((each) => !each.$isRead);
  const [next] = model.lines.splice(0, at + 1).slice(-1);
  const folded = next === undefined ? undefined : foldedLink(next);
  if (next === undefined || folded === undefined) return;
  next.$unfold();
  const { number, numberEnd, toEnd } = folded;
  model.link = next as LinkLine & ast.Link;
  model.path = ownText(wholeText(next).slice(toEnd, extentOf(next).end));
  if (number >= 0) model.number = { start: number - toEnd, end: numberEnd - toEnd };
  models.set(next, model);
}

/** What is known of a deferred link, which isn't read in full. All of it is numbers, and no extents: there may be one in each line. */
export interface FoldedLink {
  /** The link it is like. */
  readonly model: ast.Link;
  /** Indices: from `first` on those of the first side, and from `second` on those of the other. */
  readonly indices: readonly number[];
  readonly first: number;
  readonly second: number;
  /** Offsets of the sides, and of the medium. */
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
  readonly medium: number;
  readonly mediumEnd: number;
  /** Offsets of the number of its length; -1 where that can't be another than that of the model. */
  readonly number: number;
  readonly numberEnd: number;
}

/** Whether a node is a deferred link, which isn't read in full. */
export function isFolded(node: AstNode): boolean {
  return node instanceof LinkLine && !node.$isRead;
}

/** What is known of a deferred link; undefined for a node that is read in full. */
export function foldedLink(node: AstNode): FoldedLink | undefined {
  if (!(node instanceof LinkLine) || node.$isRead) return undefined;
  const { $indices: first } = node;
  const { start, end } = extentOf(node);
  const { indices } = node.$file;
  const { link, head, path, medium, number } = node.$model;
  const second = first + head.indicesFrom;
  const last = first + head.stretches.length - 1;
  let digits = 0;
  let i = first;
  while (i < second) digits += digitsOf(numberAt(indices, i++));
  const [fromEnd, to] = [start + head.fromEnd + digits, start + head.to + digits];
  while (i < last) digits += digitsOf(numberAt(indices, i++));
  const toEnd = start + head.toEnd + digits;
  const ofMedium = extentOf(link.medium as ast.TypeUse);
  return {
    model: link,
    indices,
    first,
    second,
    from: start + head.from,
    fromEnd,
    to,
    toEnd,
    medium: toEnd + medium,
    mediumEnd: toEnd + medium + ofMedium.end - ofMedium.start,
    number: number === undefined ? -1 : toEnd + number.start,
    numberEnd: number === undefined ? -1 : end - (path.length - number.end),
  };
}

function digitsOf(index: number): number {
  let digits = 1;
  for (let rest = index; rest >= 10; rest = Math.floor(rest / 10)) digits++;
  return digits;
}
