// Requirements: `require FACT(SUBJECT) < LIMIT when 1 of PARTS fails`, and the figures that a `let` names.
import {
  type Comparator,
  type Expression,
  type FactSpec,
  type Failure,
  factsIn,
  onlyFact,
  onlyNumber,
  type Requirement,
  requirableFacts,
  worstSideOf,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { textFrom } from '../../parse/index.ts';
import { codeList } from '../../problems/wording.ts';
import { factOf } from '../../references/fact-names.ts';
import type { Deferred } from '../statements/deferred.ts';
import { failureOf } from './failures.ts';
import { areComparable, type FigureReading, figureOf, figureOfLet, unitOf } from './figures.ts';
import { isLimitOf } from './limits.ts';

/** What requirements are read with, whatever their scope. */
export type RequirementReading = Omit<FigureReading, 'scope'>;

/** Adds a requirement to the fabric, unless something is wrong with it, which is reported. */
export function addRequirement(reading: RequirementReading, { node, scope }: Deferred<ast.Require>): void {
  const requirement = readRequirement({ ...reading, scope }, node);
  if (requirement !== undefined) reading.context.builder.addRequirement(requirement);
}

/** Adds the figure that a `let` names, where it depends on facts. */
export function addFigure(reading: FigureReading, node: ast.Let): void {
  const { context } = reading;
  if (node.name === '' || !context.dependsOnFact(node.value)) return;
  const value = figureOfLet(reading, node);
  if (value === undefined) return;
  const declaration = context.declaration(node);
  context.builder.addFigure({ name: node.name, value, declaration, origin: context.nameOrigin(node) });
}

/** What a question asks for. Without a limit it has one of zero, on the side from which the worst value is found. */
export function questionOf(reading: FigureReading, node: ast.Require): Requirement | undefined {
  const requirement = readRequirement(reading, node);
  return requirement === undefined ? undefined : { ...requirement, index: reading.context.builder.requirementCount };
}

/** What a requirement asks for; undefined where something is wrong with it, which is reported. */
export function readRequirement(reading: FigureReading, node: ast.Require): Omit<Requirement, 'index'> | undefined {
  const { context, selectors, scope } = reading;
  const written = figureOf(reading, node.value);
  const limit = node.limit === undefined ? noLimit(written) : figureOf(reading, node.limit);
  const failures = node.failures.map((each) => failureOf(context, selectors, each, scope));
  if (written === undefined || limit === undefined || failures.some((each) => each === undefined)) return undefined;
  const sides = sidesOf(node, written, limit);
  if (!isComparison(reading, node, sides)) return undefined;
  const start = context.origin(node.value).start;
  return {
    ...sides,
    unit: node.ofFull || node.limit === undefined ? undefined : unitOf(sides.limit, sides.value.measure),
    ofFull: node.ofFull,
    failures: failures as Failure[],
    phase: undefined,
    text: `require ${textFrom(node, start).replace(/\s+/g, ' ')}`,
    declaration: context.declaration(node),
    origin: { ...context.origin(node), start },
  };
}

/** A limit of zero, for a value that is only asked for. */
function noLimit(value: Expression | undefined): Expression | undefined {
  if (value === undefined) return undefined;
  return { kind: 'number', measure: value.measure, value: 0, unit: undefined, text: '0', origin: value.origin };
}

type Sides = Pick<Requirement, 'value' | 'comparator' | 'limit'>;

const flipped: Readonly<Record<Comparator, Comparator>> = { '<=': '>=', '>=': '<=', '<': '>', '>': '<', '==': '==' };

/** Value and limit; a number before the comparison is the limit of what is behind it. */
function sidesOf(node: ast.Require, value: Expression, limit: Expression): Sides {
  if (node.limit === undefined) return { value, comparator: worstSideOf(value) === 'least' ? '>=' : '<=', limit };
  const isTurned = factsIn(value).length === 0 && factsIn(limit).length > 0;
  return isTurned
    ? { value: limit, comparator: flipped[node.comparator], limit: value }
    : { value, comparator: node.comparator, limit };
}

/** Whether value and limit can be compared, which is reported where they can't. */
function isComparison(reading: FigureReading, node: ast.Require, { value, limit }: Sides): boolean {
  const { context } = reading;
  if (node.limit === undefined) return true;
  if (factsIn(value).length === 0) {
    context.problem(
      'require/fact',
      context.origin(node.value),
      'This compares numbers; a requirement is about a fact.',
      {
        help: `Facts are ${codeList(Object.keys(requirableFacts))}.`,
      },
    );
    return false;
  }
  const fact = onlyFact(value);
  if (fact !== undefined && limit.kind === 'number')
    return isLimitOf(context, node, fact, factOf(fact.fact) as FactSpec, limit);
  if (node.ofFull) {
    const text =
      onlyNumber(limit) === undefined
        ? 'A share of the full value is a number in %.'
        : `\`${value.text}\` is computed: it has no full value to compare with.`;
    context.problem('value/dimension', limit.origin, text);
    return false;
  }
  return areComparable(reading, value, limit);
}
