// Answers: results that are computed from other answers on demand, and kept with the facts they were computed from.
//
// An answer declares what it reads. What it reads at the bottom are inputs: the fabric, the basis, what has failed. So an answer that
// doesn't read what fails in a scenario is the same in that scenario and isn't computed again.
import type { Basis } from '../facts/conditions/basis.ts';
import type { Scenario } from '../facts/conditions/scenario.ts';
import { remembered } from '../figures/remembered.ts';
import type { Fabric } from '../model/index.ts';

/** What everything else is computed from. */
export interface Inputs {
  readonly fabric: Fabric;
  readonly basis: Basis;
  readonly scenario: Scenario;
  /** Which links are judged: all, or of those that differ in the length they give only the shortest and the longest. */
  readonly lengths: 'all' | 'extremes';
}

/** Where answers are kept: the facts of one fabric in one scenario. */
export interface AnswerStore extends Inputs {
  /** The value of an answer, computed when it is first asked for. */
  get<T>(answer: Answer<T>): T;
  /** Whether it has the value of an answer. */
  has(answer: Answer<unknown>): boolean;
  /** The store of the same fabric with other lengths that has an answer; undefined where there is none. */
  before(answer: Answer<unknown>): AnswerStore | undefined;
}

/** What an answer was in another store, and what it was computed from. */
export interface Before<N extends Needs, T> {
  readonly values: ValuesOf<N>;
  readonly value: T;
}

/** Reads one of the inputs. */
type Input = (inputs: Inputs) => unknown;

/** Something that can be asked of a fabric. Calling it gives its value; two answers never share one. */
export interface Answer<T> {
  (store: AnswerStore): T;
  /** Computes the value, without keeping it. */
  readonly compute: (store: AnswerStore) => T;
  /** The inputs it reads, directly or through other answers. */
  readonly reads: ReadonlySet<Input>;
}

/** An answer for each of many things. */
export interface AnswerFor<K, T> {
  (store: AnswerStore, of: K): T;
  /** All of them as one answer, to declare that another reads it. */
  readonly each: Answer<(of: K) => T>;
}

/** Answers by name, as an answer declares what it reads. */
export type Needs = Readonly<Record<string, Answer<unknown>>>;

/** The values of answers by name. */
export type ValuesOf<N extends Needs> = { readonly [K in keyof N]: N[K] extends Answer<infer T> ? T : never };

/** One of the things that everything else is computed from. */
export function defineInput<T>(read: (inputs: Inputs) => T): Answer<T> {
  return answerFrom(read, new Set([read]));
}

/** The store itself as an answer, for what may read any of some answers, such as a requirement. */
export function defineStore<S extends AnswerStore>(needs: Needs): Answer<S> {
  return answerFrom((store) => store as S, new Set([...readsOf(needs), theStore]));
}

/** Read by what reads the store itself: it may ask it for anything later. */
const theStore: Input = () => undefined;

/**
 * Defines an answer: `const tray = defineAnswer({ fabric, optics }, ({ fabric, optics }) => …)`, then `tray(facts)`.
 * @param needs the answers it reads
 * @param again computes the same from what it was before, where only lengths of links are others since
 */
export function defineAnswer<N extends Needs, T>(
  needs: N,
  compute: (values: ValuesOf<N>) => T,
  again?: (values: ValuesOf<N>, before: Before<N, T>) => T,
): Answer<T> {
  const valuesIn = (store: AnswerStore): ValuesOf<N> =>
    Object.fromEntries(Object.entries(needs).map(([name, answer]) => [name, answer(store)])) as ValuesOf<N>;
  const answer: Answer<T> = answerFrom((store) => {
    const values = valuesIn(store);
    const before = again === undefined ? undefined : store.before(answer);
    return again === undefined || before === undefined
      ? compute(values)
      : again(values, { values: valuesIn(before), value: answer(before) });
  }, readsOf(needs));
  return answer;
}

/**
 * Defines an answer for each of many things, such as networks or bases:
 * `const tierRatios = defineAnswerFor({ bandwidth }, ({ bandwidth }, network: number) => …)`, then `tierRatios(facts, 0)`.
 * @param needs the answers it reads
 */
export function defineAnswerFor<N extends Needs, K, T>(
  needs: N,
  compute: (values: ValuesOf<N>, of: K) => T,
): AnswerFor<K, T> {
  const each = defineAnswer(needs, (values) => remembered((of: K) => compute(values, of)));
  return Object.assign((store: AnswerStore, of: K): T => each(store)(of), { each });
}

function answerFrom<T>(compute: (store: AnswerStore) => T, reads: ReadonlySet<Input>): Answer<T> {
  const answer: Answer<T> = Object.assign((store: AnswerStore): T => store.get(answer), { compute, reads });
  return answer;
}

function readsOf(needs: Needs): ReadonlySet<Input> {
  return new Set(Object.values(needs).flatMap((each) => [...each.reads]));
}

/** Whether each store has an answer of its own: an input, or what reads the store itself. */
function isOwn({ compute, reads }: { readonly compute: unknown; readonly reads: ReadonlySet<unknown> }): boolean {
  return reads.has(compute) || reads.has(theStore);
}

/** Answers that were found without something that others read. */
export interface Apart {
  /** The value of an answer; undefined where it reads more. */
  find<T>(answer: Answer<T>): { readonly value: T } | undefined;
  /** The answers of the same fabric with the lengths before. */
  readonly earlier?: AnswerStore | undefined;
}

/** Keeps the answers of one fabric in one scenario. */
export class KeptAnswers implements AnswerStore {
  readonly fabric: Fabric;
  readonly basis: Basis;
  readonly scenario: Scenario;
  readonly lengths: Inputs['lengths'];
  private readonly whole: KeptAnswers | undefined;
  private readonly apart: Apart | undefined;
  private readonly kept = new Map<Answer<unknown>, unknown>();

  /**
   * @param whole the answers with nothing failed, which hold here too where they don't read what has failed
   * @param apart asked first
   */
  constructor({ fabric, basis, scenario, lengths }: Inputs, whole?: KeptAnswers, apart?: Apart) {
    this.fabric = fabric;
    this.basis = basis;
    this.scenario = scenario;
    this.lengths = lengths;
    this.whole = whole;
    this.apart = apart;
  }

  get<T>(answer: Answer<T>): T {
    if (!this.kept.has(answer)) this.kept.set(answer, this.find(answer));
    return this.kept.get(answer) as T;
  }

  has(answer: Answer<unknown>): boolean {
    return this.kept.has(answer);
  }

  before(answer: Answer<unknown>): AnswerStore | undefined {
    const earlier = this.apart?.earlier;
    return earlier !== this && earlier?.has(answer) === true ? earlier : undefined;
  }

  private find<T>(answer: Answer<T>): T {
    const { whole } = this;
    const holdsInBoth = whole !== undefined && [...answer.reads].every((read) => Object.is(read(this), read(whole)));
    if (holdsInBoth) return whole.get(answer);
    const found = isOwn(answer) ? undefined : this.apart?.find(answer);
    return found === undefined ? answer.compute(this) : found.value;
  }
}
