// The mistakes an architect would be embarrassed to miss, each in a whole small design: one finding, at the right place, with
// numbers worked out by hand.
import { describe, expect, it } from 'vitest';
import { marksIn } from '../../carets.ts';
import { briefly, findingsOf } from '../../kit/design.ts';

const box = (cage: string, height = '2 RU', more = '') =>
  `switch type Box { height ${height}  ${more}  ports p[1..4] : ${cage} }\nswitch a : Box\nswitch b : Box\n`;

interface Mistake {
  readonly name: string;
  /** With carets under the place. */
  readonly text: string;
  readonly rule: string;
  readonly severity?: 'warning';
  readonly says: readonly string[];
}

const mistakes: readonly Mistake[] = [
  {
    name: 'multimode optics over single-mode fiber',
    text: `import "std/osfp"
${box('OSFP')}plug Osfp800Sr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 4 x MPO16 low-loss }
//                   ^^^`,
    rule: 'optics/fiber-type',
    says: ['800GBASE-SR8 on OS2', 'needs multimode fiber'],
  },
  {
    name: 'XPO DR8 over OM4',
    text: `import "std/xpo"
${box('XPO', '1 OU', 'liquid 90 %')}plug XpoDr8Lro into a.p, b.p
link a.p to b.p over OM4 { length 50 m  connectors 2 x MPO16 low-loss }
//                   ^^^`,
    rule: 'optics/fiber-type',
    says: ['32 links use 1.6TBASE-DR8 on OM4', 'needs single-mode fiber'],
  },
  {
    name: 'DR4 against FR4',
    text: `import "std/osfp"
${box('OSFP')}plug Osfp2x400Dr4 into a.p
plug Osfp2x400Fr4 into b.p
link a.p to b.p over OS2 { length 300 m  connectors 2 x LC low-loss }
//   ^^^^^^^^^^`,
    rule: 'optics/wavelength-mismatch',
    says: ['400GBASE-DR4 at 1,310 nm', '400GBASE-FR4 at 1,271 nm'],
  },
  {
    // 500 m of DR4; the loss is 0.24 + 0.7 = 0.94 dB of 3.
    name: 'DR8 broken out into DR4 over 600 m',
    text: `import "std/osfp"
import "std/qsfp"
module type Split is Osfp800Dr8 { channels 2 x 400GBASE-DR4  connector 1 x MPO16 }
module type Single is Qsfp112Sr4 { channels 1 x 400GBASE-DR4 }
switch type Leaf { height 2 RU  ports p[1..4] : OSFP }
switch type Small { height 1 RU  ports p[1..8] : QSFP112 }
switch a : Leaf
switch b : Small
plug Split into a.p
plug Single into b.p
link a.p to b.p over OS2 { length 600 m  connectors 1 x MPO16 low-loss, 1 x MPO12 low-loss  polarity type-B }
//                         ^^^^^^^^^^^^`,
    rule: 'optics/reach',
    says: ['600 m long', 'reaches 500 m on OS2'],
  },
  {
    name: 'linear modules in a host that does not equalize',
    text: `import "std/osfp"
import "std/switches"
asic type Old is Tomahawk5 { host-equalization retimed }
${box('OSFP', '2 RU', 'asic Old')}plug Osfp800Dr8Lpo into a.p, b.p
//   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 low-loss }`,
    rule: 'optics/linear-in-deaf-host',
    says: ['Osfp800Dr8Lpo is linear', 'Old supports retimed modules only'],
  },
  {
    // 120 km × 0.30 dB/km + 2 × 0.75 dB.
    name: 'ZR over 120 km without an amplifier',
    text: `import "std/qsfp"
${box('QSFP-DD { power 25 W }')}plug QsfpDd400Zr into a.p, b.p
link a.p to b.p over OS2 { length 120 km  connectors 2 x LC }
//                         ^^^^^^^^^^^^^`,
    rule: 'optics/coherent-span',
    says: ['37.5 dB', '400ZR-unamplified tolerates 10 dB without an amplifier'],
  },
  {
    // 300 m × 0.4 dB/km + 4 × 0.75 dB = 3.12 dB.
    name: 'four standard MPO in a 1.6T DR8 path',
    text: `import "std/osfp"
${box('OSFP1600')}plug Osfp1600Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 300 m  connectors 4 x MPO16 }
//                                       ^^^^^^^^^^^^^^^^^^^^`,
    rule: 'optics/loss-budget',
    says: ['3.12 dB', 'allow 3 dB'],
  },
  {
    // 200 m × 0.4 dB/km + 2 × 0.75 dB + 3 dB = 4.58 dB of an FR4's 4.0.
    name: 'an optical circuit switch in an FR4 path',
    text: `import "std/osfp"
${box('OSFP')}plug Osfp2x400Fr4 into a.p, b.p
link a.p to b.p over OS2 { length 200 m  connectors 2 x LC  panels 1 x Ocs }
//                                                          ^^^^^^^^^^^^^^`,
    rule: 'optics/loss-budget',
    says: ['4.58 dB', 'allow 4 dB'],
  },
  {
    // 8 sources × 8 lanes ÷ 4 lanes an engine.
    name: 'a co-packaged switch with half of its lasers',
    text: `import "std/cpo"
switch type Cpo is SN6810 { lasers 8 x ElsfpHighPower }
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^
switch a : Cpo
plug CpoEngine3200 into a.*`,
    rule: 'optics/laser-count',
    says: ['32 CpoEngine3200', '8 ElsfpHighPower', 'feeds 16 engines'],
  },
  {
    name: '800GBASE-DR8 against 1.6TBASE-DR8',
    text: `import "std/osfp"
${box('OSFP1600')}plug Osfp800Dr8 into a.p
plug Osfp1600Dr8 into b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 low-loss }
//   ^^^^^^^^^^`,
    rule: 'optics/pmd-mismatch',
    says: ['8 lanes of 100 Gbps', '8 lanes of 200 Gbps'],
  },
  {
    name: 'a type B adapter between a type B and a type A cord',
    text: `import "std/osfp"
${box('OSFP')}plug Osfp2x400Dr4 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  panels 1 x MpoPanelB  polarity type-B, type-A }
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^`,
    rule: 'optics/polarity',
    severity: 'warning',
    says: ['8 links lead lane 1 to the transmitter of lane 1'],
  },
  {
    name: 'a duplex cord between MPO connectors',
    text: `import "std/osfp"
${box('OSFP')}plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16  polarity A-to-B }
//                                                                     ^^^^^^`,
    rule: 'optics/polarity',
    severity: 'warning',
    says: ['A-to-B, a duplex cord', 'have 16 positions'],
  },
  {
    // The 4.0 dB of an 800G-DR8-2 is general knowledge: 1.5 × 0.4 + 5 × 0.75 = 4.35 dB is no hard error.
    name: 'a path over an assumed limit',
    text: `import "std/osfp"
module type Far is Osfp800Dr8 { channels 1 x 800GBASE-DR8-2 }
${box('OSFP')}plug Far into a.p, b.p
link a.p to b.p over OS2 { length 1500 m  connectors 5 x MPO16 }
//                                        ^^^^^^^^^^^^^^^^^^^^`,
    rule: 'optics/loss-budget',
    severity: 'warning',
    says: ['4.35 dB', 'allow 4 dB'],
  },
  {
    // 0.08 + 4 × 0.25 + 3 = 4.08 dB: over the limit by low-loss LC alone, whose 0.25 dB is general knowledge.
    name: 'a path over its limit by an assumed loss',
    text: `import "std/osfp"
${box('OSFP')}plug Osfp2x400Fr4 into a.p, b.p
link a.p to b.p over OS2 { length 200 m  connectors 4 x LC low-loss  panels 1 x Ocs }
//                                                                   ^^^^^^^^^^^^^^`,
    rule: 'optics/loss-budget',
    severity: 'warning',
    says: ['4.08 dB', 'allow 4 dB'],
  },
  {
    // 0.2 × 0.4 + 2 × 0.75 + 1.5 = 3.08 dB of 3.0, by a loss the user assumes: a figure of the design like any other.
    name: 'a path over its limit by a loss the user assumes',
    text: `import "std/osfp"
panel type Patch { loss 1.5 dB assumed "until it is measured" }
${box('OSFP')}plug Osfp2x400Dr4 into a.p, b.p
link a.p to b.p over OS2 { length 200 m  connectors 2 x MPO12  panels 1 x Patch }
//                                                             ^^^^^^^^^^^^^^^^`,
    rule: 'optics/loss-budget',
    says: ['3.08 dB', 'allow 3 dB'],
  },
];

