// Three outcomes: a limit holds, fails, or is not judged, because a number is missing. The last is counted and told.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules, limitsIn, nameOf, withoutCarets } from '@lightloom/core';
import { analyzeText } from '@lightloom/language/testing';
import { describe, expect, it } from 'vitest';
import { analysisOf, errorsOf } from '../kit/design.ts';
import { countsOf, notesOf } from '../kit/judged.ts';
import { root } from '../sources.ts';

const rulesFolder = join(root, 'packages/core/src/rules');
const sources = new Map(
  readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[a-z]+\/.*\.ts$/.test(path))
    .map((path) => [path.replace(/\.ts$/, ''), readFileSync(join(rulesFolder, path), 'utf8')] as const),
);

/** Rules that compare figures and have no limit to count, and why. */
const unlimited = new Map([
  ['power/modules-over-host', 'two figures of one device contradict each other'],
  ['power/typical-over-maximum', 'two figures of one part contradict each other'],
  ['bandwidth/connectx8-800gbe', 'whether an adapter offers such a port'],
  ['bandwidth/serdes-lanes', 'whether lanes of cage and chip match'],
  ['bandwidth/twin-port-as-one', 'whether a chip offers such a port'],
  ['optics/xpo-breakout-lanes', 'whether channels of a module match its cage'],
  ['density/osfp-per-unit', 'counted by density/modules-per-unit'],
]);

