// All findings of a fabric, as one pipeline: run the rules, allow, merge, attach consequences, sort.
import { type Facts, isLengthAsked, preparing, type Standing } from '../answers/index.ts';
import {
  type AllowedJudgement,
  accepting,
  allowancesFor,
  applyAllowances,
  attachConsequences,
  byPlace,
  type Finding,
  isJudgeable,
  type Judge,
  type Judged,
  type Judgement,
  matchesRule,
  mergeJudgements,
  milderOf,
  type Report,
  type Rule,
  type Severities,
  severityOf,
  Tally,
  type Unjudged,
} from '../findings/index.ts';
import { type Allowance, type Fabric, nameOf } from '../model/index.ts';
import { atOnce, type Steps } from '../steps/index.ts';
import { differInLength } from '../subjects/links.ts';
import { notJudged, rule as notJudgedRule } from './control/not-judged.ts';
import { unusedAllow, rule as unusedRule } from './control/unused-allow.ts';
import { countUnknown } from './given-as-unknown.ts';

/** What rules say of a fabric. */
export interface Analyzed {
  /** By file and place. */
  readonly findings: readonly Finding[];
  /** What allowances take out of them. */
  readonly allowed: readonly AllowedJudgement[];
  readonly judged: Judged;
}

/**
 * Runs rules over the facts. Never throws: a rule that does becomes a finding that names it.
 * @param severities what a project sets; a rule that is off isn't run
 * @param notRun more rules that found nothing because they weren't run or failed; asked for once all others have run
 */
export function analyze(
  facts: Facts,
  rules: readonly Rule[],
  severities?: Severities,
  notRun?: () => readonly string[],
): Analyzed {
  return atOnce(analyzing(facts, rules, severities, notRun));
}

/**
 * The same in steps: one for each rule, and before them for what all of them read.
 * @param stands what rules have found that ask for no length of a link, where the facts are those of other lengths
 */
export function* analyzing(
  facts: Facts,
  rules: readonly Rule[],
  severities: Severities = new Map(),
  notRun: () => readonly string[] = () => [],
  stands?: StandingRules,
): Steps<Analyzed> {
  const { fabric } = facts;
  yield* preparing(facts);
  const tally = new Tally();
  const judgeable = rules.filter((rule) => isJudgeable(rule, fabric.gaps));
  const judgements: Judgement[] = [];
  for (const rule of judgeable) {
    const found = stands?.foundBy(rule, severities) ?? foundBy(rule, facts, severities);
    for (const each of found.judgements) judgements.push(each);
    tally.add(found.tally);
    yield;
  }
  countUnknown(facts, judgeable, tally);
  const off = rules.filter((rule) => severityOf(severities, rule.id, rule.severity) === 'off').map(({ id }) => id);
  const unknown = [...off, ...notRun()];
  const counted = tally.result();
  const open = isJudgeable(notJudgedRule, fabric.gaps)
    ? openJudgements(fabric, counted, { severities, rules })
    : new Map<Judgement, Unjudged>();
  const { kept, allowed, unused } = applyAllowances(fabric, [...judgements, ...open.keys()], unknown);
  const all = toldOnce(kept, open);
  // Merged once it is known what is allowed: what is allowed doesn't hide the next worst at its place.
  const findings = attachConsequences([
    ...mergeJudgements(all.filter((each) => !isNote(each))),
    // Each is about another number, also where several are missing at one place.
    ...all.filter(isNote),
  ]);
  if (isJudgeable(unusedRule, fabric.gaps)) findings.push(...unusedAllowances(unused, findings, fabric, severities));
  const accepted = acceptedOf(counted, [...judgements, ...open.keys()], kept, open);
  return {
    findings: findings.sort(byPlace),
    allowed: allowedOnce(allowed, open),
    judged: accepting(counted, accepted),
  };
}

const isNote = ({ rule }: Judgement): boolean => rule === notJudgedRule;

/** A judgement for each reason why limits aren't judged, while the fabric is whole. */
function openJudgements(
  fabric: Fabric,
  { reasons }: Judged,
  { severities, rules }: { readonly severities: Severities; readonly rules: readonly Rule[] },
): ReadonlyMap<Judgement, Unjudged> {
  const severity = severityOf(severities, notJudgedRule.id, notJudgedRule.severity);
  const found = new Map<Judgement, Unjudged>();
  if (severity === 'off') return found;
  const told = new Set(rules.filter(({ tellsOpen }) => tellsOpen === true).map(({ id }) => id));
  for (const each of reasons) {
    const report = notJudged(fabric, each, told);
    if (report !== undefined) found.set({ rule: notJudgedRule, severity, report }, each);
  }
  return found;
}

