// Coolant loops with their branches, feeds and the hall.
import { feedNoun, isFeedKind } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { capitalized, withArticle } from '../../problems/wording.ts';
import { newSuffixes } from '../scope/iteration-pieces.ts';
import { Scope } from '../scope/scope.ts';
import { type Installation, reportMisplaced, skipDeclaration } from './installation.ts';

/** Installs a coolant loop, a feed, a UPS, a PDU or the hall: single things, without indices or a type. */
export function installPlant(installation: Installation, node: ast.Instance, scope: Scope): void {
  const { context, deferred } = installation;
  if (isArray(installation, node, scope) || newSuffixes(context, node, [], scope) === undefined) return;
  const { builder } = context;
  const origin = context.headOrigin(node);
  if (node.kind === 'hall') {
    installHall(installation, node, scope);
    scope.base.declare(node.name, { kind: 'element', selection: { of: 'hall', ids: Uint32Array.of(0) } });
    return;
  }
  const named = { name: scope.path(node.name), values: {}, declaration: context.declaration(node), origin };
  const { index } = isFeedKind(node.kind)
    ? builder.plant.addFeed({ ...named, kind: node.kind, feeds: 0 })
    : builder.plant.addLoop(named);
  scope.base.declare(node.name, {
    kind: 'element',
    selection: { of: isFeedKind(node.kind) ? 'feed' : 'loop', ids: Uint32Array.of(index) },
  });
  deferred.plants.push({ node, index, scope: scope.kept });
  if (node.kind === 'loop') installBranches(installation, node, index, scope);
}

function installHall({ context, deferred }: Installation, node: ast.Instance, scope: Scope): void {
  const first = deferred.plants.find((each) => each.node.kind === 'hall');
  if (first !== undefined) {
    context.problem('name/twice', context.nameOrigin(node), 'A design has one hall; this is another one.', {
      related: [{ origin: context.nameOrigin(first.node), message: 'First declared here.' }],
    });
    return;
  }
  deferred.plants.push({ node, index: 0, scope: scope.kept });
}

/** The branches in the body of a loop. */
function installBranches(installation: Installation, node: ast.Instance, loop: number, scope: Scope): void {
  const { context, deferred } = installation;
  const within = new Scope(scope.kept, scope.group, scope.templates);
  for (const each of node.statements) {
    if (each.$type !== 'Instance' || each.name === '') continue;
    if (each.kind !== 'branch') {
      reportMisplaced(
        installation,
        each,
        `${capitalized(withArticle(each.kind))} can't be declared in a loop.`,
        'Move it out of this body.',
      );
      continue;
    }
    if (isArray(installation, each, within)) continue;
    const { index } = context.builder.plant.addBranch({
      name: `${scope.path(node.name)}.${each.name}`,
      loop,
      declaration: context.declaration(each),
      origin: context.headOrigin(each),
    });
    within.declare(each.name, { kind: 'element', selection: { of: 'branch', ids: Uint32Array.of(index) } });
    deferred.branches.push({ node: each, index, scope: within });
  }
}

/** Whether a single thing is declared with indices or a type, which is reported. */
function isArray(installation: Installation, node: ast.Instance, scope: Scope): boolean {
  const { context } = installation;
  const [dimension] = node.dimensions;
  const what = dimension !== undefined ? 'indices' : node.type !== undefined ? 'type' : undefined;
  if (what === undefined) return false;
  context.problem(
    'type/kind',
    context.origin(dimension ?? (node.type as ast.TypeUse)),
    `${capitalized(withArticle(isFeedKind(node.kind) ? feedNoun(node.kind) : node.kind))} is a single thing and has no ${what}.`,
    { help: what === 'indices' ? 'Declare each one with its own name.' : 'Give its properties in its body.' },
  );
  skipDeclaration(installation, node.name, scope);
  return true;
}
