// Requirements, allowances and views.
import {
  type AllowanceTarget,
  allRules,
  type ElementFamily,
  eachPoint,
  type FactSpec,
  type Failure,
  isDeviceBlock,
  pointsOfFact,
  type Requirement,
  requirableFacts,
  type Selection,
  shareUnits,
  single,
  usualUnit,
  type Values,
} from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import { closest, extentOf } from '../parse/index.ts';
import { problemKinds, replacement } from '../problems/problems.ts';
import { failingPart, pointsIn, pointTooMany, wrongPoint } from '../references/points.ts';
import type { Context } from './context.ts';
import { evaluate, wholeNumber } from './evaluate.ts';
import { nounOf } from './families.ts';
import type { Parts } from './parts.ts';
import type { Properties } from './properties.ts';
import type { Scope } from './scope.ts';
import { type Selectors, textOf } from './selectors.ts';
import { article, describe, unitsText } from './value.ts';
import type { Later, Waiting } from './waiting.ts';

export class Assertions {
  private readonly context: Context;
  private readonly parts: Parts;
  private readonly properties: Properties;
  private readonly selectors: Selectors;

  constructor(context: Context, parts: Parts, properties: Properties, selectors: Selectors) {
    this.context = context;
    this.parts = parts;
    this.properties = properties;
    this.selectors = selectors;
  }

  run(waiting: Waiting): void {
    for (const each of waiting.requirements) this.require(each);
    for (const each of waiting.allowances) this.allow(each);
    for (const each of waiting.views) this.view(each);
  }

