// The lens of a requirement: its value, and how far that is from the limit.
import { type Derivation, printAtLeast, printValue, type Verdict, verdictsOf } from '@lightloom/core';
import type { Analysis } from '../../analysis/analysis.ts';
import type * as ast from '../../generated/ast.ts';
import { extentOf } from '../../parse/index.ts';
import type { Lens } from './lens.ts';

/** `holds: 14.42 %, 4.42 percentage points to spare` above a requirement. */
export function requirementLenses(node: ast.Require, analysis: Analysis): Lens[] {
  const key = analysis.declarationOf(node);
  const { $container: body } = node;
  const { facts } = (body.$type === 'Phase' ? analysis.at(body.name) : undefined) ?? analysis;
  const verdict = verdictsOf(facts).find(({ requirement }) => requirement.declaration === key);
  return verdict === undefined ? [] : [{ kind: 'requirements', on: extentOf(node), title: verdictTitle(verdict) }];
}

/** A verdict in a line. */
function verdictTitle({ holds, value, limit, worst, requirement: { comparator } }: Verdict): string {
  if (holds === undefined)
    return `not known: ${value.unknown ?? limit.unknown ?? 'something it depends on is unknown'}`;
  const apart = Math.abs(value.value - limit.value);
  const isUpper = comparator === '<=' || comparator === '<';
  const how = holds ? 'to spare' : isUpper ? 'too much' : comparator === '==' ? 'off' : 'short';
  const rest = Number.isFinite(apart) && apart > 0 ? [`${difference(value, apart)} ${how}`] : [];
  return [
    `${holds ? 'holds' : 'fails'}: ${printAtLeast(value)}`,
    ...rest,
    ...(worst === undefined || holds ? [] : [`for ${worst}`]),
  ].join(', ');
}

/** The difference of two values: one of temperatures is in K, one of levels in dB. */
function difference(value: Derivation, apart: number): string {
  const { unit, text, ...plain } = value;
  if (value.dimension === 'temperature') return printValue({ ...plain, dimension: 'temperature difference' }, apart);
  if (value.dimension === 'optical power') return printValue({ ...plain, dimension: 'loss' }, apart);
  if (value.dimension === 'ratio') return printValue({ ...plain }, apart).replace('%', 'percentage points');
  return printValue({ ...plain, ...(unit === undefined ? {} : { unit }) }, apart);
}
