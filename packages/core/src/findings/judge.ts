// What is judged: every comparison of a figure with its limit, counted as judged, or as not judged and why.

import { type Derivation, leastOf, mostOf, unknownLeaves } from '../figures/index.ts';
import type { Missing, SubjectFamily, Subjects } from '../model/index.ts';
import { type Origin, originKey } from '../source/index.ts';
import { exceeds, printCount, same } from '../units/index.ts';

/** The things that a comparison is for. */
export interface Alike {
  /** How many there are, one by default: links that are alike are compared once. */
  readonly count?: number;
  /** Where they are declared. */
  readonly at: Origin | undefined;
  /** The things themselves, where they are not all that is declared there: one rack of an array. */
  readonly of?: Subjects;
}

/** Compares figures with limits for one rule. */
export interface Judge {
  /**
   * Whether a figure is over its limit. It is judged where both are known, or where what is known of them decides: the known
   * terms of a sum can be over a limit by themselves.
   */
  exceeds(figure: Derivation, limit: Derivation, alike: Alike): boolean;
  /** Counts a limit that can't be judged, because of the unknown values of a figure. */
  cannot(figure: Derivation, alike: Alike): void;
  /** Counts limits that were judged in another way than by comparing two figures. */
  did(count: number): void;
}

/** How many limits of one rule. */
export interface LimitCount {
  readonly rule: string;
  /** What is limited: `link loss`. */
  readonly what: string;
  readonly count: number;
}

/** Limits that are not judged for one reason: one number would make them known. */
export interface Unjudged {
  /** Why, as the end of a sentence. */
  readonly reason: string;
  /** The same for each missing number, where a part lacks several for the same limits. */
  readonly reasons: readonly string[];
  readonly missing: Missing | undefined;
  /** How many limits, for each rule that would judge them. */
  readonly limits: readonly LimitCount[];
  /** All that is missing for this reason: the length of several links, density and specific heat of a coolant. */
  readonly owners: readonly Missing[];
  /** Where the things are declared whose limits these are. */
  readonly places: readonly Origin[];
  /** These things, where they are not all that is declared at those places. */
  readonly things: Subjects | undefined;
  /** Whether an allowance accepts it. */
  readonly accepted: boolean;
}

/** What was judged of a fabric. */
export interface Judged {
  /** Limits that hold or fail. */
  readonly judged: readonly LimitCount[];
  /** Limits that are not judged. One that lacks several numbers counts once here, and for each of its reasons. */
  readonly unjudged: readonly LimitCount[];
  readonly reasons: readonly Unjudged[];
}

/** What was judged, with the reasons that allowances accept. */
export function accepting(judged: Judged, accepted: ReadonlySet<Unjudged>): Judged {
  return { ...judged, reasons: judged.reasons.map((each) => ({ ...each, accepted: accepted.has(each) })) };
}

/** How many limits there are in all. */
export function limitsIn(counts: readonly LimitCount[]): number {
  return counts.reduce((all, { count }) => all + count, 0);
}

/** Counts by rule. */
type Counts = Map<string, LimitCount>;

/** A rule, by what it limits. */
interface Limited {
  readonly id: string;
  readonly limit?: string;
}

/** A reason while limits are counted: places by their key, things of one family by their id. */
interface Open {
  readonly leaf: Derivation;
  /** Further values that the same part lacks for the same limits. */
  readonly also: readonly Derivation[];
  /** The limits that wait for it, by their number. */
  readonly waiting: Set<number>;
  /** Why, in words: one for each thing that a declaration within a template makes. */
  readonly words: Set<string>;
  readonly owners: Map<string, Missing>;
  readonly places: Map<string, Origin>;
  /** Arrays of ids; those of links that are alike are one and the same array, whatever judges them. */
  readonly things: Map<SubjectFamily, Set<Uint32Array>>;
}

/** Limits of one rule that can't be judged, alike. */
interface Left {
  readonly rule: Limited;
  readonly count: number;
}

/** Counts what the rules judge. */
export class Tally {
  private readonly judged: Counts = new Map();
  /** What can't be judged; its place is its number. */
  private readonly left: Left[] = [];
  private readonly open = new Map<string, Open>();

