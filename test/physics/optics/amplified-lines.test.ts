// Lines with amplifiers, followed span by span. Figures worked out by hand, or published where the test says so.
import { lineOsnr, printValue, receivedOver, waysOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, figure, findingsOf } from '../../kit/design.ts';

interface Setup {
  readonly path: string;
  readonly edfa?: string;
  readonly optics?: string;
  /** Text before the types, and after the network. */
  readonly before?: string;
  readonly after?: string;
}

/** Two routers with a 400ZR module each. The fiber loses 0.25 dB/km and nothing else. */
const line = ({
  path,
  edfa = 'gain 20 dB  noise-figure 5.5 dB  output-power 20 dBm',
  optics = '',
  before = '',
  after = '',
}: Setup) => `
import "std/qsfp"
import "std/amplifiers"
${before}
fiber type F { mode single-mode  c-band-attenuation 0.25 dB/km  attenuation 0.35 dB/km  dispersion 17 ps/nm·km  delay 5 ns/m }
amplifier type Edfa { ${edfa} }
amplifier type Pre is Edfa { use preamplifier }
amplifier type Ila is Edfa { use in-line }
optics type Wdm is 400ZR { transmit-osnr 40 dB  dispersion 40000 ps/nm  osnr 15 dB  reach 10000 km  receive -60 dBm..0 dBm  ${optics} }
module type Zr is QsfpDd400Zr { channels 1 x Wdm }
switch type Router { height 2 RU  ports line : QSFP-DD { power 25 W } }
network n : scale-across {
    switch a : Router
    switch b : Router
    plug Zr into a.line, b.line
    link a.line to b.line over F { ${path} }
}
${after}`;

const rules = async (setup: Setup) =>
  (await findingsOf(line(setup))).map(({ rule, severity }) => `${severity} ${rule}`);
const osnrMargin = async (setup: Setup) =>
  (await figure(line(setup), 'osnr-margin(n)', { expected: /^(requirement\/(unmet|unknown)|optics\/osnr)$/ })).value;

/** Sum of noise: −10·lg Σ 10^(−OSNR/10). */
const together = (...parts: number[]) => -10 * Math.log10(parts.reduce((all, each) => all + 10 ** (-each / 10), 0));

