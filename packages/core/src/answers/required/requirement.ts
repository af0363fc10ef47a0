// The value of a requirement, and whether it holds.

import type { Scenario } from '../../facts/conditions/scenario.ts';
import { type Derivation, derived, unknown } from '../../figures/derivation.ts';
import { type Comparator, factsIn, onlyFact, onlyNumber, type Requirement } from '../../model/index.ts';
import { currencyOf, exceeds, printCount, printNumber, same } from '../../units/index.ts';
import { defineAnswer } from '../answer.ts';
import { allFacts, type Facts } from '../facts.ts';
import { networkKeys } from '../failure/worst/alike-scenarios.ts';
import { type WorstScenario, worstScenario } from '../failure/worst/worst-scenario.ts';
import { firstId } from './asked.ts';
import { evaluateFigure, intervalOf, otherSide, type Side } from './expression.ts';
import { fullOf, networkFacts } from './required-network.ts';

/** A requirement, evaluated. */
export interface Verdict {
  readonly requirement: Requirement;
  readonly value: Derivation;
  /** Unknown when it depends on something unknown. */
  readonly limit: Derivation;
  /** Undefined when the value is unknown. */
  readonly holds: boolean | undefined;
  /** What the value is of, where it is of one among several: `rack[2]`, `the link from a.p to b.p`. */
  readonly worst?: string | undefined;
  /** What has failed in the worst case. */
  readonly failed: readonly string[];
}

/** Every requirement of the fabric, evaluated. */
export const verdictsOf = defineAnswer({ facts: allFacts }, ({ facts }): readonly Verdict[] =>
  facts.fabric.requirements.map((each) => verdictOf(facts, each)),
);

/** Evaluates a requirement in its worst scenario. */
export function verdictOf(facts: Facts, requirement: Requirement): Verdict {
  if (requirement.failures.length === 0) return verdictAsIs(facts, requirement);
  const found = worstScenario(facts, requirement, {
    cost: costOf(facts, requirement),
    isOfNetworks: isOfNetworks(requirement),
    isWorse: worseIn(facts, requirement),
  });
  const unjudged = (why: string): Verdict => {
    const { text, measure } = requirement.value;
    return { ...verdictAsIs(facts, requirement), value: unknown(text, measure, why), holds: undefined, failed: [] };
  };
  if (typeof found === 'string') return unjudged(found);
  const verdict = verdictAsIs(facts.under(found.scenario), requirement);
  // One case that fails is enough. That the ones that were tried hold says nothing of the others.
  if (verdict.holds === false || found.untriedOf === undefined || holdsByCuts(facts, requirement, found))
    return verdict;
  const failing = requirement.failures.map(({ count, text }) => `${printNumber(count)} of ${text}`).join(' and ');
  return unjudged(`${failing} can fail in ${printCount(found.untriedOf, 'way')}, too many to try`);
}

/** Whether a bisection keeps its limit even without all that failures cut: no cut loses more than the links that are lost. */
function holdsByCuts(facts: Facts, requirement: Requirement, { cutsAtMost }: WorstScenario): boolean {
  const { comparator, value: asked } = requirement;
  if (cutsAtMost === undefined || isUpper(comparator) || comparator === '==') return false;
  if (onlyFact(asked)?.fact !== 'bisection') return false;
  const { value, limit } = verdictAsIs(facts, requirement);
  return compare(value.value - cutsAtMost, comparator, limit.value) === true;
}

/** Whether a requirement depends on devices and links alone, as facts of whole networks do. */
function isOfNetworks({ value, limit }: Requirement): boolean {
  return [value, limit]
    .flatMap(factsIn)
    .every(({ fact, subject }) => subject.of === 'network' && Object.hasOwn(networkFacts, fact));
}

/** Approximate steps to evaluate a requirement once. */
function costOf({ fabric }: Facts, { value, limit }: Requirement): number {
  const { links, devices } = fabric;
  return [value, limit].flatMap(factsIn).reduce((all, { fact }) => {
    if (fact === 'diameter' || fact === 'paths') return all + (links.count + 1) * (devices.count + 1);
    // Per link, what is computed of flows takes twenty times as long as a step of a search for paths.
    return all + 20 * (links.count + devices.count + fabric.racks.count + 1);
  }, 0);
}

