// Requirements: `require FACT(SUBJECT) < LIMIT when 1 of PARTS fails`.
import {
  type ElementFamily,
  eachPoint,
  type FactSpec,
  type Failure,
  isDeviceBlock,
  type Requirement,
  requirableFacts,
  type Selection,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest, textFrom } from '../../parse/index.ts';
import { alternatives, capitalized, codeList, withArticle } from '../../problems/wording.ts';
import { pointTooMany, wrongPoint } from '../../references/points.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { nounOf } from '../selection/families.ts';
import { textOf } from '../selection/selector-text.ts';
import type { Selectors } from '../selection/selectors.ts';
import type { Deferred } from '../statements/deferred.ts';
import { failureOf } from './failures.ts';
import { type Limit, limitOf } from './limits.ts';
import { pointsFor, splitPoints } from './points.ts';

/** Adds a requirement to the fabric, unless something is wrong with it, which is reported. */
export function addRequirement(context: Context, selectors: Selectors, deferred: Deferred<ast.Require>): void {
  const requirement = requirementOf(context, selectors, deferred);
  if (requirement !== undefined) context.builder.addRequirement(requirement);
}

/** What a question asks for. Without a limit it has one of zero, on the side from which the worst value is found. */
export function questionOf(
  context: Context,
  selectors: Selectors,
  node: ast.Require,
  scope: Scope,
): Requirement | undefined {
  const requirement = requirementOf(context, selectors, { node, scope }, { value: 0 });
  return requirement === undefined ? undefined : { ...requirement, index: context.builder.requirementCount };
}

/**
 * What a requirement asks for; undefined where something is wrong with it, which is reported.
 * @param unlimited the limit where none is given
 */
function requirementOf(
  context: Context,
  selectors: Selectors,
  { node, scope }: Deferred<ast.Require>,
  unlimited?: Limit,
): Omit<Requirement, 'index'> | undefined {
  const named = context.wordOriginOf(node, 'fact') ?? context.origin(node);
  const fact = Object.hasOwn(requirableFacts, node.fact) ? requirableFacts[node.fact] : undefined;
  if (fact === undefined) {
    if (node.fact === '') return undefined;
    const near = closest(node.fact, Object.keys(requirableFacts));
    context.problem('require/fact', named, `\`${node.fact}\` isn't a fact that can be required.`, {
      suggestion: near,
      help: `Facts are ${codeList(Object.keys(requirableFacts))}.`,
    });
    return undefined;
  }
  const second = pointTooMany(node.subject, fact);
  if (second !== undefined) {
    context.problem(
      'name/unknown',
      context.wordOrigin(second),
      `\`${node.fact}\` takes one point, and \`${eachPoint}\` once; \`${second.named.$refText}\` is too many.`,
    );
    return undefined;
  }
  const { path, point, each } = splitPoints(node.subject, fact);
  if (isUnknownPoint(context, path, fact)) return undefined;
  const subject = subjectOf(context, selectors, node, { path, point }, fact, scope);
  const limit = node.limit === undefined ? unlimited : limitOf(context, node, fact, scope);
  const failures = node.failures.map((each) => failureOf(context, selectors, each, scope));
  if (subject === undefined || limit === undefined || failures.some((each) => each === undefined)) return undefined;
  return {
    fact: node.fact,
    subject,
    point,
    each,
    subjectText: textOf(node.subject),
    comparator: node.limit === undefined ? sideOf(fact) : node.comparator,
    limit: limit.value,
    unit: node.ofFull ? undefined : limit.unit,
    ofFull: node.ofFull,
    failures: failures as Failure[],
    text: `require ${textFrom(node, named.start).replace(/\s+/g, ' ')}`,
    declaration: context.declaration(node),
    origin: { ...context.origin(node), start: named.start },
  };
}

/** On which side of a limit the worst values of a fact are. */
function sideOf(fact: FactSpec): Requirement['comparator'] {
  return fact.lowestIsWorst === true ? '>=' : '<=';
}

/** Whether a requirement names a point that the fact doesn't have, which is reported: `temperature(primary.reutrn)`. */
function isUnknownPoint(context: Context, path: ast.Selector, fact: FactSpec): boolean {
  const last = wrongPoint(path, fact);
  const before = path.segments.at(-2);
  const owner = before?.$type === 'Segment' ? before.named.ref : undefined;
  if (last === undefined || owner?.$type !== 'Instance') return false;
  const name = last.named.$refText;
  if (name === '') return true;
  const points = pointsFor(fact, owner.kind as ElementFamily);
  const branches = owner.statements.flatMap((each) => (each.$type === 'Instance' ? [each.name] : []));
  const what = branches.length === 0 ? 'point' : 'branch or point';
  const known = [...points, ...branches];
  context.problem(
    'name/unknown',
    context.wordOrigin(last),
    `${capitalized(withArticle(owner.kind))} has no ${what} \`${name}\`.`,
    {
      suggestion: closest(name, known),
      suggestionAt: [context.wordOrigin(last)],
      help: known.length === 0 ? 'It has no points.' : `It has ${codeList(known)}.`,
    },
  );
  return true;
}

/** What a requirement is about; undefined when its fact isn't one of that, which is reported. */
function subjectOf(
  context: Context,
  selectors: Selectors,
  node: ast.Require,
  { path, point }: { readonly path: ast.Selector; readonly point: string | undefined },
  fact: FactSpec,
  scope: Scope,
): Selection | undefined {
  const found = selectors.one(path, scope);
  if (found === undefined) return undefined;
  if (!fact.subjects.includes(found.of)) {
    const wanted = [...new Set(fact.subjects.map((each) => withArticle(nounOf(each))))];
    const names = namesOf(scope, fact.subjects);
    context.problem(
      'selection/kind',
      context.origin(node.subject),
      `\`${node.fact}\` is a fact of ${alternatives(wanted)}; \`${textOf(path)}\` is ${withArticle(nounOf(found.of))}.`,
      {
        suggestion: names.length === 1 ? names[0] : undefined,
        suggestionAt: [context.origin(node.subject)],
        ...(names.length > 1 ? { help: `This design has ${codeList(names.slice(0, maxNames))}.` } : {}),
      },
    );
    return undefined;
  }
  if (point !== undefined && fact.pointless?.includes(found.of) === true) {
    context.problem(
      'selection/kind',
      context.origin(node.subject),
      `\`${node.fact}\` of a ${nounOf(found.of)} has no point \`${point}\`.`,
      { help: `Remove \`.${point}\`.` },
    );
    return undefined;
  }
  return found;
}

/** The names at the top that a fact can be about, those of arrays without indices. */
function namesOf(scope: Scope, families: readonly ElementFamily[]): string[] {
  return [...scope.top.members].flatMap(([name, member]) => {
    const family =
      member.kind === 'network'
        ? 'network'
        : member.kind === 'element'
          ? member.selection.of
          : member.kind === 'block'
            ? isDeviceBlock(member.block)
              ? 'device'
              : member.block.kind
            : undefined;
    return families.some((each) => each === family) ? [name] : [];
  });
}

/** The most names that a message lists. */
const maxNames = 8;
