// What follows from another finding is listed with it and not on its own: one mistake, one message.
import { originsOf, originsOfUnknown } from '../figures/index.ts';
import { type Origin, originKey } from '../source/index.ts';
import { exceeds } from '../units/index.ts';
import { dueTo } from './due-to.ts';
import type { Finding, Severity } from './finding.ts';
import { type Judgement, othersOf, saidOfOthers, toFinding } from './judgement.ts';
import { type Level, levels, type Report } from './rule.ts';

/** A finding that blames a value, and what follows from it. From a warning, only other warnings and notes follow. */
interface Cause {
  readonly severity: Severity;
  readonly level: Level;
  /** Where it is reported: what depends on the same value there is listed with it, whatever its level. */
  readonly place: string;
  readonly consequences: string[];
  readonly folded: Finding[];
  readonly finding: Finding;
}

/** The findings so far, and what they blame. */
interface Attached {
  readonly findings: Finding[];
  /** The finding to list consequences with, by the value it blames. */
  readonly causes: Map<string, Cause>;
  /** Warnings that an error about the same value would still take over, by that value. */
  readonly warnings: Map<string, Cause>;
}

/**
 * Makes findings of judgements. One that depends on a value which another blames becomes a consequence of that one; a
 * warning about a value becomes a consequence of an error that depends on the same value.
 */
export function attachConsequences(judgements: readonly Judgement[]): Finding[] {
  const ordered = [...judgements].sort((a, b) => levels.indexOf(a.rule.level) - levels.indexOf(b.rule.level));
  const attached: Attached = { findings: [], causes: new Map(), warnings: new Map() };
  for (const judgement of ordered) {
    const cause = causeOf(judgement, attached);
    if (cause === undefined) attach(judgement, attached);
    else {
      cause.consequences.push(judgement.report.message, ...saidOfOthers(judgement));
      cause.folded.push(toFinding(judgement, judgement.report.also ?? []), ...othersOf(judgement));
    }
  }
  return attached.findings;
}

/** The finding that a judgement is a consequence of: of an earlier level, or at the same place; no milder than it. */
function causeOf({ rule, severity, report }: Judgement, { causes }: Attached): Cause | undefined {
  const place = originKey(report.origin);
  const key = dependenciesOf(report)
    .map(originKey)
    .find((origin) => {
      const each = causes.get(origin);
      return (
        each !== undefined &&
        (each.severity === 'error' || severity === 'warning') &&
        (each.level !== rule.level || each.place === place) &&
        !failsWithout(report, origin)
      );
    });
  return key === undefined ? undefined : causes.get(key);
}

/** Adds a finding of its own, and what it blames. */
function attach(judgement: Judgement, attached: Attached): void {
  const { rule, severity, report } = judgement;
  const { findings, causes, warnings } = attached;
  const consequences = [...(report.also ?? []), ...saidOfOthers(judgement)];
  const folded = othersOf(judgement);
  const finding = { ...toFinding(judgement, consequences), folded };
  findings.push(finding);
  if (severity === 'note') return;
  const cause: Cause = { severity, level: rule.level, place: originKey(report.origin), consequences, folded, finding };
  for (const key of (report.blames ?? []).map(originKey)) {
    if (severity === 'error' || !causes.has(key)) causes.set(key, cause);
    if (severity === 'warning') warnings.set(key, cause);
  }
  if (severity === 'error') takeOver(report, cause, attached);
}

/** Lists warnings about values that an error depends on with the error, and whatever else depends on those values. */
function takeOver(report: Report, cause: Cause, { findings, causes, warnings }: Attached): void {
  for (const key of dependenciesOf(report).map(originKey)) {
    const warning = warnings.get(key);
    if (warning === undefined || (warning.level === cause.level && warning.place !== cause.place)) continue;
    if (failsWithout(report, key)) continue;
    warnings.delete(key);
    const at = findings.indexOf(warning.finding);
    // It may have been taken over for another value it blames.
    if (at < 0) continue;
    cause.consequences.push(warning.finding.message, ...warning.consequences);
    cause.folded.push(warning.finding, ...warning.folded.splice(0));
    causes.set(key, { ...cause, level: warning.level });
    findings.splice(at, 1);
  }
}

/** Whether what a report says is over a limit is so even without a value: then the value isn't the reason. */
function failsWithout({ over }: Report, key: string): boolean {
  if (over === undefined) return false;
  // What it depends on without being computed from it, as the devices of a rack from a statement, can't be taken away.
  const due = dueTo(over.value, key);
  return due > 0 && exceeds(over.value.known - due, over.limit);
}

/** The values that a report depends on. */
function dependenciesOf(report: Report): Origin[] {
  const origins = report.restsOnUnknown === true ? originsOfUnknown : originsOf;
  return [...(report.derivation === undefined ? [] : origins(report.derivation)), ...(report.restsOn ?? [])];
}
