// The paths of links: each is read once, however many links, scopes and equal lines share it.
import { type PathText, type Quantity, readQuantity, type Unknown, type Values } from '@lightloom/core';
import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { type FoldedLink, textBetween } from '../../parse/index.ts';
import type { Properties } from '../parts/properties.ts';
import { unknownsIn } from '../parts/unknown-properties.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { Value } from '../scope/value.ts';
import { evaluate } from '../values/evaluate.ts';

type Path = Values<'link'>;

const nothing: Path = {};

/** A path that was read, or is like one. */
export interface KnownPath {
  readonly path: Path;
  /** The text it was read from, where it serves equal texts; of one with another length, how that text differs. */
  readonly at: Pick<PathText, 'origin' | 'stretch'> | undefined;
  /** One and the same for paths that are known to differ in their length alone. */
  readonly shared: Path;
}

/** What paths share that differ in the number of their length alone. */
interface Measured {
  readonly byNumber: Map<string, KnownPath>;
  /** How many metres the unit of the length has; undefined where there is no such length. */
  readonly factor: number | undefined;
  /** How many digits the number has in the text of the first of them, and where that text goes on behind it. */
  readonly digits: number;
  readonly behind: number;
}

/** The number of a length in the text of a path. */
const numberOfLength = /(?<=(?:^|\s)length\s+)\d+(?:\.\d+)?/;

/** The paths of a body, by their text. */
class PathTexts {
  private readonly whole = new Map<string, KnownPath>();
  /** The same by their text without the number of their length, and that. */
  private readonly forms = new Map<string, Map<string, KnownPath>>();

  find(text: string): KnownPath | undefined {
    return this.whole.get(text) ?? this.like(text).get(numberOfLength.exec(text)?.[0] ?? '');
  }

  add(text: string, known: KnownPath): void {
    this.whole.set(text, known);
    this.like(text).set(numberOfLength.exec(text)?.[0] ?? '', known);
  }

  /** Those that have a text like this one, by the number of their length. */
  like(text: string): Map<string, KnownPath> {
    const form = text.replace(numberOfLength, '');
    let found = this.forms.get(form);
    if (found === undefined) this.forms.set(form, (found = new Map()));
    return found;
  }
}