describe('power along a line', () => {
  // Three spans of 30 dB, gain 20 dB: into the amplifiers −30, −40, −50 dBm; 58 − 30 − 5.5 = 22.5, 12.5 and 2.5 dB; booster
  // 58 − 10 − 5.5 = 42.5 dB, transmitter 40 dB.
  it('falls by what the gain lacks (cases P21: OSNR about 2 dB)', async () => {
    const setup = { path: 'length 360 km  amplifiers 4 x Edfa  launch 0 dBm' };
    expect((await osnrMargin(setup)) + 15).toBeCloseTo(together(42.5, 22.5, 12.5, 2.5, 40), 6);
    expect((await osnrMargin(setup)) + 15).toBeCloseTo(2.05, 1);
    expect(await rules(setup)).toEqual(['error optics/osnr']);
    // −50 + 20 dBm at the receiver: the same mistake, one message.
    const [found, ...more] = await findingsOf(
      line({ ...setup, optics: 'receive -12 dBm..0 dBm' }).replace('receive -60 dBm..0 dBm', ''),
    );
    expect(more).toEqual([]);
    expect(found?.consequences[0]).toContain('−30 dBm');
  });
  it('is that of `launch` in each span where the gain suffices', async () => {
    const setup = { path: 'length 240 km  amplifiers 4 x Edfa  launch 0 dBm' };
    expect((await osnrMargin(setup)) + 15).toBeCloseTo(together(42.5, 32.5, 32.5, 32.5, 40), 6);
    expect(await osnrMargin({ ...setup, edfa: 'gain 40 dB  noise-figure 5.5 dB  output-power 20 dBm' })).toBeCloseTo(
      await osnrMargin(setup),
      9,
    );
  });
  // −10 + 20 = 10 dBm, at most 8: −12 dBm after 20 dB, then 8 again.
  it('ends at the output power', async () => {
    const setup = {
      path: 'length 160 km  amplifiers 3 x Edfa',
      edfa: 'gain 20 dB  noise-figure 5.5 dB  output-power 8 dBm',
    };
    expect((await osnrMargin(setup)) + 15).toBeCloseTo(together(42.5, 40.5, 40.5, 40), 6);
  });
  // 8 dBm among 40 channels: 8 − 16.02 = −8.02 dBm each.
  it('shares the output power among the channels', async () => {
    const setup = {
      path: 'length 80 km  amplifiers 2 x Edfa  channels 40',
      edfa: 'gain 20 dB  noise-figure 5.5 dB  output-power 8 dBm',
    };
    const each = 8 - 10 * Math.log10(40);
    expect((await osnrMargin(setup)) + 15).toBeCloseTo(together(42.5, 58 + each - 20 - 5.5, 40), 6);
  });
  it('is unknown behind an amplifier without a gain', async () => {
    const setup = { path: 'length 160 km  amplifiers 3 x Edfa  launch 0 dBm', edfa: 'noise-figure 5.5 dB' };
    expect(await osnrMargin(setup)).toBeNaN();
  });
  // −30 + 20 = −10, −40 + 20 = −20, −50 + 20 = −30 dBm at the receiver.
  it('arrives at the receiver, where it is judged', async () => {
    const setup = {
      path: 'length 360 km  amplifiers 4 x Edfa  launch 0 dBm',
      optics: 'osnr 1 dB  receive -29 dBm..0 dBm',
    };
    const { facts } = await analysisOf(line(setup).replace('osnr 15 dB  ', '').replace('receive -60 dBm..0 dBm  ', ''));
    const [there] = receivedOver(facts.optics.budgets[0] as never);
    expect(there?.least.value).toBeCloseTo(-30, 9);
  });
  // −10 dBm + 20 dB = 10 dBm, less 0.25 dB of 1 km at the best: over 0 dBm. With a preamplifier it is turned down.
  it('overloads a receiver behind a booster alone, and not behind a preamplifier', async () => {
    expect(await rules({ path: 'length 1 km  amplifiers 1 x Edfa' })).toEqual(['error optics/overload']);
    expect(await rules({ path: 'length 1 km  amplifiers 1 x Edfa  launch 0 dBm' })).toEqual([]);
    expect(await rules({ path: 'length 1 km  amplifiers 2 x Edfa' })).toEqual([]);
  });
});

describe('where amplifiers stand', () => {
  // No booster: −10 dBm into 20 dB, then 58 − 30 − 5.5 = 22.5 dB.
  it('the first is a preamplifier if its part says so', async () => {
    expect((await osnrMargin({ path: 'length 80 km  amplifiers 1 x Pre' })) + 15).toBeCloseTo(together(22.5, 40), 6);
    expect((await osnrMargin({ path: 'length 80 km  amplifiers 1 x Edfa' })) + 15).toBeCloseTo(together(42.5, 40), 6);
  });
  // Two spans of 20 dB: −10 dBm, 20 dB lost and gained, twice.
  it('the first may be in line', async () => {
    expect((await osnrMargin({ path: 'length 160 km  amplifiers 1 x Ila, 1 x Pre' })) + 15).toBeCloseTo(
      together(22.5, 22.5, 40),
      6,
    );
  });
  // Booster, 20 dB, in line, 20 dB to the receiver: one amplifier less than with a preamplifier.
  it('a span follows the last if it is in line', async () => {
    const setup = { path: 'length 160 km  amplifiers 1 x Edfa, 1 x Ila  launch 0 dBm' };
    expect((await osnrMargin(setup)) + 15).toBeCloseTo(together(42.5, 32.5, 40), 6);
    const { facts } = await analysisOf(line(setup));
    const [there] = receivedOver(facts.optics.budgets[0] as never);
    expect(there?.least.value).toBeCloseTo(-20, 9);
  });
});

