// Loss of passive paths added up by hand, and reach on fiber with more attenuation.
import { describe, expect, it } from 'vitest';
import { reachOn } from '../../src/facts/optics/reach.ts';
import { pathLoss } from '../../src/index.ts';
import { counted, given, metres, part, path, si } from '../fabrics.ts';

// ITU-T G.652.D at most 0.4 dB/km at 1310 nm and 0.3 dB/km at 1550 nm.
const os2 = part('fiber', 'OS2', {
  attenuation: si(0.4e-3),
  'c-band-attenuation': si(0.3e-3),
  mode: given('single-mode'),
});
// IEC 61755-3: a mated pair loses at most 0.75 dB, of the low-loss grade 0.35 dB.
const mpo = part('connector', 'MPO16', { loss: si(0.75), 'low-loss-grade': si(0.35) });
const splice = part('splice', 'Fusion', { loss: si(0.1) });
const panel = part('panel', 'Ocs', { loss: si(2) });
const oBand = part('optics', 'DR4', { wavelength: si(1310e-9) });
const cBand = part('optics', 'ZR', { wavelength: si(1550e-9) });
const loss = (medium: Parameters<typeof path>[0], length: number, optics = oBand) =>
  pathLoss(path(medium, os2), optics, metres(length)).value;

describe('loss of a path', () => {
  it('of 300 m and four low-loss pairs is 1.52 dB', () => {
    expect(loss({ connectors: given([counted(4, mpo, 'low-loss')]) }, 300)).toBeCloseTo(0.3 * 0.4 + 4 * 0.35, 12);
  });

  it('adds fiber, pairs of both grades, splices and passes', () => {
    const medium = {
      connectors: given([counted(2, mpo), counted(2, mpo, 'low-loss')]),
      splices: given([counted(3, splice)]),
      panels: given([counted(1, panel)]),
    };
    expect(loss(medium, 10_000)).toBeCloseTo(4 + 2 * 0.75 + 2 * 0.35 + 3 * 0.1 + 2, 12);
  });

  it('is less at 1550 nm: 80 km lose 24 dB', () => {
    expect(loss({}, 80_000, cBand)).toBeCloseTo(24, 12);
  });

  it('is unknown where one element is', () => {
    const found = pathLoss(path({ connectors: given([counted(1, part('connector', 'X'))]) }, os2), oBand, metres(100));
    expect(found.value).toBeNaN();
    expect(found.known).toBeCloseTo(0.04, 12);
    expect(found.unknown).toContain('X');
  });
});

describe('typical loss', () => {
  // Independent losses: the means add, and three times the root of the sum of the squares of their deviations.
  it('of ten pairs of 0.2 dB with σ 0.1 dB is 2 + 3 · √10 · 0.1 dB', () => {
    const usual = part('connector', 'LC', { loss: si(0.75), 'typical-loss': si(0.2), 'loss-deviation': si(0.1) });
    const found = pathLoss(path({ connectors: given([counted(10, usual)]) }, os2), oBand, metres(0), 'typical');
    expect(found.value).toBeCloseTo(2 + 0.3 * Math.sqrt(10), 12);
  });

  it('is the maximum of elements that give no typical loss', () => {
    const medium = { connectors: given([counted(2, mpo)]) };
    expect(pathLoss(path(medium, os2), oBand, metres(500), 'typical').value).toBeCloseTo(0.2 + 1.5, 12);
  });
});

describe('reach on fiber with more attenuation (TIA FOTC, application pages)', () => {
  const pmd = (reach: number, fiberLoss: number) =>
    part('optics', 'Pmd', {
      mode: given('single-mode'),
      reach: given([{ value: reach, part: undefined }]),
      'fiber-loss': si(fiberLoss),
    });
  const fiber = (attenuation: number) =>
    part('fiber', 'Old', { attenuation: si(attenuation / 1000), mode: given('single-mode') });

  // 800GBASE-DR8 means 0.25 dB for its fiber, 400GBASE-LR8 4.0 dB.
  it.each([
    ['800GBASE-DR8', 500, 0.25, 1.0, 250],
    ['400GBASE-LR8', 10_000, 4, 0.5, 8000],
    ['400GBASE-LR8', 10_000, 4, 1.0, 4000],
    ['400GBASE-LR8', 10_000, 4, 0.4, 10_000],
    ['400GBASE-LR8', 10_000, 4, 0.2, 10_000],
  ])('%s of %i m with %f dB for the fiber, at %f dB/km: %i m', (_, reach, fiberLoss, attenuation, expected) => {
    expect(reachOn(pmd(reach, fiberLoss), path({}, fiber(attenuation)), undefined).value).toBeCloseTo(expected, 6);
  });
});