describe('every rule that compares a figure with a limit', () => {
  it('is known to the count: what it limits has a name', () => {
    const comparing = [...sources].filter(([, text]) => /\bexceeds\(/.test(text)).map(([id]) => id);
    const silent = comparing.filter((id) => allRules.find((rule) => rule.id === id)?.limit === undefined);
    expect(silent.sort()).toEqual([...unlimited.keys()].sort());
  });

  it.each(allRules.filter(({ limit }) => limit !== undefined).map((rule) => [rule.id, rule] as const))(
    '%s counts what it judges on its own example',
    async (id, { bad, good }) => {
      for (const text of [withoutCarets(bad), good]) {
        const { judged } = (await analyzeText(text)).analysis;
        const counted = limitsIn([...judged.judged, ...judged.unjudged].filter(({ rule }) => rule === id));
        expect(counted, text).toBeGreaterThan(0);
      }
    },
  );

  it('names what it limits in words of its own, for all rules but twins', () => {
    const names = allRules.flatMap(({ limit }) => limit ?? []);
    expect(new Set(names).size).toBe(names.length);
  });
});

const pair = (link: string, more = ''): string => `import "std/osfp"
import "std/copper"
${more}
switch type Box { height 2 RU  power 1 kW  ports p[1..64] : OSFP }
switch a : Box
switch b : Box
${link}
`;
const lit = 'plug Osfp800Dr8 into a.p, b.p\n';

describe('links', () => {
  it('are counted by class and number: 64 of one statement are 64 limits of loss and 64 of length', async () => {
    const { judged, unjudged } = await countsOf(
      pair(`${lit}link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }`),
    );
    expect([judged['link loss'], judged['link length']]).toEqual([64, 64]);
    expect(unjudged).toEqual({});
  });

  it('without a channel loss are told of, once for all of them and not for each', async () => {
    const own = `optics type Bare { mode single-mode  lanes 8  lane-rate 100 Gbps  fibers 16  reach 500 m }
module type M is Osfp800Dr8 { channels 1 x Bare }`;
    const text = pair('plug M into a.p, b.p\nlink a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }', own);
    expect(await notesOf(text)).toEqual(["64 limits of link loss aren't judged: Bare has no `channel-loss`."]);
    expect(await errorsOf(text)).toEqual([]);
  });

  it('without a channel loss are judged by launch less receive power, where both are given', async () => {
    // IEEE 802.3 400GBASE-DR4: -2.9 dBm launched, -5.9 dBm received are the 3.0 dB of its channel.
    const own = `optics type Bare { mode single-mode  lanes 8  lane-rate 100 Gbps  fibers 16  reach 500 m
    launch -2.9 dBm..4 dBm  receive -5.9 dBm..4 dBm }
module type M is Osfp800Dr8 { channels 1 x Bare }`;
    const text = (pairs: number) =>
      pair(`plug M into a.p, b.p\nlink a.p to b.p over OS2 { length 30 m  connectors ${pairs} x MPO16 }`, own);
    expect(await notesOf(text(2))).toEqual([]);
    expect((await countsOf(text(2))).judged['link loss']).toBe(64);
    expect(await errorsOf(text(2))).toEqual([]);
    // 5 x 0.75 dB + 0.012 dB are more than 3 dB: reported once, by the powers that were used.
    expect(await errorsOf(text(5))).toEqual([
      expect.stringMatching(
        /loss-budget: 64 links lose 3\.762 dB .*; the optics allow 3 dB, launch less receive power\.$/,
      ),
    ]);
    const { facts } = await analysisOf(text(2));
    const allowed = facts.optics.budgets[0]?.allowed;
    expect([allowed?.value, allowed?.formula]).toEqual([
      expect.closeTo(3, 9),
      'lowest launch power − lowest receive power',
    ]);
  });

  it('without a length lack one number, not two', async () => {
    expect(await notesOf(pair(`${lit}link a.p to b.p over OS2 { connectors 2 x MPO16 }`))).toEqual([
      expect.stringMatching(/^\d+ limits .*: the length is not given; give `length` on `link a\.p to b\.p`\.$/),
    ]);
  });

  it('whose ends may not link up are counted, and told of once, by what says so', async () => {
    const own = (
      more: string,
    ): string => `optics type Odd { mode single-mode  lanes 8 ${more} fibers 16  reach 500 m  channel-loss 3 dB
    wavelength 1310 nm }
module type M is Osfp800Dr8 { channels 1 x Odd }`;
    const text = (more: string): string =>
      pair('plug Osfp800Dr8 into a.p\nplug M into b.p\nlink a.p to b.p over OS2 { length 30 m }', own(more));
    // Without a lane rate, nobody knows.
    expect((await countsOf(text(''))).unjudged['PMD pairing']).toBe(64);
    expect((await notesOf(text(''))).filter((each) => /rate/.test(each))).toEqual([]);
    const found = (await analysisOf(text(''))).findings.filter(({ rule }) => rule === 'optics/pmd-mismatch');
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', expect.stringMatching(/whether they link up is not known: the rate of Odd is unknown\.$/)],
    ]);
    // Same and other lanes: both are judged.
    for (const rate of ['100 Gbps', '50 Gbps']) {
      const counts = await countsOf(text(`lane-rate ${rate}`));
      expect([counts.judged['PMD pairing'], counts.unjudged['PMD pairing']]).toEqual([64, undefined]);
    }
    const { judged } = await analysisOf(`${text('')}\nallow optics/pmd-mismatch because "tested"`);
    const open = judged.reasons.filter(({ limits }) => limits.some(({ rule }) => rule === 'optics/pmd-mismatch'));
    expect(open.map(({ reason, accepted }) => [reason, accepted])).toEqual([['the rate of Odd is unknown', true]]);
  });

  it('of several statements that lack the same are one note', async () => {
    const text = pair(
      `${lit}link a.p[1..2] to b.p[1..2] over OS2 { connectors 2 x MPO16 }\nlink a.p[3] to b.p[3] over OS2 { connectors 2 x MPO16 }`,
    );
    expect(await notesOf(text)).toEqual([
      expect.stringMatching(/^\d+ limits .* `link a\.p\[1\.\.2\] to b\.p\[1\.\.2\]` and 1 more\.$/),
    ]);
  });

  it('without `over` are told of, with optics and without', async () => {
    const says = expect.stringMatching(/: the fiber is not given; give `over` on `link a\.p to b\.p`\.$/);
    expect(await notesOf(pair(`${lit}link a.p to b.p`))).toEqual([says]);
    expect(await notesOf(pair('link a.p to b.p'))).toEqual([says]);
  });

  it('of copper have a reach to keep, and no loss', async () => {
    const { judged, unjudged } = await countsOf(pair('link a.p to b.p over DAC { length 2 m }'));
    expect([judged['cable length'], judged['link loss'], unjudged['link loss']]).toEqual([64, undefined, undefined]);
    const open = await notesOf(pair('link a.p to b.p over DAC'));
    expect(open).toEqual([expect.stringMatching(/^64 limits of cable length aren't judged: the length is not given/)]);
  });

  it('of radio or copper modules have a reach to keep, without any medium', async () => {
    // XPO-RF reaches 10 m (Arista at ECOC 2026).
    const radio = (path: string) => `import "std/xpo"
switch type Box { height 1 OU  power 1 kW  liquid 100 %  ports p : XPO }
switch a : Box
switch b : Box
plug XpoRf into a.p, b.p
link a.p to b.p${path}
`;
    expect(await errorsOf(radio(' { length 9 m }'))).toEqual([]);
    expect((await countsOf(radio(' { length 9 m }'))).judged['link length']).toBe(1);
    expect(await errorsOf(radio(' { length 11 m }'))).toEqual([
      expect.stringContaining('is 11 m long; XPO-RF reaches 10 m.'),
    ]);
    expect(await notesOf(radio(''))).toEqual([
      "1 limit of link length isn't judged: the length is not given; give `length` on `link a.p to b.p`.",
    ]);
  });

  it('between equal PMDs need no receive window beside the channel loss; between different ones they do', async () => {
    const same = `optics type Own is 800GBASE-DR8 { channel-loss 3 dB }
module type M is Osfp800Dr8 { channels 1 x Own }`;
    const link = 'link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }';
    expect(await notesOf(pair(`plug M into a.p, b.p\n${link}`, same))).toEqual([]);
  });
});

describe('the site of an engine beside the chip', () => {
  // An engine is soldered or clamped to its board; nothing published says what a site delivers.
  const box = (site: string) => `import "std/cpo"
${site}
switch type Box { height 1 OU  power 1 kW  ports p[1..2] : Site }
module type E is CpoEngine3200 { form-factor Site  power 40 W }
switch b : Box
plug E into b.p
`;

  it('has a limit of power only where it is given', async () => {
    const none = await countsOf(box('cage type Site is CPO3200 { }'));
    expect([none.judged['cage power'], none.unjudged['cage power']]).toEqual([undefined, undefined]);
    const given = await countsOf(box('cage type Site is CPO3200 { power 50 W }'));
    expect(given.judged['cage power']).toBe(2);
  });
});

describe('a sum that is known in part', () => {
  const rack = (limit: string) => `import "std/racks"
rack type R is OpenRackV3 { power ${limit} }
switch type Known   { height 1 OU  power 6 kW }
switch type Unknown { height 1 OU }
rack r : R
switch a[1..2] : Known
switch b : Unknown
place a[*], b in r
`;

  it('fails where its known terms are too much, with "at least" and the terms', async () => {
    // 2 x 6 kW is 12 kW.
    const { findings } = await analysisOf(rack('10 kW'));
    const found = findings.find(({ rule }) => rule === 'power/rack-budget');
    expect(found?.message).toBe('r draws at least 12 kW; the rack delivers 10 kW.');
    expect(found?.derivation?.terms.map(({ times, value, known }) => [times, value, known])).toEqual([
      [2, 6000, 6000],
      [1, Number.NaN, 0],
    ]);
  });

  it('is not judged, and does not hold, where they are not: at the limit and below', async () => {
    for (const limit of ['12 kW', '20 kW']) {
      expect(await errorsOf(rack(limit))).toEqual([]);
      expect(await notesOf(rack(limit))).toEqual(["1 limit of rack power isn't judged: Unknown has no `power`."]);
    }
  });
});

describe('a limit that is exceeded by little', () => {
  it('is printed with as many digits as it takes to differ', async () => {
    // 4 x 0.75 dB are 3 dB; 1 m of 0.4 dB/km adds 0.0004 dB.
    const text = pair(`${lit}link a.p to b.p over OS2 { length 1 m  connectors 4 x MPO16 }`);
    const [message = ''] = await errorsOf(text);
    expect(message).toContain('lose 3.0004 dB');
    expect(message).toContain('the optics allow 3 dB.');
  });
});

describe('coolant', () => {
  const loop = (more: string) => `import "std/racks"
rack type R is OpenRackV3 { power 20 kW }
coolant type Mix { density 1 kg/L at 20 °C, 0.99 kg/L at 40 °C  specific-heat 4 kJ/kg·K at 20 °C, 4 kJ/kg·K at 40 °C }
loop l { coolant Mix  ${more}  return <= 60 °C }
rack r : R { cooled by l }
host type Node { height 8 RU  power 10 kW  liquid 100 % }
host n : Node
place n in r
`;

  it('beyond its table is told of, and within it is judged', async () => {
    // Once: by the warning, with the limits that wait for it.
    const outside = (await analysisOf(loop('supply 41 °C  flow 20 L/min'))).findings;
    expect(outside.map(({ rule }) => rule)).toEqual(['cooling/coolant-table']);
    expect(outside[0]?.consequences.join()).toContain('the table of Mix does not reach 41 °C; give `density` and');
    expect(await notesOf(loop('supply 40 °C  flow 20 L/min'))).toEqual([]);
  });

  it('without a flow leaves its return temperature open', async () => {
    expect(await notesOf(loop('supply 40 °C'))).toEqual([
      expect.stringMatching(/return temperature.*: l has no `flow`\.$/),
    ]);
  });

  it('is no matter of a design without a loop', async () => {
    const { judged, unjudged } = await countsOf(
      loop('supply 40 °C  flow 20 L/min')
        .replace(/^loop.*\n/m, '')
        .replace(' { cooled by l }', ''),
    );
    expect(Object.keys({ ...judged, ...unjudged })).toEqual(
      ['rack height', 'rack width', 'rack power'].filter((each) => each in judged),
    );
  });
});

describe('couplings of a device that is in no rack', () => {
  const box = (flow: string) => `import "std/xpo"
import "std/cooling"
module type D is Xpo { channels 16 x 800GBASE-DR4  power 128 W  ${flow} }
switch type B { height 1 OU  liquid 100 %  power 1 kW  couplings 2 x UQD02  ports p[1..2] : XPO }
switch b : B
plug D into b.*
`;

  it('fail on what its modules need alone, and are told of otherwise', async () => {
    // UQD02 is rated for 2.1 L/min; two modules at 1.2 L/min need 2.4, at 0.7 L/min 1.4.
    expect((await errorsOf(box('flow 1.2 L/min'))).join()).toContain(
      'carries at least 2.4 L/min; it is rated for 2.1 L/min',
    );
    expect(await errorsOf(box('flow 0.7 L/min'))).toEqual([]);
    expect((await notesOf(box('flow 0.7 L/min'))).join('\n')).toMatch(
      /1 limit of coupling flow isn't judged: B has no `required-flow`\./,
    );
  });
});

describe('the striping of a network of switches alone', () => {
  const net = (second: string) => `import "std/osfp"
import "std/copper"
switch type Box { height 2 RU  power 1 kW  ports p[1..8] : OSFP }
network n : scale-out {
    switch a : Box
    switch b[1..2] : Box
    link a.p[1..2] to b[1].p[1..2] over DAC { length 1 m }
    link a.p[${second}] to b[2].p[1..${second === '3' ? 1 : 2}] over DAC { length 1 m }
}
`;

  it('is not judged where it is uneven, since there are no tiers, and is even otherwise', async () => {
    expect((await notesOf(net('3'))).join('\n')).toContain(
      "1 limit of striping isn't judged: n has no hosts, so its switches have no tiers.",
    );
    expect(await notesOf(net('3..4'))).toEqual([]);
  });
});

describe('what is told of a missing number', () => {
  const text = (more = '') => `import "std/racks"
rack type R is OpenRackV3 { power 20 kW }
switch type Box { height 1 OU }
rack r : R
switch b : Box
place b in r
${more}`;

  it('is told once where a requirement waits for it too', async () => {
    const { findings } = await analysisOf(text('require power(r) <= 10 kW\n'));
    expect(findings.filter(({ rule }) => rule === 'control/not-judged')).toEqual([]);
    const found = findings.find(({ rule }) => rule === 'requirement/unknown');
    expect(found?.consequences).toEqual(["1 limit of rack power isn't judged: Box has no `power`."]);
  });

  it('can be accepted, and is counted all the same', async () => {
    const { findings, judged } = await analysisOf(text('allow control/not-judged because "measured on site"\n'));
    expect(findings.filter(({ rule }) => rule.startsWith('control/'))).toEqual([]);
    expect(limitsIn(judged.unjudged)).toBe(1);
    expect(judged.reasons.map(({ accepted }) => accepted)).toEqual([true]);
  });

  it('is about the racks, loops or devices that wait for it, not all that is declared with them', async () => {
    const design = `import "std/racks"
rack type R is OpenRackV3 { power 20 kW }
switch type Known   { height 1 OU  power 6 kW }
switch type Unknown { height 1 OU }
rack r[1..3] : R
switch a : Known
switch b : Unknown
place a in r[1]
place b in r[2]
`;
    const { findings, fabric } = await analysisOf(design);
    const { subjects } = findings.find(({ rule }) => rule === 'control/not-judged') ?? {};
    expect([...(subjects?.ids ?? [])].map((id) => nameOf(fabric, subjects?.of ?? 'rack', id))).toEqual(['r[2]']);
    const accepted = await analysisOf(`${design}allow control/not-judged because "measured on site" on r[2]\n`);
    expect(accepted.findings.filter(({ rule }) => rule.startsWith('control/'))).toEqual([]);
    const beside = await analysisOf(`${design}allow control/not-judged because "measured on site" on r[1]\n`);
    expect(beside.findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('control/'))).toEqual([
      'control/not-judged',
      'control/unused-allow',
    ]);
  });

  it('of a part of the library belongs on a type of the design', async () => {
    const design =
      'import "std/racks"\nswitch type Box { height 1 OU  power 1 kW }\nrack r : Eia42\nswitch b : Box\nplace b in r\n';
    const { findings } = await analysisOf(design);
    const found = findings.find(({ rule }) => rule === 'control/not-judged');
    expect(found?.message).toBe(
      "1 limit of rack power isn't judged: the `power` of Eia42 is unknown; give `power` on a type of your own.",
    );
    expect(found?.help).toContain('`rack type Own is Eia42 { power … }`');
    expect(design.slice(found?.origin.start, found?.origin.end)).toBe('r : Eia42');
  });

  it('is where the number belongs', async () => {
    const design = text();
    const { findings } = await analysisOf(design);
    const { origin } = findings.find(({ rule }) => rule === 'control/not-judged') ?? {};
    expect(design.slice(origin?.start, origin?.end)).toBe('Box');
  });
});

describe('a temperature that is over its limit by little', () => {
  it.each([
    ['supply 55.00001 °C', 'l supplies at 55.00001 °C; cdu is designed for 18 °C to 55 °C.'],
    ['supply 17.99999 °C', 'l supplies at 17.99999 °C; cdu is designed for 18 °C to 55 °C.'],
  ])('%s differs from it in print', async (supply, says) => {
    // Deschutes is designed for 18 to 55 °C (OCP Deschutes v0.80).
    const text = `import "std/cooling"
cdu cdu : Deschutes
loop l { coolant PG25  ${supply}  flow 600 L/min  from cdu }
`;
    const messages = (await analysisOf(text)).findings.map(({ message }) => message);
    expect(messages).toContain(says);
  });
});
