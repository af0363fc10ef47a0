// What the two ends of a path decide: power at coherent receivers, light of installed lasers, ends without light, polarities that
// are given in part. Figures worked out by hand.
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../kit/design.ts';

const told = async (text: string) =>
  (await findingsOf(text)).map(({ rule, severity, message, consequences, at }) => ({
    rule,
    severity,
    message,
    consequences,
    place: at,
  }));

const brief = async (text: string) => (await told(text)).map(({ rule, severity }) => `${severity} ${rule}`);

describe('a coherent receiver without an amplifier before it', () => {
  const span = (path: string, optics = '', after = '') => `import "std/qsfp"
amplifier type Edfa { gain 20 dB  noise-figure 5 dB  output-power 17 dBm }
optics type Line is 400ZR { ${optics} }
module type Zr is QsfpDd400Zr { channels 1 x Line }
switch type Router { height 2 RU  ports line : QSFP-DD { power 25 W } }
network metro : scale-across {
    switch east : Router
    switch west : Router
    plug Zr into east.line, west.line
    link east.line to west.line over OS2 { ${path} }
}
${after}`;

  // −10 dBm − (70 × 0.3 + 2 × 0.25 = 21.5 dB) = −31.5 dBm; Huawei 02313LHH takes −20 dBm at the best.
  it('is dark behind a long span with a booster alone (Huawei 02313LHH: −20 dBm from 34 dB OSNR)', async () => {
    const found = await told(span('length 70 km  connectors 2 x LC low-loss  amplifiers 1 x Edfa  launch -10 dBm'));
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['optics/receive-power', 'error']]);
    expect(found[0]?.message).toContain('−31.5 dBm');
    expect(found[0]?.message).toContain('needs at least −20 dBm');
  });

  // 58 − 5 − 21 = 32 dB behind the span, 58 − 10 − 5 = 43 dB behind the booster: 31.7 dB of the 26 it needs.
  it('is lit by an amplifier before it, whose noise is then the limit', async () => {
    expect(await brief(span('length 70 km  amplifiers 2 x Edfa  launch 0 dBm'))).toEqual([]);
  });

  // −10 − 24.9 × 0.4 = −19.96 dBm and −10 − 24.9 × 0.41 = −20.2 dBm, within a budget of 11 dB that a type of its own gives.
  it('is dark without any amplifier from −20 dBm on, though the span loses less than it may', async () => {
    const duct = (attenuation: string) =>
      span('length 24.9 km', 'channel-loss 11 dB').replace('over OS2', 'over Duct') +
      `fiber type Duct is OS2 { c-band-attenuation ${attenuation} dB/km }`;
    expect(await brief(duct('0.4'))).toEqual([]);
    expect(await brief(duct('0.41'))).toEqual(['error optics/receive-power']);
  });

  // A booster alone: 58 − 10 − 5 = 43 dB, with 26.6 or 33 dB of the transmitter 26.5 or 32.6; −10 dBm less 6 and 4.5 dB.
  it('needs more power of a noisy signal (Smartoptics SO-TQSFPDD4CCZRP: −14 dBm at 26.5 dB, −15 dBm at 27 dB)', async () => {
    const boosted = (length: number, noise: number) =>
      brief(span(`length ${length} km  amplifiers 1 x Edfa  launch -10 dBm`, `transmit-osnr ${noise} dB`));
    expect(await boosted(13, 26.7)).toEqual([]);
    expect(await boosted(14, 26.7)).toEqual(['error optics/receive-power']);
    expect(await boosted(16, 33)).toEqual([]);
    expect(await boosted(17, 33)).toEqual(['error optics/receive-power']);
    expect(await boosted(33, 36)).toEqual([]);
  });

  // −16 dBm, 4 dB over −20 dBm. Behind a booster the same where the signal is clean, 4 dB below −12 dBm where it is not.
  it('has a margin, between bounds where its OSNR is unknown', async () => {
    const margin = (least: string, path: string, optics = '') =>
      brief(span(`length 20 km  ${path}`, optics, `require receive-margin(metro) >= ${least} dB`));
    expect(await margin('4', '')).toEqual([]);
    expect(await margin('4.1', '')).toEqual(['error requirement/unmet']);
    const boosted = 'amplifiers 1 x Edfa  launch -10 dBm';
    expect(await margin('4', boosted, 'transmit-osnr 36 dB')).toEqual([]);
    expect(await margin('4.1', boosted, 'transmit-osnr 36 dB')).toEqual(['error requirement/unmet']);
    expect(await margin('-4', boosted)).toEqual([]);
    expect(await margin('4.1', boosted)).toEqual(['error requirement/unmet']);
    expect(await margin('0', boosted)).toEqual(['warning requirement/unknown']);
  });
});

