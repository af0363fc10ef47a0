// Coherent links: spans between amplifiers, accumulated dispersion, and the noise at the receiver.

import { type Derivation, derived, figure, stated, unknown } from '../../figures/derivation.ts';
import { type LinkGroup, missingIn, type Part } from '../../model/index.ts';
import { isCBand } from './path-loss.ts';

/** Whether a PMD is coherent: its limit is the noise of the line. */
export function isCoherent(optics: Part<'optics'> | undefined): boolean {
  if (optics === undefined) return false;
  const { values, unknowns } = optics;
  return (
    values.osnr !== undefined ||
    Object.hasOwn(unknowns, 'osnr') ||
    values['amplified-loss'] !== undefined ||
    values.fec?.value === 'CFEC' ||
    values.fec?.value === 'oFEC'
  );
}

/** The amplifiers of a path, one by one. */
export function amplifiersOf({ medium }: LinkGroup): readonly Part<'amplifier'>[] {
  return (medium.amplifiers?.value ?? []).flatMap(({ count, part }) =>
    Array.from({ length: Math.min(count, maxAmplifiers) }, () => part),
  );
}

/** More than any line has: a bound on what is computed. */
const maxAmplifiers = 1000;

/** Spans of a path: the first amplifier is at the transmitter, each other one ends a span. */
export function spansOf(group: LinkGroup): number {
  return Math.max(1, amplifiersOf(group).length - 1);
}

/** Chromatic dispersion a path accumulates, in s/m; unknown outside the C band, where fiber types have no dispersion. */
export function dispersionOf({ fiber }: LinkGroup, optics: Part<'optics'> | undefined, length: Derivation): Derivation {
  const label = 'dispersion of the path';
  if (fiber === undefined) return unknown(label, 'accumulated dispersion', 'the fiber is not given');
  if (!isCBand(optics)) return unknown(label, 'accumulated dispersion', 'dispersion is known only at 1550 nm');
  const each = stated(
    `dispersion of ${fiber.name}`,
    'dispersion',
    fiber.values.dispersion,
    missingIn(fiber, 'dispersion'),
  );
  return derived(label, 'accumulated dispersion', 'dispersion × length', [each, length], each.value * length.value);
}

/** 10·log of a photon of 1550 nm in 12.5 GHz (0.1 nm), against 1 mW, negated: −10·lg(h·ν·B) = 58. */
const quantumNoise: Derivation = {
  ...figure('noise of one photon in 0.1 nm, against 1 mW', 'power ratio', 58),
  provenance: { kind: 'source', text: '−10·lg(h·ν·12.5 GHz ÷ 1 mW) at 1550 nm' },
};

/**
 * OSNR after the amplifiers of a line, in dB in 0.1 nm: 58 + power into it − noise figure for each, and their noise
 * adds up. Unknown without amplifiers, which then add no noise.
 */
export function lineOsnr(group: LinkGroup, optics: Part<'optics'>, loss: Derivation): Derivation {
  const label = 'OSNR of the line';
  const [booster, ...others] = amplifiersOf(group);
  if (booster === undefined) return unknown(label, 'power ratio', 'there is no amplifier');
  const launch = optics.values.launch;
  const sent = stated(
    `lowest launch power of ${optics.name}`,
    'optical power',
    launch === undefined ? undefined : { ...launch, value: launch.value.from },
    missingIn(optics, 'launch'),
  );
  const first = amplifierOsnr(`OSNR of the booster ${booster.name}`, booster, sent, undefined);
  const into = launched(group, booster, sent);
  const spans = Math.max(1, others.length);
  const span = derived(
    spans === 1 ? 'loss of the span' : 'loss of one span',
    'loss',
    spans === 1 ? 'loss of the path' : 'loss of the path ÷ spans',
    [loss],
    loss.value / spans,
  );
  const rest = others.map((each, i) => amplifierOsnr(`OSNR of ${each.name} after span ${i + 1}`, each, into, span));
  return combinedOsnr(label, [first, ...rest]);
}

/** Whether an amplifier is in front of the receiver: it ends the last span and sets the receive power. */
export function endsAmplified(group: LinkGroup): boolean {
  return amplifiersOf(group).length > 1;
}

/** Power of one channel into the first span of a coherent link, in dBm: as set, or `sent` after the booster. */
export function spanLaunch(group: LinkGroup, sent: Derivation): Derivation {
  const [booster] = amplifiersOf(group);
  if (booster !== undefined) return launched(group, booster, sent);
  const set = group.medium.launch;
  return set === undefined ? sent : stated('power of one channel into the span', 'optical power', set, '');
}

