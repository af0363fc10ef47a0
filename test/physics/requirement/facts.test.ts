// Facts that can be required: figures computed by hand, the worst of several, failures, and wrong questions.
import { requirableFacts, type Verdict } from '@lightloom/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { analysisOf, type Files, figures } from '../../kit/design.ts';
import { podWith, site } from '../../kit/examples.ts';

const pod = podWith(/^require .*$/gm, '');

const required = (text: string, asked: readonly string[], files: Files = {}) => figures(text, asked, { files });

/** Figures of the pod, in SI units: 16 leaves, 8 spines, 128 nodes, 8 XPO modules of 128 W a switch, NICs of 800G. */
const ofPod: readonly (readonly [string, number])[] = [
  ['injection(backend) >= 1 Tbps', 1024 * 800e9],
  ['injection(backend) >= 1 Tbps when any 1 of su[1].leaf fail', 960 * 800e9],
  ['links(backend) >= 1', 2048],
  // A spine ends 128 of the links.
  ['links(backend) >= 1 when any 2 of spine fail', 2048 - 256],
  ['length(backend) <= 1 km', 60],
  ['reach-margin(backend) >= 1 m', 500 - 60],
  ['switches(backend) >= 1', 24],
  ['switches(net) >= 1', 24],
  ['switches(net.each) >= 1', 12],
  ['switches(su) >= 1', 16],
  ['switches(backend) >= 1 when any 3 of spine fail', 21],
  ['hosts(backend) >= 1', 128],
  ['hosts(su[1]) >= 1', 64],
  ['modules(backend) >= 1', 24 * 8 + 128 * 8],
  ['modules(net) >= 1', 192],
  ['fibers(backend) >= 1', 2048 * 8],
  ['fibers(net) >= 1', 192 * 16 * 8],
  ['fibers(spine[1]) >= 1', 8 * 16 * 8],
  ['free-ports(backend) >= 0', 0],
  // 24 switches of 2,524 W and 1,024 modules of 15 W for 819.2 Tbps.
  ['energy(backend) <= 1 pJ/bit', (24 * 2524 + 1024 * 15) / 819.2e12],
  ['energy(net) <= 1 pJ/bit', 2524 / 102.4e12],
  ['heat(net.liquid) <= 1 W', 24 * (0.85 * 1500 + 8 * 128)],
  ['heat(net.air) <= 1 W', 24 * 0.15 * 1500],
  ['heat(net.each.air) <= 1 W', 12 * 0.15 * 1500],
  ['heat(net) <= 1 W', 24 * 2524],
  ['heat(primary) <= 1 W', 1_632_776],
  ['flow(primary) >= 1 L/min', 1900 / 60e3],
  ['flow(net) >= 1 L/min', 40 / 60e3],
  ['load(A) <= 1 W', (24 * 2524 + 128 * 14_620) / 2],
  ['load(A) <= 1 W when any 1 of B fail', 24 * 2524 + 128 * 14_620],
  ['headroom(A) >= 1 % when any 1 of B fail', 1 - (24 * 2524 + 128 * 14_620) / 2.4e6],
  ['headroom(gpu) >= 1 %', 1 - (4 * 14_620) / 120e3],
  ['current(net) <= 1 A', (12 * 2524) / 50],
  ['height(net) <= 1 OU', 12 * 0.048],
  ['height(net.free) >= 1 OU', 32 * 0.048],
  ['power(gpu.each) <= 1 kW', 4 * 14_620],
];

describe('figures of the pod', () => {
  let verdicts: readonly Verdict[];
  beforeAll(async () => {
    ({ verdicts } = await required(
      pod,
      ofPod.map(([text]) => text),
      site,
    ));
  });

  it.each(ofPod.map(([text, value], i) => [text, value, i] as const))('%s', (_, value, i) => {
    expect((verdicts[i]?.value.value as number) / (value || 1)).toBeCloseTo(value === 0 ? 0 : 1, 9);
  });

  it('takes a share of full injection', async () => {
    const { verdicts: found } = await required(
      pod,
      ['injection(backend) >= 93.75 % of full when any 1 of su[1].leaf fail'],
      site,
    );
    expect([found[0]?.limit.value, found[0]?.holds]).toEqual([768e12, true]);
  });
});

const racks = `import "std/racks"
import "std/cooling"
feed A { capacity 30 kW }
feed B { capacity 20 kW }
loop primary { coolant PG25  supply 40 °C  return <= 55 °C  flow 60 L/min }
switch type Box { height 1 OU  power 1 kW  liquid 50 %  weight 20 kg }
rack r[1..3] : OpenRackV3Hpr { cooled by primary  fed by A, B  flow 20 L/min }
switch few[1..2] : Box
switch many[1..5] : Box
place few[*] in r[1..2]
place many[*] in r[3]
`;

