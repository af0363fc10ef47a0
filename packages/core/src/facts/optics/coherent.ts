// Coherent links: accumulated dispersion, and the noise of amplifiers (ASE) at the receiver.

import { type Derivation, derived, figure, stated, times, unknown } from '../../figures/derivation.ts';
import { type LinkGroup, missingIn, type Part } from '../../model/index.ts';
import { followLine, type Stage } from './line.ts';
import { isCBand, reservedOsnr } from './path-loss.ts';
import { amplifiersOf, type Way } from './spans.ts';

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

/**
 * 10·log of a photon in 12.5 GHz (0.1 nm), against 1 mW, negated: −10·lg(h·ν·B) = 57.95 at 1550 nm and 57.96 at 193.1 THz. 58 is the
 * round figure of the planning rule, so that a line comes out as on paper: 0.05 dB more than exact, less than what is printed of it.
 */
const quantumNoise: Derivation = {
  ...figure('noise of one photon in 0.1 nm, against 1 mW', 'power ratio', 58),
  provenance: {
    kind: 'source',
    text: '−10·lg(h·ν·12.5 GHz ÷ 1 mW) is 57.95 dB at 1550 nm; the planning rule rounds it',
  },
};

/**
 * OSNR after the amplifiers of a line, in dB in 0.1 nm: 58 + power into it − noise figure for each, and their noise (ASE) adds
 * up. Non-linear effects are not counted. Unknown without amplifiers, which then add no noise.
 */
export function lineOsnr(way: Way): Derivation {
  // Spans that differ are counted from the transmitter: where that is the far end, not in the order in which they are written.
  const isBackwards = way.at === 'from' && way.group.medium.spans !== undefined;
  const label = `OSNR of the line${isBackwards ? ', spans counted from its far end' : ''} (ASE only)`;
  const { stages } = followLine(way, 'from');
  if (stages.length === 0) return unknown(label, 'power ratio', 'there is no amplifier');
  return combinedOsnr(label, stages.map(stageOsnr));
}

/** OSNR that one amplifier leaves of a clean signal, as often as it occurs. */
function stageOsnr({ amplifier, count, span, into, noiseFigure }: Stage): Derivation {
  const { name } = amplifier;
  const label =
    span === 0
      ? `OSNR of the booster ${name}`
      : count === 1
        ? `OSNR of ${name} after span ${span}`
        : `OSNR of ${name} after each of spans ${span} to ${span + count - 1}`;
  const value = quantumNoise.value + into.value - noiseFigure.value;
  const formula = '58 + power into it − noise figure';
  return times(count, derived(label, 'power ratio', formula, [quantumNoise, into, noiseFigure], value));
}

/** Ratios whose noise adds up, each as often as its `times` says: 1/total = sum of 1/part, in linear terms; in dB. */
export function combinedOsnr(label: string, parts: readonly Derivation[]): Derivation {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && (only.times ?? 1) === 1) return { ...only, label };
  const noise = parts.reduce((all, each) => all + (each.times ?? 1) * 10 ** (-each.value / 10), 0);
  return derived(label, 'power ratio', '−10·lg Σ 10^(−OSNR/10)', parts, -10 * Math.log10(noise));
}

/** OSNR at the receiver over what it needs and what is kept free, in dB; unknown where that of the transmitter is. */
export function osnrMargin(way: Way): Derivation {
  const { group, receiver } = way;
  const { total } = receivedOsnr(way);
  const needed = stated(
    `OSNR ${receiver.name} needs`,
    'power ratio',
    receiver.values.osnr,
    missingIn(receiver, 'osnr'),
  );
  const kept = amplifiersOf(group).length === 0 ? [] : reservedOsnr(group);
  const formula = ['OSNR at the receiver − OSNR it needs', ...kept.map((each) => each.label)].join(' − ');
  const value = kept.reduce((left, each) => left - each.value, total.value - needed.value);
  return derived('OSNR margin (ASE only)', 'power ratio', formula, [total, needed, ...kept], value);
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
export function dispersionMargin({ group, sender, receiver }: Way, length: Derivation): Derivation {
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
export function receivedOsnr(way: Way): { readonly total: Derivation; readonly atMost: Derivation } {
  const { group, sender } = way;
  const line = lineOsnr(way);
  const sent = stated(
    `OSNR of the transmitter of ${sender.name}`,
    'power ratio',
    sender.values['transmit-osnr'],
    missingIn(sender, 'transmit-osnr'),
  );
  const noAmplifier = amplifiersOf(group).length === 0;
  const total = combinedOsnr('OSNR at the receiver (ASE only)', noAmplifier ? [sent] : [line, sent]);
  const bound = noAmplifier ? sent : Number.isNaN(total.value) && Number.isNaN(sent.value) ? line : total;
  return { total, atMost: bound };
}