/** Power of one channel after the booster, in dBm: as set, or input plus gain up to saturation. */
function launched(group: LinkGroup, booster: Part<'amplifier'>, sent: Derivation): Derivation {
  const label = 'power of one channel into the span';
  const set = group.medium.launch;
  if (set !== undefined) return stated(label, 'optical power', set, '');
  const gain = stated(`gain of ${booster.name}`, 'power ratio', booster.values.gain, missingIn(booster, 'gain'));
  const most = booster.values['output-power'];
  const amplified = sent.value + gain.value;
  if (most === undefined || !(amplified > most.value))
    return derived(label, 'optical power', 'launch power + gain', [sent, gain], amplified);
  return stated(`${label}: output power of ${booster.name}`, 'optical power', most, '');
}

function amplifierOsnr(
  label: string,
  amplifier: Part<'amplifier'>,
  sent: Derivation,
  span: Derivation | undefined,
): Derivation {
  const noise = stated(
    `noise figure of ${amplifier.name}`,
    'power ratio',
    amplifier.values['noise-figure'],
    missingIn(amplifier, 'noise-figure'),
  );
  const lost = span?.value ?? 0;
  return derived(
    label,
    'power ratio',
    span === undefined ? '58 + power into it − noise figure' : '58 + power into the span − noise figure − loss',
    [quantumNoise, sent, noise, ...(span === undefined ? [] : [span])],
    quantumNoise.value + sent.value - noise.value - lost,
  );
}

/** Ratios whose noise adds up: 1/total = sum of 1/part, in linear terms; in dB. */
export function combinedOsnr(label: string, parts: readonly Derivation[]): Derivation {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return { ...only, label };
  const noise = parts.reduce((all, each) => all + 10 ** (-each.value / 10), 0);
  return derived(label, 'power ratio', '−10·lg Σ 10^(−OSNR/10)', parts, -10 * Math.log10(noise));
}

/** OSNR at the receiver over what it needs, in dB; unknown where that of the transmitter is. */
export function osnrMargin(group: LinkGroup, sender: Part<'optics'>, receiver: Part<'optics'>, loss: Derivation) {
  const { total } = receivedOsnr(group, sender, loss);
  const needed = neededOsnr(receiver);
  const formula = 'OSNR at the receiver − OSNR it needs';
  return derived('OSNR margin', 'power ratio', formula, [total, needed], total.value - needed.value);
}

/** Dispersion a receiver compensates, in s/m. */
export function toleratedDispersion(receiver: Part<'optics'>): Derivation {
  return stated(
    `dispersion ${receiver.name} compensates`,
    'accumulated dispersion',
    receiver.values.dispersion,
    missingIn(receiver, 'dispersion'),
  );
}

/** OSNR a receiver needs, in dB in 0.1 nm. */
export function neededOsnr(receiver: Part<'optics'>): Derivation {
  return stated(`OSNR ${receiver.name} needs`, 'power ratio', receiver.values.osnr, missingIn(receiver, 'osnr'));
}

/** Dispersion a receiver compensates less that of the path, in s/m. */
export function dispersionMargin(
  group: LinkGroup,
  sender: Part<'optics'>,
  receiver: Part<'optics'>,
  length: Derivation,
): Derivation {
  const collected = dispersionOf(group, sender, length);
  const tolerated = toleratedDispersion(receiver);
  const formula = 'dispersion it compensates − dispersion of the path';
  const value = tolerated.value - collected.value;
  return derived('dispersion margin', 'accumulated dispersion', formula, [tolerated, collected], value);
}

/**
 * OSNR at the receiver, in dB: of line and transmitter together.
 * @returns the OSNR, and the highest value it can have where that of the transmitter is unknown
 */
export function receivedOsnr(
  group: LinkGroup,
  optics: Part<'optics'>,
  loss: Derivation,
): { readonly total: Derivation; readonly atMost: Derivation } {
  const line = lineOsnr(group, optics, loss);
  const sent = stated(
    `OSNR of the transmitter of ${optics.name}`,
    'power ratio',
    optics.values['transmit-osnr'],
    missingIn(optics, 'transmit-osnr'),
  );
  const noAmplifier = amplifiersOf(group).length === 0;
  const total = combinedOsnr('OSNR at the receiver', noAmplifier ? [sent] : [line, sent]);
  const bound = noAmplifier ? sent : Number.isNaN(total.value) && Number.isNaN(sent.value) ? line : total;
  return { total, atMost: bound };
}
