// Hints that need no analysis: which parameter an argument is for, and quantities in the metric unit.
import { findUnit, patterns, printConverted, readQuantity } from '@lightloom/core';
import { visible } from '@lightloom/print/shown';
import type * as ast from '../../generated/ast.ts';
import { extentOf, textOfNode } from '../../parse/index.ts';
import type { Symbols } from '../../references/symbols.ts';
import type { Hint } from './hint.ts';

/** `hosts:` before each argument of a template that is given by its place. */
export function argumentHints(node: ast.TypeUse, symbols: Symbols): Hint[] {
  if (node.arguments.length === 0) return [];
  const template = symbols.typeOf(node.definition.ref);
  if (template?.$type !== 'Template') return [];
  return node.arguments.flatMap((argument, i) => {
    const parameter = template.parameters[i];
    const isPlain = argument.name === undefined && textOfNode(argument) !== parameter?.name;
    return parameter === undefined || !isPlain ? [] : [before(argument, parameter.name)];
  });
}

/** `groups:` before each argument of a pattern. */
export function patternHints(node: ast.Pattern): Hint[] {
  const takes = patterns.get(node.name)?.takes;
  if (takes === undefined || takes.repeated) return [];
  return node.arguments.flatMap((argument, i) => {
    const name = takes.names[i];
    return name === undefined ? [] : [before(argument, name)];
  });
}

function before(argument: ast.Argument | ast.Expression, name: string): Hint {
  return { kind: 'arguments', at: extentOf(argument).start, label: `${visible(name)}:`, isBefore: true };
}

/** Units outside of the metric system, each with the metric one that the field uses beside it. */
const metric: Readonly<Record<string, string>> = {
  GPM: 'L/min',
  CFM: 'm³/h',
  psi: 'kPa',
  Cv: 'Kv',
  OU: 'mm',
  RU: 'mm',
};

/** `= 189.3 L/min` behind `50 GPM`. */
export function unitHints(node: ast.Quantity): Hint[] {
  const read = readQuantity(node.text);
  const other = read === undefined ? undefined : findUnit(metric[read.unit.name] ?? '');
  if (read === undefined || other === undefined) return [];
  const label = `= ${printConverted(read.value / other.factor)} ${other.name}`;
  return [{ kind: 'units', at: extentOf(node).end, label }];
}
