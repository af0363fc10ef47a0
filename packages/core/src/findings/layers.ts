// Layers of a design, each read from the one before: a problem in one makes what depends on it doubtful.
import type { Gaps } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { byPlace } from './key.ts';
import type { Rule } from './rule.ts';

/**
 * What later steps build on: which statements a text has, which names they declare, and what a fabric is read from them:
 * its plugs, links, placements and values.
 */
export type Layer = 'statements' | 'names' | keyof Gaps;

/** What a kind of problem means for others. */
export interface Dependence {
  /** The layers that such a problem leaves incomplete. */
  readonly breaks: readonly Layer[];
  /** The layers that must be complete for such a problem to be trusted. */
  readonly dependsOn: readonly Layer[];
  /** Whether such a problem may be what an earlier one of its line leaves: behind a value that is missing, the next word is taken for it. */
  readonly mayBeLeftOver?: boolean;
}

/** The layers that hold what a fabric is read from the text. */
export const fabricLayers: readonly (keyof Gaps)[] = ['plugs', 'links', 'placements', 'values'];

/**
 * Whether a fabric is complete enough for a rule. A single value is judged by itself, unless the rule depends on more; what
 * is put together is judged once the fabric is whole.
 */
export function isJudgeable({ level, dependsOn = [] }: Pick<Rule, 'level' | 'dependsOn'>, gaps: Gaps): boolean {
  const required = level === 'value' ? dependsOn : fabricLayers;
  return !required.some((layer) => gaps[layer]);
}

/** The layers that some problems leave incomplete. */
export function brokenLayers(
  problems: readonly Finding[],
  dependenceOf: (rule: string) => Dependence,
): ReadonlySet<Layer> {
  return new Set(problems.flatMap((each) => dependenceOf(each.rule).breaks));
}

/** The problems that can be trusted: without those that depend on a layer which another problem leaves incomplete. */
export function dropConsequences(
  problems: readonly Finding[],
  dependenceOf: (rule: string) => Dependence,
): readonly Finding[] {
  const broken = brokenLayers(problems, dependenceOf);
  return problems.filter((each) => !dependenceOf(each.rule).dependsOn.some((layer) => broken.has(layer)));
}

/**
 * The problems that are reported of each line: where one of them breaks the statements, that one alone, since it explains the rest;
 * else each that is about a stretch of the line of its own, and isn't left over from another.
 * @param lineOf a key that is equal for places on one line
 */
export function distinctOnLines(
  problems: readonly Finding[],
  dependenceOf: (rule: string) => Dependence,
  lineOf: (problem: Finding) => string,
): Finding[] {
  const rank = ({ rule }: Finding): number => (dependenceOf(rule).breaks.includes('statements') ? 0 : 1);
  const reported = new Map<string, Finding[]>();
  for (const each of [...problems].sort((a, b) => rank(a) - rank(b) || byPlace(a, b))) {
    const line = lineOf(each);
    const others = reported.get(line) ?? [];
    if (others.some((other) => rank(other) === 0 || overlap(each, other))) continue;
    // What has a correction is misspelt, whatever comes before it.
    if (others.length > 0 && dependenceOf(each.rule).mayBeLeftOver === true && each.fixes.length === 0) continue;
    reported.set(line, [...others, each]);
  }
  return [...reported.values()].flat();
}

/** Whether two problems are about the same text. */
function overlap({ origin: a }: Finding, { origin: b }: Finding): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
