// All findings of a fabric: rules run, allowances applied, consequences told with their cause.

import type { Facts } from '../answers/index.ts';
import { originsOf, originsOfUnknown } from '../figures/index.ts';
import { byPlace, type Finding, type Severity } from '../findings/finding.ts';
import { type Level, levels, type Report, type Rule } from '../findings/rule.ts';
import { type Severities, severityOf } from '../findings/severity.ts';
import { type Allowance, type AllowanceTarget, derivesFrom, type Fabric, type Part } from '../model/index.ts';
import { type Origin, originKey, originWithin } from '../source/index.ts';
import { unusedAllow, rule as unusedRule } from './control/unused-allow.ts';

/**
 * Runs rules over the facts. Never throws: a rule that does becomes a finding that names it.
 * @param severities what a project sets; a rule that is off is not run
 */
export function analyze(facts: Facts, rules: readonly Rule[], severities: Severities = new Map()): Finding[] {
  const reported: Reported[] = [];
  // Where text could not be understood, what is put together from it is not judged: only single values are.
  const unsure = hasGaps(facts.fabric);
  const off: string[] = [];
  for (const rule of rules) {
    const severity = severityOf(severities, rule.id, rule.severity);
    if (severity === 'off') off.push(rule.id);
    if (severity === 'off' || (unsure && rule.level !== 'value')) continue;
    for (const report of run(rule, facts))
      reported.push({ rule, severity: milderOf(severity, report.severity), report });
  }
  const used = new Set<Allowance>();
  const kept = merge(reported).filter((each) => !isAllowed(facts, each, used));
  const findings = tellConsequences(kept);
  const severity = severityOf(severities, unusedRule.id, unusedRule.severity);
  if (!unsure && severity !== 'off') {
    for (const allowance of facts.fabric.allowances) {
      // Nobody knows what a rule that is off would have found.
      const unknown = off.some((id) => matchesRule(allowance.rule, id));
      if (!used.has(allowance) && !unknown) findings.push({ ...unusedAllow(allowance), severity });
    }
  }
  return findings.sort(byPlace);
}

/** Whether some text could not be understood. */
function hasGaps({ gaps }: Fabric): boolean {
  return gaps.plugs || gaps.links || gaps.placements || gaps.values;
}

interface Reported {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly report: Report;
}

/** From mild to hard. */
const bySeverity: readonly Severity[] = ['note', 'warning', 'error'];

function milderOf(a: Severity, b: Severity = a): Severity {
  return bySeverity.indexOf(b) < bySeverity.indexOf(a) ? b : a;
}

function run(rule: Rule, facts: Facts): readonly Report[] {
  try {
    return rule.check(facts);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        message: `The rule ${rule.id} failed: ${reason}.`,
        help: 'This is a defect of the tool and not of the design; please report it.',
        origin: { uri: facts.fabric.uri, start: 0, end: 0 },
      },
    ];
  }
}

/** One source line can be many things on the floor: the same rule at the same place is one finding, the first the worst. */
function merge(reported: readonly Reported[]): Reported[] {
  const seen = new Set<string>();
  return reported.filter(({ rule, report }) => {
    const key = `${rule.id} ${originKey(report.origin)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function isAllowed(facts: Facts, { rule, report }: Reported, used: Set<Allowance>): boolean {
  let allowed = false;
  for (const allowance of facts.fabric.allowances) {
    if (!matchesRule(allowance.rule, rule.id) || !covers(facts, allowance, report)) continue;
    used.add(allowance);
    allowed = true;
  }
  return allowed;
}

function matchesRule(pattern: string, id: string): boolean {
  return pattern === id || id.startsWith(`${pattern}/`);
}

function covers(facts: Facts, allowance: Allowance, report: Report): boolean {
  if (allowance.on.length > 0) return allowance.on.some((target) => hits(facts, target, report));
  return allowance.scope === undefined || originWithin(report.origin, allowance.scope);
}

/** Whether what is reported lies in the declaration, or is about nothing but what it names. */
function hits(facts: Facts, target: AllowanceTarget, report: Report): boolean {
  if (target.declaration !== undefined && originWithin(report.origin, target.declaration)) return true;
  const subjects = report.subjects;
  if (subjects === undefined || subjects.ids.length === 0 || subjects.of !== target.selection.of) return false;
  if (subjects.of === 'part') {
    const part = (id: number): Part => facts.fabric.parts[id] as Part;
    return [...subjects.ids].every((id) =>
      [...target.selection.ids].some((other) => derivesFrom(part(id), part(other))),
    );
  }
  const named = new Set(target.selection.ids);
  return subjects.ids.every((id) => named.has(id));
}

/**
 * Turns reports into findings, and those that rest on a value another one blames into its consequences. What a warning
 * says of a value is told with the error that rests on it.
 */
function tellConsequences(reported: readonly Reported[]): Finding[] {
  const ordered = [...reported].sort((a, b) => levels.indexOf(a.rule.level) - levels.indexOf(b.rule.level));
  const warned = new Map<string, Warned>();
  const causes = new Map<string, Cause>();
  const findings: Finding[] = [];
  for (const { rule, severity, report } of ordered) {
    const known = restsOn(report)
      .map((origin) => causes.get(originKey(origin)))
      .find(
        (each) =>
          each !== undefined &&
          (each.severity === 'error' || severity === 'warning') &&
          (each.level !== rule.level || each.place === originKey(report.origin)),
      );
    if (known !== undefined) {
      known.consequences.push(report.message);
      continue;
    }
    const consequences = [...(report.also ?? [])];
    const finding = toFinding(rule, severity, report, consequences);
    findings.push(finding);
    if (severity === 'note') continue;
    const cause: Cause = { severity, level: rule.level, place: originKey(report.origin), consequences };
    for (const origin of report.blames ?? []) {
      const before = causes.get(originKey(origin));
      if (severity === 'error' || before === undefined) causes.set(originKey(origin), cause);
      if (severity === 'warning') warned.set(originKey(origin), { ...cause, finding });
    }
    if (severity === 'warning') continue;
    for (const origin of restsOn(report)) {
      const warning = warned.get(originKey(origin));
      if (warning === undefined || (warning.level === rule.level && warning.place !== cause.place)) continue;
      warned.delete(originKey(origin));
      if (!findings.includes(warning.finding)) continue;
      consequences.push(warning.finding.message, ...warning.consequences);
      // What else rests on that value is told here too.
      causes.set(originKey(origin), { ...cause, level: warning.level });
      findings.splice(findings.indexOf(warning.finding), 1);
    }
  }
  return findings;
}

/** A warning that blames a value. */
interface Warned extends Cause {
  readonly finding: Finding;
}

/** A finding that blames a value, and what follows from it: of a warning, other warnings. */
interface Cause {
  readonly severity: Severity;
  readonly level: Level;
  /** Where it is told: what rests on the same value there is told with it, whatever its level. */
  readonly place: string;
  readonly consequences: string[];
}

function restsOn(report: Report): Origin[] {
  const origins = report.restsOnUnknown === true ? originsOfUnknown : originsOf;
  return [...(report.derivation === undefined ? [] : origins(report.derivation)), ...(report.restsOn ?? [])];
}

function toFinding(rule: Rule, severity: Severity, report: Report, consequences: string[]): Finding {
  return {
    rule: rule.id,
    severity,
    message: report.message,
    help: report.help,
    origin: report.origin,
    label: report.label,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    subjects: report.subjects,
    derivation: report.derivation,
    consequences,
  };
}
