// Voltages are judged where a part sits: a converter or a box's own supplies lie between the busbar and the modules.
import { describe, expect, it } from 'vitest';
import { analysisOf, briefly, errorsOf, seriousIn } from '../../kit/design.ts';

const text = (box: string, busbar = 800, more = '') => `
import "std/xpo"
import "std/racks"
import "std/cooling"
loop l { coolant PG25  supply 40 °C }
rack type Kyber is OpenRackV3 { busbar-voltage ${busbar} V  busbar-current 1000 A  power 600 kW }
rack k : Kyber { cooled by l }
module type Hot is Xpo { channels 8 x 1600ZR  power 450 W }
switch type S { height 1 OU  power 300 kW  liquid 100 %  ${box}  ports p[1..2] : XPO { power 480 W } }
switch s : S
plug Hot into s.*
place s in k
${more}`;
const voltageErrors = async (design: string) =>
  (await errorsOf(design)).filter((each) => /^power\/(input|shelf)-/.test(each));

// XPO takes 40 to 60 V (Molex) and 10 A (Arista at ECOC 2026).
describe('a rack of 800 V', () => {
  it('feeds modules of 50 V through the converter of their box', async () => {
    expect(await voltageErrors(text('voltage 780 V..820 V  module-voltage 50 V'))).toEqual([]);
  });
  it('is said not to be judged where the converter has no voltage', async () => {
    const { findings } = await analysisOf(text('voltage 780 V..820 V'));
    expect(briefly(findings)).toContainEqual(
      expect.stringMatching(/^control\/not-judged: .*input voltage.* S has no `module-voltage`\.$/),
    );
    expect(seriousIn({ findings }).filter(({ rule }) => rule === 'power/input-voltage')).toEqual([]);
  });
  it('is said not to be judged where the box has supplies of its own', async () => {
    const { findings } = await analysisOf(text('supplies 2 x 310 kW, n+1'));
    expect(briefly(findings)).toContainEqual(
      expect.stringMatching(/^control\/not-judged: .*input voltage.* S has no `module-voltage`\.$/),
    );
    expect(briefly(findings).filter((each) => each.startsWith('power/input-voltage'))).toEqual([]);
  });
  it('names every kind of equipment that is wrong for its busbar', async () => {
    const more = 'switch type T { height 1 OU  power 1 kW  liquid 100 %  voltage 48 V }\nswitch t : T\nplace t in k';
    const { findings } = await analysisOf(text('', 800, more));
    const [found] = findings.filter(({ rule }) => rule === 'power/input-voltage');
    expect([found?.message, ...(found?.consequences ?? [])]).toEqual([
      'k has a busbar at 800 V; T is rated for 48 V.',
      'k has a busbar at 800 V; XPO takes 40 V to 60 V.',
    ]);
  });
  it('does not feed modules without a converter', async () => {
    expect(await voltageErrors(text(''))).toEqual([
      'power/input-voltage: k has a busbar at 800 V; XPO takes 40 V to 60 V.',
    ]);
  });
  it.each([
    [
      '39.9 V',
      [
        'power/input-current: Hot draws 11.28 A from its box in k; its connector is rated for 10 A.',
        'power/input-voltage: S gives its modules 39.9 V; XPO takes 40 V to 60 V.',
      ],
    ],
    ['60.1 V', ['power/input-voltage: S gives its modules 60.1 V; XPO takes 40 V to 60 V.']],
    // 450 W ÷ 45 V = 10 A; ÷ 44 V = 10.23 A.
    ['45 V', []],
    ['44 V', ['power/input-current: Hot draws 10.23 A from its box in k; its connector is rated for 10 A.']],
  ])('whose box gives its modules %s', async (volts, errors) => {
    expect(await voltageErrors(text(`voltage 780 V..820 V  module-voltage ${volts}`))).toEqual(errors);
  });
  it('is no input for a box of 400 V, whatever that gives its modules', async () => {
    expect(await voltageErrors(text('voltage 380 V..420 V  module-voltage 50 V'))).toEqual([
      'power/input-voltage: k has a busbar at 800 V; S takes 380 V to 420 V.',
    ]);
  });
});

describe('a rack of 50 V', () => {
  it('feeds boxes and modules directly', async () => {
    expect(await voltageErrors(text('voltage 46 V..52 V', 50))).toEqual([]);
    // At 42 V the module draws 450 ÷ 42 = 10.71 A.
    expect(await voltageErrors(text('voltage 40 V..60 V', 42))).toEqual([
      expect.stringContaining('Hot draws 10.71 A from the busbar of k'),
    ]);
  });
  it('says nothing about modules behind the supplies of their box', async () => {
    expect(await voltageErrors(text('voltage 10 V..60 V  supplies 2 x 200 kW, n+1', 12))).toEqual([]);
  });
  it('has shelves that give its voltage', async () => {
    const shelves = (volts: string) => `
import "std/racks"
shelf type P { power 72 kW  height 2 RU  voltage ${volts} }
rack type R is OpenRackV3 { shelves 1 x P }
rack r[1..2] : R
`;
    expect(await errorsOf(shelves('46 V..52 V'))).toEqual([]);
    expect(await errorsOf(shelves('380 V..420 V'))).toEqual([
      'power/shelf-voltage: 2 racks have a busbar at 50 V (r[1], …); P gives 380 V to 420 V.',
    ]);
  });
});
