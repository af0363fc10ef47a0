// Noise and dispersion of coherent lines, against their closed forms.
import { describe, expect, it } from 'vitest';
import {
  combinedOsnr,
  type Derivation,
  dispersionOf,
  figure,
  type LinkGroup,
  lineOsnr,
  spansOf,
} from '../../src/index.ts';
import { counted, given, metres, part, path, si } from '../fabrics.ts';

const decibels = (value: number) => figure('OSNR', 'ratio', value);
const osnr = (...parts: number[]) => combinedOsnr('total', parts.map(decibels)).value;
/** A table of one row. */
const rows = (value: number) => given([{ value, at: undefined }]);
const edfa = part('amplifier', 'Edfa', { gain: si(20), 'noise-figure': rows(5) });
/** OSNR of a line with equal ends. */
const osnrOf = (group: LinkGroup, loss: Derivation) =>
  lineOsnr({ group, sender: zr, receiver: zr, at: 'to', loss }).value;
const zr = part('optics', 'ZR', { wavelength: si(1550e-9), launch: given({ from: 0, to: 0 }) });

describe('OSNR adds up by its noise, 1 ÷ total = Σ 1 ÷ part', () => {
  it('one part is itself', () => expect(osnr(33.5)).toBe(33.5));

  it.each([2, 4, 10])('%i equal parts of 30 dB are 30 − 10·lg n', (count) => {
    expect(osnr(...Array.from({ length: count }, () => 30))).toBeCloseTo(30 - 10 * Math.log10(count), 12);
  });

  it('a part without noise changes nothing', () => {
    expect(osnr(30, Number.POSITIVE_INFINITY)).toBeCloseTo(30, 12);
  });

  it('is unknown with an unknown part', () => expect(osnr(30, Number.NaN)).toBeNaN());
});

describe('OSNR of a line, 58 + P − NF − span loss − 10·lg N (Agrawal, Fiber-Optic Communication Systems)', () => {
  it.each([1, 3, 10])('of %i spans of 20 dB with 0 dBm and NF 5 dB', (spans) => {
    const line = path({ amplifiers: given([counted(spans + 1, edfa)]), launch: si(0) });
    expect(spansOf(line)).toBe(spans);
    const loss = figure('loss', 'loss', spans * 20);
    // The booster has the launch power before it: 58 + 0 − 5.
    const [booster, after] = [53, 58 - 5 - 20];
    const expected = -10 * Math.log10(10 ** (-booster / 10) + spans * 10 ** (-after / 10));
    expect(osnrOf(line, loss)).toBeCloseTo(expected, 9);
  });

  it('is unknown without an amplifier', () => {
    expect(osnrOf(path({}), figure('loss', 'loss', 20))).toBeNaN();
  });

  // −10·lg(h·ν·B ÷ 1 mW), with h 6.62607015e-34 J·s, ν of 1550 nm and B 12.5 GHz.
  it('starts from the 58 dB of a photon of 1550 nm in 12.5 GHz', () => {
    const photon = -10 * Math.log10((6.62607015e-34 * (299_792_458 / 1550e-9) * 12.5e9) / 1e-3);
    expect(photon).toBeCloseTo(58, 1);
    const none = part('amplifier', 'Ideal', { gain: si(0), 'noise-figure': rows(0) });
    const line = path({ amplifiers: given([counted(1, none)]), launch: si(0) });
    expect(osnrOf(line, figure('loss', 'loss', 0))).toBeCloseTo(photon, 1);
  });
});

describe('chromatic dispersion', () => {
  // ITU-T G.652: 17 ps/(nm·km) at 1550 nm; 80 km collect 1,360 ps/nm.
  const smf = part('fiber', 'OS2', { dispersion: si(17e-6) });

  it('of 80 km of standard fiber is 1,360 ps/nm', () => {
    expect(dispersionOf(path({}, smf), zr, metres(80_000)).value / 1e-3).toBeCloseTo(1360, 9);
  });

  it('is unknown near 1310 nm, where no fiber type states it', () => {
    const lr = part('optics', 'LR', { wavelength: si(1310e-9) });
    expect(dispersionOf(path({}, smf), lr, metres(10_000)).value).toBeNaN();
  });
});
