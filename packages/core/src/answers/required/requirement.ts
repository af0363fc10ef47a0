// The value of a requirement, and whether it holds.

import type { Scenario } from '../../facts/conditions/scenario.ts';
import { type Derivation, unknown } from '../../figures/derivation.ts';
import { type Comparator, nameOf, type Requirement } from '../../model/index.ts';
import { exceeds, same } from '../../units/index.ts';
import { defineAnswer } from '../answer.ts';
import { allFacts, type Facts } from '../facts.ts';
import { networkKeys } from '../failure/alike-scenarios.ts';
import { worstScenario } from '../failure/worst-scenario.ts';
import type { Asked, FactTable, FactValue } from './asked.ts';
import { contentsFacts } from './required-contents.ts';
import { fullOf, networkFacts } from './required-network.ts';
import { plantFacts } from './required-plant.ts';

/** A requirement, evaluated. */
export interface Verdict {
  readonly requirement: Requirement;
  readonly value: Derivation;
  /** The limit in the unit of the value. `NaN` when it depends on something unknown. */
  readonly limit: number;
  /** Undefined when the value is unknown. */
  readonly holds: boolean | undefined;
  /** What the value is of, where it is of one among several: `rack[2]`, `the link from a.p to b.p`. */
  readonly worst?: string | undefined;
  /** What has failed in the worst case. */
  readonly failed: readonly string[];
}

/** Every fact that can be required, by name. */
export const factTable: FactTable = { ...networkFacts, ...contentsFacts, ...plantFacts };

/** Every requirement of the fabric, evaluated. */
export const verdictsOf = defineAnswer({ facts: allFacts }, ({ facts }): readonly Verdict[] =>
  facts.fabric.requirements.map((each) => verdictOf(facts, each)),
);

/** Evaluates a requirement in its worst scenario. */
export function verdictOf(facts: Facts, requirement: Requirement): Verdict {
  if (requirement.failures.length === 0) return verdictAsIs(facts, requirement);
  const scenario = worstScenario(facts, requirement.failures, {
    cost: costOf(facts, requirement),
    isWorse: worseIn(facts, requirement),
  });
  if (typeof scenario !== 'string') return verdictAsIs(facts.under(scenario), requirement);
  const value = unknown(requirement.fact, 'count', scenario);
  return { requirement, value, limit: requirement.limit, holds: undefined, failed: [] };
}

/** Approximate steps to evaluate a requirement once. */
function costOf({ fabric }: Facts, { fact }: Requirement): number {
  const { links, devices } = fabric;
  if (fact === 'diameter' || fact === 'paths') return (links.count + 1) * (devices.count + 1);
  return links.count + devices.count + fabric.racks.count + 1;
}

/** Whether a scenario is worse than another for a requirement. Scenarios in which its value is the same are evaluated once. */
function worseIn(facts: Facts, requirement: Requirement): (a: Scenario, b: Scenario) => boolean {
  const ofNetwork = requirement.subject.of === 'network' && Object.hasOwn(networkFacts, requirement.fact);
  const keyOf = ofNetwork ? networkKeys(facts) : () => undefined;
  const known = new Map<Scenario | string, Verdict>();
  const verdict = (scenario: Scenario): Verdict => {
    const key = keyOf(scenario) ?? scenario;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = verdictAsIs(facts.under(scenario), requirement)));
    return found;
  };
  return (a, b) => isWorse(verdict(a), verdict(b));
}

/** A failing verdict is worse than an unknown one, which is worse than one that holds; of equals, the one nearer to failing. */
function isWorse(a: Verdict, b: Verdict): boolean {
  const rank = ({ holds }: Verdict): number => (holds === undefined ? 1 : holds ? 0 : 2);
  if (rank(a) !== rank(b)) return rank(a) > rank(b);
  const [one, other] = [a, b].map(({ value, limit }) =>
    excess(a.requirement.comparator, worstOf(value, a.requirement.comparator), limit),
  );
  return exceeds(one as number, other as number);
}

