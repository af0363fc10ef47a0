// The line of a coherent link, followed span by span: the power of one channel from the transmitter to the receiver.

import { type Derivation, derived, stated, unknown, unknownLeaves } from '../../figures/derivation.ts';
import { type LinkGroup, missingIn, type Part } from '../../model/index.ts';
import { exceeds, same } from '../../units/index.ts';
import { amplify, mostOf } from './amplifier.ts';
import { bound } from './pmds/limits.ts';
import { positionsOf, spanLosses, spansOf, type Way } from './spans.ts';

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
  const tolerated = toleratedBy(receiver);
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
    const limits = { label, channels, set: last ? tolerated : wish, width };
    const { out, noiseFigure } = amplify(amplifier, brief(into), limits);
    addStage(stages, { amplifier, count: 1, span: span + 1, into, noiseFigure });
    power = last ? { ...out, terms: out.terms.map((term) => (term.label === into.label ? into : term)) } : out;
  }
  return { launched, stages, received: power };
}

/**
 * Power of one channel that a line launches, in dBm. Unknown where the booster delivers what the link wants as far as is known, but
 * lacks a figure that may keep it lower.
 * @param wish what the link wants, in dBm
 */
export function launchedBy(way: Way, wish: number): Derivation {
  const { launched } = followLine(way, 'from');
  const { booster } = positionsOf(way.group);
  const lacking = (['gain', 'output-power'] as const).find((name) => booster?.values[name] === undefined);
  if (booster === undefined || lacking === undefined || exceeds(wish, launched.value)) return launched;
  return unknown(`power that ${booster.name} delivers`, 'optical power', missingIn(booster, lacking));
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
  const which = end === 'from' ? 'lowest' : 'highest';
  const own = bound(sender, 'launch', end, `${which} launch power of ${sender.name}`);
  const range = sender.values.launch?.value;
  if (wish === undefined) return own;
  if (range === undefined) return wish;
  if (exceeds(wish.value, range.to)) return bound(sender, 'launch', 'to', `highest launch power of ${sender.name}`);
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

/** A value that was derived elsewhere, in one line; where it is unknown, with what is missing. */
function brief(derivation: Derivation): Derivation {
  return { ...derivation, terms: unknownLeaves(derivation) };
}

/** What a preamplifier is turned down to, in dBm: the overload of the receiver; undefined where that is unknown. */
function toleratedBy(receiver: Part<'optics'>): Derivation | undefined {
  const overload = bound(receiver, 'receive', 'to', `overload of ${receiver.name}`);
  if (Number.isNaN(overload.value)) return undefined;
  const formula = 'turned down to what the receiver tolerates';
  return derived('power at the receiver', 'optical power', formula, [overload], overload.value);
}

function intoSpan(span: number, spans: number): string {
  return `power of one channel into ${spans === 1 ? 'the span' : `span ${span}`}`;
}
