// Facts of the finished design: `power(leaf, spine)`, `temperature(primary.return)`, `accelerators`.
import {
  type ElementFamily,
  eachPoint,
  type FactExpression,
  type FactSpec,
  isDeviceBlock,
  isOfDesign,
  requirableFacts,
  type Selection,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest } from '../../parse/index.ts';
import { alternatives, capitalized, codeList, withArticle } from '../../problems/wording.ts';
import { factOf } from '../../references/fact-names.ts';
import { pointTooMany, wrongPoint } from '../../references/points.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { nounOf } from '../selection/families.ts';
import { textOf } from '../selection/selector-text.ts';
import type { Selectors } from '../selection/selectors.ts';
import { pointsFor, splitPoints } from './points.ts';

/** What facts are read with. */
export interface FactReading {
  readonly context: Context;
  readonly selectors: Selectors;
  readonly scope: Scope;
}

/** A fact of its subjects; undefined when something is wrong with it, which is reported. */
export function factCall(reading: FactReading, node: ast.FactCall): FactExpression | undefined {
  const { context } = reading;
  const named = context.wordOriginOf(node, 'fact') ?? context.origin(node);
  const fact = factOf(node.fact);
  if (fact === undefined) {
    if (node.fact === '') return undefined;
    const near = closest(node.fact, Object.keys(requirableFacts));
    context.problem('require/fact', named, `\`${node.fact}\` isn't a fact that can be required.`, {
      suggestion: near,
      help: factsFor(node.subjects[0]),
    });
    return undefined;
  }
  const subjects = node.subjects.map((each) => subjectOf(reading, node, each, fact));
  if (subjects.some((each) => each === undefined)) return undefined;
  const merged = together(reading, node, subjects as Subject[]);
  if (merged === undefined) return undefined;
  const subjectText = node.subjects.map(textOf).join(', ');
  return {
    kind: 'fact',
    fact: node.fact,
    ...merged,
    subjectText,
    subjectName: (subjects as Subject[]).map(({ name }) => name).join(', '),
    measure: fact.dimension,
    text: `${node.fact}(${subjectText})`,
    origin: context.origin(node),
  };
}

/** A fact without a subject: of all devices of the design. */
export function factOfDesign({ context }: FactReading, name: ast.Segment): FactExpression | undefined {
  const fact = name.named.$refText;
  const spec = factOf(fact) as FactSpec;
  const origin = context.wordOrigin(name);
  if (!isOfDesign(spec)) {
    context.problem('require/fact', origin, `\`${fact}\` has no subject.`, {
      help: `Write what it is of, ${alternatives(spec.subjects.map((each) => withArticle(nounOf(each))))}: \`${fact}(…)\`.`,
    });
    return undefined;
  }
  return {
    kind: 'fact',
    fact,
    subject: { of: 'device', ids: Uint32Array.from({ length: context.builder.deviceCount }, (_, id) => id) },
    point: undefined,
    each: false,
    subjectText: '',
    subjectName: 'the design',
    measure: spec.dimension,
    text: fact,
    origin,
  };
}

interface Subject extends Pick<FactExpression, 'subject' | 'point' | 'each'> {
  /** Without points. */
  readonly name: string;
}