describe('unequal spans', () => {
  // 10, 20 and 30 dB with a gain of 20: into the amplifiers −10, −20, −30 dBm; the other way −30, then −10 − 20, −10 − 10.
  it('count each with its own loss, in the worse direction', async () => {
    const there = together(42.5, 58 - 10 - 5.5, 58 - 20 - 5.5, 58 - 30 - 5.5, 40);
    const back = together(42.5, 58 - 30 - 5.5, 58 - 30 - 5.5, 58 - 20 - 5.5, 40);
    expect(back).toBeLessThan(there);
    const setup = { path: 'spans 40 km, 80 km, 120 km  amplifiers 4 x Edfa  launch 0 dBm' };
    expect((await osnrMargin(setup)) + 15).toBeCloseTo(back, 6);
    expect((await figure(line(setup), 'length(n)')).value).toBe(240_000);
  });
  it('that are equal are the same as a length', async () => {
    const path = 'amplifiers 4 x Edfa  launch 0 dBm';
    expect(await osnrMargin({ path: `spans 3 x 80 km  ${path}` })).toBeCloseTo(
      await osnrMargin({ path: `length 240 km  ${path}` }),
      9,
    );
  });
  it('that go with neither amplifiers nor length are errors', async () => {
    expect(await rules({ path: 'spans 80 km, 80 km  amplifiers 4 x Edfa  launch 0 dBm' })).toContain(
      'error optics/spans',
    );
    expect(await rules({ path: 'length 150 km  spans 2 x 80 km  amplifiers 3 x Edfa  launch 0 dBm' })).toContain(
      'error optics/spans',
    );
  });
});

describe('`launch` is a wish that the booster must be able to meet', () => {
  const wish = (launch: string, more = '') =>
    rules({ path: `length 60 km  amplifiers 2 x Edfa  launch ${launch} ${more}` });
  // −10 dBm + 20 dB = 10 dBm.
  it('by its gain', async () => {
    expect(await wish('10 dBm')).toEqual([]);
    expect(await wish('10.1 dBm')).toEqual(['error optics/launch-power']);
    expect(await wish('25 dBm')).toEqual(['error optics/launch-power']);
  });
  // 20 dBm − 10·lg 80 = 0.97 dBm (cases P19: 80 channels of 4 dBm are 23 dBm).
  it('by its output power, for all channels', async () => {
    expect(await wish('0.96 dBm', 'channels 80')).toEqual([]);
    expect(await wish('1 dBm', 'channels 80')).toEqual(['error optics/launch-power']);
    const [found] = await findingsOf(line({ path: 'length 60 km  amplifiers 2 x Edfa  launch 4 dBm  channels 80' }));
    expect(found?.message).toContain('Edfa delivers 0.97 dBm to each of 80 channels');
  });
  it('and the transmitter where there is no booster (400ZR: −10 to −6 dBm)', async () => {
    const bare = (launch: string) => rules({ path: `length 20 km  launch ${launch}`, optics: 'unamplified unknown' });
    expect(await bare('-6 dBm')).toEqual([]);
    expect(await bare('-5.9 dBm')).toEqual(['error optics/launch-power']);
  });
  it('is warned of where one booster would not suffice for all links of a statement', async () => {
    const many = (more: string) =>
      line({ path: `length 60 km  amplifiers 2 x Edfa  launch 4 dBm ${more}` })
        .replace('height 2 RU', 'height 8 RU')
        .replace('ports line', 'ports line[1..80]');
    const found = await findingsOf(many(''));
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['optics/launch-power', 'warning']]);
    expect(found[0]?.message).toContain('80 channels are 23.03 dBm together, and one Edfa delivers 20 dBm');
    expect(await findingsOf(many('channels 1'))).toEqual([]);
  });
});

