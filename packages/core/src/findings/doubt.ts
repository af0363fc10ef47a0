// What is wrong with a thing makes other judgements of it doubtful: one mistake, one message. Here as data, for all rules alike.
import type { Facts } from '../answers/index.ts';

/** Something wrong with a thing, which is reported, and what can't be judged of that thing meanwhile. */
export interface Doubt<Thing> {
  /** The rules that report it, as the case may be. */
  readonly reportedBy: readonly string[];
  /** The rules whose findings about the same thing would say it again, or would be of a thing that isn't meant. */
  readonly doubtful: readonly string[];
  /** Whether it is wrong. */
  holds(facts: Facts, thing: Thing): boolean;
}

/** The things that a rule can judge: those without anything wrong that makes its findings doubtful. */
export function soundFor<Thing>(
  facts: Facts,
  rule: string,
  { things, doubts }: { readonly things: readonly Thing[]; readonly doubts: readonly Doubt<Thing>[] },
): readonly Thing[] {
  const own = doubts.filter(({ doubtful }) => doubtful.includes(rule));
  return own.length === 0 ? things : things.filter((each) => !own.some((doubt) => doubt.holds(facts, each)));
}