export class LinkPaths {
  private readonly context: Context;
  private readonly properties: Properties;
  /** Paths by their text, in each body: files written by programs have few different ones. */
  private readonly byText = new Map<AstNode, PathTexts>();
  /** What the paths share that differ from that of a link in the number of their length alone. */
  private readonly measured = new Map<ast.Link, Measured>();
  /** The parameters and indices that a path uses. Without any it is the same everywhere. */
  private readonly inputs = new Map<ast.Link, readonly ast.Selector[]>();
  private readonly byInputs = new Map<ast.Link, Map<string, Path>>();
  /** What is known of the paths that were given for the text of a link. Those of links that repeat others are as many as there are lines. */
  private readonly known = new Map<Path, KnownPath>();
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
    if (ofBody === undefined) this.byText.set(node.$container, (ofBody = new PathTexts()));
    const text = textBetween(first, last);
    const known = ofBody.find(text);
    if (known !== undefined) {
      if (known.shared !== known.path) this.known.set(known.path, known);
      return known.path;
    }
    const inputs = this.inputsOf(node);
    if (inputs.length > 0) return this.withInputs(node, inputs, scope);
    const before = this.context.problemCount;
    const read = this.read(node, scope);
    // An invalid path is read again, and reported, at each place.
    if (this.context.problemCount === before) {
      const own = { path: read, at: { origin: this.context.span(first, last) }, shared: read };
      ofBody.add(text, own);
      this.known.set(read, own);
    }
    return read;
  }

  /** Whether something of a path can't be read: what it does to the light isn't known then. */
  isIncomplete(path: Path): boolean {
    return this.incomplete.has(path);
  }

  /** What is given as unknown of a path, by property; undefined where nothing is. */
  unknownsOf(path: Path): Readonly<Record<string, Unknown>> | undefined {
    return this.unknowns.get(path);
  }

  /** One and the same for paths that are known to differ in their length alone. */
  sharedBy(path: Path): Path {
    return this.known.get(path)?.shared ?? path;
  }

  /** Where the path of a link was read, if that was not at the link itself. */
  elsewhere(node: ast.Link, path: Path): PathText | undefined {
    const [first, last] = [node.statements[0], node.statements.at(-1)];
    const known = this.known.get(path);
    if (first === undefined || last === undefined || known === undefined) return undefined;
    return placeOfPath(known, this.context.span(first, last).start);
  }

  /** The path of a link that repeats an earlier one; undefined where it has none. @param medium the path of the earlier one */
  repeated(medium: Path, { model, number, numberEnd }: FoldedLink, text: string): KnownPath | undefined {
    const ofModel = this.known.get(medium);
    if (ofModel === undefined || number < 0) return ofModel;
    let measured = this.measured.get(model);
    if (measured === undefined) this.measured.set(model, (measured = this.measuredLike(model)));
    const digits = text.slice(number, numberEnd);
    // An equal text may have been read in full, or be that of another model, and has the places of that then.
    const known = measured.byNumber.get(digits);
    const { length } = ofModel.path;
    if (known !== undefined || length === undefined || measured.factor === undefined) return known ?? ofModel;
    const value = (Number(digits) * measured.factor) as Quantity<'length'>;
    const path: Path = { ...ofModel.path, length: { ...length, value } };
    const unknowns = this.unknowns.get(ofModel.path);
    if (unknowns !== undefined) this.unknowns.set(path, unknowns);
    const made = { path, at: stretched(ofModel.at, measured, digits.length), shared: ofModel.shared };
    measured.byNumber.set(digits, made);
    return made;
  }

  private measuredLike(model: ast.Link): Measured {
    const [first, last] = [model.statements[0], model.statements.at(-1)];
    const text = first === undefined || last === undefined ? '' : textBetween(first, last);
    const number = numberOfLength.exec(text);
    return {
      byNumber: this.byText.get(model.$container)?.like(text) ?? new Map(),
      factor: lengthFactorOf(model),
      digits: number?.[0].length ?? 0,
      behind: (number?.index ?? 0) + (number?.[0].length ?? 0),
    };
  }

  /** The path of a link that is valid and the same everywhere in its body; undefined for others. */
  plain(node: ast.Link): Path | undefined {
    const [first, last] = [node.statements[0], node.statements.at(-1)];
    if (first === undefined || last === undefined) return nothing;
    return this.byText.get(node.$container)?.find(textBetween(first, last))?.path;
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

/** How many metres the unit has in which a link gives its length. */
function lengthFactorOf({ statements }: ast.Link): number | undefined {
  for (const each of statements) {
    const value = each.$type === 'Property' && each.name === 'length' ? each.items[0]?.value : undefined;
    if (value?.$type === 'Quantity') return readQuantity(value.text)?.unit.factor;
  }
  return undefined;
}

/** Where a path is read of which the number has other digits than that of the model: what comes after it is farther on, or less far. */
function stretched(at: KnownPath['at'], { digits, behind }: Measured, own: number): KnownPath['at'] {
  if (at === undefined) return undefined;
  const { origin, stretch } = at;
  const by = own - digits + (stretch?.by ?? 0);
  // The model may itself have the path of an equal text with another length.
  return by === 0 ? { origin } : { origin, stretch: { from: stretch?.from ?? origin.start + behind, by } };
}

/** Where the path of a link was read; undefined where that was at the link itself. @param start where its own text starts */
export function placeOfPath({ at }: KnownPath, start: number): PathText | undefined {
  if (at === undefined) return undefined;
  const { origin, stretch } = at;
  const distance = start - origin.start;
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
