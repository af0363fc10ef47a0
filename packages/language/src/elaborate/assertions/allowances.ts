// Allowances: `allow RULE because "…" on PARTS`.
import { allRules, type Selection, single } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest } from '../../parse/index.ts';
import { problemKinds } from '../../problems/problem-kinds.ts';
import type { Parts } from '../parts/parts.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { Selectors } from '../selection/selectors.ts';
import type { Deferred } from '../statements/deferred.ts';

/** What reads allowances. */
interface AllowanceReader {
  readonly context: Context;
  readonly parts: Parts;
  readonly selectors: Selectors;
  /** Whether a name that isn't one of ours is a rule, or the family, of a plug-in. */
  readonly isRule: (name: string) => boolean;
}

/** Adds an allowance to the fabric, unless something is wrong with it, which is reported. */
export function addAllowance(
  { context, parts, selectors, isRule }: AllowanceReader,
  { node, scope }: Deferred<ast.Allow>,
): void {
  const origin = context.wordOriginOf(node, 'rule') ?? context.origin(node);
  const known = [...allRules.map((each) => each.id), ...Object.keys(problemKinds)];
  if (!known.some((each) => each === node.rule || each.startsWith(`${node.rule}/`)) && !isRule(node.rule)) {
    const near = closest(node.rule, known);
    if (node.rule !== '') context.problem('allow/rule', origin, `\`${node.rule}\` isn't a rule.`, { suggestion: near });
    return;
  }
  if (node.reason.trim() === '') {
    const help = `Write the reason: \`allow ${node.rule} because "…"\`.`;
    context.problem('allow/reason', origin, 'This allowance gives no reason, so it allows nothing.', { help });
    return;
  }
  const on = node.on.map((each) => targetOf(parts, selectors, each, scope));
  if (on.some((each) => each === undefined)) return;
  const body = node.$container;
  // In the body of `leaf[3] { … }` it is for what that names.
  const changed = on.length === 0 && body.$type === 'Override' ? selectors.all(body.of, scope, 'any') : undefined;
  const isScope = body.$type !== 'FabricFile' && changed === undefined && (on.length === 0 || body.$type === 'Link');
  context.builder.addAllowance({
    rule: node.rule,
    reason: node.reason,
    on: changed === undefined ? (on as Selection[]) : [changed],
    scope: isScope ? context.origin(body) : undefined,
    origin,
    statement: context.origin(node),
  });
}

/** What an allowance is on: a type, or installed things. */
function targetOf(parts: Parts, selectors: Selectors, selector: ast.Selector, scope: Scope): Selection | undefined {
  const [head] = selector.segments;
  const named = head?.$type === 'Segment' ? head.named.ref : undefined;
  if (named?.$type !== 'TypeDeclaration' || selector.segments.length > 1) return selectors.one(selector, scope);
  const part = parts.of(named);
  return part === undefined ? undefined : single('part', part.index);
}
