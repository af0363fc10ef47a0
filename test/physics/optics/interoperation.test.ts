// Which PMDs link up, a row for each published pairing: Arista FAQ (mirrored by fiberolink.com), Flexoptix 400G overview, IEEE
// 802.3 clauses by their symbol rates.
import { breakoutOf, interoperation, type Part } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { errorsOf, partIn, wholeAnalysisOf } from '../../kit/design.ts';
import { named } from './library-figures.ts';

const pmd = (name: string) => named(name) as Part<'optics'>;

/** PMDs of a design of its own. */
async function pmdsOf(text: string): Promise<(name: string) => Part<'optics'>> {
  const { fabric } = await wholeAnalysisOf(`import "std/optics"\n${text}`);
  return (name) => partIn(fabric, name) as Part<'optics'>;
}

describe('PMDs that link up', () => {
  it.each([
    // One kind of lane, whatever the reach.
    ['100GBASE-DR', '100G-FR1'],
    ['100GBASE-DR', '100G-LR1'],
    ['100G-FR1', '100G-LR1'],
    ['400GBASE-DR4', '400GBASE-DR4-2'],
    ['400GBASE-DR4', '400G-PLR4'],
    ['800GBASE-DR8', '800GBASE-DR8-2'],
    ['800GBASE-DR8', '800G-PLR8'],
    ['400GBASE-FR4', '400GBASE-LR4-6'],
    ['400GBASE-FR4', '400G-LR4-10'],
    ['400GBASE-LR4-6', '400G-LR4-10'],
    ['400GBASE-FR8', '400GBASE-LR8'],
    ['400GBASE-LR8', '400GBASE-ER8'],
    ['400GBASE-SR4', '400GBASE-VR4'],
    ['400GBASE-SR4', 'NVIDIA-400G-SR4'],
    ['800GBASE-SR8', '800GBASE-VR8'],
    // A linear module sends what a retimed one does.
    ['800GBASE-DR8', '800G-DR8-LPO'],
    // 802.3cw is the same signal as OIF-400ZR.
    ['400ZR', '400GBASE-ZR'],
    // BiDi: a wavelength for each direction.
    ['10GBASE-BX10-U', '10GBASE-BX10-D'],
    // SRBD sends both wavelengths at both ends.
    ['400GBASE-SR4.2', '400GBASE-SR4.2'],
  ])('%s with %s', (a, b) => {
    expect(interoperation(pmd(a), pmd(b))).toEqual({ outcome: 'links', differences: [], missing: [] });
    expect(interoperation(pmd(b), pmd(a)).outcome).toBe('links');
  });
});

