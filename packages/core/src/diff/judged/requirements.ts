// Requirements of two designs: which are new or gone, which have another limit, and what became of their values.
import { type Facts, type Verdict, verdictsOf } from '../../answers/index.ts';
import type { Requirement } from '../../model/index.ts';
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
  const verdicts = verdictsOf(after);
  const exact = verdicts.map((verdict) => {
    const candidates = olds.get(keyOf(verdict.requirement, sameId))?.filter((each) => !taken.has(each)) ?? [];
    return take(candidates.find((each) => sameLimit(each, verdict)) ?? candidates[0]);
  });
  // What it is about has grown or shrunk: the same words.
  const found = verdicts.map((now, i): RequirementChange => {
    const old = exact[i] ?? take(worded.get(wordsOf(now))?.find((each) => !taken.has(each)));
    return { kind: kindOf(old, now), before: old, after: now };
  });
  const gone = verdictsOf(before).filter((each) => !taken.has(each));
  return [...found, ...gone.map((each) => ({ kind: 'removed' as const, before: each, after: undefined }))];
}

function kindOf(old: Verdict | undefined, now: Verdict): RequirementChange['kind'] {
  if (old === undefined) return 'added';
  if (!sameLimit(old, now)) return 'limit';
  return old.holds === now.holds ? 'same' : 'verdict';
}

function sameLimit({ requirement: a }: Verdict, { requirement: b }: Verdict): boolean {
  return a.comparator === b.comparator && a.ofFull === b.ofFull && same(a.limit, b.limit);
}

/** What a requirement is about, in its own words. */
function wordsOf({ requirement: { fact, subjectText, failures } }: Verdict): string {
  const failing = failures.map(({ count, text }) => `${count} of ${text}`);
  return `${fact}(${subjectText}) ${failing.join()}`.replace(/\s+/g, ' ');
}

/** What a requirement is about, but for its limit. */
function keyOf({ fact, subject, point, each, failures }: Requirement, across: Across): string {
  const ids = ({ of, ids }: Requirement['subject']): string =>
    `${of} ${[...ids]
      .map((id) => across(of, id))
      .sort((a, b) => a - b)
      .join()}`;
  const failing = failures.map(({ count, of, parts }) => `${count} ${ids(of)} ${parts ?? ''}`);
  return [fact, ids(subject), point ?? '', each, ...failing].join('; ');
}