/** Whether a scenario is worse than another for a requirement. Scenarios in which its value is the same are evaluated once. */
function worseIn(facts: Facts, requirement: Requirement): (a: Scenario, b: Scenario) => boolean {
  const keyOf = isOfNetworks(requirement) ? networkKeys(facts) : () => undefined;
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
  const { comparator } = a.requirement;
  const [one, other] = [a, b].map(({ value, limit }) =>
    excess(comparator, worstOf(value, comparator), worstOf(limit, flipped[comparator])),
  );
  return exceeds(one as number, other as number);
}

/** Each comparison, seen from the other side. */
const flipped: Readonly<Record<Comparator, Comparator>> = { '<=': '>=', '>=': '<=', '<': '>', '>': '<', '==': '==' };

/** How far a value is on the wrong side of a limit; negative on the right side. */
function excess(comparator: Comparator, value: number, limit: number): number {
  if (comparator === '==') return Math.abs(value - limit);
  return comparator === '<=' || comparator === '<' ? value - limit : limit - value;
}

/** Evaluates a requirement with just what has failed in these facts, whatever failures it names itself. */
export function verdictAsIs(facts: Facts, requirement: Requirement): Verdict {
  const { comparator } = requirement;
  if (comparator !== '==') return verdictOn(facts, requirement, isUpper(comparator) ? 'most' : 'least');
  // Each of several things must have the value: the one with the most and the one with the least.
  const [most, least] = (['most', 'least'] as const).map((side) => verdictOn(facts, requirement, side));
  return isWorse(least as Verdict, most as Verdict) ? (least as Verdict) : (most as Verdict);
}

/** Whether a limit is an upper one. */
function isUpper(comparator: Comparator): boolean {
  return comparator === '<=' || comparator === '<';
}

/** @param side where the values are that fail first */
function verdictOn(facts: Facts, requirement: Requirement, side: Side): Verdict {
  const { comparator, unit } = requirement;
  const answer = evaluateFigure(facts, requirement.value, side);
  const inOwn = inUnitOf(answer.value, unit);
  const limit = limitOf(facts, requirement, inOwn, otherSide(side));
  const written = inUnitOf(inOwn, currencyOf(limit.unit) === undefined ? undefined : limit.unit);
  const holds = compare(written.value, comparator, limit.value) ?? within(written, comparator, limit);
  // The known part of a sum is reported where it decides the verdict.
  const value = holds === undefined ? written : { ...written, ...partOfSum(written) };
  return { requirement, value, limit, holds, worst: answer.worst, failed: facts.scenario.names };
}

/** The limit of a requirement, shown in the unit of the value. */
function limitOf(facts: Facts, { value, limit, ofFull, unit }: Requirement, like: Derivation, side: Side): Derivation {
  const number = onlyNumber(limit);
  const { dimension } = like;
  if (number === undefined) {
    const computed = evaluateFigure(facts, limit, side).value;
    return unit === undefined ? computed : { ...computed, unit };
  }
  const plain = { label: limit.text, dimension, value: number, known: number, terms: [], origin: limit.origin };
  const shown = { ...plain, ...(like.unit === undefined ? {} : { unit: like.unit }) };
  if (!ofFull) return shown;
  const fact = onlyFact(value);
  const full =
    fact === undefined ? undefined : fullOf(facts, fact.fact, firstId({ ...fact.subject, point: undefined, name: '' }));
  return {
    ...derived(
      `${limit.text} of full`,
      dimension,
      'share of full',
      full === undefined ? [] : [full],
      number * (full?.value ?? Number.NaN),
    ),
    ...(like.unit === undefined ? {} : { unit: like.unit }),
  };
}

/** A value in the unit of its limit. An amount in another currency is none that could be compared. */
function inUnitOf(value: Derivation, unit: string | undefined): Derivation {
  if (unit === undefined) return value;
  const [own, asked] = [currencyOf(value.unit), currencyOf(unit)];
  if (own === undefined || own === asked) return { ...value, unit };
  return { ...unknown(value.label, value.dimension, `it is in ${own}, and its limit in ${asked}`, [value]), unit };
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

/** Whether everything within the bounds of a value keeps every limit within its own, or nothing does; undefined otherwise. */
function within(value: Derivation, comparator: Comparator, limit: Derivation): boolean | undefined {
  if (comparator === '==') return undefined;
  const [a, b] = [intervalOf(value), intervalOf(limit)];
  const upper = isUpper(comparator);
  const atWorst = upper ? compare(a.most, comparator, b.least) : compare(a.least, comparator, b.most);
  const atBest = upper ? compare(a.least, comparator, b.most) : compare(a.most, comparator, b.least);
  return atWorst === atBest ? atBest : undefined;
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
