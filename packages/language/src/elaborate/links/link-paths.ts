// The paths of links: each is read once, however many links, scopes and equal lines share it.
import { type LinkGroup, type PathText, type Quantity, readQuantity, type Unknown, type Values } from '@lightloom/core';
import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { type Extent, extentOf, type FoldedLink, textBetween } from '../../parse/index.ts';
import type { Properties } from '../parts/properties.ts';
import { unknownsIn } from '../parts/unknown-properties.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { Value } from '../scope/value.ts';
import { evaluate } from '../values/evaluate.ts';

type Path = Values<'link'>;

const nothing: Path = {};

/** A path, and what is known of it. */
interface KnownPath {
  readonly path: Path;
  /** One and the same for paths that are known to differ in their length alone. */
  readonly shared: Path;
  /** The text that it was read from; of one with another length, how that text differs. */
  readonly readAt: Pick<PathText, 'origin' | 'stretch'>;
}

export class LinkPaths {
  private readonly context: Context;
  private readonly properties: Properties;
  /** Paths by their text, in each body: files written by programs have few different ones. */
  private readonly byText = new Map<AstNode, Map<string, KnownPath>>();
  /** The parameters and indices that a path uses. Without any it is the same everywhere. */
  private readonly inputs = new Map<ast.Link, readonly ast.Selector[]>();
  private readonly byInputs = new Map<ast.Link, Map<string, Path>>();
  /** Those of links that are read in full: others are too many, and nobody asks for them. */
  private readonly known = new Map<Path, KnownPath>();
  /** How many metres the unit has in which a link that others repeat gives its length. */
  private readonly factors = new Map<ast.Link, number | undefined>();
  /** The paths of which something can't be read, which is reported. */
  private readonly incomplete = new Set<Path>();
  /** What is given as unknown of a path. */
  private readonly unknowns = new Map<Path, Readonly<Record<string, Unknown>>>();

  constructor(context: Context, properties: Properties) {
    this.context = context;
    this.properties = properties;
  }

  of(node: ast.Link, scope: Scope): Path {
    const [first, last] = [node.statements[0], node.statements.at(-1)];
    if (first === undefined || last === undefined) return nothing;
    let ofBody = this.byText.get(node.$container);
    if (ofBody === undefined) this.byText.set(node.$container, (ofBody = new Map()));
    const text = textBetween(first, last);
    const known = ofBody.get(text);
    if (known !== undefined) return this.note(known).path;
    const inputs = this.inputsOf(node);
    if (inputs.length > 0) return this.withInputs(node, inputs, scope);
    const before = this.context.problemCount;
    const read = this.read(node, scope);
    // An invalid path is read again, and reported, at each place.
    if (this.context.problemCount === before) {
      const known = { path: read, shared: read, readAt: { origin: this.context.span(first, last) } };
      ofBody.set(text, this.note(known));
    }
    return read;
  }

  private note(known: KnownPath): KnownPath {
    this.known.set(known.path, known);
    return known;
  }

  /** Whether something of a path can't be read: what it does to the light isn't known then. */
  isIncomplete(path: Path): boolean {
    return this.incomplete.has(path);
  }

  /** What is given as unknown of a path, by property; undefined where nothing is. */
  unknownsOf(path: Path): Readonly<Record<string, Unknown>> | undefined {
    return this.unknowns.get(this.sharedBy(path));
  }

  /** One and the same for paths that are known to differ in their length alone. */
  sharedBy(path: Path): Path {
    return this.known.get(path)?.shared ?? path;
  }

  /** Where the path of a link was read, if that was not at the link itself. */
  elsewhere(node: ast.Link, path: Path): PathText | undefined {
    const [first, last] = [node.statements[0], node.statements.at(-1)];
    const there = this.known.get(path)?.readAt;
    if (first === undefined || last === undefined || there === undefined) return undefined;
    return placed(there, this.context.span(first, last).start - there.origin.start);
  }

  /** The path of a link that repeats an earlier one, and where it was read if that was not at the link itself. */
  repeated(
    { medium, readAt }: Pick<LinkGroup, 'medium' | 'readAt'>,
    { model, number }: FoldedLink,
    text: string,
    behind: number,
  ): Pick<LinkGroup, 'medium' | 'readAt' | 'path'> {
    const known = this.known.get(medium);
    if (known === undefined) return { medium, readAt: undefined };
    const { readAt: there } = known;
    const start = there.origin.start + (readAt?.distance ?? 0) + behind;
    if (number === undefined || isSameText(text, number.own, number.ofModel))
      return { medium, readAt: placed(there, start - there.origin.start) };
    const other = this.withNumber(known, model, text, start, number);
    // An equal text may have been read in full, or be that of another model, and has the places of that then.
    const place = placed(other.readAt, start - other.readAt.origin.start);
    return { medium: other.path, readAt: place, path: other.shared };
  }

  /** The path of a model with another length. Equal texts share one. */
  private withNumber(
    ofModel: KnownPath,
    model: ast.Link,
    text: string,
    start: number,
    number: NonNullable<FoldedLink['number']>,
  ): KnownPath {
    const { own } = number;
    const [first, last] = [model.statements[0], model.statements.at(-1)];
    const ofBody = this.byText.get(model.$container);
    const { length } = ofModel.path;
    if (first === undefined || last === undefined || ofBody === undefined) return ofModel;
    const written = text.slice(start, own.end + extentOf(last).end - number.ofModel.end);
    const known = ofBody.get(written);
    if (known !== undefined) return known;
    if (!this.factors.has(model)) this.factors.set(model, lengthFactorOf(model));
    const factor = this.factors.get(model);
    if (length === undefined || factor === undefined) return ofModel;
    const value = (Number(text.slice(own.start, own.end)) * factor) as Quantity<'length'>;
    const path: Path = { ...ofModel.path, length: { ...length, value } };
    const other = { path, shared: ofModel.shared, readAt: stretched(ofModel.readAt, model, number) };
    ofBody.set(written, other);
    return other;
  }

