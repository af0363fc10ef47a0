// Allowances: `allow RULE because "…" on PARTS`.
import { type AllowanceTarget, allRules, single } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest } from '../../parse/index.ts';
import { problemKinds } from '../../problems/problem-kinds.ts';
import type { Parts } from '../parts/parts.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { Selectors } from '../selection/selectors.ts';
import type { Deferred } from '../statements/deferred.ts';

/** Adds an allowance to the fabric, unless something is wrong with it, which is reported. */
export function addAllowance(
  context: Context,
  parts: Parts,
  selectors: Selectors,
  { node, scope }: Deferred<ast.Allow>,
): void {
  const origin = context.wordOriginOf(node, 'rule') ?? context.origin(node);
  const known = [...allRules.map((each) => each.id), ...Object.keys(problemKinds)];
  if (!known.some((each) => each === node.rule || each.startsWith(`${node.rule}/`))) {
    const near = closest(node.rule, known);
    if (node.rule !== '') context.problem('allow/rule', origin, `\`${node.rule}\` isn't a rule.`, { suggestion: near });
    return;
  }
  const on = node.on.map((each) => targetOf(context, parts, selectors, each, scope));
  if (on.some((each) => each === undefined)) return;
  const body = node.$container.$type === 'FabricFile' ? undefined : context.origin(node.$container);
  context.builder.addAllowance({
    rule: node.rule,
    reason: node.reason,
    on: on as AllowanceTarget[],
    scope: body,
    origin,
    statement: context.origin(node),
  });
}

/** What an allowance is on: a type, or installed things. */
function targetOf(
  context: Context,
  parts: Parts,
  selectors: Selectors,
  selector: ast.Selector,
  scope: Scope,
): AllowanceTarget | undefined {
  const [head] = selector.segments;
  const named = head?.$type === 'Segment' ? head.named.ref : undefined;
  if (named?.$type === 'TypeDeclaration' && selector.segments.length === 1) {
    const part = parts.of(named);
    return part === undefined
      ? undefined
      : { selection: single('part', part.index), declaration: context.origin(named) };
  }
  const selection = selectors.one(selector, scope);
  if (selection === undefined) return undefined;
  const whole = selector.segments.every((each) => each.$type === 'Segment' && each.dimensions.length === 0);
  return { selection, declaration: whole && named !== undefined ? context.origin(named) : undefined };
}
