// Points of a fact at the end of a requirement's subject: `return` of `temperature(primary.return)`.
import { type ElementFamily, eachPoint, type FactSpec, pointsOfFact } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { pointsIn } from '../../references/points.ts';

/** Splits a subject from its points: `primary.return` is the point `return` of `primary`. */
export function splitPoints(
  selector: ast.Selector,
  fact: FactSpec,
): { path: ast.Selector; point: string | undefined; each: boolean } {
  const points = pointsIn(selector, fact);
  const names = points.map((each) => each.named.$refText);
  const point = names.find((each) => each !== eachPoint);
  const each = fact.several === 'each' || names.includes(eachPoint);
  return { path: points.length === 0 ? selector : withoutLast(selector, points.length), point, each };
}

/** A path without its last segments. */
export function withoutLast(selector: ast.Selector, count: number): ast.Selector {
  const path = Object.create(selector) as ast.Selector;
  Object.defineProperty(path, 'segments', { value: selector.segments.slice(0, -count) });
  return path;
}

/** The points of a fact that a family has. */
export function pointsFor(fact: FactSpec, family: ElementFamily): readonly string[] {
  return fact.pointless?.includes(family) === true ? [] : pointsOfFact(fact);
}
