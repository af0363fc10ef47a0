// A limit is judged whatever another one says, and what is missing is named where it can be given.
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';

const saidBy = async (rule: string, text: string): Promise<string[]> =>
  (await analysisOf(text)).findings
    .flatMap((each) => [each, ...(each.folded ?? [])])
    .filter((each) => each.rule === rule)
    .map(({ message }) => message);

describe('the current of a busbar', () => {
  // I = P ÷ V: 81 kW at 800 V is 101.25 A; the rack gives 80 kW, the connector 100 A.
  const text = `import "std/racks"
rack type Hv is OpenRackV3 { busbar-voltage 800 V  busbar-current 100 A  power 80 kW }
host type Big { height 10 OU  power 81 kW  voltage 700 V..850 V }
rack r : Hv
host big : Big
place big in r
`;

  it('is judged in a rack that draws too much power as well', async () => {
    expect(await saidBy('power/rack-budget', text)).toEqual(['r draws 81 kW; the rack delivers 80 kW.']);
    expect(await saidBy('power/busbar-current', text)).toEqual([
      'r draws 101.25 A from its busbar; the busbar connector is rated for 100 A.',
    ]);
  });

  it('is not excused with the power of the rack', async () => {
    const allowed = `${text}allow power/rack-budget because "pilot" on r\n`;
    expect(await saidBy('power/busbar-current', allowed)).toHaveLength(1);
  });
});

describe('devices with a liquid share in racks on no loop', () => {
  const text = `import "std/racks"
import "std/cooling"
loop primary { coolant PG25  supply 40 °C  flow 30 L/min }
rack r[1..4] : OpenRackV3
rack other : OpenRackV3 { cooled by primary }
host type Wet { height 2 OU  power 10 kW  liquid 80 % }
host type Dry { height 2 OU  power 1 kW }
host w[1..3] : Wet
host d[1..4] : Dry
place w[1..2] in r[1..2] 1 each
place w[3] in other
place d[*] in r[*] 1 each
`;

  it('are told once for racks alike', async () => {
    expect(await saidBy('cooling/device-without-liquid', text)).toEqual([
      '2 racks have no coolant loop (r[1], …); Wet gives 80 % of its heat to liquid.',
    ]);
  });
});

describe('what is missing', () => {
  it('of a link without fiber is the fiber, not the reach of its optics', async () => {
    const notes = await saidBy(
      'control/not-judged',
      `import "std/osfp"
switch type Box { height 2 RU  ports s : OSFP }
switch a : Box
switch b : Box
plug Osfp800Sr8 into a.s, b.s
link a.s to b.s { length 20 m  connectors 2 x MPO16 low-loss }
`,
    );
    expect(notes.join('\n')).toContain('which is not given; give `over` on `link a.s to b.s`');
    expect(notes.join('\n')).not.toContain('`reach`');
  });

  it('of a table that ends is a row of it', async () => {
    const { findings } = await analysisOf(`import "std/racks"
coolant type Short { density 1050 kg/m3 at 20 °C, 1040 kg/m3 at 40 °C  specific-heat 3.5 kJ/kg·K }
loop l { coolant Short  supply 45 °C  return <= 60 °C  flow 30 L/min }
rack r : OpenRackV3 { cooled by l }
host type Box { height 1 OU  power 10 kW  liquid 80 % }
host box : Box
place box in r
require rise(l) <= 13 K
`);
    const unknown = findings.find(({ rule }) => rule === 'requirement/unknown');
    expect(unknown?.help).toMatch(/^Add a row to the table/);
  });
});