  private require({ node, scope }: Later<ast.Require>): void {
    const { context } = this;
    const start = extentOf(node).start;
    const origin = {
      ...context.origin(node),
      start: start + (/^require\s+/.exec(node.$cstNode?.text ?? '')?.[0].length ?? 0),
    };
    const fact = Object.hasOwn(requirableFacts, node.fact) ? requirableFacts[node.fact] : undefined;
    if (fact === undefined) {
      if (node.fact === '') return;
      const near = closest(node.fact, Object.keys(requirableFacts));
      context.problem(
        'require/fact',
        { ...origin, end: origin.start + node.fact.length },
        `\`${node.fact}\` is no fact that can be required.`,
        {
          meant: near,
          help: `Facts are ${Object.keys(requirableFacts)
            .map((each) => `\`${each}\``)
            .join(', ')}.`,
        },
      );
      return;
    }
    const second = pointTooMany(node.subject, fact);
    if (second !== undefined) {
      context.problem(
        'name/unknown',
        context.wordOrigin(second),
        `\`${node.fact}\` takes one point, and \`${eachPoint}\` once; \`${second.named.$refText}\` is one too many.`,
      );
      return;
    }
    const { path, point, each } = splitPoints(node.subject, fact);
    if (this.isUnknownPoint(path, fact)) return;
    const subject = this.subject(node, path, point, fact, scope);
    const limit = this.limit(node, fact, scope);
    const failures = node.failures.map((each) => this.failure(each, scope));
    if (subject === undefined || limit === undefined || failures.some((each) => each === undefined)) return;
    const requirement: Omit<Requirement, 'index'> = {
      fact: node.fact,
      subject,
      point,
      each,
      subjectText: textOf(node.subject),
      comparator: node.comparator,
      limit: limit.value,
      unit: node.ofFull ? undefined : limit.unit,
      ofFull: node.ofFull,
      failures: failures as Failure[],
      text: (node.$cstNode?.text ?? '').replace(/\s+/g, ' '),
      origin,
    };
    context.builder.addRequirement(requirement);
  }

  /** `temperature(primary.reutrn)`: tells a point that the fact does not have. */
  private isUnknownPoint(path: ast.Selector, fact: FactSpec): boolean {
    const last = wrongPoint(path, fact);
    const before = path.segments.at(-2);
    const owner = before?.$type === 'Segment' ? before.named.ref : undefined;
    if (last === undefined || owner?.$type !== 'Instance') return false;
    const name = last.named.$refText;
    if (name === '') return true;
    const points = pointsFor(fact, owner.kind as ElementFamily);
    const branches = owner.statements.flatMap((each) => (each.$type === 'Instance' ? [each.name] : []));
    const what = branches.length === 0 ? 'point' : 'branch and no point';
    const known = [...points, ...branches];
    this.context.problem(
      'name/unknown',
      this.context.wordOrigin(last),
      `${capital(article(owner.kind))} ${owner.kind} has no ${what} \`${name}\`.`,
      {
        meant: closest(name, known),
        meantAt: [this.context.wordOrigin(last)],
        help: known.length === 0 ? 'It has no points.' : `It has ${known.map((each) => `\`${each}\``).join(', ')}.`,
      },
    );
    return true;
  }

  private subject(
    node: ast.Require,
    path: ast.Selector,
    point: string | undefined,
    fact: FactSpec,
    scope: Scope,
  ): Selection | undefined {
    const found = this.selectors.one(path, scope);
    if (found === undefined) return undefined;
    if (!fact.subjects.includes(found.of)) {
      const wanted = [...new Set(fact.subjects.map((each) => `${article(nounOf(each))} ${nounOf(each)}`))];
      const names = namesOf(scope, fact.subjects);
      this.context.problem(
        'selection/kind',
        this.context.origin(node.subject),
        `\`${node.fact}\` is a fact of ${listed(wanted)}; \`${textOf(path)}\` is ${article(nounOf(found.of))} ${nounOf(found.of)}.`,
        {
          meant: names.length === 1 ? names[0] : undefined,
          meantAt: [this.context.origin(node.subject)],
          ...(names.length > 1 ? { help: `Here are ${some(names)}.` } : {}),
        },
      );
      return undefined;
    }
    if (point !== undefined && fact.pointless?.includes(found.of) === true) {
      this.context.problem(
        'selection/kind',
        this.context.origin(node.subject),
        `\`${node.fact}\` of a ${nounOf(found.of)} has no point \`${point}\`.`,
        { help: `Leave \`.${point}\` out.` },
      );
      return undefined;
    }
    return found;
  }

  /** The limit in the unit of the fact. */
  private limit(node: ast.Require, fact: FactSpec, scope: Scope): Limit | undefined {
    const value = evaluate(this.context, scope, node.limit);
    if (value === undefined) return undefined;
    const origin = this.context.origin(node.limit);
    if (node.ofFull) {
      if (fact.ofFull === true && value.kind === 'quantity' && value.dimension === 'ratio') return value;
      const text =
        fact.ofFull === true
          ? `A share of full is in %, not ${describe(value)}.`
          : `\`${node.fact}\` has no full value to take a share of.`;
      this.context.problem('value/dimension', origin, text);
      return undefined;
    }
    if (value.kind === 'quantity' && fact.dimension !== 'count' && shareUnits(value.dimension, fact.dimension))
      return value;
    if (value.kind === 'number' && fact.bare === true) return { value: value.value };
    if (fact.dimension === 'count') {
      this.context.problem(
        'value/dimension',
        origin,
        `\`${node.fact}\` is a number without a unit; this is ${describe(value)}.`,
      );
      return undefined;
    }
    const unit = unitsText(fact.dimension);
    if (value.kind === 'number')
      this.context.problem(
        'value/no-unit',
        origin,
        `\`${node.fact}\` is ${article(fact.dimension)} ${fact.dimension} and needs its unit: ${unit}.`,
        {
          help: `Write \`${value.value} ${usualUnit(fact.dimension)}\` if that is meant.`,
          fixes: [replacement([origin], `${value.value} ${usualUnit(fact.dimension)}`)],
        },
      );
    else
      this.context.problem(
        'value/dimension',
        origin,
        `\`${node.fact}\` is ${article(fact.dimension)} ${fact.dimension}, in ${unit}; this is ${describe(value)}.`,
      );
    return undefined;
  }

  private failure(node: ast.Failure, scope: Scope): Failure | undefined {
    const count = wholeNumber(this.context, scope, node.count, 'How many fail');
    const named = failingPart(node.of);
    const of = this.selectors.one(named === undefined ? node.of : without(node.of, 1), scope);
    if (count === undefined || of === undefined) return undefined;
    if (count < 1) {
      this.context.problem(
        'value/kind',
        this.context.origin(node.count),
        `${count} of \`${textOf(node.of)}\` can’t fail: at least one does.`,
      );
      return undefined;
    }
    const text = textOf(node.of);
    if (named !== undefined) return { count, of, parts: named.parts, text, origin: this.context.origin(node) };
    if (count > of.ids.length) {
      this.context.problem(
        'selection/nothing',
        this.context.origin(node),
        `${count} of \`${textOf(node.of)}\` can’t fail: there are ${of.ids.length}.`,
      );
      return undefined;
    }
    return { count, of, parts: undefined, text, origin: this.context.origin(node) };
  }

  private allow({ node, scope }: Later<ast.Allow>): void {
    const text = node.$cstNode?.text ?? '';
    const start = extentOf(node).start + Math.max(0, text.indexOf(node.rule));
    const origin = { ...this.context.origin(node), start, end: start + node.rule.length };
    const known = [...allRules.map((each) => each.id), ...Object.keys(problemKinds)];
    if (!known.some((each) => each === node.rule || each.startsWith(`${node.rule}/`))) {
      const near = closest(node.rule, known);
      if (node.rule !== '')
        this.context.problem('allow/rule', origin, `\`${node.rule}\` is no rule.`, {
          meant: near,
        });
      return;
    }
    const on = node.on.map((each) => this.target(each, scope));
    if (on.some((each) => each === undefined)) return;
    const body = node.$container.$type === 'FabricFile' ? undefined : this.context.origin(node.$container);
    this.context.builder.addAllowance({
      rule: node.rule,
      reason: node.reason,
      on: on as AllowanceTarget[],
      scope: body,
      origin,
      statement: this.context.origin(node),
    });
  }

  /** What an allowance is on: a type, or things that are installed. */
  private target(selector: ast.Selector, scope: Scope): AllowanceTarget | undefined {
    const [head] = selector.segments;
    const named = head?.$type === 'Segment' ? head.named.ref : undefined;
    if (named?.$type === 'TypeDeclaration' && selector.segments.length === 1) {
      const part = this.parts.of(named);
      return part === undefined
        ? undefined
        : { selection: single('part', part.index), declaration: this.context.origin(named) };
    }
    const selection = this.selectors.one(selector, scope);
    if (selection === undefined) return undefined;
    const whole = selector.segments.every((each) => each.$type === 'Segment' && each.dimensions.length === 0);
    return { selection, declaration: whole && named !== undefined ? this.context.origin(named) : undefined };
  }

  private view({ node, scope }: Later<ast.View>): void {
    if (node.name === '') return;
    const values = this.properties.read(node.statements, 'view', 'installed', scope) as Values<'view'>;
    this.context.builder.addView({ name: node.name, title: node.title, values, origin: this.context.nameOrigin(node) });
  }
}

