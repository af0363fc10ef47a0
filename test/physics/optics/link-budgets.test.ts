// Optics, copper and provenance against published figures: each case names where its numbers come from.
import {
  combinedOsnr,
  dispersionOf,
  figure,
  type LinkBudget,
  lanePaths,
  laserPowerOf,
  latencyOf,
  lineOsnr,
  type Part,
  pathLoss,
  printValue,
  receivedOver,
  restsOn,
  typicalLoss,
  type Way,
  waysOf,
} from '@lightloom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf, rulesOf } from '../../kit/design.ts';

/** Two modules of one PMD over a path. */
const link = (optics: string, path: string, before = '') => `
import "std/optics"
import "std/cages"
import "std/copper"
${before}
module type M { form-factor OSFP1600  channels 1 x ${optics}  power 10 W  latency 10 ns }
switch type Box { height 2 RU  ports p : OSFP1600 }
network n : scale-out {
    switch a : Box   switch b : Box
    plug M into a.p, b.p
    link a.p to b.p over ${path}
}`;

async function budgetOf(text: string): Promise<LinkBudget> {
  const { facts } = await analysisOf(text);
  return facts.optics.budgets[0] as LinkBudget;
}

/** A path that loses just so much, in connectors. */
const losing = (loss: number): [string, string] => [
  'Glass { length 0 m  connectors 1 x Plug }',
  `fiber type Glass { mode single-mode  attenuation 0 dB/km }\nconnector type Plug { fibers 2  loss ${loss} dB }`,
];

describe('reach on fiber with more attenuation (TIA FOTC, application pages)', () => {
  const reachAt = async (optics: string, attenuation: number) => {
    const fiber = `fiber type Glass { mode single-mode  attenuation ${attenuation} dB/km }`;
    return (await budgetOf(link(optics, 'Glass { length 10 m }', fiber))).reach.value;
  };
  it.each([
    ['800GBASE-DR8', 0.4, 500],
    ['800GBASE-DR8', 0.5, 500],
    ['800GBASE-DR8', 1.0, 250],
    ['400GBASE-LR8', 0.4, 10_000],
    ['400GBASE-LR8', 0.5, 8_000],
    ['400GBASE-LR8', 1.0, 4_000],
  ])('%s at %f dB/km reaches %f m', async (optics, attenuation, reach) => {
    expect(await reachAt(optics, attenuation)).toBeCloseTo(reach, 6);
  });
  it('is never longer than in the standard', async () => {
    expect(await reachAt('400GBASE-LR8', 0.1)).toBe(10_000);
  });
  it.each([
    ['800GBASE-DR8', 'OS1a', 250],
    ['400GBASE-LR8', 'IndoorOutdoor', 8_000],
    ['400GBASE-LR8', 'OS1a', 4_000],
    ['800GBASE-DR8', 'OS2-G657A2', 500],
    ['800GBASE-SR8', 'OM3', 60],
    ['800GBASE-SR8', 'OM4', 100],
  ])('%s on %s of the library reaches %f m', async (optics, fiber, reach) => {
    expect((await budgetOf(link(optics, `${fiber} { length 10 m }`))).reach.value).toBeCloseTo(reach, 6);
  });
  it('holds for a fiber type that is based on one with a row of its own', async () => {
    const budget = await budgetOf(link('800GBASE-SR8', 'Mine { length 10 m }', 'fiber type Mine is OM3 { }'));
    expect(budget.reach.value).toBe(60);
  });
});

