// PMDs, row by row: what whole small designs come to, against the published figure of each row. A figure nobody published is
// unknown; one of general knowledge is marked as assumed.
import { type Derivation, moduleConnectors, moduleFibers, type Part, propertyOf, receivedOver } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { budgetOf, figureOf, link, named, parts } from './library-figures.ts';

/** A published figure; one nobody published; one of general knowledge. */
type Figure = number | 'unknown' | { readonly assumed: number };
const assumed = (figure: number): Figure => ({ assumed: figure });

function expectFigure(fact: Derivation, figure: Figure): void {
  if (figure === 'unknown') {
    expect(fact.value).toBeNaN();
    expect(fact.unknown).toBeTruthy();
    return;
  }
  expect(fact.value).toBeCloseTo(typeof figure === 'number' ? figure : figure.assumed, 9);
  expect(fact.provenance?.kind).toBe(typeof figure === 'number' ? 'source' : 'assumed');
}

const km = 1000;

describe('identity of PMDs (TIA FOTC; data sheets of Edgecore, FiberWDM, Ascent, NVIDIA; SONiC; IEEE P802.3dj D1.3)', () => {
  // PMD, rate in Gbps, lanes, GBd, fiber, reach in m, fibers, connector, largest insertion loss of the channel in dB.
  const rows: readonly (readonly [string, number, Figure, Figure, string, Figure, number, string, Figure])[] = [
    ['400GBASE-SR8', 400, 8, 26.5625, 'OM3', 70, 16, 'MPO16', 1.8],
    ['400GBASE-SR8', 400, 8, 26.5625, 'OM4', 100, 16, 'MPO16', 1.9],
    ['400GBASE-SR8', 400, 8, 26.5625, 'OM5', 100, 16, 'MPO16', 1.9],
    ['400GBASE-SR4.2', 400, 8, 26.5625, 'OM3', 70, 8, 'MPO12', 1.7],
    ['400GBASE-SR4.2', 400, 8, 26.5625, 'OM4', 100, 8, 'MPO12', 1.8],
    ['400GBASE-SR4.2', 400, 8, 26.5625, 'OM5', 150, 8, 'MPO12', 2.0],
    // Loss: 1.5 dB of connectors + 3.0 dB/km x reach, rounded as TIA FOTC rounds 1.71, 1.80 and 1.95 dB of 400GBASE-SR4.2 to 1.7, 1.8, 2.0.
    ['400GBASE-SR4', 400, 4, 53.125, 'OM3', 60, 8, 'MPO12', assumed(1.7)],
    ['400GBASE-SR4', 400, 4, 53.125, 'OM4', 100, 8, 'MPO12', assumed(1.8)],
    ['400GBASE-SR4', 400, 4, 53.125, 'OM5', 100, 8, 'MPO12', assumed(1.8)],
    ['400GBASE-VR4', 400, assumed(4), assumed(53.125), 'OM3', assumed(30), 8, 'MPO12', assumed(1.6)],
    ['400GBASE-VR4', 400, assumed(4), assumed(53.125), 'OM4', assumed(50), 8, 'MPO12', assumed(1.7)],
    ['NVIDIA-400G-SR4', 400, 4, 53.125, 'OM4', 50, 8, 'MPO12', assumed(1.7)],
    ['800GBASE-SR8', 800, assumed(8), assumed(53.125), 'OM3', assumed(60), 16, 'MPO16', assumed(1.7)],
    ['800GBASE-SR8', 800, assumed(8), assumed(53.125), 'OM4', assumed(100), 16, 'MPO16', assumed(1.8)],
    ['800GBASE-VR8', 800, assumed(8), assumed(53.125), 'OM3', 30, 16, 'MPO16', assumed(1.6)],
    ['800GBASE-VR8', 800, assumed(8), assumed(53.125), 'OM4', 50, 16, 'MPO16', assumed(1.7)],
    ['400GBASE-DR4', 400, 4, 53.125, 'OS2', 500, 8, 'MPO12', 3.0],
    ['800GBASE-DR8', 800, 8, 53.125, 'OS2', 500, 16, 'MPO16', 3.0],
    ['400GBASE-DR4-2', 400, 4, 53.125, 'OS2', 2 * km, 8, 'MPO12', assumed(4.0)],
    ['800GBASE-DR8-2', 800, 8, 53.125, 'OS2', 2 * km, 16, 'MPO16', assumed(4.0)],
    ['400GBASE-FR4', 400, 4, 53.125, 'OS2', 2 * km, 2, 'LC', 4.0],
    ['400G-LR4-10', 400, 4, 53.125, 'OS2', 10 * km, 2, 'LC', assumed(6.3)],
    ['400GBASE-LR4-6', 400, assumed(4), assumed(53.125), 'OS2', assumed(6 * km), 2, 'LC', 'unknown'],
    ['400GBASE-FR8', 400, assumed(8), assumed(26.5625), 'OS2', assumed(2 * km), 2, 'LC', assumed(4.0)],
    ['400GBASE-LR8', 400, 8, 26.5625, 'OS2', 10 * km, 2, 'LC', 6.3],
    ['400GBASE-ER8', 400, assumed(8), assumed(26.5625), 'OS2', assumed(40 * km), 2, 'LC', 'unknown'],
    ['200GBASE-DR1', 200, 1, 106.25, 'OS2', 500, 2, 'LC', 3.0],
    ['400GBASE-DR2', 400, 2, 106.25, 'OS2', 500, 4, 'MPO12', 3.0],
    ['800GBASE-DR4', 800, 4, 106.25, 'OS2', 500, 8, 'MPO12', 3.0],
    ['1.6TBASE-DR8', 1600, 8, 106.25, 'OS2', 500, 16, 'MPO16', 3.0],
    ['200GBASE-DR1-2', 200, 1, 113.4375, 'OS2', 2 * km, 2, 'LC', assumed(4.0)],
    ['400GBASE-DR2-2', 400, 2, 113.4375, 'OS2', 2 * km, 4, 'MPO12', assumed(4.0)],
    ['800GBASE-DR4-2', 800, 4, 113.4375, 'OS2', 2 * km, 8, 'MPO12', assumed(4.0)],
    ['1.6TBASE-DR8-2', 1600, 8, 113.4375, 'OS2', 2 * km, 16, 'MPO16', assumed(4.0)],
    ['800GBASE-FR4-500', 800, 4, 106.25, 'OS2', 500, 2, 'LC', 3.5],
    ['800GBASE-FR4', 800, 4, 113.4375, 'OS2', 2 * km, 2, 'LC', assumed(4.0)],
    ['800GBASE-LR4', 800, 4, 113.4375, 'OS2', 10 * km, 2, 'LC', assumed(6.3)],
    ['800GBASE-LR1', 800, 1, 'unknown', 'OS2', 10 * km, 2, 'LC', 'unknown'],
    ['800GBASE-ER1-20', 800, 1, 'unknown', 'OS2', 20 * km, 2, 'LC', 'unknown'],
    ['800GBASE-ER1', 800, 1, 'unknown', 'OS2', 40 * km, 2, 'LC', 'unknown'],
    ['400ZR-unamplified', 400, 1, 59.8, 'OS2', 25 * km, 2, 'LC', 10],
    ['ZR400-OFEC-16QAM', 400, 1, 60.14, 'OS2', 450 * km, 2, 'LC', 'unknown'],
    ['ZR400-OFEC-8QAM', 400, 1, 80, 'OS2', 'unknown', 2, 'LC', 'unknown'],
    ['ZR300-OFEC-8QAM', 300, 1, 60.14, 'OS2', 600 * km, 2, 'LC', 'unknown'],
    ['ZR200-OFEC-QPSK', 200, 1, 60.14, 'OS2', 1000 * km, 2, 'LC', 'unknown'],
    ['ZR100-OFEC-QPSK', 100, 1, 30.07, 'OS2', 2000 * km, 2, 'LC', 'unknown'],
    ['ZR800-OpenZRplus', 800, 1, 'unknown', 'OS2', 1000 * km, 2, 'LC', 'unknown'],
    ['800ZR-unamplified', 800, 1, 118.2, 'OS2', 75 * km, 2, 'LC', 'unknown'],
    ['1600ZR', 1600, 1, 236, 'OS2', 120 * km, 2, 'LC', 'unknown'],
    ['1600CL', 1600, 1, 'unknown', 'OS2', 10 * km, 2, 'LC', 6.3],
    ['1600CL-20', 1600, 1, 'unknown', 'OS2', 20 * km, 2, 'LC', 12],
    ['800G-VR4.2', 800, 8, 'unknown', 'OM4', 'unknown', 8, 'MPO12', 'unknown'],
    ['800G-SR4.2', 800, 8, 'unknown', 'OM4', 'unknown', 8, 'MPO12', 'unknown'],
    ['1.6T-VR8.2', 1600, 16, 'unknown', 'OM4', 'unknown', 16, 'MPO16', 'unknown'],
    ['1.6T-SR8.2', 1600, 16, 'unknown', 'OM4', 'unknown', 16, 'MPO16', 'unknown'],
    ['100G-DR1-LPO', 100, 1, 53.125, 'OS2', 500, 2, 'LC', assumed(3.0)],
    ['200G-DR2-LPO', 200, 2, 53.125, 'OS2', 500, 4, 'MPO12', assumed(3.0)],
    ['400G-DR4-LPO', 400, 4, 53.125, 'OS2', 500, 8, 'MPO12', assumed(3.0)],
    ['800G-DR8-LPO', 800, 8, 53.125, 'OS2', 500, 16, 'MPO16', assumed(3.0)],
    ['400G-FR4-LPO', 400, 4, 53.125, 'OS2', 'unknown', 2, 'LC', 'unknown'],
    ['100GBASE-DR', 100, 1, 53.125, 'OS2', 500, 2, 'LC', assumed(3.0)],
    ['100G-FR1', 100, 1, 53.125, 'OS2', 2 * km, 2, 'LC', assumed(4.0)],
    ['100G-LR1', 100, 1, 53.125, 'OS2', 10 * km, 2, 'LC', assumed(6.3)],
    ['400G-PLR4', 400, 4, 53.125, 'OS2', 10 * km, 8, 'MPO12', assumed(6.3)],
    ['800G-PLR8', 800, 8, 53.125, 'OS2', 10 * km, 16, 'MPO16', assumed(6.3)],
    ['200GBASE-FR4', 200, 4, 26.5625, 'OS2', 2 * km, 2, 'LC', assumed(4.0)],
    ['100G-CWDM4', 100, 4, 25.78125, 'OS2', 2 * km, 2, 'LC', 'unknown'],
    ['10GBASE-BX10-U', 10, 1, 'unknown', 'OS2', 10 * km, 1, 'LC-simplex', 'unknown'],
    ['10GBASE-BX10-D', 10, 1, 'unknown', 'OS2', 10 * km, 1, 'LC-simplex', 'unknown'],
    ['100G-SR1.2', 100, 2, 26.5625, 'OM4', 100, 2, 'LC', 'unknown'],
    ['50GBASE-SR', 50, 1, 26.5625, 'OM4', 100, 2, 'LC', 1.9],
    ['100GBASE-SR2', 100, 2, 26.5625, 'OM4', 100, 4, 'MPO12', 'unknown'],
    ['200GBASE-SR4', 200, 4, 26.5625, 'OM4', 100, 8, 'MPO12', 1.9],
    ['25GBASE-SR', 25, 1, 25.78125, 'OM4', 100, 2, 'LC', 1.9],
    ['100GBASE-SR4', 100, 4, 25.78125, 'OM3', 70, 8, 'MPO12', 'unknown'],
    ['100GBASE-SR4', 100, 4, 25.78125, 'OM4', 100, 8, 'MPO12', 'unknown'],
    ['100GBASE-SR4', 100, 4, 25.78125, 'OM5', 100, 8, 'MPO12', 'unknown'],
    ['40GBASE-SR4', 40, 4, 'unknown', 'OM3', 100, 8, 'MPO12', 'unknown'],
    ['40GBASE-SR4', 40, 4, 'unknown', 'OM4', 150, 8, 'MPO12', 1.5],
    ['40GBASE-SR4', 40, 4, 'unknown', 'OM5', 150, 8, 'MPO12', 1.5],
    ['100GBASE-SR10', 100, 10, 'unknown', 'OM4', 150, 20, 'MPO24', 1.5],
    ['10GBASE-SR', 10, 1, 'unknown', 'FDDI', 26, 2, 'LC', 'unknown'],
    ['10GBASE-SR', 10, 1, 'unknown', 'OM1', 33, 2, 'LC', 1.5],
    ['10GBASE-SR', 10, 1, 'unknown', 'MMF50-400', 66, 2, 'LC', 'unknown'],
    ['10GBASE-SR', 10, 1, 'unknown', 'OM2', 82, 2, 'LC', 'unknown'],
    ['10GBASE-SR', 10, 1, 'unknown', 'OM3', 300, 2, 'LC', 'unknown'],
    ['10GBASE-SR', 10, 1, 'unknown', 'OM4', 400, 2, 'LC', 2.9],
    ['10GBASE-SR', 10, 1, 'unknown', 'OM5', 400, 2, 'LC', 2.9],
    ['10GBASE-LRM', 10, 1, 'unknown', 'FDDI', 220, 2, 'LC', 1.9],
    ['10GBASE-LRM', 10, 1, 'unknown', 'OM1', 220, 2, 'LC', 1.9],
    ['10GBASE-LRM', 10, 1, 'unknown', 'MMF50-400', 100, 2, 'LC', 1.7],
    ['10GBASE-LRM', 10, 1, 'unknown', 'OM2', 220, 2, 'LC', 1.9],
    ['10GBASE-LRM', 10, 1, 'unknown', 'OM3', 220, 2, 'LC', 1.9],
    ['1000BASE-SX', 1, 1, 'unknown', 'FDDI', 220, 2, 'LC', 'unknown'],
    ['1000BASE-SX', 1, 1, 'unknown', 'OM1', 275, 2, 'LC', 'unknown'],
    ['1000BASE-SX', 1, 1, 'unknown', 'MMF50-400', 500, 2, 'LC', 'unknown'],
    ['1000BASE-SX', 1, 1, 'unknown', 'OM2', 550, 2, 'LC', 'unknown'],
    ['1000BASE-SX', 1, 1, 'unknown', 'OM3', 550, 2, 'LC', 'unknown'],
    ['1GFC', 1, 1, 'unknown', 'OM1', 300, 2, 'LC', 3.0],
    ['1GFC', 1, 1, 'unknown', 'OM2', 500, 2, 'LC', 3.85],
    ['1GFC', 1, 1, 'unknown', 'OM3', 860, 2, 'LC', 4.62],
    ['4GFC', 4, 1, 'unknown', 'OM1', 70, 2, 'LC', 1.78],
    ['4GFC', 4, 1, 'unknown', 'OM2', 150, 2, 'LC', 2.06],
    ['4GFC', 4, 1, 'unknown', 'OM3', 380, 2, 'LC', 2.88],
    ['8GFC', 8, 1, 'unknown', 'OM1', 21, 2, 'LC', 1.58],
    ['8GFC', 8, 1, 'unknown', 'OM2', 50, 2, 'LC', 1.68],
    ['8GFC', 8, 1, 'unknown', 'OM3', 150, 2, 'LC', 2.04],
    ['8GFC', 8, 1, 'unknown', 'OM4', 190, 2, 'LC', 2.19],
    ['16GFC', 16, 1, 'unknown', 'OM2', 35, 2, 'LC', 1.63],
    ['16GFC', 16, 1, 'unknown', 'OM3', 100, 2, 'LC', 1.86],
    ['16GFC', 16, 1, 'unknown', 'OM4', 125, 2, 'LC', 1.95],
    ['32GFC', 32, 1, 'unknown', 'OM2', 20, 2, 'LC', 1.57],
    ['32GFC', 32, 1, 'unknown', 'OM3', 70, 2, 'LC', 1.75],
    ['32GFC', 32, 1, 'unknown', 'OM4', 100, 2, 'LC', 1.86],
  ];
  // OIF-400ZR 0x01 and IEEE 802.3cw, 800ZR: judged by noise, over 120 and 80 km.
  it.each([
    ['400ZR', 120 * km],
    ['400GBASE-ZR', 80 * km],
    ['800ZR', 120 * km],
  ])('%s on a line with amplifiers reaches %i m, without a budget of loss', async (name, reach) => {
    const budget = await budgetOf(
      link(name, 'OS2 { length 1 m  amplifiers 2 x Edfa }', 'amplifier type Edfa { gain 20 dB }'),
    );
    expect(budget.reach.value).toBe(reach);
    expect(budget.allowed.isNone).toBe(true);
  });
  it.each(rows)('%s: %i Gbps on %4$s', async (name, rate, lanes, baud, fiber, reach, fibers, connector, loss) => {
    const budget = await budgetOf(link(name, `${fiber} { length 1 m }`));
    expect(budget.rate.value).toBe(rate * 1e9);
    expect(budget.fibers).toBe(fibers);
    expectFigure(budget.reach, reach);
    expectFigure(budget.allowed, loss);
    const { values } = budget.class.from.optics as Part<'optics'>;
    expect(values.connector?.value.map(({ count, part }) => [count, part.name])).toEqual([[1, connector]]);
    for (const [property, figure, unit] of [
      ['lanes', lanes, 1],
      ['symbol-rate', baud, 1e9],
    ] as const) {
      if (figure === 'unknown') {
        expect(values[property]).toBeUndefined();
        continue;
      }
      expect((values[property]?.value ?? 0) / unit).toBeCloseTo(
        typeof figure === 'number' ? figure : figure.assumed,
        9,
      );
      expect([property, values[property]?.provenance.kind]).toEqual([
        property,
        typeof figure === 'number' ? 'source' : 'assumed',
      ]);
    }
  });
  it('has a row for every PMD of the library but those of one vendor’s XPO', () => {
    const all = parts.filter(({ kind }) => kind === 'optics').map(({ name }) => name);
    const here = new Set([...rows.map(([name]) => name), '400ZR', '400GBASE-ZR', '800ZR']);
    expect(all.filter((name) => !here.has(name) && !name.startsWith('XPO-'))).toEqual([]);
  });
  // Twin port of two FR4, NVIDIA MMS4X50-NM: 4 fibers on two duplex connectors, 4.0 dB for each FR4.
  it('of 2xFR4 is 4 fibers on 2 duplex connectors', () => {
    const module = named('Osfp2x400Fr4') as Part<'module'>;
    expect([moduleFibers(module).value, moduleConnectors(module).value]).toEqual([4, 2]);
  });
  it('wants multimode fiber for SR, VR, SX, LRM and Fibre Channel, single-mode fiber for all else', () => {
    for (const part of parts.filter(({ kind, name }) => kind === 'optics' && !name.startsWith('XPO-')))
      expect([part.name, propertyOf(part.values, 'mode')?.value]).toEqual([
        part.name,
        /[SV]R\d|BASE-SR|SX|LRM|GFC/.test(part.name) ? 'multimode' : 'single-mode',
      ]);
  });
});

