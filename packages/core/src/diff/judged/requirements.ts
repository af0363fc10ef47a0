// Requirements of two designs: which are new or gone, which have another limit, and what became of their values.
import { type Facts, type Verdict, verdictsOf } from '../../answers/index.ts';
import { type Expression, onlyNumber, type Requirement, type Selection } from '../../model/index.ts';
import { same } from '../../units/index.ts';
import { type Across, acrossIn, itselfIn } from '../match/across.ts';
import type { Matching } from '../match/matching.ts';

/** One requirement in both designs. */
export interface RequirementChange {
  /** `limit`: it has another limit; `verdict`: it holds in one design only; `same`: neither, whatever its value. */
  readonly kind: 'added' | 'removed' | 'limit' | 'verdict' | 'same';
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
}

/** Compares the requirements of two designs, in the order of the new one; those that are gone last. */
export function requirementChanges(matching: Matching, before: Facts, after: Facts): RequirementChange[] {
  const across = acrossIn(matching);
  const olds = new Map<string, Verdict[]>();
  for (const verdict of verdictsOf(before)) {
    const key = keyOf(verdict.requirement, across);
    olds.set(key, [...(olds.get(key) ?? []), verdict]);
  }
  const worded = new Map<string, Verdict[]>();
  for (const verdict of verdictsOf(before)) {
    const words = wordsOf(verdict);
    worded.set(words, [...(worded.get(words) ?? []), verdict]);
  }
  const taken = new Set<Verdict>();
  const take = (found: Verdict | undefined): Verdict | undefined => {
    if (found === undefined || taken.has(found)) return undefined;
    taken.add(found);
    return found;
  };
  const sameId = itselfIn(matching);
  const hasSameLimit = (old: Verdict, now: Verdict): boolean => sameLimit(old, now, across, sameId);
  const verdicts = verdictsOf(after);
  const exact = verdicts.map((verdict) => {
    const candidates = olds.get(keyOf(verdict.requirement, sameId))?.filter((each) => !taken.has(each)) ?? [];
    return take(candidates.find((each) => hasSameLimit(each, verdict)) ?? candidates[0]);
  });
  // What it is about has grown or shrunk: the same words.
  const found = verdicts.map((now, i): RequirementChange => {
    const old = exact[i] ?? take(worded.get(wordsOf(now))?.find((each) => !taken.has(each)));
    const kind = kindOf(old, now, old !== undefined && hasSameLimit(old, now));
    return { kind, before: old, after: now };
  });
  const gone = verdictsOf(before).filter((each) => !taken.has(each));
  return [...found, ...gone.map((each) => ({ kind: 'removed' as const, before: each, after: undefined }))];
}

function kindOf(old: Verdict | undefined, now: Verdict, isSameLimit: boolean): RequirementChange['kind'] {
  if (old === undefined) return 'added';
  if (!isSameLimit) return 'limit';
  return old.holds === now.holds ? 'same' : 'verdict';
}

/** Whether two requirements have one limit: the same number, or computed alike from the same. */
function sameLimit({ requirement: a }: Verdict, { requirement: b }: Verdict, across: Across, itself: Across): boolean {
  if (a.comparator !== b.comparator || a.ofFull !== b.ofFull) return false;
  const [old, now] = [onlyNumber(a.limit), onlyNumber(b.limit)];
  if (old !== undefined && now !== undefined) return same(old, now);
  return expressionKey(a.limit, across) === expressionKey(b.limit, itself);
}

/** What a requirement is about, in its own words. */
function wordsOf({ requirement: { value, failures } }: Verdict): string {
  const failing = failures.map(({ count, text }) => `${count} of ${text}`);
  return `${value.text} ${failing.join()}`.replace(/\s+/g, ' ');
}

/** What a requirement is about, but for its limit. */
function keyOf({ value, failures }: Requirement, across: Across): string {
  const failing = failures.map(({ count, of, parts }) => `${count} ${selectionKey(of, across)} ${parts ?? ''}`);
  return [expressionKey(value, across), ...failing].join('; ');
}

/** An expression as a text that is equal where two mean the same, whatever a `let` is called. */
function expressionKey(expression: Expression, across: Across): string {
  switch (expression.kind) {
    case 'fact': {
      const { fact, subject, point, each } = expression;
      return [fact, selectionKey(subject, across), point ?? '', each].join(' ');
    }
    case 'number':
      return `${Number(expression.value.toPrecision(12))}`;
    case 'name':
      return expressionKey(expression.value, across);
    case 'arithmetic':
      return `(${expressionKey(expression.left, across)} ${expression.operator} ${expressionKey(expression.right, across)})`;
  }
}

function selectionKey({ of, ids }: Selection, across: Across): string {
  const there = [...ids].map((id) => across(of, id)).sort((a, b) => a - b);
  return `${of} ${there.join()}`;
}
