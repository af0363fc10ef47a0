// Allowances: `allow RULE because "…"` takes a finding out of the list, and an allowance that does so for none is reported.
import { defineAnswer, type Facts, reads } from '../answers/index.ts';
import type { Allowance, Fabric, SubjectFamily } from '../model/index.ts';
import { type Origin, originKey, originWithin } from '../source/index.ts';
import { printCount, printNumber } from '../units/index.ts';
import { belongingTo, declaredIn, type IsOneOf, namedBy } from './belonging.ts';
import type { Judgement } from './judgement.ts';
import type { Report } from './rule.ts';

/** What remains once allowances are applied. */
export interface Allowed {
  /** What no allowance covers, in the same order. */
  readonly kept: readonly Judgement[];
  /** Allowances that cover nothing. */
  readonly unused: readonly Allowance[];
}

/** An allowance with what it covers. */
interface Coverage {
  readonly allowance: Allowance;
  /** Whether it covers all that is reported at a place. */
  readonly at: (origin: Origin) => boolean;
  /** Whether it covers what is reported of a thing. */
  readonly covers: IsOneOf;
}

/**
 * Takes out what the allowances of a fabric cover. A finding about several things is covered once each of them is, by whichever
 * allowances; until then it stays.
 * @param off ids of rules that were not run: what they would have found isn't known, so their allowances are not unused
 */
export function applyAllowances(fabric: Fabric, judgements: readonly Judgement[], off: readonly string[]): Allowed {
  const coverages = coveragesOf(fabric);
  if (coverages.length === 0) return { kept: judgements, unused: [] };
  const used = new Set<string>();
  const kept = judgements.flatMap((judgement): Judgement[] => {
    const given = coverages.filter(({ allowance }) => matchesRule(allowance.rule, judgement.rule.id));
    const whole = given.filter(({ at }) => at(judgement.report.origin));
    const { some, left } = coveredSubjects(given, judgement.report);
    for (const { allowance } of [...whole, ...some]) used.add(originKey(allowance.statement));
    if (whole.length > 0 || left === 0) return [];
    return [some.size === 0 ? judgement : { ...judgement, report: partly(judgement.report, [...some], left) }];
  });
  // A statement in a template or a `for` is one allowance for each instance and iteration.
  const unused = fabric.allowances.filter(
    (each) => !used.has(originKey(each.statement)) && !off.some((id) => matchesRule(each.rule, id)),
  );
  return { kept, unused: firstOfEachStatement(unused) };
}

/** The allowances that cover some of what is reported, and how many things no allowance covers; `NaN` where it is about none. */
function coveredSubjects(
  given: readonly Coverage[],
  { subjects, types = [] }: Report,
): { readonly some: ReadonlySet<Coverage>; readonly left: number } {
  const some = new Set<Coverage>();
  if (subjects === undefined || subjects.ids.length === 0 || given.length === 0) return { some, left: Number.NaN };
  const byType = given.filter(({ covers }) => types.some((part) => covers('part', part.index)));
  if (byType.length > 0) return { some: new Set(byType), left: 0 };
  let left = 0;
  for (const id of subjects.ids) {
    let covered = false;
    for (const each of given) {
      if (!each.covers(subjects.of, id)) continue;
      covered = true;
      some.add(each);
    }
    if (!covered) left++;
  }
  return { some, left };
}

/** A report that says of how many of its things it is allowed. */
function partly(report: Report, some: readonly Coverage[], left: number): Report {
  const all = report.subjects?.ids.length ?? 0;
  const message = `Allowed for ${printNumber(all - left)} of the ${printCount(all, nounOf(report.subjects?.of))}.`;
  const related = some.map(({ allowance }) => ({ origin: allowance.origin, message }));
  return { ...report, related: [...(report.related ?? []), ...related] };
}

function nounOf(of: SubjectFamily | undefined): string {
  if (of === 'cdu') return 'CDU';
  return of === undefined || of === 'part' || of === 'group' ? 'thing' : of === 'link statement' ? 'statement' : of;
}

function firstOfEachStatement(allowances: readonly Allowance[]): Allowance[] {
  const seen = new Set<string>();
  return allowances.filter(({ statement }) => {
    const key = originKey(statement);
    return !seen.has(key) && seen.add(key);
  });
}

/** What the allowances of a fabric cover, asked for by rule and family. */
const allCoverages = defineAnswer(reads('fabric'), ({ fabric }) => coveragesOf(fabric));

/**
 * Parts some things where a rule is allowed for some of them only: those it is allowed for, and the others, each in their order. So a
 * finding about many counts and names only those that are not allowed.
 * @returns one list where it is allowed for all of them or for none
 */
export function allowedApart(facts: Facts, rule: string, of: SubjectFamily, ids: readonly number[]): number[][] {
  const given = allCoverages(facts).filter(({ allowance }) => matchesRule(allowance.rule, rule));
  if (given.length === 0) return ids.length === 0 ? [] : [[...ids]];
  const allowed: number[] = [];
  const others: number[] = [];
  for (const id of ids) (given.some((each) => each.covers(of, id)) ? allowed : others).push(id);
  return [others, allowed].filter((each) => each.length > 0);
}

/** Whether an allowance is for certain things of a rule, so that its findings may have to be parted. */
export function isAllowedForSome(facts: Facts, rule: string): boolean {
  return allCoverages(facts).some(
    ({ allowance }) => matchesRule(allowance.rule, rule) && (allowance.on.length > 0 || allowance.scope !== undefined),
  );
}

function coveragesOf(fabric: Fabric): Coverage[] {
  return fabric.allowances.map((allowance) => {
    const { on, scope } = allowance;
    const named = belongingTo(fabric, namedBy(on));
    const declared = scope === undefined ? undefined : belongingTo(fabric, declaredIn(fabric, scope));
    return {
      allowance,
      at: (origin) => on.length === 0 && (scope === undefined || originWithin(origin, scope)),
      covers: (of, id) => (on.length === 0 || named(of, id)) && (declared === undefined || declared(of, id)),
    };
  });
}

/** Whether a rule is the one that an allowance names, or one of the family it names. */
export function matchesRule(pattern: string, id: string): boolean {
  return pattern === id || id.startsWith(`${pattern}/`);
}