describe('the worst of several', () => {
  it('is the largest for an upper limit and the smallest for a lower one', async () => {
    const { verdicts } = await required(racks, [
      'power(r.each) <= 4 kW',
      'power(r.each) >= 2 kW',
      'height(r.free) >= 40 OU',
      'weight(r) <= 50 kg',
      'weight(r.free) >= 1 kg',
      'headroom(A) >= 10 %',
      'heat(r.liquid.each) <= 1 kW',
    ]);
    expect(verdicts.map(({ worst, holds }) => [worst, holds])).toEqual([
      ['r[3]', false],
      ['r[1]', false],
      ['r[3]', false],
      ['r[3]', false],
      ['r[3]', true],
      [undefined, true],
      ['r[3]', false],
    ]);
    // 44 OU less 5; 5 boxes of 20 kg; 1,400 kg less 100.
    expect(verdicts.map(({ value }) => value.value).slice(2, 5)).toEqual([expect.closeTo(39 * 0.048, 9), 100, 1300]);
  });

  it('is named in the finding, and so is what makes most of a sum', async () => {
    const { analysis } = await required(racks, ['power(r.each) <= 4 kW', 'heat(r.liquid) <= 2 kW', 'load(A) <= 3 kW']);
    const found = analysis.findings.filter((each) => each.rule === 'requirement/unmet');
    expect(found.map(({ message }) => message)).toEqual([
      'power(r.each) is 5 kW at r[3]; <= 4 kW is required.',
      'heat(r.liquid) is 3.5 kW; <= 2 kW is required.',
      'load(A) is 3.5 kW; <= 3 kW is required.',
    ]);
    expect(found[2]?.help).toMatch(/^The largest term is share of the power of r\[3\], 2\.5 kW\. /);
  });

  it('is the worst failure, not the one with most links', async () => {
    const { verdicts } = await required(racks, [
      'power(r) <= 1 kW when any 1 of r fail',
      'power(r) >= 9 kW when any 1 of r fail',
      'load(A) <= 4 kW when any 1 of B fail',
      'headroom(r) >= 96 % when any 1 of r fail',
    ]);
    // For an upper limit the worst is to lose the rack that draws least.
    expect(verdicts.map(({ value, failed }) => [value.value, failed])).toEqual([
      [6000, ['r[1]']],
      [2000, ['r[3]']],
      [7000, ['B']],
      [0.95, ['r[1]']],
    ]);
  });
});

const line = `import "std/osfp"
import "std/copper"
optics type Lit {
    mode single-mode  lanes 8  lane-rate 100 Gbps  symbol-rate 53.125 GBd  fibers 16  connector MPO16
    reach 500 m  channel-loss 3 dB  launch -2.9 dBm .. 4 dBm  receive -5.9 dBm .. 4 dBm
}
module type M is Osfp800Dr8 { channels 1 x Lit  power 15 W }
switch type Box { height 2 RU  power 1 kW  ports p[1..4] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug M into a.p[1..3], b.p[1..3]
    link a.p[1] to b.p[1] over OS2 { length 10 m }
    link a.p[2] to b.p[2] over OS2 { length 200 m }
}
`;

describe('links', () => {
  it('have a worst one by what arrives, by reach and by length', async () => {
    const { verdicts } = await required(line, ['reach-margin(n) >= 1 m', 'length(n) <= 1 km', 'free-ports(n) >= 1']);
    expect(verdicts.map(({ value }) => value.value)).toEqual([300, 200, 4]);
    expect(verdicts[0]?.worst).toBe('the link from n.a.p[2] to n.b.p[2]');
    const { verdicts: received } = await required(line, ['receive-margin(n) >= 1 dB', 'loss(n) <= 1 dB']);
    // −2.9 dBm less the loss, over −5.9 dBm.
    expect(received[0]?.value.value).toBeCloseTo(3 - (received[1]?.value.value as number), 9);
    // 200 m at no more than 0.5 dB/km.
    expect(received[1]?.value.value).toBeGreaterThan(0);
    expect(received[1]?.value.value).toBeLessThanOrEqual(0.1);
  });

  it('with something unknown is unknown, with the reason', async () => {
    const { verdicts } = await required(line.replace('launch -2.9 dBm .. 4 dBm', ''), ['receive-margin(n) >= 1 dB']);
    expect(verdicts[0]?.holds).toBeUndefined();
    expect(verdicts[0]?.value.unknown).toMatch(/Lit has no `launch`/);
  });
});

describe('a requirement that makes no sense', () => {
  it.each([
    ['margin(few) >= 1 dB', /`margin` is a fact of a network; `few` is a device\./, /^/],
    ['flow(A) >= 1 L/min', /is a fact of a loop, a branch or a rack; `A` is a feed\./, /`primary`, `r`/],
    ['power(r.typcal) <= 1 kW', /A rack has no point `typcal`\./, /Did you mean `typical`\?/],
    ['power(many.typcal) <= 1 kW', /`many` has no `typcal`\./, /Did you mean `typical`\?/],
    ['power(r.typical.worst-case) <= 1 kW', /`power` takes one point, and `each` once; `typical` is too many\./, /^/],
    ['power(r.each.each) <= 1 kW', /`each` is too many\./, /^/],
    ['links(few.each) >= 1', /^/, /^/],
    ['height(r.fre) >= 1 OU', /A rack has no point `fre`\./, /Did you mean `free`\?/],
    ['heat(primary.air) <= 1 kW', /`heat` of a loop has no point `air`\./, /Remove `\.air`\./],
    ['switches(r) <= 3 kW', /`switches` is a number without a unit; this is a power\./, /^/],
    ['flow(r) >= 3 kW', /`flow` is a volume flow, in .*; this is a power\./, /^/],
    ['heaat(r) >= 3 kW', /`heaat` isn't a fact/, /Did you mean `heat`\?/],
  ])('%s gives one message', async (text, message, help) => {
    const analysis = await analysisOf(`${racks}\nrequire ${text}`);
    const found = analysis.findings.filter((each) => each.severity === 'error');
    expect(found.map((each) => each.message)).toHaveLength(1);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.help ?? '').toMatch(help);
  });
});

it('every fact says whether it is of each or of all together', () => {
  for (const [name, { subjects, several, pointless }] of Object.entries(requirableFacts)) {
    expect(['together', 'each'], name).toContain(several);
    expect(
      (pointless ?? []).every((each) => subjects.includes(each)),
      name,
    ).toBe(true);
  }
});
