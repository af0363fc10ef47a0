// Where undeclared names are used in a file.
import type { Kind, Origin } from '@lightloom/core';
import { type AstNode, AstUtils, type Reference } from 'langium';
import * as ast from '../generated/ast.ts';
import { addressOf, Leaf, referencesIn, unfoldLike } from '../parse/index.ts';
import { bareFact, factOf } from '../references/fact-names.ts';
import { failingPart, pointsIn, pointTooMany, wrongPoint } from '../references/points.ts';
import type { Named } from '../references/symbols.ts';
import { isSumOfSpares, kindOfBody, propertyOf, takesRedundancy } from '../syntax/index.ts';

/** A place where an undeclared name is used. */
export interface Use {
  readonly name: string;
  readonly container: AstNode;
  /** What it should be a member of. */
  readonly owner: Named | undefined;
  readonly origin: Origin;
}

/**
 * Every use of each undeclared name of a file, in the order of the text. A word that has a meaning of its own in its
 * place, and a member of something that only elaboration knows, is not among them.
 */
export function undeclaredUses(tree: AstNode): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  const references = referencesIn(tree);
  const uri = addressOf(tree);
  // There are more references once a link is reported: links that repeat it are read in full then.
  for (let i = 0; i < references.length; i++) {
    const container = references[i] as ast.Segment | ast.TypeUse;
    const reference: Reference = container.$type === 'Segment' ? container.named : container.definition;
    const { $refText: name } = reference;
    if (reference.ref !== undefined || reference.error === undefined || name === '') continue;
    const { $refNode } = reference;
    if (!($refNode instanceof Leaf)) continue;
    const owner = container.$type === 'Segment' ? ownerOf(container) : undefined;
    // Where the text doesn't show what the members are, elaboration does.
    if (owner === 'unknown') continue;
    if (owner === undefined && container.$type === 'Segment' && isWordHere(container)) continue;
    if (container.$type === 'Segment' && (isPointHere(container) || isBareFact(container))) continue;
    const origin: Origin = { uri, start: $refNode.offset, end: $refNode.end };
    const link = AstUtils.getContainerOfType(container, ast.isLink);
    if (link !== undefined) unfoldLike(link);
    const known = uses.get(name);
    const use: Use = { name, container, owner, origin };
    if (known === undefined) uses.set(name, [use]);
    else known.push(use);
  }
  // Links that were read in full later come last among the references.
  for (const each of uses.values()) each.sort((a, b) => a.origin.start - b.origin.start);
  return uses;
}

/** What a name is a member of: nothing, a declaration, or something that the text doesn't show. */
function ownerOf(segment: ast.Segment): Named | 'unknown' | undefined {
  const index = (segment.$container as ast.Selector).segments.indexOf(segment);
  if (index === 0) return undefined;
  const before = (segment.$container as ast.Selector).segments[index - 1];
  return (before?.$type === 'Segment' ? (before.named.ref as Named | undefined) : undefined) ?? 'unknown';
}

/**
 * Whether a name is a point of the required fact, as `typical` in `power(net.typical)`, or in the place of one: then it is
 * reported where requirements are read.
 */
function isPointHere(segment: ast.Segment): boolean {
  const selector = segment.$container as ast.Selector;
  const user = selector.$container;
  if (ast.isFailure(user)) return failingPart(selector)?.segment === segment;
  if (!ast.isFactCall(user) || selector.segments.length < 2) return false;
  const fact = factOf(user.fact);
  if (fact === undefined) return false;
  return (
    wrongPoint(selector, fact) === segment ||
    pointTooMany(selector, fact) === segment ||
    pointsIn(selector, fact).includes(segment)
  );
}

/** Whether a name is a fact without a subject, as `accelerators`: which facts can be is said where expressions are read. */
function isBareFact(segment: ast.Segment): boolean {
  return bareFact(segment.$container as ast.Selector) === segment;
}

/** Whether a bare word isn't a name, but a word of the catalogue or the grammar. */
function isWordHere(segment: ast.Segment): boolean {
  const item = AstUtils.getContainerOfType(segment, ast.isItem);
  const name = segment.named.$refText;
  if (item === undefined) return false;
  const property = item.$container as ast.Property;
  const kind: Kind | undefined = kindOfBody(property.$container);
  const spec = propertyOf(kind, property.name);
  // The count before a word, and whatever follows it, isn't a word.
  const isValue = isWithin(segment, item.counted ?? item.value);
  if (spec?.value.type === 'words' || spec?.value.type === 'word') return isValue;
  // An unknown property is reported; its value adds nothing.
  if (spec === undefined || spec.value.type === 'text') return true;
  const alone = property.items.length === 1 && segment.dimensions.length === 0;
  if (alone && (name === 'unknown' || (name === 'auto' && 'auto' in spec.value))) return true;
  if (!/^2?n$/i.test(name) || property.items.indexOf(item) === 0) return false;
  // Where none can be, elaboration says so.
  return takesRedundancy(spec) || isSumOfSpares(item);
}

function isWithin(node: AstNode, outer: AstNode | undefined): boolean {
  for (let each: AstNode | undefined = node; each !== undefined; each = each.$container)
    if (each === outer) return true;
  return false;
}
