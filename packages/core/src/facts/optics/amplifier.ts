// One optical amplifier: what it makes of the power of a channel, and the noise figure it has then.

import { type Derivation, derived, figure, stated, unknown } from '../../figures/derivation.ts';
import { missingIn, type Part, type TableRow } from '../../model/index.ts';
import { type Dimension, exceeds } from '../../units/index.ts';
import { interpolate } from '../cooling/table.ts';

/** What an amplifier makes of one channel. */
export interface Amplified {
  /** Power of the channel behind it, in dBm. */
  readonly out: Derivation;
  /** Noise figure at the gain it then has, in dB. */
  readonly noiseFigure: Derivation;
}

/** What limits the power of one channel behind an amplifier, besides its gain. */
export interface OutputLimits {
  /** What `out` is, in words. */
  readonly label: string;
  /** Channels that share its output power; undefined where the link doesn't say. */
  readonly channels: Derivation | undefined;
  /** Power that the line system sets, in dBm: it lowers the gain to it. */
  readonly set: Derivation | undefined;
  /** Width of the channel, in Hz; `NaN` when unknown. */
  readonly width: number;
}

/**
 * One channel through an amplifier: input plus gain, at most the output power that its channels share, at most what the line
 * system sets.
 * @param into power of the channel before it, in dBm
 */
export function amplify(
  amplifier: Part<'amplifier'>,
  into: Derivation,
  { label, channels, set, width }: OutputLimits,
): Amplified {
  const { name, values } = amplifier;
  const gain = stated(`gain of ${name}`, 'power ratio', values.gain, missingIn(amplifier, 'gain'));
  const amplified = derived(label, 'optical power', 'power into it + gain', [into, gain], into.value + gain.value);
  const most = mostOf(amplifier, channels);
  const out = [most, set].reduce<Derivation>(
    (least, limit) => (limit !== undefined && limit.value < least.value ? limit : least),
    amplified,
  );
  const noiseFigure = noiseFigureByInput(amplifier, into, width) ?? noiseFigureAt(amplifier, { into, out });
  return { out: { ...out, label }, noiseFigure };
}

/** Most power of one channel behind an amplifier, in dBm: its output power, shared by all channels of the line. */
export function mostOf({ name, values }: Part<'amplifier'>, channels: Derivation | undefined): Derivation | undefined {
  const given = values['output-power'];
  if (given === undefined) return undefined;
  const all = stated(`output power of ${name}`, 'optical power', given, '');
  if (channels === undefined) return all;
  const each = all.value - 10 * Math.log10(channels.value);
  return derived(
    `output power of ${name} for each channel`,
    'optical power',
    'output power − 10·lg channels',
    [all, channels],
    each,
  );
}

/** Width of channel that noise figures by input power are given for, in Hz (OpenROADM). */
const referenceWidth = 50e9;

/** Noise figure of an amplifier, in dB, by the power of a channel into it; undefined where the gain decides. */
function noiseFigureByInput(amplifier: Part<'amplifier'>, into: Derivation, width: number): Derivation | undefined {
  const { name, values } = amplifier;
  const given = values['input-noise-figure'];
  if (given === undefined) return undefined;
  const label = `noise figure of ${name} by the power into it`;
  // OpenROADM: a wider channel has less power in 50 GHz.
  const value = interpolate(given.value, into.value - 10 * Math.log10(width / referenceWidth));
  if (Number.isNaN(into.value)) return derived(label, 'power ratio', 'by the power into it', [into], Number.NaN);
  if (Number.isNaN(value))
    return unknown(label, 'power ratio', `the table of ${name} does not reach the power into it`);
  return { ...figure(label, 'power ratio', value, given.origin), provenance: given.provenance };
}

/**
 * Noise figure of an amplifier, in dB, at the gain that it has from its input to its output. Below the least gain of its table it attenuates before it amplifies: each
 * dB less adds one (GNPy, variable gain).
 */
function noiseFigureAt(
  amplifier: Part<'amplifier'>,
  { into, out }: { readonly into: Derivation; readonly out: Derivation },
): Derivation {
  const { name, values } = amplifier;
  const given = values['noise-figure'];
  const rows: readonly TableRow<Dimension, Dimension>[] = given?.value ?? [];
  const label = `noise figure of ${name}`;
  const [first] = rows;
  if (given === undefined || first === undefined || first.at === undefined) {
    const single = given === undefined || first === undefined ? undefined : { ...given, value: first.value };
    return stated(label, 'power ratio', single, missingIn(amplifier, 'noise-figure'));
  }
  const gain = out.value - into.value;
  if (Number.isNaN(gain))
    return derived(`${label} by its gain`, 'power ratio', 'by power behind it − power into it', [into, out], gain);
  const at = rows.map((row) => row.at as number);
  const [least, greatest] = [Math.min(...at), Math.max(...at)];
  const inTable = interpolate(rows, Math.min(greatest, Math.max(least, gain)));
  const found = {
    ...figure(`${label} by its gain`, 'power ratio', inTable, given.origin),
    provenance: given.provenance,
  };
  if (!exceeds(least, gain)) return found;
  const below = figure(`gain below its least of ${least} dB`, 'power ratio', least - gain);
  return derived(label, 'power ratio', 'noise figure + gain it lacks', [found, below], inTable + below.value);
}
