// The line of a coherent link, followed span by span: where its amplifiers stand, what each span loses, and the power of one
// channel from the transmitter to the receiver.

import { type Derivation, derived, figure, stated, times } from '../../figures/derivation.ts';
import { type LinkGroup, missingText, type Part } from '../../model/index.ts';
import { exceeds, same } from '../../units/index.ts';
import { amplify, mostOf } from './amplifier.ts';
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

/** Amplifiers alike, one after the other, with the same power into each. */
export interface Stage {
  readonly amplifier: Part<'amplifier'>;
  readonly count: number;
  /** The span before the first of them, from 1; 0 for a booster. */
  readonly span: number;
  /** Power of one channel into each, in dBm. */
  readonly into: Derivation;
  readonly noiseFigure: Derivation;
}

/** Power of one channel along a line. */
export interface Line {
  /** Into the first span, in dBm. */
  readonly launched: Derivation;
  readonly stages: readonly Stage[];
  /** At the receiver, in dBm. */
  readonly received: Derivation;
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
function positionsOf(group: LinkGroup): Positions {
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

/** Channels that share the amplifiers of a line; undefined where the link doesn't say. */
function channelsOf({ medium }: LinkGroup): Derivation | undefined {
  const given = medium.channels;
  if (given === undefined) return undefined;
  return stated('channels of the line', 'count', { ...given, value: Math.max(1, given.value) }, '');
}

/**
 * Follows one channel along a line. Every amplifier adds its gain, up to its output power and to what `launch` sets; one in
 * front of the receiver is turned down to what that tolerates.
 * @param end which end of the transmitter's launch power counts: `from` its least, `to` its most
 */
export function followLine(way: Way, end: 'from' | 'to'): Line {
  const { group, receiver } = way;
  const { booster, others, endsAmplified: ends } = positionsOf(group);
  const channels = channelsOf(group);
  const wish = wishOf(group);
  const width = widthOf(way.sender);
  const losses = spanLosses(way);
  const spans = spansOf(group);
  const stages: Stage[] = [];
  let power = sentOf(way, end, booster === undefined ? wish : undefined);
  if (booster !== undefined) {
    const { out, noiseFigure } = amplify(booster, power, { label: intoSpan(1, spans), channels, set: wish, width });
    stages.push({ amplifier: booster, count: 1, span: 0, into: power, noiseFigure });
    const trusted = booster.values.gain === undefined ? wish : undefined;
    power = trusted === undefined ? out : lower(trusted, mostOf(booster, channels), out.label);
  }
  const launched = power;
  const tolerated = bound(receiver, 'receive', 'to', `overload of ${receiver.name}`);
  for (let span = 0; span < spans; span++) {
    const lost = losses(span);
    const amplifier = others[span];
    const name = amplifier?.name ?? 'the receiver';
    const into = derived(
      amplifier === undefined ? 'power at the receiver' : `power into ${name} after span ${span + 1}`,
      'optical power',
      'power into the span − loss of the span',
      [power, lost],
      power.value - lost.value,
    );
    if (amplifier === undefined) {
      power = into;
      continue;
    }
    const last = ends && span === spans - 1;
    const label = last ? 'power at the receiver' : intoSpan(span + 2, spans);
    const limits = { label, channels, set: last ? known(tolerated) : wish, width };
    const { out, noiseFigure } = amplify(amplifier, brief(into), limits);
    addStage(stages, { amplifier, count: 1, span: span + 1, into, noiseFigure });
    power = last ? { ...out, terms: out.terms.map((term) => (term.label === into.label ? into : term)) } : out;
  }
  return { launched, stages, received: power };
}

/** Adds an amplifier, to those before it where they are alike. */
function addStage(stages: Stage[], stage: Stage): void {
  const last = stages.at(-1);
  const alike =
    last !== undefined &&
    last.span > 0 &&
    last.amplifier === stage.amplifier &&
    alikeIn(last.into, stage.into) &&
    alikeIn(last.noiseFigure, stage.noiseFigure);
  if (alike) stages[stages.length - 1] = { ...last, count: last.count + 1 };
  else stages.push(stage);
}

/** Whether two values are the same, or both unknown. */
function alikeIn(a: Derivation, b: Derivation): boolean {
  return same(a.value, b.value) || (Number.isNaN(a.value) && Number.isNaN(b.value));
}

/** Power of one channel from the transmitter, in dBm: its own, or as the host sets it within its range. */
function sentOf({ sender }: Way, end: 'from' | 'to', wish: Derivation | undefined): Derivation {
  const which = end === 'from' ? 'least' : 'most';
  const own = bound(sender, 'launch', end, `${which} launch power of ${sender.name}`);
  const range = sender.values.launch?.value;
  if (wish === undefined) return own;
  if (range === undefined) return wish;
  if (exceeds(wish.value, range.to)) return bound(sender, 'launch', 'to', `most launch power of ${sender.name}`);
  return exceeds(range.from, wish.value) ? bound(sender, 'launch', 'from', own.label) : wish;
}

/** Width of a channel, in Hz: its place in the grid, or no less than its symbol rate. */
function widthOf({ values }: Part<'optics'>): number {
  return values.grid?.value ?? values['symbol-rate']?.value ?? Number.NaN;
}

/** The power of one channel that the link sets at the start of each span, in dBm. */
function wishOf({ medium }: LinkGroup): Derivation | undefined {
  return medium.launch === undefined
    ? undefined
    : stated('power of one channel into the span', 'optical power', medium.launch, '');
}

/** The lower of a power and a limit, where there is one. */
function lower(power: Derivation, limit: Derivation | undefined, label: string): Derivation {
  return { ...(limit !== undefined && limit.value < power.value ? limit : power), label };
}

/** A value that was derived elsewhere, in one line. */
function brief(derivation: Derivation): Derivation {
  return { ...derivation, terms: [] };
}

function known(derivation: Derivation): Derivation | undefined {
  return Number.isNaN(derivation.value) ? undefined : derivation;
}

function intoSpan(span: number, spans: number): string {
  return `power of one channel into ${spans === 1 ? 'the span' : `span ${span}`}`;
}

/** One end of a range of power of a PMD, in dBm. */
export function bound(
  optics: Part<'optics'>,
  property: 'launch' | 'receive',
  end: 'from' | 'to',
  label: string,
): Derivation {
  const given = optics.values[property];
  const value = given === undefined ? undefined : { ...given, value: given.value[end] };
  return stated(label, 'optical power', value, missingText(optics, property));
}

/** Length of a line as its spans give it, in m. */
export function lengthOfSpans({ medium }: LinkGroup): Derivation | undefined {
  const { spans } = medium;
  if (spans === undefined) return undefined;
  const terms = spans.value.map(({ count, value }) => times(count, figure('span', 'length', value)));
  const value = spans.value.reduce((all, each) => all + each.count * each.value, 0);
  return { ...derived('length', 'length', 'sum of the spans', terms, value), origin: spans.origin };
}
