// Requirements of two designs in words.
import { type Derivation, printAtLeast, type RequirementChange, type Verdict } from '@lightloom/core';
import { isOversubscription, ratioText, valueText } from '../../wording/value-text.ts';

/** Requirements of which something differs: they are new or gone, have another limit, verdict or value. */
export function differing(changes: readonly RequirementChange[]): RequirementChange[] {
  return changes.filter((each) => each.kind !== 'same' || valueIn(each.before) !== valueIn(each.after));
}

/** `holds now`, `fails now`, `new, holds`, `gone`. */
export function verdictText({ kind, before, after }: RequirementChange): string {
  if (after === undefined) return 'gone';
  const is = holdsText(after);
  if (kind === 'added') return `new, ${is}`;
  const now = before?.holds === after.holds ? `${is} as before` : `${is} now`;
  return kind === 'limit' ? `other limit, ${now}` : now;
}

/** Whether it is worse than before: it fails, or is unknown, and was not. */
export function isWorse({ before, after }: RequirementChange): boolean {
  return after !== undefined && after.holds !== true && before?.holds !== after.holds;
}

function holdsText({ holds }: Verdict): string {
  return holds === undefined ? 'unknown' : holds ? 'holds' : 'fails';
}

/** The text of a requirement without its first word; of one with another limit, the new one. */
export function requirementText({ before, after }: RequirementChange): string {
  return (after ?? before)?.requirement.text.replace(/^require\s+/, '').replace(/\s+/g, ' ') ?? '';
}

/** The value of a verdict; empty without one. */
export function valueIn(verdict: Verdict | undefined): string {
  return verdict === undefined ? '' : asWritten(verdict, verdict.value, valueText);
}

/** `<= 1 : 1`; empty without a verdict. */
export function limitIn(verdict: Verdict | undefined): string {
  if (verdict === undefined) return '';
  const { limit, requirement } = verdict;
  return `${requirement.comparator} ${asWritten(verdict, limit, printAtLeast)}`;
}

function asWritten({ requirement }: Verdict, value: Derivation, text: (value: Derivation) => string): string {
  return isOversubscription(requirement) ? ratioText(value) : text(value);
}
