// Fills the holes of a design so that it has no error, at the least cost; or says which lines contradict each other.
import {
  type Choice,
  type Constraint,
  cheapest,
  type Derivation,
  effectsOf,
  type Facts,
  type FilledHole,
  type Filling,
  type Finding,
  type JudgedChoice,
  knownOf,
  type Least,
  movesByEffect,
  printNumber,
  type Relaxed,
  reportOf,
  requiredFact,
  smallestConflict,
  sum,
  unknownLeaves,
  type Verdict,
  type Violation,
  verdictsOf,
} from '@lightloom/core';
import type { Design, Session } from '../session/index.ts';
import { type Domain, domainOf } from './domains.ts';
import { filled, holesOf } from './holes.ts';

/** What is asked for. */
export interface FillRequest {
  readonly least: Least;
  /** Choices that are checked at most. */
  readonly most: number;
}

/** A choice that was checked. */
interface Checked extends JudgedChoice {
  readonly values: readonly string[];
  readonly amount: Derivation;
  /** Verdicts that fail, by constraint. */
  readonly failed: ReadonlyMap<number, Verdict>;
}

/** What each unknown figure adds to a cost: fewer of them come first, whatever is known. */
const unknownCost = 1e15;

/**
 * Fills the holes of a design.
 * @param session without this design; it is read under its own address, so that its imports and its configuration hold
 * @returns a sentence when it has no holes, or one for which nothing can be found
 */
export async function fillDesign(
  session: Session,
  uri: string,
  text: string,
  { least, most }: FillRequest,
): Promise<Filling | string> {
  const holes = holesOf(text);
  if (holes.length === 0) return 'The design has no `?` to fill.';
  const { fabric, findings } = await session.open(uri, text);
  const unreadable = findings.find(({ rule }) => rule.startsWith('syntax/') || rule.startsWith('import/'));
  if (unreadable !== undefined) return `${unreadable.message} Correct that first.`;
  const domains: Domain[] = [];
  for (const each of holes) {
    const domain = domainOf(each, fabric.parts);
    if (typeof domain === 'string') return domain;
    domains.push(domain);
  }
  const constraints = new Constraints();
  const known = new Map<string, Checked>();
  const check = async (values: readonly string[]): Promise<Checked> => {
    const key = values.join('\n');
    const before = known.get(key);
    if (before !== undefined) return before;
    await session.close([uri]);
    const whole = filled(text, holes, values);
    const found = judged(await session.open(uri, whole), { least, values, constraints, text: whole, uri });
    known.set(key, found);
    return found;
  };
  const axes = domains.map(({ values, isOrdered, refine }) => ({
    ...{ size: values.length, isOrdered },
    isMonotone: refine !== undefined,
  }));
  const judge = (places: readonly number[]): Promise<Checked> =>
    check(domains.map(({ values }, i) => values[places[i] ?? 0] ?? ''));
  const { effects, tried: probed } = await effectsOf(axes, judge);
  const search = (holds: (constraint: number) => boolean) => {
    const only = async (places: readonly number[]): Promise<Checked> => restricted(await judge(places), holds);
    // What follows from a first search without a result gets as many checks again.
    return cheapest(axes, only, Math.max(100, Math.min(most, 2 * most - known.size)), movesByEffect(axes, effects));
  };
  const searched = await search(() => true);
  const rows = holes.map(({ line, written }, i) => ({ line, written, what: domains[i]?.what ?? '' }));
  const withValues = (values: readonly string[]): FilledHole[] =>
    rows.map((row, i) => ({ ...row, value: (values[i] ?? '').replace(/^1\.\./, '') }));
  const tried = [...searched.tried, ...probed];
  const ranges = rows.map((row, i) => ({ ...row, range: triedOf(domains[i], tried, i) }));
  const common = { least, isComplete: searched.isComplete, ranges };
  if (searched.best === undefined) {
    const conflict = await conflictOf(known, async (lines) => {
      const { best } = await search((each) => lines.includes(each));
      return best?.result.values;
    });
    const relaxed = await easiest(
      conflict,
      async (line) => (await search((each) => each !== line)).best?.result,
      constraints,
      withValues,
    );
    const lines = conflict.flatMap((each) => constraints.of(each) ?? []).sort((a, b) => a.line - b.line);
    return { ...common, checks: known.size, outcome: { kind: 'conflict', constraints: lines, relaxed } };
  }
  const best = await refined(searched.best, domains, check);
  const answer = filled(text, holes, best.values);
  await session.close([uri]);
  const final = await session.open(uri, answer);
  const count = (severity: Finding['severity']): number =>
    final.findings.filter((each) => each.severity === severity).length;
  return {
    ...common,
    checks: known.size,
    outcome: {
      kind: 'filled',
      holes: withValues(best.values),
      cost: best.amount,
      text: answer,
      findings: { warning: count('warning'), note: count('note') },
    },
  };
}