describe('a mistake', () => {
  it.each(mistakes.map((each) => [each.name, each] as const))('%s', async (_, { text, rule, severity, says }) => {
    const found = await findingsOf(text);
    expect(found.map((each) => [each.rule, each.severity])).toEqual([[rule, severity ?? 'error']]);
    const [finding] = found;
    for (const part of says) expect(finding?.message).toContain(part);
    const [mark] = marksIn(text);
    const line = (at: number | undefined) => text.slice(0, at).split('\n').length;
    expect(line(finding?.origin.start)).toBe(line(mark?.start));
  });
});

describe('a margin that can be required', () => {
  const metro = (edfa: string, path: string, before = '') => `import "std/qsfp"
amplifier type Edfa { ${edfa} }
optics type Known is 400ZR { transmit-osnr 36 dB  dispersion 1900 ps/nm ${before} }
module type Zr is QsfpDd400Zr { channels 1 x Known }
switch type Router { height 2 RU  ports line : QSFP-DD { power 25 W } }
network metro : scale-across {
    switch east : Router
    switch west : Router
    plug Zr into east.line, west.line
    link east.line to west.line over OS2 { ${path} }
}
`;
  const verdicts = async (text: string) => briefly(await findingsOf(text));

  // 60 km × 0.3 = 18 dB, 0 dBm and NF 5: 58 − 5 − 18 = 35 dB behind the span, 58 − 10 − 5 = 43 dB behind the booster, 36 dB of
  // the transmitter: −10·lg(10^-3.5 + 10^-4.3 + 10^-3.6) = 32.08 dB; 400ZR needs 26.
  const noise = -10 * Math.log10(10 ** -3.5 + 10 ** -4.3 + 10 ** -3.6);
  it('of OSNR is what arrives less what is needed', async () => {
    const text = metro('gain 10 dB  noise-figure 5 dB', 'length 60 km  amplifiers 2 x Edfa  launch 0 dBm');
    const margin = noise - 26;
    expect(margin).toBeCloseTo(6.08, 1);
    expect(await verdicts(`${text}require osnr-margin(metro) >= ${(margin - 0.01).toFixed(3)} dB`)).toEqual([]);
    const [missed] = await verdicts(`${text}require osnr-margin(metro) >= ${(margin + 0.01).toFixed(3)} dB`);
    expect(missed).toContain('osnr-margin');
  });
  // 18 ps/nm·km × 60 km = 1,080 ps/nm of 1,900.
  it('of dispersion is what is compensated less what the path collects', async () => {
    const text = metro('gain 10 dB  noise-figure 5 dB', 'length 60 km  amplifiers 2 x Edfa  launch 0 dBm');
    expect(await verdicts(`${text}require dispersion-margin(metro) >= 820 ps/nm`)).toEqual([]);
    expect((await verdicts(`${text}require dispersion-margin(metro) >= 821 ps/nm`)).length).toBe(1);
  });
  it('is unknown, and never holds, where the transmitter has no OSNR', async () => {
    const text = metro(
      'gain 10 dB  noise-figure 5 dB',
      'length 60 km  amplifiers 2 x Edfa  launch 0 dBm',
      'transmit-osnr unknown',
    );
    const [only, ...more] = await verdicts(
      `${text.replace('transmit-osnr 36 dB', '')}require osnr-margin(metro) >= 0 dB`,
    );
    expect(more).toEqual([]);
    expect(only).toMatch(/unknown|can’t/);
  });
  it('is of coherent links alone', async () => {
    const text = `import "std/osfp"
switch type Box { height 2 RU  ports p : OSFP }
network n : scale-out {
    switch a : Box   switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p to b.p over OS2 { length 10 m }
}
require osnr-margin(n) >= 0 dB`;
    const [only] = await verdicts(text);
    expect(only).toMatch(/unknown|can’t/);
  });
});