/** How far a value is on the wrong side of a limit; negative on the right side. */
function excess(comparator: Comparator, value: number, limit: number): number {
  if (comparator === '==') return Math.abs(value - limit);
  return comparator === '<=' || comparator === '<' ? value - limit : limit - value;
}

/** Evaluates a requirement with just what has failed in these facts, whatever failures it names itself. */
export function verdictAsIs(facts: Facts, requirement: Requirement): Verdict {
  const { each, subject, fact } = requirement;
  const limit = requirement.ofFull
    ? requirement.limit * (fullOf(facts, fact, subject.ids[0] ?? 0)?.value ?? Number.NaN)
    : requirement.limit;
  const verdict = (asked: Asked, worst?: string): Verdict => {
    const answer = requiredFact(facts, fact, asked);
    const { unit } = requirement;
    const written = { ...answer.value, ...(unit === undefined ? {} : { unit }) };
    const partly = { ...written, ...partOfSum(written) };
    const { comparator } = requirement;
    const judged = compare(written.value, comparator, limit) ?? within(written, comparator, limit);
    const holds = judged ?? within(partly, comparator, limit);
    // The known part of a sum is reported where it decides the verdict.
    const value = judged === undefined && holds !== undefined ? partly : written;
    return { requirement, value, limit, holds, worst: worst ?? answer.worst, failed: facts.scenario.names };
  };
  const { point } = requirement;
  const name = nameWithoutPoints(requirement);
  if (!each || subject.ids.length === 1) return verdict({ ...subject, point, name });
  let found: Verdict | undefined;
  for (const id of subject.ids) {
    const own = nameOf(facts.fabric, subject.of, id);
    const here = verdict({ of: subject.of, ids: Uint32Array.of(id), point, name: own }, own);
    if (found === undefined || isWorse(here, found)) found = here;
  }
  return found ?? verdict({ ...subject, point, name });
}

/** `net` of `net.each.typical`. */
function nameWithoutPoints({ subjectText, point }: Requirement): string {
  const points = new Set(['each', ...(point === undefined ? [] : [point])]);
  const words = subjectText.split('.');
  while (words.length > 1 && points.has(words.at(-1)?.trim() ?? '')) words.pop();
  return words.join('.').trim();
}

/** The value of a fact that can be required. */
export function requiredFact(facts: Facts, fact: string, asked: Asked): FactValue {
  const of = Object.hasOwn(factTable, fact) ? factTable[fact] : undefined;
  return of?.(facts, asked) ?? { value: unknown(fact, 'count', `${fact} of ${asked.name} is unknown`) };
}

/** A value, or the worse bound of one that is only bounded. */
function worstOf({ value, bounds }: Derivation, comparator: Comparator): number {
  if (bounds === undefined || !Number.isNaN(value)) return value;
  return comparator === '<=' || comparator === '<' ? bounds.most : bounds.least;
}

/** The lower bound of a sum with unknown terms: its known terms. */
function partOfSum({ value, known, bounds }: Derivation): Pick<Derivation, 'bounds'> {
  const isPart = bounds === undefined && Number.isNaN(value) && known > 0;
  return isPart ? { bounds: { least: known, most: Number.POSITIVE_INFINITY } } : {};
}

/** Whether everything within the bounds of a value keeps a limit, or nothing does; undefined otherwise. */
function within({ bounds }: Derivation, comparator: Comparator, limit: number): boolean | undefined {
  if (bounds === undefined || comparator === '==') return undefined;
  const [least, most] = [bounds.least, bounds.most].map((each) => compare(each, comparator, limit));
  return least === most ? least : undefined;
}

function compare(value: number, comparator: Comparator, limit: number): boolean | undefined {
  if (Number.isNaN(value) || Number.isNaN(limit)) return undefined;
  if (same(value, limit)) return comparator !== '<' && comparator !== '>';
  switch (comparator) {
    case '<=':
    case '<':
      return value < limit;
    case '>=':
    case '>':
      return value > limit;
    case '==':
      return false;
  }
}