/** Constraints by number. Fillings have no line breaks, so that a line stays the same line. */
class Constraints {
  readonly all: Constraint[] = [];
  private readonly known = new Map<string, number>();
  /** Why a requirement can't be judged, where it holds for no choice. */
  private readonly unjudged = new Map<number, string | undefined>();

  number(constraint: Constraint, file: string): number {
    const key = [file, constraint.line, constraint.rule ?? constraint.text].join('\n');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.all.length);
    return this.all.push(constraint) - 1;
  }

  /** Notes why a requirement could not be judged by a choice, or that it holds for one. */
  note(number: number, { holds, value, limit }: Verdict): void {
    if (holds === true) this.unjudged.set(number, undefined);
    else if (holds === undefined && !this.unjudged.has(number))
      this.unjudged.set(number, [value, limit].flatMap((each) => unknownLeaves(each))[0]?.unknown);
  }

  /** A constraint by its number. */
  of(number: number): Constraint | undefined {
    const constraint = this.all[number];
    const unjudged = this.unjudged.get(number);
    return constraint === undefined || unjudged === undefined ? constraint : { ...constraint, unjudged };
  }
}

/** What a design is found to be: the errors it has, and what it costs. */
function judged(
  { facts, findings, fabric }: Design,
  by: { readonly least: Least; readonly values: readonly string[]; readonly constraints: Constraints } & {
    readonly text: string;
    readonly uri: string;
  },
): Checked {
  const { constraints, values, text, uri } = by;
  const failed = new Map<number, Verdict>();
  const lineOf = (origin: { readonly uri: string; readonly start: number }): number =>
    origin.uri === uri ? text.slice(0, origin.start).split('\n').length : 0;
  const violated = new Map<number, Violation>();
  for (const { severity, rule, message, origin } of findings) {
    if (severity !== 'error' || rule.startsWith('requirement/')) continue;
    violated.set(constraints.number({ line: lineOf(origin), text: message, rule }, origin.uri), {
      found: message,
      excess: Number.NaN,
    });
  }
  // A requirement that can't be judged doesn't hold.
  for (const verdict of fabric.requirements.length === 0 ? [] : verdictsOf(facts)) {
    const { text: written, origin } = verdict.requirement;
    const constraint = { line: lineOf(origin), text: written.replace(/\s+/g, ' '), rule: undefined };
    const number = constraints.number(constraint, origin.uri);
    constraints.note(number, verdict);
    if (verdict.holds === true) continue;
    violated.set(number, {
      found: verdict.holds === false ? String(verdict.value.value) : '',
      excess: excessOf(verdict),
    });
    if (verdict.holds === false) failed.set(number, verdict);
  }
  const amount = amountOf(facts, by.least);
  const cost = knownOf(amount) + unknownCost * unknownLeaves(amount).length;
  return { cost, violated, values, amount, failed };
}