describe('the PMD tables agree with themselves', () => {
  // Edgecore ET7502-DR4 and -FR4 data sheets; IEEE P802.3dj D1.3 clauses 180 and 183: the OMA that is left at the end of a
  // channel with the largest insertion loss, and the stressed sensitivity beside it.
  it.each([
    ['400GBASE-DR4', 3.0, -1.8, -1.9],
    ['800GBASE-DR8', 3.0, -1.8, -1.9],
    ['400GBASE-FR4', 4.0, -2.3, -2.6],
    ['1.6TBASE-DR8', 3.0, -0.8, -0.9],
    ['800GBASE-FR4-500', 3.5, -0.2, -0.7],
  ])('%s: over %f dB, %f dBm of OMA arrives for %f dBm', async (optics, loss, oma, stressed) => {
    const [one] = receivedOver(await budgetOf(link(optics, ...losing(loss))));
    expect(one?.oma.value).toBeCloseTo(oma, 9);
    expect(one?.stressed.value).toBe(stressed);
    expect(await rulesOf(link(optics, ...losing(loss)))).toEqual([]);
  });
  // −2.9 − 3.0 = −5.9 and −3.3 − 4.0 = −7.3 dBm, the lower ends of the receive windows.
  it.each([
    ['400GBASE-DR4', 3.0, -5.9],
    ['800GBASE-DR8', 3.0, -5.9],
    ['400GBASE-FR4', 4.0, -7.3],
  ])('%s: over %f dB, the least average power is %f dBm, what its receiver needs', async (optics, loss, floor) => {
    const [one] = receivedOver(await budgetOf(link(optics, ...losing(loss))));
    expect(one?.least.value).toBeCloseTo(floor, 9);
    expect(one?.floor.value).toBe(floor);
  });
  // DR4 4.0 ≤ 4.0 and FR4 3.5 ≤ 3.5 dBm: like for like, no attenuator is ever needed.
  it.each([
    ['400GBASE-DR4', 4.0],
    ['400GBASE-FR4', 3.5],
  ])('%s at no distance sends what it takes, %f dBm', async (optics, most) => {
    const [one] = receivedOver(await budgetOf(link(optics, ...losing(0))));
    expect(one?.most.value).toBe(most);
    expect(one?.overload.value).toBe(most);
    expect(await rulesOf(link(optics, ...losing(0)))).toEqual([]);
  });
  it('a channel beyond the limit is one error, with its consequences', async () => {
    const [path, parts] = losing(5);
    const { findings } = await analysisOf(link('400GBASE-DR4', path, parts));
    const found = findings.filter((each) => each.severity === 'error');
    expect(found.map((each) => each.rule)).toEqual(['optics/loss-budget']);
    expect(found[0]?.consequences.length).toBe(2);
  });
  it('a receiver of another module may be overloaded where its own is not', async () => {
    const strong = 'optics type Strong is 400GBASE-DR4 { launch 0 dBm..6 dBm }';
    expect(await rulesOf(link('Strong', 'OS2 { length 2 m  connectors 2 x MPO12 }', strong))).toEqual([
      'optics/overload',
    ]);
  });
});

describe('typical loss', () => {
  // G.652.D products 0.35 dB/km; LC 0.3 dB; fusion splice 0.1 dB; MEMS switch 2 dB (FACTS by their sources).
  it('takes what is usually met: 2 km, two LC, a splice and an OCS lose 3.4 dB, not 5.6 dB', async () => {
    const path = 'OS2 { length 2 km  connectors 2 x LC  splices 1 x FusionSplice  panels 1 x Ocs }';
    const budget = await budgetOf(link('400GBASE-FR4', path));
    expect(typicalLoss(budget).value).toBeCloseTo(0.7 + 0.6 + 0.1 + 2, 9);
    expect(budget.loss.value).toBeCloseTo(0.8 + 1.5 + 0.3 + 3, 9);
  });
  // Expanded beam: mean 0.32 dB, 99.2 % below 0.7 dB; z(0.992) = 2.409, so σ = 0.158 dB.
  it('adds three standard deviations of independent elements where the spread is known', async () => {
    const budget = await budgetOf(link('400GBASE-DR4', 'OS2 { length 0 m  connectors 4 x ExpandedBeam12 }'));
    const sigma = (0.7 - 0.32) / 2.409;
    expect(typicalLoss(budget).value).toBeCloseTo(4 * 0.32 + 3 * Math.sqrt(4) * sigma, 2);
  });
  it('is never more than the worst case, where no deviation is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 4 }), async (length, pairs) => {
        const budget = await budgetOf(link('400GBASE-DR4', `OS2 { length ${length} m  connectors ${pairs} x LC }`));
        expect(typicalLoss(budget).value).toBeLessThanOrEqual(budget.loss.value);
      }),
      { numRuns: 8 },
    );
  });
});

