// Allowances: `allow RULE because "…"` takes a finding out of the list, and an allowance that does so for none is reported.
import { defineAnswer, type Facts, reads } from '../answers/index.ts';
import type { Allowance, Fabric, SubjectFamily } from '../model/index.ts';
import { type Origin, originKey, originWithin } from '../source/index.ts';
import { printCount, printNumber } from '../units/index.ts';
import { belongingTo, declaredWithin, type IsOneOf, type MadeOf, madeOfTypes } from './belonging.ts';
import type { Judgement } from './judgement.ts';
import type { Report } from './rule.ts';

/** What remains once allowances are applied. */
export interface Allowed {
  /** What no allowance covers, in the same order. */
  readonly kept: readonly Judgement[];
  /** What allowances cover, in the same order. */
  readonly allowed: readonly AllowedJudgement[];
  /** Allowances that cover nothing. */
  readonly unused: readonly Allowance[];
}

/** A judgement that is allowed, and what allows it. */
export interface AllowedJudgement {
  readonly judgement: Judgement;
  /** Each statement once. */
  readonly by: readonly Allowance[];
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
  if (coverages.length === 0) return { kept: judgements, allowed: [], unused: [] };
  const allowed: AllowedJudgement[] = [];
  const used = new Set<string>();
  const madeOf = madeOfTypes(fabric);
  const kept = judgements.flatMap((judgement): Judgement[] => {
    const given = coverages.filter(({ allowance }) => matchesRule(allowance.rule, judgement.rule.id));
    const whole = given.filter(({ at }) => at(judgement.report.origin));
    const covered = coveredSubjects(fabric, given, judgement.report, madeOf);
    for (const { allowance } of [...whole, ...covered.some]) used.add(originKey(allowance.statement));
    if (whole.length > 0 || covered.left === 0) {
      allowed.push({ judgement, by: [...new Set([...whole, ...covered.some])].map(({ allowance }) => allowance) });
      return [];
    }
    return [covered.some.size === 0 ? judgement : { ...judgement, report: partly(judgement.report, covered) }];
  });
  const unused = fabric.allowances.filter(
    (each) => !used.has(originKey(each.statement)) && !off.some((id) => matchesRule(each.rule, id)),
  );
  return { kept, allowed, unused: firstOfEachStatement(unused) };
}

/** What allowances cover of a report. */
interface CoveredSubjects {
  /** The allowances that cover some of it. */
  readonly some: ReadonlySet<Coverage>;
  /** How many things it is about, and how many of them no allowance covers; `NaN` where it is about none. */
  readonly all: number;
  readonly left: number;
  readonly of: SubjectFamily | undefined;
}

const nothing: CoveredSubjects = { some: new Set(), all: 0, left: Number.NaN, of: undefined };

function coveredSubjects(
  fabric: Fabric,
  given: readonly Coverage[],
  { subjects, types = [] }: Report,
  madeOf: MadeOf,
): CoveredSubjects {
  if (subjects === undefined || subjects.ids.length === 0 || given.length === 0) return nothing;
  const byType = given.filter(({ covers }) => types.some((part) => covers('part', part.index)));
  if (byType.length > 0) return { ...nothing, some: new Set(byType), left: 0 };
  const some = new Set<Coverage>();
  let [all, left, of] = [0, 0, subjects.of];
  const cover = (family: SubjectFamily, id: number, by: readonly Coverage[]): boolean => {
    const covering = by.filter((each) => each.covers(family, id));
    for (const each of covering) some.add(each);
    return covering.length > 0;
  };
  for (const id of subjects.ids) {
    all++;
    if (cover(subjects.of, id, given)) continue;
    const part = subjects.of === 'part' ? fabric.parts[id] : undefined;
    // A type that isn't named is covered once everything of that type is.
    const made = part === undefined ? [] : [...madeOf(part)];
    const naming = given.filter(({ allowance }) => allowance.on.length > 0);
    const open = made.filter(([family, thing]) => !cover(family, thing, naming));
    if (made.length === 0) left++;
    else {
      of = made[0]?.[0] ?? of;
      all += made.length - 1;
      left += open.length;
    }
  }
  return { some, all, left, of };
}

/** A report that says of how many of its things it is allowed. */
function partly(report: Report, { some, all, left, of }: CoveredSubjects): Report {
  const message = `Allowed for ${printNumber(all - left)} of the ${printCount(all, nounOf(of))}.`;
  const related = [...some].map(({ allowance }) => ({ origin: allowance.origin, message }));
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

/** The allowances of a rule: one and the same for rules that have the same ones, so that things are parted once for all of them. */
export interface RuleAllowances {
  /** Whether any is for certain things, so that findings of the rule may have to be parted. */
  readonly areForSome: boolean;
  /**
   * Parts some things where only some of them are allowed: those, behind the others, each in their order. So a finding about many
   * counts and names only those that are not allowed.
   * @returns one list where all of them are allowed or none
   */
  apart(of: SubjectFamily, ids: Iterable<number>): number[][];
}

/** The allowances of a rule. */
const allowancesByRule = defineAnswer(reads('fabric'), ({ fabric }) => {
  const coverages = coveragesOf(fabric);
  const known = new Map<string, RuleAllowances>();
  return (rule: string): RuleAllowances => {
    const given = coverages.filter(({ allowance }) => matchesRule(allowance.rule, rule));
    const key = given.map(({ allowance }) => originKey(allowance.statement)).join();
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = ruleAllowances(given)));
    return found;
  };
});

function ruleAllowances(given: readonly Coverage[]): RuleAllowances {
  return {
    areForSome: given.some(({ allowance: { on, scope } }) => on.length > 0 || scope !== undefined),
    apart(of, ids) {
      const allowed: number[] = [];
      const others: number[] = [];
      for (const id of ids) (given.some((each) => each.covers(of, id)) ? allowed : others).push(id);
      return [others, allowed].filter((each) => each.length > 0);
    },
  };
}

/** The allowances of a rule. */
export function allowancesFor(facts: Facts, rule: string): RuleAllowances {
  return allowancesByRule(facts)(rule);
}

/** Parts some things where a rule is allowed for some of them only. */
export function allowedApart(facts: Facts, rule: string, of: SubjectFamily, ids: readonly number[]): number[][] {
  return allowancesFor(facts, rule).apart(of, ids);
}

/** What each statement covers: one in a template or a `for` is one allowance for all of its instances and iterations. */
function coveragesOf(fabric: Fabric): Coverage[] {
  const byStatement = new Map<string, Allowance[]>();
  for (const each of fabric.allowances) {
    const key = originKey(each.statement);
    const known = byStatement.get(key);
    if (known === undefined) byStatement.set(key, [each]);
    else known.push(each);
  }
  return [...byStatement.values()].map((all) => {
    const [allowance] = all as [Allowance];
    const on = all.flatMap((each) => each.on);
    const { scope } = allowance;
    const named = belongingTo(fabric, on);
    const declared = scope === undefined ? undefined : declaredWithin(fabric, scope);
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