  /** What was counted so far. */
  result(): Judged {
    const together = lackedTogether([...this.open.values()], (waiting) => this.countsOf(waiting));
    const reasons = together.map(({ leaf, also, waiting, words, owners, places, things }) => ({
      reason: wordsFor([leaf, ...also], words),
      reasons: [...words],
      missing: leaf.missing,
      limits: this.countsOf(waiting),
      owners: [...owners.values()],
      places: [...places.values()],
      things: firstFamily(things),
      accepted: false,
    }));
    return { judged: [...this.judged.values()], unjudged: this.countsOf(this.left.keys()), reasons };
  }

  /** Whether all that was counted was judged. */
  get isClosed(): boolean {
    return this.left.length === 0;
  }

  /** Whether some limit waits for a number already. */
  isAskedFor({ origin, property }: Missing): boolean {
    const place = `${originKey(origin)} ${property}`;
    return [...this.open.values()].some(({ owners }) => owners.has(place));
  }

  /** Adds what was counted elsewhere. */
  add({ judged, left, open }: Tally): void {
    for (const { rule: id, what: limit, count } of judged.values()) add(this.judged, { id, limit }, count);
    const before = this.left.length;
    for (const each of left) this.left.push(each);
    for (const [key, each] of open) {
      const own = this.openAt(key, each.leaf);
      for (const number of each.waiting) own.waiting.add(before + number);
      for (const word of each.words) own.words.add(word);
      for (const [place, owner] of each.owners) own.owners.set(place, owner);
      for (const [place, at] of each.places) own.places.set(place, at);
      for (const [of, arrays] of each.things) for (const ids of arrays) addThings(own.things, { of, ids });
    }
  }

  /** What is known of a reason, by its key. */
  private openAt(key: string, leaf: Derivation): Open {
    let open = this.open.get(key);
    if (open === undefined)
      this.open.set(
        key,
        (open = {
          leaf,
          also: [],
          waiting: new Set(),
          words: new Set(),
          owners: new Map(),
          places: new Map(),
          things: new Map(),
        }),
      );
    return open;
  }

  private countsOf(waiting: Iterable<number>): LimitCount[] {
    const counts: Counts = new Map();
    for (const each of waiting) {
      const { rule, count } = this.left[each] as Left;
      add(counts, rule, count);
    }
    return [...counts.values()];
  }

  /** What compares for a rule. */
  judgeFor(rule: Limited): Judge {
    const did = (count: number): void => add(this.judged, rule, count);
    const cannot = (figure: Derivation, alike: Alike): void => this.leaveOpen(rule, figure, alike);
    return {
      did,
      cannot,
      exceeds(figure, limit, alike) {
        // Of something that has no such value there is nothing to judge.
        if (figure.isNone || limit.isNone) return false;
        const [least, most] = [leastOf(figure), mostOf(limit)];
        const isMore = figure.isMore === true && Number.isNaN(figure.value);
        const over = exceeds(least, most) || (isMore && same(least, most));
        const within = mostOf(figure) <= leastOf(limit) || same(mostOf(figure), leastOf(limit));
        if (over || within) did(alike.count ?? 1);
        // First comes what makes it a limit; a figure is asked for once there is one.
        else cannot(Number.isNaN(limit.value) ? limit : figure, alike);
        return over;
      },
    };
  }

  private leaveOpen(rule: Limited, figure: Derivation, { count = 1, at, of }: Alike): void {
    if (count === 0) return;
    const number = this.left.push({ rule, count }) - 1;
    for (const leaf of unknownLeaves(figure)) {
      const open = this.openAt(keyOf(leaf), leaf);
      open.waiting.add(number);
      open.words.add(reasonOf(leaf));
      if (leaf.missing !== undefined)
        open.owners.set(`${originKey(leaf.missing.origin)} ${leaf.missing.property}`, leaf.missing);
      if (at !== undefined) open.places.set(originKey(at), at);
      if (of !== undefined) addThings(open.things, of);
    }
  }
}

function addThings(things: Open['things'], { of, ids }: Subjects): void {
  const known = things.get(of) ?? new Set();
  things.set(of, known);
  known.add(ids);
}