describe('the lasers of a switch', () => {
  const box = (lasers: string, engine = 'CpoEngine3200', before = '') => `import "std/cpo"
${before}
switch a : SN6810 { lasers ${lasers} }
plug ${engine} into a.*
`;

  // Elsfp: 20 dBm from 8 lanes to 2 engines of 4 lanes, nothing split; Lumentum at ECOC 2026: 25 dBm for CPO.
  it('are those that give the light, whatever the engine names', async () => {
    const [weak, ...others] = await told(box('16 x Elsfp'));
    expect(others).toEqual([]);
    expect(weak).toMatchObject({ rule: 'optics/laser-power', severity: 'warning', place: 'lasers 16 x Elsfp' });
    expect(weak?.message).toContain('20 dBm from each lane of Elsfp, which SN6810 has in place of ElsfpHighPower');
    expect(weak?.message).toContain('needs 25 dBm');
    expect(await told(box('16 x ElsfpHighPower'))).toEqual([]);
  });

  it('may give more than those the engine names', async () => {
    const engine = 'module type Engine is CpoEngine3200 { laser Elsfp }';
    expect(await told(box('16 x ElsfpHighPower', 'Engine', engine))).toEqual([]);
  });

  it('may be another type of the same form factor', async () => {
    const strong = 'laser type Strong is Elsfp { output-power 25 dBm }';
    expect(await told(box('16 x Strong', 'CpoEngine3200', strong))).toEqual([]);
    const weak = strong.replace('25 dBm', '24 dBm');
    expect(await brief(box('16 x Strong', 'CpoEngine3200', weak))).toEqual(['warning optics/laser-power']);
  });

  it('are those of each switch, where switches differ', async () => {
    const found = await told(`import "std/cpo"
switch a : SN6810 { lasers 16 x ElsfpHighPower }
switch b : SN6810 { lasers 16 x Elsfp }
plug CpoEngine3200 into a.*, b.*
`);
    expect(found.map(({ rule, place }) => [rule, place])).toEqual([['optics/laser-power', 'lasers 16 x Elsfp']]);
  });
});

describe('a fiber between modules that send no light', () => {
  const joined = (module: string, path: string) => `import "std/xpo"
switch type Box { height 1 OU  power 1 kW  liquid 90 %  ports p : XPO }
switch a : Box
switch b : Box
plug ${module} into a.p, b.p
link a.p to b.p ${path}
`;

  it.each([
    ['copper', 'XpoCopper', 'over OS2 { length 3 m  connectors 2 x MPO16 }', 'OS2'],
    ['copper, beyond its reach of 4 m', 'XpoCopper', 'over OM4 { length 5 m }', 'OM4'],
    ['radio', 'XpoRf', 'over OS2 { length 3 m }', 'OS2'],
  ])('is one error of %s', async (_, module, path, place) => {
    const [only, ...others] = await told(joined(module, path));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ rule: 'optics/fiber-type', severity: 'error', place });
    expect(only?.message).toContain('emits no light');
  });

  it('is no error where there is no fiber', async () => {
    expect(await brief(joined('XpoCopper', ''))).toEqual([]);
  });
});

// 4.0 dBm of DR4 into the 3.5 dBm of FR4 (Edgecore ET7502-DR4 and ET7502-FR4): an attenuator would not fix it.
it('ends of two PMDs are one mismatch, and what arrives follows from it', async () => {
  const [only, ...others] = await told(`import "std/qsfp"
switch type Box { height 2 RU  ports q : QSFP-DD }
switch a : Box
switch b : Box
plug QsfpDd400Dr4 into a.q
plug QsfpDd400Fr4 into b.q
link a.q to b.q over OS2 { length 5 m  connectors 2 x MPO12 }
`);
  expect(others).toEqual([]);
  expect(only?.rule).toBe('optics/wavelength-mismatch');
  expect(only?.consequences).toEqual([expect.stringContaining('up to 4 dBm')]);
});

describe('a polarity', () => {
  const path = (polarity: string) => `import "std/qsfp"
switch type Box { height 2 RU  ports p : QSFP-DD }
switch a : Box
switch b : Box
plug QsfpDd400Fr4 into a.p, b.p
link a.p to b.p over OS2 { length 5 m  panels 2 x LcCassetteA  polarity ${polarity} }
`;

  it('that has too few cords for its panels is reported', async () => {
    const [only, ...others] = await told(path('type-A'));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ rule: 'optics/polarity', severity: 'warning', place: 'polarity type-A' });
    expect(only?.message).toContain('with 2 panels a path has at least 3 cords');
  });

  // Method A: the cassettes and the trunk lead straight on, one of the two cords crosses.
  it('of every cord is followed', async () => {
    expect(await brief(path('A-to-B, type-A, A-to-A'))).toEqual([]);
  });
});
