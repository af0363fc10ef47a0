// Points of facts in requirements: `return` in `temperature(primary.return)`, `each` in `power(net.each)`.
import {
  type ElementFamily,
  type FactSpec,
  type FailingPart,
  failingParts,
  feedKinds,
  isFailingPart,
  pointsOfFact,
} from '@lightloom/core';
import type * as ast from '../generated/ast.ts';

/** The segments of a subject that are points of the fact, the last first: at most one point of the fact itself, and `each`. */
export function pointsIn({ segments }: ast.Selector, fact: FactSpec): readonly ast.Segment[] {
  const open = new Set(pointsOfFact(fact));
  const found: ast.Segment[] = [];
  for (let i = segments.length - 1; i > 0; i--) {
    const segment = segments[i];
    const name = segment?.$type === 'Segment' ? segment.named.$refText : '';
    if (segment?.$type !== 'Segment' || !open.has(name)) break;
    found.push(segment);
    // A subject has one of the fact's own points.
    for (const each of name === 'each' ? ['each'] : (fact.points ?? [])) open.delete(each);
  }
  return found;
}

/** A segment before the points that would be a point too, where one is given already: `net.typical.maximum`. */
export function pointTooMany(selector: ast.Selector, fact: FactSpec): ast.Segment | undefined {
  const points = pointsIn(selector, fact);
  const index = selector.segments.length - points.length - 1;
  const before = selector.segments[index];
  if (points.length === 0 || index < 1 || before?.$type !== 'Segment' || before.named.ref !== undefined)
    return undefined;
  return pointsOfFact(fact).includes(before.named.$refText) ? before : undefined;
}

/**
 * A last segment that names nothing, where only a point could be written: after a rack, a feed, a loop, a branch.
 */
export function wrongPoint({ segments }: ast.Selector, fact: FactSpec): ast.Segment | undefined {
  const last = segments.at(-1);
  const before = segments.at(-2);
  if (last?.$type !== 'Segment' || before?.$type !== 'Segment' || last.named.ref !== undefined) return undefined;
  const points = pointsOfFact(fact);
  if (points.includes(last.named.$refText)) return undefined;
  const owner = before.named.ref;
  const isPlain = owner?.$type === 'Instance' && ['rack', ...feedKinds, 'loop', 'branch'].includes(owner.kind);
  return isPlain ? last : undefined;
}

/**
 * The parts that a failure names after what holds them, as `pumps` in `any 1 of cdu[*].pumps`: the last segment, where it isn't
 * declared and follows something that has such parts.
 */
export function failingPart({
  segments,
}: ast.Selector): { readonly segment: ast.Segment; readonly parts: FailingPart } | undefined {
  const last = segments.at(-1);
  const before = segments.at(-2);
  if (last?.$type !== 'Segment' || before?.$type !== 'Segment') return undefined;
  const name = last.named.$refText;
  const owner = before.named.ref;
  if (!isFailingPart(name) || last.dimensions.length > 0 || last.named.ref !== undefined) return undefined;
  return owner?.$type === 'Instance' && familyOf(owner.kind) === failingParts[name].of
    ? { segment: last, parts: name }
    : undefined;
}

/** Words for parts that have no name of their own and can fail: `pumps` of a CDU. */
export function failingPartsOf(kind: string): readonly FailingPart[] {
  return (Object.keys(failingParts) as FailingPart[]).filter((each) => failingParts[each].of === familyOf(kind));
}

function familyOf(kind: string): ElementFamily | undefined {
  if (kind === 'switch' || kind === 'host') return 'device';
  return kind === 'cdu' || kind === 'rack' ? kind : undefined;
}