describe('noise figures', () => {
  // GNPy, tests/invocation/transmission_main_example: 80 km of 0.2 dB/km with 0.5 dB at both ends, 0 dBm, amplifier with a gain
  // of 15 dB and a noise figure of 6.62 dB, 40 dB of the transmitter: 33.29 dB in 0.1 nm, at 193.1 THz (57.96, not 58).
  it('agree with GNPy on the example of its own', async () => {
    const setup = {
      path: 'length 80 km  connectors 2 x Half  amplifiers 1 x Pre',
      edfa: 'gain 15 dB  noise-figure 6.62 dB',
      optics: 'launch 0 dBm..0 dBm',
      before: 'connector type Half { fibers 2  loss 0.5 dB }',
    };
    const text = line(setup).replace('0.25 dB/km', '0.2 dB/km');
    expect((await figure(text, 'osnr-margin(n)')).value + 15).toBeCloseTo(33.29, 1);
  });
  const classNoise = async (amplifier: string, path: string) => {
    const { facts } = await analysisOf(line({ path: `${path}  amplifiers 1 x ${amplifier}` }));
    const [way] = waysOf(facts.optics.budgets[0] as never);
    const { terms, value } = lineOsnr(way as never);
    return { noise: terms.find((each) => each.label.startsWith('noise figure'))?.value, value };
  };
  it('follow the gain, and rise below the least one (GNPy classes)', async () => {
    const used = (gain: number) => `amplifier type P is EdfaMediumGain { use preamplifier }
amplifier type B is Edfa { use booster }
optics type T is Wdm { receive -60 dBm..${-10 - 20 + gain} dBm }`;
    for (const [gain, noise] of [
      [20, 6.6],
      [18.5, 7.3],
      [26, 6],
      [13, 12],
    ] as const) {
      const text = line({ path: 'length 80 km  amplifiers 1 x P', after: used(gain) }).replace(
        'channels 1 x Wdm',
        'channels 1 x T',
      );
      const { facts } = await analysisOf(text);
      const [way] = waysOf(facts.optics.budgets[0] as never);
      const osnr = lineOsnr(way as never);
      // −10 dBm − 20 dB into it.
      expect(osnr.value).toBeCloseTo(58 - 30 - noise, 6);
    }
  });
  // OpenROADM preamplifier: NF = P + 58 − (4P + 275) ÷ 7 with P = −30 dBm − 10·lg(59.8 ÷ 50) lies outside; at −20 dBm in 50 GHz
  // it is 38 − 195 ÷ 7 = 10.14 dB.
  it('follow the power into it where the part says so (OpenROADM)', async () => {
    const { noise } = await classNoise('OpenRoadmPreamplifier', 'length 36.889 km');
    expect(noise).toBeCloseTo(-20 + 58 - 195 / 7, 2);
    expect((await classNoise('OpenRoadmPreamplifier', 'length 120 km')).noise).toBeNaN();
  });
});

describe('a line of many spans', () => {
  // 80 spans of 80 km, 0.2002 dB/km, −3 dBm, nsp 1.5 (4.77 dB): 58 − 3 − 16.016 − 4.77 − 10·lg 80 = 15.18 dB (cases P18).
  const long = line({
    path: 'length 6400 km  amplifiers 1 x Booster, 80 x Line  launch -3 dBm',
    before: `amplifier type Booster { gain 7 dB  noise-figure 0 dB  output-power 20 dBm }
amplifier type Line { gain 16.02 dB  noise-figure 4.77 dB  output-power 20 dBm }`,
    optics: 'transmit-osnr 100 dB',
  })
    .replace('transmit-osnr 40 dB  ', '')
    .replace('0.25 dB/km', '0.2002 dB/km');
  it('is told once, with the count', async () => {
    const { facts } = await analysisOf(long);
    const [way] = waysOf(facts.optics.budgets[0] as never);
    const osnr = lineOsnr(way as never);
    expect(osnr.value).toBeCloseTo(together(48, 58 - 3 - 16.016 - 4.77 - 10 * Math.log10(80)), 6);
    expect(osnr.value).toBeCloseTo(15.18, 1);
    expect(osnr.terms.map(({ label, times }) => `${times} × ${label}`)).toEqual([
      '1 × OSNR of the booster Booster',
      '80 × OSNR of Line after each of spans 1 to 80',
    ]);
  });
});

