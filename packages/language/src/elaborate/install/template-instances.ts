// Arrays of instances of a template: its body, installed once for each.
import { type Axis, axesSize, type Group, indexSuffix, maxBlocks, printNumber } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { withArticle } from '../../problems/wording.ts';
import { newSuffixes, piecesOf } from '../scope/iteration-pieces.ts';
import { Scope } from '../scope/scope.ts';
import type { Value } from '../scope/value.ts';
import { bindArguments } from '../values/arguments.ts';
import { axesOf } from '../values/indices.ts';
import { type Installation, skipDeclaration, stopInstalling } from './installation.ts';

/** Maximum of templates that contain one another: far from the end of the stack. */
const maxNesting = 100;

/**
 * Installs the instances of a template.
 * @param run installs what the body of an instance declares
 */
export function installTemplate(
  installation: Installation,
  node: ast.TemplateInstance,
  scope: Scope,
  run: (statements: readonly ast.Statement[], scope: Scope) => void,
): void {
  if (node.name === '' || node.type === undefined) return;
  const { context, parts } = installation;
  const axes = axesOf(context, scope, node.dimensions);
  const type = node.type.definition.$refText === '' ? undefined : parts.declarationOf(node.type, scope);
  if (axes === undefined || type === undefined) {
    skipDeclaration(installation, node.name, scope);
    return;
  }
  if (type.$type !== 'Template') {
    context.problem(
      'template/not-one',
      context.origin(node.type),
      `${type.name} is ${withArticle(type.kind)} type, not a template.`,
      { help: `Write \`${type.kind} ${node.name} : ${type.name}\`.` },
    );
    skipDeclaration(installation, node.name, scope);
    return;
  }
  if (scope.templates.includes(type)) {
    context.problem('template/cycle', context.origin(node.type), `${type.name} contains itself.`);
    skipDeclaration(installation, node.name, scope);
    return;
  }
  if (scope.templates.length >= maxNesting) {
    const text = `More than ${maxNesting} templates contain one another here.`;
    context.problem('value/too-large', context.headOrigin(node), text, {
      help: 'Use fewer templates within templates.',
    });
    skipDeclaration(installation, node.name, scope);
    return;
  }
  const suffixes = newSuffixes(context, node, axes, scope);
  if (suffixes === undefined) return;
  if (installation.full || isTooMany(installation, node, axesSize(axes))) {
    skipDeclaration(installation, node.name, scope);
    return;
  }
  const units = installEach(
    installation,
    node,
    { type, axes, values: bindArguments(context, node.type, type, scope) },
    scope,
    run,
  );
  if (scope.indices === undefined) scope.declare(node.name, { kind: 'units', axes, units });
  else piecesOf(node, scope, undefined)?.add({ axes, first: 0, units }, suffixes);
}

/** Installs each instance of an array in a scope of its own. */
function installEach(
  installation: Installation,
  node: ast.TemplateInstance,
  { type, axes, values }: { type: ast.Template; axes: readonly Axis[]; values: ReadonlyMap<string, Value> },
  scope: Scope,
  run: (statements: readonly ast.Statement[], scope: Scope) => void,
): Scope[] {
  const { context } = installation;
  const units: Scope[] = [];
  const array = scope.path(node.name);
  for (let position = 0; position < axesSize(axes); position++) {
    const suffix = indexSuffix(axes, position);
    const group: Group = context.builder.addGroup({
      kind: 'template',
      name: node.name + suffix,
      path: array + suffix,
      array,
      parent: scope.group,
      network: scope.network,
      template: type.name,
      origin: context.headOrigin(node),
    });
    const within = new Scope(scope.base, group, [...scope.templates, type]);
    for (const [name, value] of values) within.values.set(name, value);
    run(type.statements, within);
    units.push(within);
    if (installation.full) break;
  }
  return units;
}

/** Whether the fabric has no room for more instances, which is reported: nested templates multiply. */
function isTooMany(installation: Installation, node: ast.TemplateInstance, more: number): boolean {
  const { context } = installation;
  if (context.builder.groupCount + more <= maxBlocks) return false;
  stopInstalling(installation);
  const text = `\`${node.name}\` makes more than ${printNumber(maxBlocks)} instances of templates, the maximum of a fabric.`;
  context.problem('value/too-large', context.headOrigin(node), text);
  return true;
}