describe('PMDs that never do, and why', () => {
  it.each([
    // 53.125, 106.25 and 113.4375 GBd.
    ['800GBASE-DR8', '800GBASE-DR4', ['lanes', 'symbol rate', 'fibers']],
    ['200GBASE-DR1', '200GBASE-DR1-2', ['FEC', 'symbol rate']],
    ['400GBASE-DR2', '400GBASE-DR2-2', ['FEC', 'symbol rate']],
    ['800GBASE-DR4', '800GBASE-DR4-2', ['FEC', 'symbol rate']],
    ['1.6TBASE-DR8', '1.6TBASE-DR8-2', ['FEC', 'symbol rate']],
    ['800GBASE-FR4-500', '800GBASE-FR4', ['FEC', 'symbol rate']],
    // Parallel lanes and wavelengths on one pair.
    ['400GBASE-DR4', '400GBASE-FR4', ['wavelength', 'wavelengths', 'fibers']],
    ['400GBASE-FR4', '400GBASE-FR8', ['lanes', 'symbol rate', 'wavelengths']],
    ['400GBASE-SR8', '400GBASE-SR4.2', ['wavelengths', 'fibers']],
    // CFEC and oFEC.
    ['400ZR', 'ZR400-OFEC-16QAM', ['FEC']],
    ['ZR400-OFEC-16QAM', 'ZR400-OFEC-8QAM', ['symbol rate', 'modulation']],
    ['ZR400-OFEC-16QAM', 'ZR300-OFEC-8QAM', ['lanes', 'modulation']],
    // Lanes of 50 Gbps PAM4 with RS(544,514) against 25 Gbps NRZ with RS(528,514).
    ['100GBASE-SR2', '100GBASE-SR4', ['lanes', 'FEC', 'symbol rate', 'modulation', 'fibers']],
    ['10GBASE-SR', '10GBASE-LRM', ['wavelength']],
    // Each hears itself.
    ['10GBASE-BX10-U', '10GBASE-BX10-U', ['wavelength']],
    ['10GBASE-BX10-D', '10GBASE-BX10-D', ['wavelength']],
  ])('%s with %s: %j', (a, b, why) => {
    const { outcome, differences } = interoperation(pmd(a), pmd(b));
    expect(outcome).toBe('differs');
    expect(differences.map(({ what }) => what)).toEqual(why);
    expect(
      interoperation(pmd(b), pmd(a))
        .differences.map(({ what }) => what)
        .sort(),
    ).toEqual([...why].sort());
  });
  it('say what differs with both values', () => {
    const text = interoperation(pmd('200GBASE-DR1'), pmd('200GBASE-DR1-2')).differences.map((each) => each.text);
    expect(text).toEqual(['FEC KP4 against KP4 + inner', '106.25 GBd against 113.4375 GBd']);
  });
});

describe('PMDs of which too little is known', () => {
  it.each([
    // The wavelengths of 800GBASE-LR4 are somewhere in the O band.
    ['800GBASE-FR4', '800GBASE-LR4', /wavelength of 800GBASE-LR4 is unknown/],
    ['800GBASE-LR1', '800GBASE-ER1', /wavelength of 800GBASE-LR1 is unknown/],
    ['800ZR', 'ZR800-OpenZRplus', /symbol rate of ZR800-OpenZRplus is unknown/],
  ])('%s with %s', (a, b, missing) => {
    const found = interoperation(pmd(a), pmd(b));
    expect([found.outcome, found.differences]).toEqual(['unknown', []]);
    expect(found.missing.map(({ text }) => text).join()).toMatch(missing);
  });
});

describe('PMDs of a design', () => {
  it('that are based on a standard one link with it and with each other, whatever their own figures', async () => {
    const own = await pmdsOf(`
optics type A is 800GBASE-DR8 { launch -2.5 dBm..4.0 dBm }
optics type B is 800GBASE-DR8 { reach 2 km  channel-loss 4 dB  standard "vendor" }`);
    for (const [a, b] of [
      ['A', '800GBASE-DR8'],
      ['A', 'B'],
      ['B', '800GBASE-DR8-2'],
    ] as const)
      expect([a, b, interoperation(own(a), own(b)).outcome]).toEqual([a, b, 'links']);
  });
  it('need no base: figures alone decide, and a nominal wavelength may be 1311 nm', async () => {
    const own = await pmdsOf(
      'optics type Mine { lanes 8  lane-rate 100 Gbps  wavelength 1311 nm  mode single-mode  fibers 16 }',
    );
    expect(interoperation(own('Mine'), own('800GBASE-DR8')).outcome).toBe('links');
    expect(interoperation(own('Mine'), own('800GBASE-SR8')).differences.map(({ what }) => what)).toEqual([
      'wavelength',
      'media',
    ]);
  });
  it('on a single fiber link with their opposite, with and without what they receive', async () => {
    const own = await pmdsOf(`
optics type U { lanes 1  lane-rate 25 Gbps  wavelength 1270 nm  mode single-mode  fibers 1 }
optics type D is U { wavelength 1330 nm }
optics type D2 is U { wavelength 1330 nm  receive-wavelength 1310 nm }
optics type Loop is U { wavelength 1310 nm  receive-wavelength 1310 nm }`);
    expect(interoperation(own('U'), own('D')).outcome).toBe('links');
    expect(interoperation(own('U'), own('U')).outcome).toBe('differs');
    expect(interoperation(own('U'), own('D2')).differences[0]?.text).toBe(
      'D2 receives 1,310 nm, but the other end sends 1,270 nm',
    );
    // With circulators, one wavelength goes both ways.
    expect(interoperation(own('Loop'), own('Loop')).outcome).toBe('links');
  });
  it('link with the partners that their maker names, and with no others', async () => {
    const own = await pmdsOf(`
optics type Picky is 400GBASE-DR4 { links-with 400GBASE-DR4 }
optics type Revised is Picky { reach 300 m }
optics type Other is 400GBASE-DR4-2 { }`);
    expect(interoperation(own('Picky'), own('400GBASE-DR4')).outcome).toBe('links');
    expect(interoperation(own('Picky'), own('Revised')).outcome).toBe('links');
    expect(interoperation(own('Picky'), own('Other')).differences).toEqual([
      { what: 'partner', text: 'Picky links with 400GBASE-DR4 only' },
    ]);
    expect(interoperation(own('Other'), own('Picky')).outcome).toBe('differs');
  });
});