describe('launch and receive limits of PMDs (Edgecore, Ascent, FiberWDM, Huawei data sheets; IEEE P802.3dj D1.3)', () => {
  const limits: readonly (readonly [string, string, unknown])[] = [
    ...['400GBASE-DR4', '800GBASE-DR8'].flatMap((name) => [
      [name, 'launch', [-2.9, 4.0]] as const,
      [name, 'launch-oma', [-0.8, 4.2]] as const,
      [name, 'oma-less-tdecq', -2.2] as const,
      [name, 'tdecq', 3.4] as const,
      [name, 'receive', [-5.9, 4.0]] as const,
      [name, 'sensitivity', -4.4] as const,
      [name, 'stressed-sensitivity', -1.9] as const,
      [name, 'damage', 5] as const,
      [name, 'extinction-ratio', 3.5] as const,
    ]),
    ['400GBASE-FR4', 'launch', [-3.3, 3.5]],
    ['400GBASE-FR4', 'total-launch', 9.3],
    ['400GBASE-FR4', 'launch-oma', [-0.3, 3.7]],
    ['400GBASE-FR4', 'tdecq', 3.4],
    ['400GBASE-FR4', 'sensitivity', -4.6],
    ['400GBASE-FR4', 'stressed-sensitivity', -2.6],
    ['400GBASE-FR4', 'damage', 4.5],
    ['400G-LR4-10', 'launch', [-2.7, 5.1]],
    ['400G-LR4-10', 'total-launch', 11.1],
    ['400G-LR4-10', 'launch-oma', [0.3, 4.4]],
    ['400G-LR4-10', 'oma-less-tdecq', -1.1],
    ['400G-LR4-10', 'receive', undefined],
    ['400G-LR4-10', 'sensitivity', undefined],
    ['400G-LR4-10', 'stressed-sensitivity', undefined],
    ['400G-LR4-10', 'damage', undefined],
    ['400GBASE-SR4', 'launch', [-4.6, 4.0]],
    ['400GBASE-SR4', 'launch-oma', undefined],
    ['400GBASE-SR4', 'oma-less-tdecq', undefined],
    ['400GBASE-SR4', 'receive', undefined],
    ['400GBASE-SR4.2', 'launch', [-6.2, 4.0]],
    ['400GBASE-SR4.2', 'launch-oma', [-4.2, 3.0]],
    ['400GBASE-SR4.2', 'receive', undefined],
    ...['200GBASE-DR1', '400GBASE-DR2', '800GBASE-DR4', '1.6TBASE-DR8'].flatMap((name) => [
      [name, 'launch', undefined] as const,
      [name, 'oma-less-tdecq', -1.2] as const,
      [name, 'tdecq', 3.4] as const,
      [name, 'stressed-sensitivity', -0.9] as const,
      [name, 'extinction-ratio', 3.5] as const,
    ]),
    ['800GBASE-FR4-500', 'launch', undefined],
    ['800GBASE-FR4-500', 'oma-less-tdecq', -0.1],
    ['400ZR', 'launch', [-10, -6]],
    ['400ZR', 'receive', [-12, 0]],
    ['400ZR', 'osnr', 26],
    ['400ZR', 'transmit-osnr', undefined],
    ['400ZR', 'dispersion', 2.4],
    ['400ZR-unamplified', 'receive', [-20, 0]],
    // OpenZR+ MSA 3.0; ps/nm are 10⁻³ s/m.
    ['ZR400-OFEC-16QAM', 'launch', [-10, -9]],
    ['ZR400-OFEC-16QAM', 'receive', [-12, 0]],
    ['ZR400-OFEC-16QAM', 'osnr', 24],
    ['ZR400-OFEC-16QAM', 'dispersion', 20],
    ['ZR400-OFEC-8QAM', 'receive', [-11, 0]],
    ['ZR400-OFEC-8QAM', 'osnr', 22.5],
    ['ZR400-OFEC-8QAM', 'dispersion', 30],
    ['ZR300-OFEC-8QAM', 'receive', [-15, 0]],
    ['ZR300-OFEC-8QAM', 'osnr', 21],
    ['ZR300-OFEC-8QAM', 'dispersion', 40],
    ['ZR200-OFEC-QPSK', 'receive', [-18, 0]],
    ['ZR200-OFEC-QPSK', 'osnr', 16],
    ['ZR200-OFEC-QPSK', 'dispersion', 50],
    ['ZR100-OFEC-QPSK', 'receive', [-18, 0]],
    ['ZR100-OFEC-QPSK', 'osnr', 12.5],
    ['ZR100-OFEC-QPSK', 'dispersion', 100],
    ['800ZR', 'osnr', 27],
    ['800ZR', 'dispersion', 2.4],
    ['1600ZR', 'osnr', 30.7],
    ['1600ZR', 'dispersion', 2.4],
    ['ZR800-OpenZRplus', 'osnr', 25.1],
    ['ZR800-OpenZRplus', 'dispersion', 20],
  ];
  it.each(limits)('%s: %s %j', (name, property, figure) => {
    const value = figureOf(name, property) as { from: number; to: number } | number | undefined;
    expect(typeof value === 'object' ? [value.from, value.to] : value).toEqual(figure);
  });
  // OMA less TDECQ + TDECQ − loss, against the stressed sensitivity: what is left for reflections and dispersion.
  it.each([
    ['400GBASE-DR4', 0.1],
    ['800GBASE-DR8', 0.1],
    ['400GBASE-FR4', 0.3],
    ['1.6TBASE-DR8', 0.1],
    ['800GBASE-DR4', 0.1],
    ['800GBASE-FR4-500', 0.5],
  ])('%s leaves %f dB of OMA at the end of its longest channel', async (name, left) => {
    const loss = (await budgetOf(link(name, 'OS2 { length 1 m }'))).allowed.value;
    const glass = `fiber type Glass { mode single-mode  attenuation 0 dB/km }\nsplice type Lossy { loss ${loss} dB }`;
    const [one] = receivedOver(await budgetOf(link(name, 'Glass { length 1 m  splices 1 x Lossy }', glass)));
    expect((one?.oma.value ?? 0) - (one?.stressed.value ?? 0)).toBeCloseTo(left, 9);
  });
  // 10·lg 4 = 6.02 dB: four lanes at their most are more than the module may send in all, 9.3 and 11.1 dBm.
  it.each([
    ['400GBASE-FR4', 3.5],
    ['400G-LR4-10', 5.1],
  ])('%s may not send four lanes at their most together', (name, most) => {
    expect(most + 10 * Math.log10(4)).toBeGreaterThan(figureOf(name, 'total-launch') as number);
  });
});

