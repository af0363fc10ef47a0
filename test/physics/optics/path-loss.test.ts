// Loss and reach of a path of fiber, connectors, splices, panels and switches, added up by hand from published figures.
import { printValue } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

describe('optical loss', () => {
  const link = (optics: string, path: string) => `
import "std/osfp"
switch type Box { height 2 RU  ports p : OSFP1600 }
network n : scale-out {
    switch a : Box   switch b : Box
    plug ${optics} into a.p, b.p
    link a.p to b.p over ${path}
}`;
  const budgetOf = async (text: string) => {
    const { facts } = await analysisOf(text);
    return facts.optics.budgets[0] as (typeof facts.optics.budgets)[number];
  };

  // 1.6TBASE-DR8 over 300 m of OS2: 0.12 + 4 × 0.35 = 1.52 dB of 3.0; with standard MPO 3.12 dB.
  it('of four low-loss MPO and 300 m is 1.52 dB, 1.48 dB to spare', async () => {
    const budget = await budgetOf(link('Osfp1600Dr8', 'OS2 { length 300 m  connectors 4 x MPO16 low-loss }'));
    expect(printValue(budget.loss)).toBe('1.52 dB');
    expect(printValue(budget.margin)).toBe('1.48 dB');
  });
  it('of four standard MPO and 300 m is 3.12 dB, 0.12 dB too much', async () => {
    const budget = await budgetOf(link('Osfp1600Dr8', 'OS2 { length 300 m  connectors 4 x MPO16 }'));
    expect(printValue(budget.loss)).toBe('3.12 dB');
    expect(printValue(budget.margin)).toBe('−0.12 dB');
  });
  // TIA FOTC, 800GBASE-DR8: 2.75 dB of connectors and 500 m at 0.4 dB/km stay within 3.0 dB.
  it('of 500 m of OS2 is 0.2 dB', async () => {
    const budget = await budgetOf(link('Osfp1600Dr8', 'OS2 { length 500 m  connectors 2 x LC low-loss }'));
    expect(budget.loss.terms[0]?.value).toBeCloseTo(0.2, 12);
  });
  // 0.04 of fiber, two MPO of 0.35, two splices of 0.3 at most (TIA-568), a MEMS switch of 3 at most (1 to 3 dB).
  it('counts splices, and the panels and switches along the path', async () => {
    const path = 'connectors 2 x MPO16 low-loss  splices 2 x FusionSplice  panels 1 x Ocs';
    const budget = await budgetOf(link('Osfp1600Dr8', `OS2 { length 100 m  ${path} }`));
    expect(printValue(budget.loss)).toBe('4.34 dB');
    expect(budget.loss.formula).toBe('fiber + connectors + splices + panels');
  });
  it('is unknown where a panel has no loss', async () => {
    const panel = 'panel type Bare { height 1 RU }';
    const text = link('Osfp1600Dr8', 'OS2 { length 100 m  connectors 2 x MPO16  panels 2 x Bare }');
    const budget = await budgetOf(`${panel}${text}`);
    expect(printValue(budget.loss)).toBe('unknown');
    expect(budget.loss.unknown).toBe('Bare has no `loss`');
    expect(budget.loss.known).toBeCloseTo(1.54, 12);
  });
  // TIA FOTC: 800GBASE-DR8 reaches 250 m on OS1a at 1.0 dB/km.
  it('and reach of 800GBASE-DR8 on OS1a end at 250 m', async () => {
    const text = link('Osfp800Dr8', 'OS1a { length 250 m  connectors 2 x MPO16 low-loss }').replace('OSFP1600', 'OSFP');
    const budget = await budgetOf(text);
    expect(budget.reach.value).toBe(250);
    expect(budget.loss.terms[0]?.value).toBeCloseTo(0.25, 12);
  });
});
