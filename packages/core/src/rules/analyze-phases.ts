// The findings of every phase of growth, each reported once: what is alike in several phases, of the last of them.
import { type Facts, factsOf } from '../answers/index.ts';
import type { Basis } from '../facts/index.ts';
import { byPlace, type Finding, findingKey } from '../findings/index.ts';
import type { Fabric } from '../model/index.ts';
import { type AtPhase, fabricAt } from '../phases/index.ts';
import type { Steps } from '../steps/index.ts';
import type { Analyzed } from './analyze.ts';
import { rule as unusedAllow } from './control/unused-allow.ts';

/** A phase that was judged. */
export interface AnalyzedPhase {
  /** The name of the phase; empty where a design has none. */
  readonly name: string;
  readonly at: AtPhase;
  readonly facts: Facts;
  readonly analyzed: Analyzed;
}

/**
 * Judges a design at each of its phases, in their order and in steps. The last one is the design itself, also of one without phases.
 * @param judge what finds what is wrong at one of them
 */
export function* stagesOf(
  whole: Fabric,
  basis: Basis | undefined,
  judge: (facts: Facts) => Steps<Analyzed>,
): Steps<readonly AnalyzedPhase[]> {
  const names = whole.phases.length === 0 ? [''] : whole.phases.map(({ name }) => name);
  const stages: AnalyzedPhase[] = [];
  for (const [i, name] of names.entries()) {
    const at = fabricAt(whole, i);
    yield;
    const facts = factsOf(at.fabric, basis);
    stages.push({ name, at, facts, analyzed: yield* judge(facts) });
  }
  return stages;
}

/**
 * What is found at all phases. A finding of one rule at one place is reported once, as it is at the last phase that has it; which phases
 * these are is said unless it is all of them.
 */
export function findingsOfStages(stages: readonly AnalyzedPhase[]): readonly Finding[] {
  const [only] = stages;
  if (stages.length === 1 && only !== undefined) return only.analyzed.findings;
  const found = stages.map(({ at, analyzed }) => {
    const byKey = new Map<string, Finding[]>();
    for (const each of analyzed.findings) {
      const key = findingKey(each);
      byKey.set(key, [...(byKey.get(key) ?? []), inWhole(each, at)]);
    }
    return byKey;
  });
  const reported: Finding[] = [];
  for (const [last, findings] of found.entries())
    for (const [key, some] of findings) {
      if (found.slice(last + 1).some((later) => later.has(key))) continue;
      const phases = stages.flatMap((_, i) => (found[i]?.has(key) === true ? [i] : []));
      // An allowance that suppresses something at one phase is needed.
      if (some[0]?.rule === unusedAllow.id && phases.length < stages.length) continue;
      const where = phasesText(stages, phases);
      reported.push(...(where === '' ? some : some.map((each) => ({ ...each, message: `${where}: ${each.message}` }))));
    }
  return reported.sort(byPlace);
}

/** `In phase day1`, `In phases day1 to third`; nothing for all of them. */
function phasesText(stages: readonly AnalyzedPhase[], phases: readonly number[]): string {
  if (phases.length === stages.length) return '';
  const names = phases.map((each) => stages[each]?.name ?? '');
  if (names.length === 1) return `In phase ${names[0]}`;
  const isRun = phases.every((each, i) => i === 0 || each === (phases[i - 1] ?? 0) + 1);
  const list =
    isRun && names.length > 2
      ? `${names[0]} to ${names.at(-1)}`
      : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `In phases ${list}`;
}

/** A finding about things by their ids in the whole design. */
function inWhole(finding: Finding, at: AtPhase): Finding {
  const { subjects, alike, folded } = finding;
  return {
    ...finding,
    subjects: subjects === undefined ? undefined : at.inWhole(subjects),
    ...(alike === undefined
      ? {}
      : {
          alike: alike.map((each) => ({
            ...each,
            subjects: each.subjects === undefined ? undefined : at.inWhole(each.subjects),
          })),
        }),
    ...(folded === undefined ? {} : { folded: folded.map((each) => inWhole(each, at)) }),
  };
}