describe('partners that name each other', () => {
  const types = (a: string, b: string) => `import "std/optics"
optics type A is 400GBASE-DR4 { ${a} }
optics type B is 400GBASE-DR4 { ${b} }`;
  it('can be named on one of the two', async () => {
    expect(await errorsOf(types('links-with B', ''))).toEqual([]);
    expect(await errorsOf(types('links-with B', 'links-with A'))).toEqual([
      'type/cycle: A refers to itself; give the property on one of the types only.',
    ]);
  });
  it('are not their own bases', async () => {
    expect(await errorsOf('optics type A is A { }')).toEqual(['type/cycle: A is its own base.']);
  });
});

describe('breakouts (Arista FAQ, Flexoptix)', () => {
  it.each([
    ['400GBASE-DR4', '100GBASE-DR', 4],
    ['400GBASE-DR4-2', '100G-FR1', 4],
    ['400G-PLR4', '100G-LR1', 4],
    ['400GBASE-SR4.2', '100G-SR1.2', 4],
    ['400GBASE-SR8', '100GBASE-SR2', 4],
    ['800GBASE-DR8', '400GBASE-DR4', 2],
    ['800GBASE-DR8', '100GBASE-DR', 8],
    ['800GBASE-DR8-2', '400GBASE-DR4-2', 2],
    ['800GBASE-DR8-2', '100G-FR1', 8],
    ['800G-PLR8', '400G-PLR4', 2],
    ['800G-PLR8', '100G-LR1', 8],
    ['1.6TBASE-DR8', '800GBASE-DR4', 2],
    ['1.6TBASE-DR8', '200GBASE-DR1', 8],
    ['1.6TBASE-DR8-2', '800GBASE-DR4-2', 2],
    // DR reads a shorter budget than FR: they mix, lane by lane.
    ['400GBASE-DR4', '100G-FR1', 4],
  ])('%s is %3$i x %2$s', (whole, part, count) => {
    expect(breakoutOf(pmd(part), pmd(whole))).toEqual({ whole: pmd(whole), part: pmd(part), count });
  });
  it.each([
    // Wavelengths on one pair of fibers can't be taken apart.
    ['400GBASE-FR4', '100G-FR1'],
    ['400G-LR4-10', '100G-LR1'],
    // Lanes of 50 Gbps PAM4, unless the port sends 25 Gbps NRZ.
    ['400GBASE-SR8', '100GBASE-SR4'],
    // The same clause only.
    ['1.6TBASE-DR8', '800GBASE-DR4-2'],
    ['1.6TBASE-DR8-2', '200GBASE-DR1'],
    ['800GBASE-DR8', '200GBASE-DR1'],
  ])('%s is not broken out to %s', (whole, part) => {
    expect(breakoutOf(pmd(whole), pmd(part))).toBeUndefined();
  });
});