describe('racks that one finding is about', () => {
  // XPO takes 40 to 60 V (Molex, XPO MSA); a box of 36 to 60 V passes the 38 V of its busbar on.
  it('are all that hold such a module, in whatever box', async () => {
    const text = `import "std/racks"
import "std/xpo"
rack type Low is OpenRackV3 { busbar-voltage 38 V  power 30 kW }
switch type Plain { height 1 OU  power 1 kW  liquid 100 %  ports p[1..2] : XPO }
switch type Wide is Plain { voltage 36 V..60 V }
rack b[1..2] : Low
switch plain : Plain
switch wide : Wide
plug XpoDr8Lro into plain.p, wide.p
place plain in b[1]
place wide in b[2]
`;
    expect(await saidBy('power/input-voltage', text)).toEqual([
      '2 racks have a busbar at 38 V (b[1], …); XPO takes 40 V to 60 V.',
    ]);
    const allowed = `${text}allow power because "lab" on b[1]\n`;
    expect(await saidBy('power/input-voltage', allowed)).toEqual([
      'b[2] has a busbar at 38 V; XPO takes 40 V to 60 V.',
    ]);
    expect(await saidBy('control/unused-allow', allowed)).toEqual([]);
  });

  it('with air in both directions are told by what they hold', async () => {
    const text = `import "std/racks"
switch type F { height 1 RU  air-direction front-to-rear }
switch type R { height 1 RU  air-direction rear-to-front }
switch type G is F { height 2 RU }
rack r[1..3] : Eia42
switch f[1..2] : F
switch b[1..3] : R
switch g : G
place f[*], b[*] in r[1..2] 1 each
`.replace(
      'place f[*], b[*] in r[1..2] 1 each',
      'place f[*] in r[1..2] 1 each\nplace b[*] in r[*] 1 each\nplace g in r[3]',
    );
    expect(await saidBy('cooling/air-direction', text)).toEqual([
      '2 racks hold F with air front-to-rear and R with air rear-to-front (r[1], …).',
      'r[3] holds R with air rear-to-front and G with air front-to-rear.',
    ]);
  });

  it('have the current of the worst of them', async () => {
    // XPO, 400 W: 9.52 A at 42 V, 9.3 A at 43 V; the connector here is rated for 9 A.
    const text = `import "std/racks"
import "std/xpo"
cage type Weak is XPO { connector-current 9 A }
module type M { form-factor Weak  channels 16 x 800GBASE-DR4  power 400 W }
rack type A is OpenRackV3 { busbar-voltage 43 V }
rack type B is OpenRackV3 { busbar-voltage 42 V }
switch type Box { height 1 OU  ports p : Weak }
rack a : A
rack b : B
switch s[1..2] : Box
plug M into s[*].p
place s[1] in a
place s[2] in b
`;
    expect((await saidBy('power/input-current', text)).join()).toMatch(
      /^M draws up to 9\.52\d? A from the busbar of 2 racks/,
    );
  });
});

describe('racks of one array with limits of their own', () => {
  const racks = (rack: string, changes: string, box: string, place: string) => `import "std/racks"
import "std/cooling"
loop l { coolant PG25  supply 40 °C  return <= 60 °C  flow 41 L/min }
rack r[1..3] : OpenRackV3 { ${rack} }
${changes}
switch type X { height 1 OU  ${box} }
switch x[1..4] : X
${place}`;
  const spread = 'place x[1..2] in r[1]\nplace x[3] in r[2]\nplace x[4] in r[3]';

  it.each([
    [
      'power',
      'power/rack-budget',
      racks('power 10 kW', 'r[2] { power 5 kW }', 'power 6 kW', spread),
      'r[1] draws 12 kW; the rack delivers 10 kW.',
      'r[2] draws 6 kW; the rack delivers 5 kW.',
    ],
    [
      'weight',
      'placement/rack-weight',
      racks('weight 150 kg', 'r[2] { weight 70 kg }', 'weight 80 kg', spread),
      'r[1] carries 160 kg of devices; the limit is 150 kg.',
      'r[2] carries 80 kg of devices; the limit is 70 kg.',
    ],
    [
      'height',
      'placement/rack-full',
      racks('height 1 OU', 'r[2] { height 0.5 OU }', 'power 1 kW', spread),
      'r[1] holds 2 devices of 2 OU in all; the rack has 1 OU.',
      'r[2] holds 1 device of 1 OU in all; the rack has 0.5 OU.',
    ],
  ])('are each compared with their own %s', async (_, rule, text, first, second) => {
    expect(await saidBy(rule, text)).toEqual([first, second]);
  });

  it('and without coolant flow are not counted with those that have too little', async () => {
    // 6 kW on 1 L/min of PG25 at 40 °C: 6 x 60 / (1.0143 x 3.96) = 89.63 K.
    const flows = 'r[1] { flow 0 L/min }\nr[2] { flow 1 L/min }';
    const text = racks(
      'power 50 kW  cooled by l  flow 20 L/min',
      flows,
      'power 6 kW  liquid 100 %',
      'place x[1..3] in r[*] 1 each',
    );
    expect(await saidBy('cooling/return-temperature', text)).toEqual([
      'r[1] gets no coolant flow for the heat of its devices.',
      'r[2] returns at 129.63 °C; the loop allows 60 °C.',
    ]);
  });
});