describe('media ids (SFF-8024 as in SONiC)', () => {
  const ids: Readonly<Record<string, string>> = {
    '400GBASE-DR4': '0x1C',
    '400GBASE-FR4': '0x1D',
    '400ZR': '0x3E',
    '400ZR-unamplified': '0x3F',
    '400GBASE-ZR': '0x4D',
    'ZR400-OFEC-16QAM': '0x46',
    'ZR300-OFEC-8QAM': '0x47',
    'ZR200-OFEC-QPSK': '0x48',
    'ZR100-OFEC-QPSK': '0x49',
    '400GBASE-DR4-2': '0x55',
    '800GBASE-DR8': '0x56',
    '800GBASE-DR8-2': '0x57',
    '800ZR': '0x6C, 0x6D, 0x6E',
    '200GBASE-DR1': '0x73',
    '200GBASE-DR1-2': '0x74',
    '400GBASE-DR2': '0x75',
    '400GBASE-DR2-2': '0x76',
    '800GBASE-DR4': '0x77',
    '800GBASE-DR4-2': '0x78',
    '800GBASE-FR4-500': '0x79',
    '800GBASE-FR4': '0x7A',
    '800GBASE-LR4': '0x7B',
    '800GBASE-LR1': '0x7C',
    '800GBASE-ER1-20': '0x7D',
    '800GBASE-ER1': '0x7E',
    '1.6TBASE-DR8': '0x7F',
    '1.6TBASE-DR8-2': '0x80',
    '400GBASE-SR8': '0x10',
    '400GBASE-SR4': '0x11',
    '800GBASE-SR8': '0x12',
    '400GBASE-SR4.2': '0x1A',
    '400GBASE-VR4': '0x1F',
    '800GBASE-VR8': '0x20',
    '800G-VR4.2': '0x21',
    '800G-SR4.2': '0x22',
    '1.6T-VR8.2': '0x23',
    '1.6T-SR8.2': '0x24',
    // The table of multimode ids.
    '50GBASE-SR': '0x07',
    '100GBASE-SR10': '0x08',
    '100GBASE-SR4': '0x09',
    '100GBASE-SR2': '0x0C',
    '200GBASE-SR4': '0x0E',
  };
  it('are those of the table, and no PMD has another’s', () => {
    const said = parts
      .filter(({ kind }) => kind === 'optics')
      .flatMap(({ name, values }) => {
        const id = propertyOf(values, 'media-id')?.value;
        return id === undefined ? [] : [[name, id]];
      });
    expect(Object.fromEntries(said)).toEqual(ids);
  });
});