/** `primary.return` is the point `return` of `primary`. */
function splitPoints(
  selector: ast.Selector,
  fact: FactSpec,
): { path: ast.Selector; point: string | undefined; each: boolean } {
  const points = pointsIn(selector, fact);
  const names = points.map((each) => each.named.$refText);
  const point = names.find((each) => each !== eachPoint);
  const each = fact.several === 'each' || names.includes(eachPoint);
  return { path: points.length === 0 ? selector : without(selector, points.length), point, each };
}

/** A path without its last segments. */
function without(selector: ast.Selector, count: number): ast.Selector {
  const path = Object.create(selector) as ast.Selector;
  Object.defineProperty(path, 'segments', { value: selector.segments.slice(0, -count) });
  return path;
}

/** Points of a fact that a family has. */
function pointsFor(fact: FactSpec, family: ElementFamily): readonly string[] {
  return fact.pointless?.includes(family) === true ? [] : pointsOfFact(fact);
}

/** Names in sight that a fact may be of, those of arrays without their indices. */
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

/** Most names that a message lists. */
const mostNames = 8;

function some(names: readonly string[]): string {
  return names
    .slice(0, mostNames)
    .map((each) => `\`${each}\``)
    .join(', ');
}

/** `a`, `a or b`, `a, b or c` */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A limit in the canonical unit of its dimension, and the unit it was written in. */
interface Limit {
  readonly value: number;
  readonly unit?: string;
}