function firstFamily(things: Open['things']): Subjects | undefined {
  const [first] = things;
  if (first === undefined) return undefined;
  const [of, arrays] = first;
  const [ids] = arrays;
  if (arrays.size === 1 && ids !== undefined) return { of, ids };
  return { of, ids: Uint32Array.from(new Set([...arrays].flatMap((each) => [...each]))) };
}

/** Reasons with those that ask one part for several numbers put together, where as many limits of the same rules wait for each. */
function lackedTogether(
  all: readonly Open[],
  countsOf: (waiting: Iterable<number>) => readonly LimitCount[],
): readonly Open[] {
  const found = new Map<string, Open>();
  for (const each of all) {
    const { missing } = each.leaf;
    const limits = countsOf(each.waiting).map(({ rule, count }) => `${rule} ${count}`);
    const key =
      missing === undefined || !lacks.test(reasonOf(each.leaf))
        ? keyOf(each.leaf)
        : [originKey(missing.origin), missing.owner, ...limits, ...each.places.keys()].join();
    const first = found.get(key);
    found.set(
      key,
      first === undefined
        ? each
        : {
            ...first,
            also: [...first.also, each.leaf],
            // Those of one direction may wait for one number, those of the other for another.
            waiting: new Set([...first.waiting, ...each.waiting]),
            words: new Set([...first.words, ...each.words]),
            owners: new Map([...first.owners, ...each.owners]),
          },
    );
  }
  return [...found.values()];
}

/** What is given as unknown: ``the `width` of Odd is unknown``, perhaps with the reason. */
const saidUnknown = /^the (`[\w-]+`) of (.*?) is unknown( \(.*\))?$/;

/** What a part lacks: `Odd has no \`width\``. */
const lacks = /^(.*) has (no `[\w-]+`)$/;

/** `Odd has no \`width\` and no \`height\``; ``unit[1].water and 63 more have no `flow` `` of several things that lack it. */
function wordsFor(leaves: readonly [Derivation, ...Derivation[]], words: ReadonlySet<string>): string {
  const [first] = leaves;
  const [, name = '', own = ''] = lacks.exec(reasonOf(first)) ?? [];
  if (name === '') return wordsOfUnknown(reasonOf(first), words);
  const more = new Set([...words].map((each) => lacks.exec(each)?.[1])).size - 1;
  const who = more === 0 ? `${name} has` : `${name} and ${printCount(more, 'more', 'more')} have`;
  const lacked = [own, ...leaves.slice(1).map((each) => lacks.exec(reasonOf(each))?.[2] ?? '')];
  return lacked.length === 1 ? `${who} ${own}` : `${who} ${lacked.slice(0, -1).join(', ')} and ${lacked.at(-1)}`;
}

/** ``the `flow` of unit[1].water and 63 more is unknown`` of several things that one declaration makes. */
function wordsOfUnknown(reason: string, words: ReadonlySet<string>): string {
  const [, property, name, why = ''] = saidUnknown.exec(reason) ?? [];
  const more = new Set([...words].map((each) => saidUnknown.exec(each)?.[2])).size - 1;
  return name === undefined || more < 1
    ? reason
    : `the ${property} of ${name} and ${printCount(more, 'more', 'more')} is unknown${why}`;
}

/** Equal for values that are unknown for the same reason; of links, wherever they are. */
function keyOf(leaf: Derivation): string {
  const { missing } = leaf;
  if (missing === undefined) return reasonOf(leaf);
  // A declaration within a template is one place, however many things it makes.
  if (
    missing.text.endsWith(` has no \`${missing.property}\``) ||
    saidUnknown.exec(missing.text)?.[1] === `\`${missing.property}\``
  )
    return `${originKey(missing.origin)} ${missing.property}`;
  return `${missing.owner.startsWith('link ') ? 'link' : originKey(missing.origin)} ${missing.text}`;
}

function reasonOf({ unknown, label }: Derivation): string {
  return unknown ?? `the ${label} is unknown`;
}

function add(counts: Counts, { id: rule, limit: what = rule }: Limited, count: number): void {
  if (count > 0) counts.set(rule, { rule, what, count: (counts.get(rule)?.count ?? 0) + count });
}