describe('latency', () => {
  // 299.79 m/µs ÷ 1.468 gives 4.90 ns/m; the fiber type says its largest, 5.0 (Optics book, 4.9 to 5.0 ns/m).
  it('of fiber is at least that of light in glass', async () => {
    const budget = await budgetOf(link('400GBASE-DR4', 'OS2 { length 1000 m }'));
    const fiber = latencyOf(budget).terms[0]?.value ?? Number.NaN;
    expect(fiber).toBeCloseTo(5000e-9, 15);
    expect(fiber).toBeGreaterThan(1000 / (299.79e6 / 1.468));
  });
  // 100 m: 500 ns of fiber, 2 × 10 ns of DSP, 2 × 100 ns of KP4.
  it('of a link counts fiber, modules and FEC at both ends', async () => {
    expect(printValue(latencyOf(await budgetOf(link('400GBASE-DR4', 'OS2 { length 100 m }'))))).toBe('720 ns');
  });
  it('of hollow-core fiber is a third less', async () => {
    const budget = await budgetOf(link('400GBASE-DR4', 'HollowCore { length 100 m }'));
    expect(latencyOf(budget).terms[0]?.value).toBeCloseTo(330e-9, 15);
  });
});

describe('coherent links', () => {
  const edfa = (gain: number, noise: number) => `amplifier type Edfa { gain ${gain} dB  noise-figure ${noise} dB }`;
  const osnr = async (text: string) => {
    const [way] = waysOf(await budgetOf(text));
    return lineOsnr(way as Way);
  };
  // Smartoptics SO-TQSFPDD4CCZRP: −10 − (−20) = 10 dB without amplifiers; noise is the limit with them.
  it('of 400ZR tolerate 10 dB without amplifiers, and have no limit of loss with them', async () => {
    expect((await budgetOf(link('400ZR', 'OS2 { length 20 km }'))).allowed.value).toBe(10);
    const boosted = link('400ZR', 'OS2 { length 20 km  amplifiers 1 x Edfa }', edfa(10, 5));
    expect((await budgetOf(boosted)).allowed.isNone).toBe(true);
  });
  it('may have a limit of loss for each span, which the worst of them is judged by', async () => {
    const own = `optics type Mine is 400ZR { amplified-loss 22 dB }\n${edfa(10, 5)}`;
    // 40, 60 and 80 km of 0.3 dB/km: 24 dB.
    const text = link('Mine', 'OS2 { spans 40 km, 60 km, 80 km  amplifiers 4 x Edfa }', own);
    expect((await budgetOf(text)).margin.value).toBeCloseTo(22 - 24, 9);
  });
  it('count the attenuation at 1550 nm, not that of the O band', async () => {
    const budget = await budgetOf(link('400ZR', 'OS2 { length 40 km }'));
    expect(budget.loss.value).toBeCloseTo(40 * 0.3, 9);
    expect(pathLoss(budget.class.group, budget.class.from.optics, budget.length, 'typical').value).toBeCloseTo(8, 9);
  });
  // 58 + Ptx − NF − loss: 0 dBm into 22 dB with a noise figure of 5 dB leaves 31 dB at the amplifier behind it.
  it('leave 58 + launch − noise figure − loss behind a span', async () => {
    const [path, parts] = losing(22);
    const text = link('400ZR', path.replace('}', '  amplifiers 2 x Edfa  launch 0 dBm }'), `${parts}\n${edfa(10, 5)}`);
    const line = await osnr(text);
    expect(line.terms[1]?.value).toBeCloseTo(58 + 0 - 5 - 22, 9);
    // The booster sees −10 dBm: 43 dB. Both together: 10·lg(1 / (10^-3.1 + 10^-4.3)).
    expect(line.terms[0]?.value).toBeCloseTo(43, 9);
    expect(line.value).toBeCloseTo(-10 * Math.log10(10 ** -3.1 + 10 ** -4.3), 9);
  });
  it('of two equal noises lose 3 dB', () => {
    const each = figure('OSNR', 'loss', 30);
    expect(combinedOsnr('both', [each, each]).value).toBeCloseTo(30 - 10 * Math.log10(2), 9);
  });
  it('are unknown where the amplifier has no noise figure', async () => {
    const text = link('400ZR', 'OS2 { length 40 km  amplifiers 1 x Edfa }', 'amplifier type Edfa { gain 10 dB }');
    const line = await osnr(text);
    expect(line.value).toBeNaN();
    expect(line.unknown).toBe('Edfa has no `noise-figure`');
  });
  // About 18 ps/nm·km at 1550 nm: 80 km collect 1,440 ps/nm.
  it('collect 1,440 ps/nm over 80 km', async () => {
    const { class: links, length } = await budgetOf(link('400ZR', 'OS2 { length 80 km }'));
    expect(printValue(dispersionOf(links.group, links.from.optics, length))).toBe('1,440 ps/nm');
  });
});

