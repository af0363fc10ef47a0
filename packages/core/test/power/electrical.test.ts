// Current and energy per bit of modules, against the published figures of XPO.
import { describe, expect, it } from 'vitest';
import { currentAt, figure, moduleCurrent, moduleEnergy } from '../../src/index.ts';
import { counted, given, part, si } from '../fabrics.ts';

const optics = part('optics', '800GBASE-DR4', { rate: si(800e9) });
const xpo = part('cage', 'XPO', { voltage: given({ from: 40, to: 60 }) });
const module = (power: number) =>
  part('module', 'M', { power: si(power), channels: given([counted(16, optics)]), 'form-factor': given(xpo) });

describe('XPO', () => {
  // Molex: 40 to 60 V; the worst input current is at the lowest voltage.
  it.each([
    [400, 10],
    [480, 12],
    [500, 12.5],
  ])('of %i W draws %f A at 40 V', (power, amperes) => {
    expect(moduleCurrent(module(power)).value).toBe(amperes);
    expect(moduleCurrent(module(power), figure('busbar', 'voltage', 50)).value).toBe(power / 50);
  });

  // 16 channels of 800 Gbps: 12.8 Tbps. Arista and TeraHop at ECOC 2026: 130 W are 10.2 pJ/bit.
  it.each([
    [400, 31.25],
    [128, 10],
    [130, 10.2],
  ])('of %i W takes %f pJ/bit', (power, energy) => {
    expect(moduleEnergy(module(power)).value * 1e12).toBeCloseTo(energy, 1);
  });

  it('has no current or energy where its power is unknown', () => {
    const bare = part('module', 'M', { channels: given([counted(16, optics)]), 'form-factor': given(xpo) });
    expect([moduleCurrent(bare).value, moduleEnergy(bare).value]).toEqual([Number.NaN, Number.NaN]);
  });
});

it('100 kW on a 50 V busbar are 2,000 A (OCP ORv3 HPR)', () => {
  expect(currentAt('busbar', figure('p', 'power', 100e3), figure('u', 'voltage', 50)).value).toBe(2000);
});
