// Findings that are new, and those that are gone: by what they are about, not by their words.
import type { Finding } from '../../findings/index.ts';
import { type Across, acrossIn, itselfIn } from '../match/across.ts';
import type { Matching } from '../match/matching.ts';

/** A finding that one design has, and how much of what it is about the other design doesn't have it for. */
export interface FindingChange {
  readonly finding: Finding;
  /** How many things it is about; 0 for one about none in particular. */
  readonly of: number;
  /** For how many of them it is new, or gone. */
  readonly count: number;
}

export interface FindingChanges {
  /** Of the new design. */
  readonly fresh: readonly FindingChange[];
  /** Of the old one. */
  readonly gone: readonly FindingChange[];
}

/**
 * Compares the findings of two designs, with what is folded below them. One about nothing in particular that isn't an error concerns
 * the text alone, as an unused import: it doesn't count.
 */
export function findingChanges(
  matching: Matching,
  before: readonly Finding[],
  after: readonly Finding[],
): FindingChanges {
  const across = acrossIn(matching);
  const olds = before.flatMap(withFolded).filter(isOfDesign);
  const news = after.flatMap(withFolded).filter(isOfDesign);
  const same = itselfIn(matching);
  const [oldKeys, newKeys] = [subjectKeys(olds, across), subjectKeys(news, same)];
  const [oldTexts, newTexts] = [wordedBy(olds), wordedBy(news)];
  const [fresh, gone] = [differing(news, same, oldKeys), differing(olds, across, newKeys)];
  return {
    fresh: [...otherThan(fresh, gone), ...unmatched(newTexts, oldTexts)],
    gone: [...otherThan(gone, fresh), ...unmatched(oldTexts, newTexts)],
  };
}

/** Findings but for those that the other list has word for word, about what was replaced: nothing changes for who reads them. */
function otherThan(changes: readonly FindingChange[], others: readonly FindingChange[]): FindingChange[] {
  const wordsOf = ({ finding: { rule, message }, of, count }: FindingChange): string =>
    `${rule} ${of} ${count} ${message}`;
  const there = new Set(others.map(wordsOf));
  return changes.filter((each) => !there.has(wordsOf(each)));
}

function isOfDesign({ subjects, severity }: Finding): boolean {
  return subjects !== undefined || severity === 'error';
}

function withFolded(finding: Finding): Finding[] {
  const { folded = [], alike = [] } = finding;
  const others = alike.map(
    ({ subjects, derivation }): Finding => ({ ...finding, subjects, derivation, folded: [], alike: [] }),
  );
  return [{ ...finding, folded: [], alike: [] }, ...others, ...folded.flatMap(withFolded)];
}

function keyOf({ rule, derivation, subjects }: Finding, id: number): string {
  return `${rule} ${derivation?.dimension ?? ''} ${subjects?.of ?? ''} ${id}`;
}

function subjectKeys(findings: readonly Finding[], across: Across): Set<string> {
  const keys = new Set<string>();
  for (const finding of findings)
    if (finding.subjects !== undefined)
      for (const id of finding.subjects.ids) keys.add(keyOf(finding, across(finding.subjects.of, id)));
  return keys;
}

/** Findings about things that the other design doesn't have them for. */
function differing(findings: readonly Finding[], across: Across, others: ReadonlySet<string>): FindingChange[] {
  return findings.flatMap((finding): FindingChange[] => {
    const { subjects } = finding;
    if (subjects === undefined || subjects.ids.length === 0) return [];
    let count = 0;
    for (const id of subjects.ids) {
      const there = across(subjects.of, id);
      if (there < 0 || !others.has(keyOf(finding, there))) count++;
    }
    return count === 0 ? [] : [{ finding, of: subjects.ids.length, count }];
  });
}

/** Findings about nothing in particular, by rule. */
function wordedBy(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const each of findings)
    if (each.subjects === undefined || each.subjects.ids.length === 0)
      found.set(each.rule, [...(found.get(each.rule) ?? []), each]);
  return found;
}

/**
 * Findings in words that the other design doesn't have. Words hold names, which may be others for the same thing: as many findings of
 * the rule as the other design has in words of its own are taken for the same.
 */
function unmatched(
  own: ReadonlyMap<string, readonly Finding[]>,
  others: ReadonlyMap<string, readonly Finding[]>,
): FindingChange[] {
  return [...own].flatMap(([rule, findings]) => {
    const there = (others.get(rule) ?? []).map(({ message }) => message);
    const here = findings.map(({ message }) => message);
    const left = findings.filter(({ message }) => !there.includes(message));
    const renamed = there.filter((message) => !here.includes(message)).length;
    return left.slice(renamed).map((finding) => ({ finding, of: 0, count: 0 }));
  });
}