/** What is to be least: the bill of everything, the power of everything in W, or a count. */
function amountOf(facts: Facts, least: Least): Derivation {
  if (least === 'price')
    return requiredFact(facts, 'cost', { of: 'hall', ids: Uint32Array.of(0), point: undefined, name: 'everything' })
      .value;
  const { totals } = reportOf(facts);
  if (least === 'power') return totals.hall?.['worst-case'].total ?? totals.worstCasePower;
  const all = [totals.switches, totals.hosts, totals.racks, facts.fabric.cdus.count];
  const counted = all.reduce((sum, each) => sum + each, 0);
  return sum('parts', 'count', 'devices, racks and CDUs + modules + cables', [
    { label: 'devices, racks and CDUs', dimension: 'count', value: counted, known: counted, terms: [] },
    totals.modules,
    totals.cables,
  ]);
}

/** How far a value is from its limit, as a share of the limit. */
function excessOf({ value, limit }: Verdict): number {
  return Math.abs(value.value / limit.value - 1);
}

/** A choice whose quantities are moved to the whole number at which the design just holds. */
async function refined(
  { places, result }: Choice<Checked>,
  domains: readonly Domain[],
  check: (values: readonly string[]) => Promise<Checked>,
): Promise<Checked> {
  let best = result;
  for (const [i, { values, refine }] of domains.entries()) {
    let bad = values[(places[i] ?? 0) - 1];
    while (refine !== undefined && bad !== undefined) {
      const middle = refine(best.values[i] ?? '', bad);
      if (middle === undefined) break;
      const tried = await check(best.values.map((each, at) => (at === i ? middle : each)));
      if (tried.violated.size === 0 && tried.cost <= best.cost) best = tried;
      else bad = middle;
    }
  }
  return best;
}

/** A choice as if only some constraints were there. */
function restricted(result: Checked, holds: (constraint: number) => boolean): Checked {
  return { ...result, violated: new Map([...result.violated].filter(([each]) => holds(each))) };
}

/** Searches for a choice that satisfies some lines are repeated no more often than this. */
const mostConflicts = 12;

/**
 * The smallest set of lines that contradict each other. A set that hits what each choice so far violates is tried alone; a choice that
 * satisfies it violates something else, which the next set hits too.
 * @param known the choices that were checked, which a trial adds to
 * @param satisfy finds a choice that satisfies some lines, whatever it does to the others
 */
async function conflictOf(
  known: ReadonlyMap<string, Checked>,
  satisfy: (lines: readonly number[]) => Promise<readonly string[] | undefined>,
): Promise<readonly number[]> {
  const conflict = (): readonly number[] =>
    smallestConflict([...known.values()].map(({ violated }) => [...violated.keys()]).filter((each) => each.length > 0));
  for (let trial = 0; trial < mostConflicts; trial++) {
    const lines = conflict();
    if ((await satisfy(lines)) === undefined) return lines;
  }
  return conflict();
}

/** Of the lines that contradict each other, the one that gives way with the smallest change while all others hold. */
async function easiest(
  conflict: readonly number[],
  solve: (ignored: number) => Promise<Checked | undefined>,
  { all }: Constraints,
  withValues: (values: readonly string[]) => FilledHole[],
): Promise<Relaxed | undefined> {
  let relaxed: Relaxed | undefined;
  for (const each of conflict) {
    const [constraint, result] = [all[each], await solve(each)];
    if (constraint === undefined || result === undefined) continue;
    const verdict = result.failed.get(each);
    const share = verdict === undefined ? Number.NaN : excessOf(verdict);
    // A requirement is easier to relax than a rule, and the smaller change is easier.
    const isEasier = relaxed === undefined || (Number.isNaN(relaxed.share) ? share >= 0 : share < relaxed.share);
    if (isEasier) relaxed = { constraint, holes: withValues(result.values), verdict, share };
  }
  return relaxed;
}

/** What was tried for a hole: all of its types, or the values up to the last. */
function triedOf(domain: Domain | undefined, tried: readonly Choice<Checked>[], i: number): string {
  if (domain === undefined) return '';
  if (!domain.isOrdered) return domain.range;
  const last = Math.max(0, ...tried.map(({ places }) => places[i] ?? 0));
  const [from = '', to = ''] = [domain.values[0], domain.values[last]].map((each) => each?.replace(/^1\.\./, ''));
  return last === 0 ? from : `${from} to ${/^\d+$/.test(to) ? printNumber(Number(to)) : to}`;
}
