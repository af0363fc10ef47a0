// Coolant loops with their branches, feeds and the hall.
import { type Axis, axesSize, type FeedKind, feedNoun, indexSuffix, isFeedKind, printNumber } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { capitalized, withArticle } from '../../problems/wording.ts';
import { newSuffixes } from '../scope/iteration-pieces.ts';
import { Scope } from '../scope/scope.ts';
import { axesOf } from '../values/indices.ts';
import { type Installation, reportMisplaced, skipDeclaration } from './installation.ts';

/** Feeds, UPSs and PDUs that an array may have. */
const maxFeeds = 1000;

/** Installs a coolant loop or the hall, single things without indices or a type, or feeds, UPSs and PDUs, which may be arrays. */
export function installPlant(installation: Installation, node: ast.Instance, scope: Scope): void {
  const { context } = installation;
  if (isFeedKind(node.kind) && scope.indices === undefined && node.type === undefined) {
    installFeeds(installation, node, node.kind, scope);
    return;
  }
  if (isArray(installation, node, scope) || newSuffixes(context, node, [], scope) === undefined) return;
  if (node.kind === 'hall') {
    installHall(installation, node, scope);
    scope.base.declare(node.name, { kind: 'element', selection: { of: 'hall', ids: Uint32Array.of(0) } });
  } else if (isFeedKind(node.kind)) installFeeds(installation, node, node.kind, scope);
  else installLoop(installation, node, scope);
}

function installLoop(installation: Installation, node: ast.Instance, scope: Scope): void {
  const { context, deferred } = installation;
  const { index } = context.builder.plant.addLoop({
    ...{ name: scope.path(node.name), values: {} },
    ...{ declaration: context.declaration(node), origin: context.headOrigin(node) },
  });
  scope.base.declare(node.name, { kind: 'element', selection: { of: 'loop', ids: Uint32Array.of(index) } });
  deferred.plants.push({ node, index, count: 1, scope: scope.kept });
  installBranches(installation, node, index, scope);
}

/** Feeds, UPSs or PDUs: one, or one for each index. */
function installFeeds(installation: Installation, node: ast.Instance, kind: FeedKind, scope: Scope): void {
  const { context, deferred } = installation;
  const axes = axesOf(context, scope, node.dimensions);
  if (axes === undefined || isTooMany(context, node, axes)) {
    skipDeclaration(installation, node.name, scope);
    return;
  }
  const ids = Uint32Array.from({ length: axesSize(axes) }, (_, position) => {
    const name = `${scope.path(node.name)}${axes.length === 0 ? '' : indexSuffix(axes, position)}`;
    const named = { name, values: {}, declaration: context.declaration(node), origin: context.headOrigin(node) };
    return context.builder.plant.addFeed({ ...named, kind, feeds: 0 }).index;
  });
  scope.base.declare(node.name, {
    kind: 'element',
    selection: { of: 'feed', ids },
    ...(axes.length === 0 ? {} : { axes }),
  });
  deferred.plants.push({ node, index: ids[0] ?? 0, count: ids.length, scope: scope.kept });
}

function isTooMany(context: Installation['context'], node: ast.Instance, axes: readonly Axis[]): boolean {
  const count = axesSize(axes);
  if (count <= maxFeeds) return false;
  const text = `\`${node.name}\` makes ${printNumber(count)} feeds; an array has at most ${printNumber(maxFeeds)}.`;
  context.problem('value/too-large', context.headOrigin(node), text);
  return true;
}

function installHall({ context, deferred }: Installation, node: ast.Instance, scope: Scope): void {
  const first = deferred.plants.find((each) => each.node.kind === 'hall');
  if (first !== undefined) {
    context.problem('name/twice', context.nameOrigin(node), 'A design has one hall; this is another one.', {
      related: [{ origin: context.nameOrigin(first.node), message: 'First declared here.' }],
    });
    return;
  }
  deferred.plants.push({ node, index: 0, count: 1, scope: scope.kept });
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
    isFeedKind(node.kind)
      ? `${capitalized(withArticle(feedNoun(node.kind)))} ${what === 'type' ? 'has no type' : 'in a `for` has no indices'}.`
      : `${capitalized(withArticle(node.kind))} is a single thing and has no ${what}.`,
    {
      help:
        what === 'type'
          ? 'Give its properties in its body.'
          : isFeedKind(node.kind)
            ? `Declare all of them outside of the \`for\`: \`${node.kind} ${node.name}[1..4] { … }\`.`
            : 'Declare each one with its own name.',
    },
  );
  skipDeclaration(installation, node.name, scope);
  return true;
}
