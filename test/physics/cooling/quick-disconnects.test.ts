// Quick disconnects: rated flow, pressure drop and heat of the OCP UQD sizes, against their published table.
import { couplingDrop, figure, type Part } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, partIn, unitFactor, wholeAnalysisOf } from '../../kit/design.ts';

const partOf = async (text: string, name: string): Promise<Part> => partIn((await wholeAnalysisOf(text)).fabric, name);

describe('quick disconnects (OCP UQD)', () => {
  // Rated flow, loss of a mated pair in PG25 (SG 1.02), heat at 10 K.
  it.each([
    ['UQD02', 2.1, 0.55, 4.9, 34, 1.4],
    ['UQD04', 6.4, 1.7, 4.6, 32, 4.3],
    ['UQD06', 11.4, 3.0, 3.6, 25, 7.6],
    ['UQD08', 17.8, 4.7, 3.6, 25, 11.9],
  ])(
    '%s: %f L/min (%f GPM) lose %f psi or %i kPa and carry %f kW',
    async (name, litres, gallons, psi, kilopascal, kilowatt) => {
      const part = (await partOf('import "std/cooling"\nloop l { coolant PG25 }', name)) as Part<'coupling'>;
      const rated = part.values['rated-flow']?.value ?? Number.NaN;
      expect(rated / unitFactor('L/min')).toBeCloseTo(litres, 1);
      expect(Math.abs(rated / unitFactor('GPM') - gallons)).toBeLessThan(0.02);
      const flow = figure('flow', 'volume flow', gallons * unitFactor('GPM'));
      const drop = couplingDrop(part, flow, figure('density', 'density', 1020));
      expect(Math.abs(drop.value / unitFactor('psi') - psi)).toBeLessThan(0.06);
      expect(Math.abs(drop.value / unitFactor('kPa') - kilopascal)).toBeLessThan(0.6);
      expect(Math.abs(1020 * 3950 * flow.value * 10 - kilowatt * 1000)).toBeLessThan(60);
    },
  );

  // 16 XPO at 0.7 L/min are 11.2 L/min: UQD06 (11.4) carries them, UQD04 (6.4) does not; at 0.35 L/min one UQD04 is enough.
  it.each([
    ['UQD06', 0.7, []],
    ['UQD04', 0.7, ['cooling/coupling-flow']],
    ['UQD04', 0.35, []],
  ])('%s carries 16 XPO at %f L/min: %j', async (coupling, flow, rules) => {
    const { findings } = await analysisOf(`
import "std/xpo"
module type Dr is Xpo { channels 8 x 1.6TBASE-DR8  power 128 W  flow ${flow} L/min }
switch type Box { height 1 OU  liquid 100 %  couplings 2 x ${coupling}  ports p[1..16] : XPO }
loop l { coolant PG25  supply 40 °C }
rack r : OpenRackV3 { cooled by l }
switch box : Box
plug Dr into box.p
place box in r
`);
    expect(findings.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule)).toEqual(rules);
  });
});