/** Several subjects as one selection, each thing once. */
function together(
  { context }: FactReading,
  node: ast.FactCall,
  subjects: readonly Subject[],
): Omit<Subject, 'name'> | undefined {
  const [first, ...others] = subjects as [Subject, ...Subject[]];
  const { point, each } = first;
  if (others.length === 0) return { subject: first.subject, point, each };
  const other = others.findIndex(({ subject }) => subject.of !== first.subject.of);
  if (other >= 0) {
    const [one, two] = [first, others[other] as Subject].map(({ subject }) => withArticle(nounOf(subject.of)));
    context.problem(
      'selection/kind',
      context.origin(node.subjects[other + 1] as ast.Selector),
      `\`${node.fact}\` takes several subjects of one kind; this is ${two}, the first is ${one}.`,
      { help: `Add them: \`${node.subjects.map((each) => `${node.fact}(${textOf(each)})`).join(' + ')}\`.` },
    );
    return undefined;
  }
  const different = others.findIndex((them) => them.point !== point || them.each !== each);
  if (different >= 0) {
    context.problem(
      'selection/kind',
      context.origin(node.subjects[different + 1] as ast.Selector),
      `The subjects of one \`${node.fact}\` have the same point; this has another than the first.`,
    );
    return undefined;
  }
  const ids = new Set<number>();
  for (const { subject } of subjects) for (const id of subject.ids) ids.add(id);
  return { subject: { of: first.subject.of, ids: Uint32Array.from(ids) }, point, each };
}

/** What a fact is of; undefined when it isn't a fact of that, which is reported. */
function subjectOf(
  reading: FactReading,
  node: ast.FactCall,
  selector: ast.Selector,
  fact: FactSpec,
): Subject | undefined {
  const { context, selectors, scope } = reading;
  const second = pointTooMany(selector, fact);
  if (second !== undefined) {
    context.problem(
      'name/unknown',
      context.wordOrigin(second),
      `\`${node.fact}\` takes one point, and \`${eachPoint}\` once; \`${second.named.$refText}\` is too many.`,
    );
    return undefined;
  }
  const { path, point, each } = splitPoints(selector, fact);
  if (isUnknownPoint(context, path, fact)) return undefined;
  const found = selectors.one(path, scope);
  if (found === undefined || !isSubject(reading, { node, selector, path, point }, fact, found)) return undefined;
  return { subject: found, point, each, name: textOf(path) };
}

/** Whether a fact is one of what is selected, which is reported where it isn't. */
function isSubject(
  { context, scope }: FactReading,
  {
    node,
    selector,
    path,
    point,
  }: {
    readonly node: ast.FactCall;
    readonly selector: ast.Selector;
    readonly path: ast.Selector;
    readonly point: string | undefined;
  },
  fact: FactSpec,
  { of }: Selection,
): boolean {
  const origin = context.origin(selector);
  if (!fact.subjects.includes(of)) {
    const wanted = [...new Set(fact.subjects.map((each) => withArticle(nounOf(each))))];
    const names = namesOf(scope, fact.subjects);
    context.problem(
      'selection/kind',
      origin,
      `\`${node.fact}\` is a fact of ${alternatives(wanted)}; \`${textOf(path)}\` is ${withArticle(nounOf(of))}.`,
      {
        suggestion: names.length === 1 ? names[0] : undefined,
        suggestionAt: [origin],
        ...(names.length > 1 ? { help: `This design has ${codeList(names.slice(0, maxNames))}.` } : {}),
      },
    );
    return false;
  }
  if (point !== undefined && fact.pointless?.includes(of) === true) {
    context.problem('selection/kind', origin, `\`${node.fact}\` of a ${nounOf(of)} has no point \`${point}\`.`, {
      help: `Remove \`.${point}\`.`,
    });
    return false;
  }
  return true;
}

/** Whether a subject names a point that the fact doesn't have, which is reported: `temperature(primary.reutrn)`. */
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

/** The facts that what is named has; all where that isn't known. */
function factsFor(subject: ast.Selector | undefined): string {
  const last = subject?.segments.at(-1);
  const named = last?.$type === 'Segment' ? last.named.ref : undefined;
  const kind = named?.$type === 'Network' ? 'network' : named?.$type === 'Instance' ? named.kind : undefined;
  const family = kind === 'switch' || kind === 'host' ? 'device' : kind;
  const own = Object.entries(requirableFacts).filter(([, { subjects }]) => subjects.some((each) => each === family));
  return kind === undefined || own.length === 0
    ? `Facts are ${codeList(Object.keys(requirableFacts))}.`
    : `Facts of a ${kind} are ${codeList(own.map(([name]) => name))}.`;
}