describe('what is kept free', () => {
  it('counts in the loss and the margin of a plain link, from the link or its fiber type', async () => {
    const text = (link: string, fiber = '') => `
import "std/osfp"
fiber type Duct is OS2 { ${fiber} }
switch type Box { height 2 RU  ports p : OSFP }
network n : scale-out {
    switch a : Box   switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p to b.p over Duct { length 100 m  ${link} }
}`;
    // 0.04 dB of fiber; 800GBASE-DR8 allows 3 dB.
    expect((await figure(text(''), 'loss(n)')).value).toBeCloseTo(0.04, 9);
    expect((await figure(text('penalty 0.5 dB  margin 1 dB  repair 0.2 dB'), 'loss(n)')).value).toBeCloseTo(1.74, 9);
    expect((await figure(text('penalty 0.5 dB  margin 1 dB  repair 0.2 dB'), 'margin(n)')).value).toBeCloseTo(1.26, 9);
    expect((await figure(text('', 'repair 1 dB'), 'loss(n)')).value).toBeCloseTo(1.04, 9);
    expect((await figure(text('repair 2 dB', 'repair 1 dB'), 'loss(n)')).value).toBeCloseTo(2.04, 9);
    const { facts } = await analysisOf(text('penalty 2 dB  margin 2 dB'));
    // It doesn't weaken the light that may overload a receiver: 4 dBm less nothing.
    expect(receivedOver(facts.optics.budgets[0] as never)[0]?.most.value).toBeCloseTo(4 - 0.035, 6);
  });
  // Spans of 20 dB with 4 dB for repairs in two of them: 22 dB each; penalty and margin come off the OSNR.
  it('of an amplified line comes off its OSNR, and repairs off the power', async () => {
    const edfa = 'gain 25 dB  noise-figure 5.5 dB  output-power 20 dBm';
    const path = 'length 160 km  amplifiers 3 x Edfa  launch 0 dBm';
    const whole = (await osnrMargin({ path, edfa })) + 15;
    expect(whole).toBeCloseTo(together(42.5, 32.5, 32.5, 40), 6);
    const kept = await osnrMargin({ path: `${path}  penalty 1 dB  margin 2 dB`, edfa });
    expect(kept + 15).toBeCloseTo(whole - 3, 6);
    const repaired = await osnrMargin({ path: `${path}  repair 4 dB`, edfa });
    expect(repaired + 15).toBeCloseTo(together(42.5, 30.5, 30.5, 40), 6);
  });
});

describe('400ZR', () => {
  const zr = (path: string, optics = '400ZR') => `
import "std/qsfp"
amplifier type Edfa { gain 24 dB  noise-figure 5 dB  output-power 20 dBm }
fiber type F is OS2 { c-band-attenuation 0.2 dB/km  dispersion 17 ps/nm·km }
module type Zr is QsfpDd400Zr { channels 1 x ${optics} }
switch type Router { height 2 RU  ports line : QSFP-DD { power 25 W } }
network n : scale-across {
    switch a : Router   switch b : Router
    plug Zr into a.line, b.line
    link a.line to b.line over F { ${path} }
}`;
  const briefly = async (text: string) => (await findingsOf(text)).map(({ rule, severity }) => `${severity} ${rule}`);
  const pair = 'amplifiers 2 x Edfa  launch 2 dBm';
  // OIF-400ZR, application 0x01: 80 to 120 km, −12 to 0 dBm, 26 dB (Smartoptics SO-TQSFPDD4CCZRP).
  it.each([
    ['110 km  connectors 4 x LC low-loss', []],
    ['120 km', []],
    ['120.1 km', ['error optics/reach']],
    ['142 km', ['error optics/reach', 'error optics/dispersion']],
  ])('over %s with booster and preamplifier: %j', async (length, found) => {
    expect((await briefly(zr(`length ${length}  ${pair}`))).sort()).toEqual([...found].sort());
  });
  // Application 0x02: 10 dB, 25 km. 24 × 0.2 = 4.8 dB; with 5 dB more 9.8, with 5.3 dB more 10.1 dB.
  it.each([
    ['24 km', []],
    ['24 km  repair 5 dB', []],
    ['24 km  repair 5.3 dB', ['error optics/coherent-span']],
    ['25.1 km', ['error optics/reach']],
  ])('over %s without amplifiers: %j', async (length, found) => {
    expect(await briefly(zr(`length ${length}`))).toEqual(found);
  });
  it('takes what a type based on it says to the other application', async () => {
    const own = 'optics type Mine is 400ZR { reach 30 km }';
    const text = `${zr('length 29 km', 'Mine')}\n${own}`;
    const { facts } = await analysisOf(text);
    const [budget] = facts.optics.budgets;
    expect(budget?.reach.value).toBe(30_000);
    expect(budget?.allowed.value).toBe(10);
    expect(budget?.class.from.optics).toBe(budget?.class.to.optics);
    expect(await briefly(text)).toEqual([]);
  });
  it('has no margin of loss on an amplified line, and says why', async () => {
    const { facts } = await analysisOf(zr(`length 110 km  ${pair}`));
    expect(facts.optics.margin(0).unknown).toBe('an amplified line is limited by noise');
    expect(printValue(facts.optics.budgets[0]?.margin as never)).toBe('unknown');
  });
});