  /** The path of a link that is valid and the same everywhere in its body; undefined for others. */
  plain(node: ast.Link): Path | undefined {
    const [first, last] = [node.statements[0], node.statements.at(-1)];
    if (first === undefined || last === undefined) return nothing;
    return this.byText.get(node.$container)?.get(textBetween(first, last))?.path;
  }

  private reportSlack({ slack, length }: Path): void {
    if (slack === undefined || length === undefined || Number.isNaN(length.value)) return;
    this.context.problem('link/slack', slack.origin, '`slack` has no effect on a cable whose length is given.', {
      help: 'Add it to `length`, or write `length auto`.',
    });
  }

  private read(node: ast.Link, scope: Scope): Path {
    const before = this.context.problemCount;
    const path = this.properties.read(node.statements, 'link', 'installed', scope) as Path;
    if (this.context.problemCount > before) this.incomplete.add(path);
    this.reportSlack(path);
    const unknowns = unknownsIn(this.context, node.statements);
    if (Object.keys(unknowns).length > 0) this.unknowns.set(path, unknowns);
    return path;
  }

  private withInputs(node: ast.Link, inputs: readonly ast.Selector[], scope: Scope): Path {
    const key = inputs.map((each) => keyOf(evaluate(this.context, scope, each))).join();
    let ofNode = this.byInputs.get(node);
    if (ofNode === undefined) this.byInputs.set(node, (ofNode = new Map()));
    let path = ofNode.get(key);
    if (path === undefined) ofNode.set(key, (path = this.read(node, scope)));
    return path;
  }

  private inputsOf(node: ast.Link): readonly ast.Selector[] {
    let inputs = this.inputs.get(node);
    if (inputs === undefined)
      this.inputs.set(
        node,
        (inputs = node.statements.length === 0 ? [] : selectorsIn(node.statements).filter(isInput)),
      );
    return inputs;
  }
}

/** Whether two stretches of a text hold the same characters. */
function isSameText(text: string, one: Extent, other: Extent): boolean {
  const length = one.end - one.start;
  if (length !== other.end - other.start) return false;
  for (let i = 0; i < length; i++)
    if (text.charCodeAt(one.start + i) !== text.charCodeAt(other.start + i)) return false;
  return true;
}

/** How many metres the unit has in which a link gives its length. */
function lengthFactorOf({ statements }: ast.Link): number | undefined {
  for (const each of statements) {
    const value = each.$type === 'Property' && each.name === 'length' ? each.items[0]?.value : undefined;
    if (value?.$type === 'Quantity') return readQuantity(value.text)?.unit.factor;
  }
  return undefined;
}

/** Where a path is read of which the number has other digits than that of the model: what comes after it is farther on, or less far. */
function stretched(
  { origin, stretch }: Pick<PathText, 'origin' | 'stretch'>,
  { statements }: ast.Link,
  { own, ofModel }: NonNullable<FoldedLink['number']>,
): Pick<PathText, 'origin' | 'stretch'> {
  const [first] = statements;
  const by = own.end - own.start - (ofModel.end - ofModel.start) + (stretch?.by ?? 0);
  if (by === 0 || first === undefined) return { origin };
  // The model may itself have the path of an equal text with another length.
  return { origin, stretch: { from: stretch?.from ?? origin.start + ofModel.end - extentOf(first).start, by } };
}

function placed({ origin, stretch }: Pick<PathText, 'origin' | 'stretch'>, distance: number): PathText | undefined {
  return distance === 0 && stretch === undefined ? undefined : { origin, distance, stretch };
}

/** Whether the value of a name differs from scope to scope. */
function isInput(selector: ast.Selector): boolean {
  const [head] = selector.segments;
  const named = head?.$type === 'Segment' ? head.named.ref : undefined;
  return (
    named?.$type === 'Parameter' ||
    named?.$type === 'LoopIndex' ||
    (named?.$type === 'Let' && named.$container.$type !== 'FabricFile')
  );
}

function selectorsIn(nodes: readonly AstNode[]): ast.Selector[] {
  const found: ast.Selector[] = [];
  const visit = (node: object): void => {
    const features = node as Readonly<Record<string, unknown>>;
    if (features['$type'] === 'Selector') found.push(node as ast.Selector);
    for (const key of Object.keys(features)) {
      const value = features[key];
      if (typeof value !== 'object' || key.startsWith('$')) continue;
      if (Array.isArray(value)) for (const each of value) visitNode(each);
      else visitNode(value);
    }
  };
  const visitNode = (value: unknown): void => {
    if (typeof value === 'object' && value !== null && '$type' in value) visit(value);
  };
  for (const node of nodes) visit(node);
  return found;
}

function keyOf(value: Value | undefined): string {
  if (value === undefined) return '';
  switch (value.kind) {
    case 'type':
      return `type ${value.type.name}`;
    case 'name':
      return 'name';
    case 'quantity':
      return `${value.value} ${value.unit}`;
    default:
      return JSON.stringify(value.value);
  }
}