describe('a line of text that is an error for some and a warning for others', () => {
  // 7 dB: 400GBASE-FR8 allows 4.0 dB, which the library assumes, so that 3 dB too much are a warning; LR8 6.3 dB (TIA FOTC).
  const optics = (first: string, second: string) => `import "std/qsfp"
splice type Lossy { loss 7 dB }
module type Fr8 is QsfpDd400Lr8 { channels 1 x 400GBASE-FR8 }
switch type Box { height 1 RU  ports p[1..2] : QSFP-DD }
switch a : Box
switch b : Box
plug ${first} into a.p[1], b.p[1]
plug ${second} into a.p[2], b.p[2]
link a.p to b.p over OS2 { length 1 m  splices 1 x Lossy }`;

  it.each([
    ['Fr8', 'QsfpDd400Lr8', 2],
    ['QsfpDd400Lr8', 'Fr8', 1],
  ])('is an error: %s and %s', async (first, second, lr8) => {
    const found = (await analysisOf(optics(first, second))).findings.filter(
      ({ rule }) => rule === 'optics/loss-budget',
    );
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['error', `The link from a.p[${lr8}] to b.p[${lr8}] loses 7 dB; the optics allow 6.3 dB.`],
    ]);
    expect(found[0]?.folded?.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('as racks that are too narrow are', async () => {
    const text = `import "std/racks"
rack r[1..3] : Eia42 { power 50 kW }
r[2] { opening 500 mm }
r[3] { opening 537 mm }
switch type X { height 1 OU  power 1 kW  width 537 mm }
switch x[1..3] : X
place x in r[*] 1 each`;
    const found = (await analysisOf(text)).findings.filter(({ rule }) => rule === 'placement/rack-width');
    expect(found.map(({ severity, message, consequences }) => [severity, message, consequences])).toEqual([
      ['error', 'X needs an opening of 537 mm; r[2] has 500 mm.', ['X needs an opening of 537 mm; r[1] has 450 mm.']],
    ]);
  });
});

describe('coolant that enters some racks too cold and others too hot', () => {
  const racks = (loops: string, racked: string) => `import "std/racks"
import "std/cooling"
${loops}
rack type V is OpenRackV3 { power 100 kW  inlet 17 °C..45 °C }
rack r[1..2] : V
${racked}
switch type X { height 1 OU  power 10 kW  liquid 100 % }
switch x[1..2] : X
place x in r[*] 1 each`;

  it('is told apart', async () => {
    const loops =
      'loop a { coolant PG25  supply 16 °C  flow 20 L/min }\nloop b { coolant PG25  supply 46 °C  flow 20 L/min }';
    expect(await saidBy('cooling/inlet-limit', racks(loops, 'r[1] { cooled by a }\nr[2] { cooled by b }'))).toEqual([
      'Coolant enters r[1] at 16 °C; V is designed for 17 °C to 45 °C.',
      'Coolant enters r[2] at 46 °C; V is designed for 17 °C to 45 °C.',
    ]);
  });

  it('is told of several by the hottest', async () => {
    // 10 kW on 20 L/min of PG25 at 46 °C: 10 x 60 / (20 x 1.0111 x 3.973) = 7.47 K, so that it enters the second at 53.5 °C.
    const loop = 'loop b { coolant PG25  supply 46 °C  flow 20 L/min  branch s { series r[1..2]  flow 20 L/min } }';
    expect((await saidBy('cooling/inlet-limit', racks(loop, '')))[0]).toMatch(
      /^Coolant enters 2 racks \(r\[2\], …\) at up to 53\.4\d °C; V is designed for 17 °C to 45 °C\.$/,
    );
  });
});
