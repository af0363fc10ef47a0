// What a finding is about, in a few characters: the same in every run, and after its subjects are renamed or moved.

import { digest, type Fabric, meaningsOf } from '../model/index.ts';
import type { Finding } from './finding.ts';

/** One of the things that findings of a rule are about, with how many of them are alike. */
interface Subject {
  readonly meaning: string;
  readonly count: number;
}

/** What the findings of a fabric are about. */
export interface Fingerprints {
  /** The subjects of a finding, alike ones counted; empty when it is about no element in particular. */
  subjects(finding: Finding): readonly Subject[];
  /** Sixteen hexadecimal digits: the rule, the kind of figure and the subjects; of one without subjects, its message. */
  fingerprint(finding: Finding): string;
}

/** Tells the findings of a fabric apart. */
export function fingerprintsOf(fabric: Fabric): Fingerprints {
  const meaning = meaningsOf(fabric);
  const subjects = ({ subjects: selection }: Finding): readonly Subject[] => {
    if (selection === undefined) return [];
    const counts = new Map<string, number>();
    for (const id of selection.ids) {
      const key = meaning(selection.of, id);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts]
      .map(([each, count]) => ({ meaning: each, count }))
      .sort((a, b) => (a.meaning < b.meaning ? -1 : 1));
  };
  return {
    subjects,
    fingerprint(finding) {
      const about = subjects(finding);
      const { rule, message, derivation } = finding;
      return digest(
        about.length === 0
          ? [rule, message]
          : [rule, derivation?.dimension ?? '', about.map((each) => [each.meaning, each.count])],
      );
    },
  };
}
