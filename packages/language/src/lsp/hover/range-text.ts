// What the indices of an array come to, and which parameter an argument is for.
import { type Axis, axisSize, indexAt, originWithin, printCount, printNumber } from '@lightloom/core';
import { markdownText } from '@lightloom/print/shown';
import { type AstNode, AstUtils } from 'langium';
import type { Analysis } from '../../analysis/analysis.ts';
import type * as ast from '../../generated/ast.ts';
import { type Leaf, textOfNode } from '../../parse/index.ts';
import type { Symbols } from '../../references/symbols.ts';
import { headline } from '../wording/headline.ts';
import { code } from '../wording/markdown.ts';

/** `[1..hosts]`: 64 elements, 1 to 64. Undefined outside of the indices of what is declared. */
export function rangeText(leaf: Leaf, { fabric, declarationOf, placeOf }: Analysis): string | undefined {
  const dimension = AstUtils.getContainerOfType(leaf.astNode as AstNode, isDimension);
  const { $container: owner } = dimension ?? {};
  if (dimension === undefined || owner === undefined || !('dimensions' in owner) || !('name' in owner))
    return undefined;
  const place = (owner.dimensions as readonly ast.Dimension[]).indexOf(dimension);
  const key = declarationOf(owner);
  const within = placeOf(owner);
  const arrays =
    owner.$type === 'Ports'
      ? fabric.parts.flatMap(({ ports }) => ports.filter(({ origin }) => originWithin(origin, within)))
      : fabric.blocks.filter((each) => each.declaration === key);
  const axes = arrays.flatMap(({ axes: all }) => all[place] ?? []);
  const [first] = axes;
  const sizes = [...new Set(axes.map(axisSize))];
  const said =
    first === undefined
      ? 'The indices of an array.'
      : sizes.length > 1
        ? `From ${printNumber(Math.min(...sizes), 0)} to ${printNumber(Math.max(...sizes), 0)} elements, by instance of the template.`
        : `${axisText(first)}.`;
  return `${code(textOfNode(dimension))}\n\n${said}`;
}

function axisText(axis: Axis): string {
  const size = axisSize(axis);
  const ends = size === 0 ? '' : `, ${printNumber(indexAt(axis, 0), 0)} to ${printNumber(indexAt(axis, size - 1), 0)}`;
  return `**${printCount(size, 'element')}**${size === 1 ? '' : ends}`;
}

/** The parameter of a template that an argument is for, with what it is when not given. */
export function argumentText(leaf: Leaf, symbols: Symbols): string | undefined {
  const argument = AstUtils.getContainerOfType(leaf.astNode as AstNode, isArgument);
  const use = argument?.$container;
  if (argument === undefined || use?.$type !== 'TypeUse') return undefined;
  const template = symbols.typeOf(use.definition.ref);
  if (template?.$type !== 'Template') return undefined;
  const parameter =
    argument.name === undefined
      ? template.parameters[use.arguments.indexOf(argument)]
      : template.parameters.find(({ name }) => name === argument.name);
  if (parameter === undefined) return undefined;
  return `${code(headline(parameter))}\n\nA parameter of ${markdownText(template.name)}.`;
}

function isDimension(node: AstNode): node is ast.Dimension {
  return node.$type === 'Dimension';
}

function isArgument(node: AstNode): node is ast.Argument {
  return node.$type === 'Argument';
}