describe('external lasers', () => {
  const engine = async (laser: string, engineNeeds: string) => {
    const text = `import "std/cpo"\nlaser type L is Elsfp { ${laser} }\nmodule type E is CpoEngine3200 { laser L  ${engineNeeds} }\nswitch s : SN6810\nplug E into s.*`;
    const { fabric } = await analysisOf(text);
    return laserPowerOf(fabric.plugs[0]?.module as Part<'module'>);
  };
  // 10·lg 2 = 3.01 dB: 20 dBm (FIT ELSFP) shared by two engines is 16.99 dBm for each.
  it('split among two engines are 3.01 dB weaker', async () => {
    const power = await engine('engines 2', 'laser-lanes unknown');
    expect(power?.arrives.value).toBeCloseTo(20 - 10 * Math.log10(2), 9);
  });
  it('with losses along the path lose them too', async () => {
    expect((await engine('engines 4  loss 1.5 dB', 'laser-lanes unknown'))?.arrives.value).toBeCloseTo(
      20 - 10 * Math.log10(4) - 1.5,
      9,
    );
  });
  // SONiC design for co-packaged optics: 8 lanes for each source feed 2 engines; none is split.
  it('with lanes enough for every engine are not split', async () => {
    expect((await engine('engines 2', 'laser-lanes 4'))?.arrives.value).toBe(20);
  });
  it('of the library are enough for the engines of the library', async () => {
    const text = 'import "std/cpo"\nswitch s : SN6810\nplug CpoEngine3200 into s.*';
    expect(await rulesOf(text)).toEqual([]);
  });
});

describe('polarity (TIA-568)', () => {
  const crossed = (segments: ('type-A' | 'type-B' | 'type-C')[]) =>
    lanePaths(12, 4, segments).every(({ lane, arrives }) => arrives?.side === 'receiver' && arrives.lane === lane);
  it('leads each lane to its receiver over an odd number of type B', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('type-A' as const, 'type-B' as const), { maxLength: 9 }), (segments) => {
        expect(crossed(segments)).toBe(segments.filter((each) => each === 'type-B').length % 2 === 1);
      }),
    );
  });
  it('of type B is 1→12 … 12→1, of type C 1→2 and 2→1, of type A straight', () => {
    const last = (segments: ('type-A' | 'type-B' | 'type-C')[]) =>
      lanePaths(12, 4, segments).map((each) => each.positions.at(-1));
    expect(last(['type-B'])).toEqual([12, 11, 10, 9]);
    expect(last(['type-C'])).toEqual([2, 1, 4, 3]);
    expect(last(['type-A'])).toEqual([1, 2, 3, 4]);
  });
  it('of type C alone joins transmitters to transmitters', () => {
    expect(lanePaths(12, 4, ['type-C']).every(({ arrives }) => arrives?.side === 'transmitter')).toBe(true);
  });
});

