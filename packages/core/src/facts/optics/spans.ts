// Spans of a line: where its amplifiers are, and what each span loses.

import { type Derivation, derived, figure, times } from '../../figures/derivation.ts';
import type { LinkGroup, Part } from '../../model/index.ts';
import { fiberTerm, lossOfLine } from './path-loss.ts';

/** One direction of a link. */
export interface Way {
  readonly group: LinkGroup;
  readonly sender: Part<'optics'>;
  readonly receiver: Part<'optics'>;
  /** The end of the receiver. */
  readonly at: 'from' | 'to';
  /** Loss of the path, in dB, with what is kept free. */
  readonly loss: Derivation;
}

/** Where the amplifiers of a path stand. */
interface Positions {
  readonly booster: Part<'amplifier'> | undefined;
  /** Each ends a span. */
  readonly others: readonly Part<'amplifier'>[];
  /** Whether the last of them is in front of the receiver. */
  readonly endsAmplified: boolean;
}

/** The amplifiers of a path, one by one. */
export function amplifiersOf({ medium }: LinkGroup): readonly Part<'amplifier'>[] {
  return (medium.amplifiers?.value ?? []).flatMap(({ count, part }) => Array.from({ length: count }, () => part));
}

/** The first amplifier is a booster, the last of several a preamplifier, if their parts don't say otherwise. */
export function positionsOf(group: LinkGroup): Positions {
  const all = amplifiersOf(group);
  const [first] = all;
  const last = all.at(-1);
  const use = (part: Part<'amplifier'> | undefined) => part?.values.use?.value;
  const boosts = first !== undefined && use(first) !== 'in-line' && use(first) !== 'preamplifier';
  const others = boosts ? all.slice(1) : all;
  const endsAmplified = others.length > 0 && use(last) !== 'in-line' && use(last) !== 'booster';
  return { booster: boosts ? first : undefined, others, endsAmplified };
}

/** Whether an amplifier is in front of the receiver: it ends the last span and sets the receive power. */
export function endsAmplified(group: LinkGroup): boolean {
  return positionsOf(group).endsAmplified;
}

/** The amplifier after the transmitter; undefined where there is none. */
export function boosterOf(group: LinkGroup): Part<'amplifier'> | undefined {
  return positionsOf(group).booster;
}

/** Spans of a path, as its amplifiers divide it. */
export function spansOf(group: LinkGroup): number {
  const { others, endsAmplified: ends } = positionsOf(group);
  return others.length + (ends ? 0 : 1);
}

/** Length of each span as the link gives it, in m; undefined where they are equal, or not as many as the amplifiers make. */
function lengthsOf({ group, at }: Pick<Way, 'group' | 'at'>): readonly number[] | undefined {
  const given = group.medium.spans?.value.flatMap(({ count, value }) => Array.from({ length: count }, () => value));
  if (given === undefined || given.length !== spansOf(group)) return undefined;
  return at === 'from' ? given.reverse() : given;
}

/** What each span loses, in dB: a function of its number, from 0. */
export function spanLosses(way: Pick<Way, 'group' | 'at' | 'loss'>): (span: number) => Derivation {
  const spans = spansOf(way.group);
  const line = lossOfLine(way.group, way.loss);
  if (spans === 1) return () => ({ ...line, label: 'loss of the span' });
  const count = figure('spans', 'count', spans, way.group.medium.amplifiers?.origin);
  const lengths = lengthsOf(way);
  if (lengths === undefined) {
    const each = derived('loss of one span', 'loss', 'loss of the line ÷ spans', [line, count], line.value / spans);
    return () => each;
  }
  const total = lengths.reduce((all, each) => all + each, 0);
  const fiber = fiberTerm(line);
  return (span) => {
    const length = lengths[span] ?? Number.NaN;
    const own = derived(
      'fiber of the span',
      'loss',
      'fiber × length of the span ÷ length of all',
      [fiber, figure('length of the span', 'length', length, way.group.medium.spans?.origin)],
      fiber.value * (length / total),
    );
    const value = own.value + (line.value - fiber.value) / spans;
    return derived('loss of the span', 'loss', 'fiber + the other losses ÷ spans', [own, line, count], value);
  };
}

/** Length of a line as its spans give it, in m. */
export function lengthOfSpans({ medium }: LinkGroup): Derivation | undefined {
  const { spans } = medium;
  if (spans === undefined) return undefined;
  const byLength = new Map<number, number>();
  for (const { count, value } of spans.value) byLength.set(value, (byLength.get(value) ?? 0) + count);
  const terms = [...byLength].map(([value, count]) => times(count, figure('span', 'length', value)));
  const value = spans.value.reduce((all, each) => all + each.count * each.value, 0);
  return { ...derived('length', 'length', 'sum of the spans', terms, value), origin: spans.origin };
}
