// The holes of a design: where each `?` is, and what may fill it.
import type { Dimension, PartKind, PropertySpec } from '@lightloom/core';
import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { extentOf, parseFabric } from '../parse/index.ts';
import { hole, kindOfBody, propertyOf } from '../syntax/index.ts';

/** What may fill a hole. */
type HoleKind =
  /** A whole number; `declares` where it is the number of elements of an array, `leaf[?]`. */
  | { readonly kind: 'count'; readonly declares: boolean }
  | { readonly kind: 'quantity'; readonly dimension: Dimension; readonly property: string }
  | { readonly kind: 'part'; readonly kinds: readonly PartKind[] };

/** A `?` in a design. */
export interface Hole {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  /** The line, without the spaces around it. */
  readonly written: string;
  /** Undefined where nothing can be found for it. */
  readonly what: HoleKind | undefined;
}

/** The holes of a design, in the order of its text. */
export function holesOf(text: string): Hole[] {
  const { file } = parseFabric(text);
  const found: Hole[] = [];
  for (const node of AstUtils.streamAst(file)) {
    if (ast.isTypeUse(node) && node.definition.$refText === hole) found.push(holeAt(text, node, kindOfType(node)));
    else if (ast.isSegment(node) && node.named.$refText === hole) found.push(holeAt(text, node, kindOfValue(node)));
  }
  return found.sort((a, b) => a.start - b.start);
}

function holeAt(text: string, node: ast.TypeUse | ast.Segment, what: HoleKind | undefined): Hole {
  const { start } = extentOf(node);
  const [first, last] = [text.lastIndexOf('\n', start - 1) + 1, text.indexOf('\n', start)];
  const written = text.slice(first, last < 0 ? text.length : last).trim();
  return { start, end: start + hole.length, line: text.slice(0, start).split('\n').length, written, what };
}

/** The part that a type names. */
function kindOfType({ $container: user }: ast.TypeUse): HoleKind | undefined {
  const part = (...kinds: PartKind[]): HoleKind => ({ kind: 'part', kinds });
  if (ast.isPlug(user)) return part('module');
  if (ast.isLink(user)) return part('fiber', 'cable');
  if (ast.isPorts(user)) return part('cage');
  if (ast.isTypeDeclaration(user)) return part(user.kind);
  if (!ast.isInstance(user)) return undefined;
  const { kind } = user;
  return kind === 'switch' || kind === 'host' || kind === 'rack' || kind === 'cdu' ? part(kind) : undefined;
}

function kindOfValue(segment: ast.Segment): HoleKind | undefined {
  const selector = segment.$container;
  if (!ast.isSelector(selector) || selector.segments.length !== 1) return undefined;
  const user = selector.$container;
  if (ast.isIndexItem(user)) {
    const { $container: index, low, high } = user;
    const isWhole = ast.isDimension(index) && index.items.length === 1 && low === selector && high === undefined;
    return { kind: 'count', declares: isWhole && ast.isInstance(index.$container) };
  }
  if (ast.isItem(user)) return kindOfItem(user, selector);
  const isNumber = ast.isLet(user) || ast.isParameter(user) || ast.isArgument(user) || ast.isPlace(user);
  return isNumber || ast.isBinary(user) ? { kind: 'count', declares: false } : undefined;
}

function kindOfItem(item: ast.Item, selector: ast.Selector): HoleKind | undefined {
  const property = item.$container;
  const spec: PropertySpec | undefined = propertyOf(kindOfBody(property.$container), property.name);
  if (spec === undefined || item.upper !== undefined) return undefined;
  const { value } = spec;
  const isCount = item.counted !== undefined && item.value === selector;
  switch (value.type) {
    case 'count':
      return { kind: 'count', declares: false };
    case 'quantity':
      return { kind: 'quantity', dimension: value.dimension, property: property.name };
    case 'part':
      return { kind: 'part', kinds: [value.kind] };
    case 'parts':
      return isCount ? { kind: 'count', declares: false } : { kind: 'part', kinds: [value.kind] };
    case 'supplies':
      return isCount ? { kind: 'count', declares: false } : undefined;
    default:
      return undefined;
  }
}

/** A design with its holes filled. @param values a text for each hole, in order */
export function filled(text: string, holes: readonly Hole[], values: readonly string[]): string {
  let result = '';
  let end = 0;
  for (const [i, each] of holes.entries()) {
    result += text.slice(end, each.start) + (values[i] ?? hole);
    end = each.end;
  }
  return result + text.slice(end);
}