describe('cables', () => {
  const copper = (cable: string, length: number, cage = 'OSFP') => `
import "std/osfp"
import "std/copper"
switch type Box { height 2 RU  power 500 W  liquid 0 %  ports p[1..2] : ${cage} }
network n : scale-out {
    switch a : Box   switch b : Box
    link a.p to b.p over ${cable} { length ${length} m }
}`;
  // Passive copper 2 m at 100 Gbps and 1 m at 200 Gbps, ACC 3.5 m at 200, AEC 7 m at 100 (ECOC 2026, NVIDIA, Crealights).
  it.each([
    ['DAC', 'OSFP', 2, []],
    ['DAC', 'OSFP', 2.1, ['optics/cable-reach']],
    ['DAC', 'OSFP400', 3, []],
    ['DAC', 'OSFP1600', 1, []],
    ['DAC', 'OSFP1600', 1.1, ['optics/cable-reach']],
    ['ACC', 'OSFP1600', 3.5, []],
    ['ACC', 'OSFP1600', 3.6, ['optics/cable-reach']],
    ['AEC', 'OSFP', 7, []],
    ['AEC', 'OSFP', 7.1, ['optics/cable-reach']],
    // Beyond the rates that are said, the reach at the last one is the most it can be.
    ['AEC', 'OSFP1600', 7.1, ['optics/cable-reach']],
  ])('%s between %s cages, %f m: %j', async (cable, cage, length, found) => {
    expect(await rulesOf(copper(cable, length, cage))).toEqual(found);
  });
  // The table of AEC ends at 100 Gbps: at 200 Gbps 7 m are the most, and what is shorter isn't judged. At 50 Gbps, 7 m are the least.
  it.each([
    ['OSFP1600', 3, 1],
    ['OSFP1600', 7.1, undefined],
    ['OSFP', 3, undefined],
    ['OSFP400', 6.9, undefined],
    ['OSFP400', 7.1, 1],
  ])('of AEC between %s cages, %f m, are judged as far as its table decides', async (cage, length, open) => {
    const { judged, findings } = await analysisOf(copper('AEC', length, cage).replace('p[1..2]', 'p'));
    const limits = [judged.judged, judged.unjudged].map((all) => all.find(({ rule }) => rule === 'optics/cable-reach'));
    expect(limits.map((each) => each?.count)).toEqual(open === undefined ? [1, undefined] : [undefined, open]);
    const notes = findings.filter(({ message }) => message.includes('AEC has no `reach` at'));
    expect(notes.length).toBe(open ?? 0);
  });
  it('carry the lanes of their cages, have no loss budget, and draw power at both ends', async () => {
    const { facts } = await analysisOf(copper('DAC', 1));
    const [budget] = facts.optics.budgets;
    expect(budget?.rate.value).toBe(800e9);
    expect(budget?.class.count).toBe(2);
    expect(printValue(budget?.loss as never)).toBe('unknown');
    // NVIDIA MCP4Y10: 0.1 W. Two ends at each box.
    expect(facts.power.total.value).toBeCloseTo(1000 + 4 * 0.1, 9);
    expect(facts.heat.air[0]?.value).toBeCloseTo(500.2, 9);
    expect(facts.optics.margin(0).unknown).toBe('n has no optical links');
  });
  it('do not go where a module is', async () => {
    const text = copper('DAC', 1).replace('link', 'plug Osfp800Dr8 into a.p\n    link');
    expect(await rulesOf(text)).toEqual(['optics/cable-form-factor']);
  });
});

describe('what figures rest on', () => {
  it('is given by the share of each in a total', async () => {
    const text = `
switch type A { height 1 RU  power 600 W assumed "a guess" }
switch type B { height 1 RU  power 300 W source "data sheet" }
switch type C { height 1 RU  power 50 W }
switch type D { height 1 RU  power 25 W source "IEEE P802.3dj D1.3" }
switch a : A   switch b[1..2] : B   switch c : C   switch d : D
`;
    const { facts } = await analysisOf(text);
    expect(restsOn(facts.power.total)).toEqual({ assumed: 600, sourced: 600, unsourced: 50, draft: 25 });
  });
  it('adds up to the total', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 }), async (watts) => {
        const notes = ['', ' source "x"', ' assumed "y"'];
        const text = watts
          .map((each, i) => `switch type T${i} { height 1 RU  power ${each} W${notes[i % 3]} }\nswitch s${i} : T${i}\n`)
          .join('');
        const { facts } = await analysisOf(text);
        const { assumed, draft, unsourced, sourced } = restsOn(facts.power.total);
        expect(assumed + draft + unsourced + sourced).toBeCloseTo(facts.power.total.value, 6);
      }),
      { numRuns: 10 },
    );
  });
});

describe('facts do not depend on how they are written', () => {
  it('in which unit', async () => {
    const budgets = await Promise.all(
      ['300 m', '0.3 km', '30000 cm'].map((length) =>
        budgetOf(link('400GBASE-DR4', `OS2 { length ${length}  connectors 2 x MPO12 }`)),
      ),
    );
    for (const budget of budgets) expect(budget.loss.value).toBeCloseTo(0.12 + 1.5, 9);
  });
  it('in which order', async () => {
    const lines = [
      'fiber type Glass { mode single-mode  attenuation 0.7 dB/km }',
      'optics type Mine is 400GBASE-DR4 { channel-loss 2 dB }',
      'module type M { form-factor OSFP  channels 1 x Mine  power 10 W }',
      'switch type Box { height 2 RU  ports p : OSFP }',
      'switch a : Box',
      'switch b : Box',
      'plug M into a.p, b.p',
      'link a.p to b.p over Glass { length 100 m  connectors 2 x MPO12 }',
    ];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (shuffled) => {
        const budget = await budgetOf(`import "std/optics"\nimport "std/cages"\n${shuffled.join('\n')}`);
        expect(budget.margin.value).toBeCloseTo(2 - 1.57, 9);
        expect(budget.reach.value).toBeCloseTo(250 / 0.7, 6);
      }),
      { numRuns: 12 },
    );
  });
});