/** Judgements with the notes on limits that aren't judged: listed with what is reported because the same number is missing. */
function toldOnce(kept: readonly Judgement[], open: ReadonlyMap<Judgement, Unjudged>): Judgement[] {
  const byMessage = new Map([...open].map(([{ report }, { reasons }]) => [report.message, reasons]));
  const left = new Set(kept.filter(isNote));
  const told = kept.flatMap((each): Judgement[] => {
    if (isNote(each)) return [];
    const why = each.report.open;
    if (why === undefined) return [each];
    const also = [...left].filter(({ report }) => byMessage.get(report.message)?.some((one) => why.includes(one)));
    for (const note of also) left.delete(note);
    const messages = also.map(({ report }) => report.message);
    return [
      also.length === 0
        ? each
        : { ...each, report: { ...each.report, also: [...(each.report.also ?? []), ...messages] } },
    ];
  });
  return [...told, ...left];
}

/** What is allowed, without the notes on limits that aren't judged for want of the same number as another finding of it. */
function allowedOnce(
  allowed: readonly AllowedJudgement[],
  open: ReadonlyMap<Judgement, Unjudged>,
): readonly AllowedJudgement[] {
  const told = new Set(allowed.flatMap(({ judgement }) => judgement.report.open ?? []));
  return allowed.filter(({ judgement }) => open.get(judgement)?.reasons.some((each) => told.has(each)) !== true);
}

/** The reasons that allowances accept: all that says so is allowed. */
function acceptedOf(
  { reasons }: Judged,
  all: readonly Judgement[],
  kept: readonly Judgement[],
  open: ReadonlyMap<Judgement, Unjudged>,
): ReadonlySet<Unjudged> {
  const notes = new Map([...open].map(([{ report }, of]) => [of, report.message]));
  const [before, after] = [said(all), said(kept)];
  return new Set(
    reasons.filter((each) => {
      const ways = [...each.reasons, notes.get(each) ?? ''];
      return ways.some((way) => before.has(way)) && !ways.some((way) => after.has(way));
    }),
  );
}

/** What judgements say of limits that aren't judged: the messages of notes, the reasons of others. */
function said(judgements: readonly Judgement[]): ReadonlySet<string> {
  return new Set(judgements.flatMap((each) => (isNote(each) ? [each.report.message] : (each.report.open ?? []))));
}

/** What a rule finds. */
interface Found {
  /** With the severity that the project and the report give it; nothing where the rule is off. */
  readonly judgements: readonly Judgement[];
  readonly tally: Tally;
}

/** What rules find that ask for no length of a link: it stands whatever these are. */
export class StandingRules {
  private readonly standing: Standing;
  private readonly known = new Map<Rule, Found>();

  constructor(standing: Standing) {
    this.standing = standing;
  }

  /** What a rule finds without lengths; undefined where it asks for one. */
  foundBy(rule: Rule, severities: Severities): Found | undefined {
    const known = this.known.get(rule);
    if (known !== undefined) return known;
    const found = this.standing.attempt(rule, () => foundBy(rule, this.standing.facts, severities));
    if (found !== undefined) this.known.set(rule, found.value);
    return found?.value;
  }
}

function foundBy(rule: Rule, facts: Facts, severities: Severities): Found {
  const tally = new Tally();
  const own = severityOf(severities, rule.id, rule.severity);
  if (own === 'off') return { judgements: [], tally };
  const reports = isWithinLimits(rule, facts, tally) ? [] : run(rule, facts, tally.judgeFor(rule));
  const judgements = reports.map((report) => ({ rule, severity: milderOf(own, report.severity ?? own), report }));
  return { judgements, tally };
}

/**
 * Whether a rule for single links finds nothing at the shortest and the longest of those that differ in the length they give: there is
 * nothing at the lengths between either. What it judged is counted then, for all of them.
 */
function isWithinLimits(rule: Rule, facts: Facts, tally: Tally): boolean {
  if (rule.perLink !== true || !differInLength(facts) || allowancesFor(facts, rule.id).areForSome) return false;
  const atExtremes = new Tally();
  if (run(rule, facts.atExtremes(), atExtremes.judgeFor(rule)).length > 0 || !atExtremes.isClosed) return false;
  tally.add(atExtremes);
  return true;
}

function run(rule: Rule, facts: Facts, judge: Judge): readonly Report[] {
  try {
    return rule.check(facts, judge);
  } catch (error) {
    if (isLengthAsked(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        message: `The rule ${rule.id} failed: ${reason}.`,
        help: 'This is a bug in Lightloom, not in the design; please report it.',
        origin: { uri: facts.fabric.uri, start: 0, end: 0 },
      },
    ];
  }
}

function unusedAllowances(
  unused: readonly Allowance[],
  findings: readonly Finding[],
  fabric: Fabric,
  severities: Severities,
): Finding[] {
  const severity = severityOf(severities, unusedRule.id, unusedRule.severity);
  if (severity === 'off') return [];
  const all = findings.flatMap((each) => [each, ...(each.folded ?? [])]);
  return unused.map((each) => {
    const others = all.filter(({ rule }) => matchesRule(each.rule, rule)).map((other) => firstSubject(fabric, other));
    return { ...unusedAllow(each, [...new Set(others.filter((name) => name !== undefined))]), severity };
  });
}

function firstSubject(fabric: Fabric, { subjects }: Finding): string | undefined {
  const first = subjects?.ids[0];
  return subjects === undefined || first === undefined ? undefined : nameOf(fabric, subjects.of, first);
}
