// Elements whose values differ from the rest of their array.
import { type Fabric, partOfDevice, partOfRack } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, briefly, errorsIn } from '../../../test/kit/design.ts';

const head = `import "std/osfp"
import "std/racks"
import "std/cooling"
switch type Leaf { height 2 RU  power 1500 W  liquid 80 %  ports up[1..4] : OSFP }
`;

async function analyze(text: string) {
  const analysis = await analysisOf(head + text);
  const errors = errorsIn(analysis);
  return { ...analysis, problems: briefly(errors), errors };
}

/** Power of each device as its part says it, in W. */
const powers = (fabric: Fabric): (number | undefined)[] =>
  Array.from({ length: fabric.devices.count }, (_, device) => partOfDevice(fabric, device)?.values.power?.value);

describe('a change of some elements', () => {
  it('holds for these elements only, and leaves their other values alone', async () => {
    const { fabric, facts, problems } = await analyze(`switch leaf[1..4] : Leaf
leaf[2] { power 1.7 kW source "measured" }
leaf[3..4] { power 1.9 kW }
leaf[4] { liquid 50 % }
`);
    expect(problems).toEqual([]);
    expect(powers(fabric)).toEqual([1500, 1700, 1900, 1900]);
    // 0.8 × 1500 + 0.8 × 1700 + 0.8 × 1900 + 0.5 × 1900 W
    const heat = [0, 1, 2, 3].map((device) => facts.heat.liquid[facts.devices.of[device] as number]?.value ?? 0);
    expect(heat.reduce((all, each) => all + each, 0)).toBeCloseTo(1200 + 1360 + 1520 + 950, 9);
    expect(facts.power.total.value).toBe(1500 + 1700 + 1900 + 1900);
  });

  it('may be given with racks where they are declared, beside their loop and feeds', async () => {
    const { fabric, problems } = await analyze(`feed A { capacity 1 MW }
rack r[1..2] : OpenRackV3 { power 14 kW  fed by A  flow 3 L/min }
r[2] { power 16 kW }
rack s : OpenRackV3 { fed by A }
`);
    expect(problems).toEqual([]);
    const racks = [0, 1, 2];
    // The type leaves its power unknown.
    expect(racks.map((rack) => partOfRack(fabric, rack)?.values.power?.value)).toEqual([14_000, 16_000, undefined]);
    expect(racks.map((rack) => fabric.racks.feeds[rack])).toEqual([1, 1, 1].map(() => fabric.racks.feeds[0]));
    expect(fabric.racks.flow[1]).toBeCloseTo(3e-3 / 60, 12);
  });

  it('wins over the body of the declaration', async () => {
    const { fabric, problems } = await analyze(`switch leaf[1..3] : Leaf { power 1.6 kW }
leaf[3] { power 1.7 kW }
`);
    expect(problems).toEqual([]);
    expect(powers(fabric)).toEqual([1600, 1600, 1700]);
  });

  it('makes one part for all with the same values, in however many scopes and iterations', async () => {
    const { fabric, problems } =
      await analyze(`template Unit(p = 1.7 kW) { switch leaf[1..8] : Leaf  leaf[2] { power p } }
network n : scale-out {
    su[1..50] : Unit
    hot : Unit(2 kW)
    for i in 1..50 { su[i].leaf[3..4] { height 3 RU } }
}
`);
    expect(problems).toEqual([]);
    const parts = new Set(fabric.devices.part);
    // As declared; 1.7 kW; 2 kW; 3 RU.
    expect(parts.size).toBeLessThanOrEqual(3 + 50);
    expect([...parts].map((each) => fabric.parts[each]?.name)).toContain('Leaf at leaf[2]');
    expect(powers(fabric).filter((each) => each === 1700)).toHaveLength(50);
    expect(powers(fabric).filter((each) => each === 2000)).toHaveLength(1);
  });

  it('gives racks their loop and feeds, and their limits', async () => {
    const { fabric, problems } = await analyze(`rack type R is OpenRackV3 { power 100 kW }
feed A { capacity 1 MW } feed B { capacity 1 MW }
rack r[1..3] : R { fed by A  flow 20 L/min }
r[2] { fed by B  flow 30 L/min }
r[3] { power 90 kW }
`);
    expect(problems).toEqual([]);
    expect([0, 1, 2].map((rack) => partOfRack(fabric, rack)?.values.power?.value)).toEqual([1e5, 1e5, 9e4]);
    expect([...fabric.racks.flow].map((each) => Math.round(each * 60_000))).toEqual([20, 30, 20]);
    expect([...fabric.racks.feeds].map((set) => [...(fabric.feedSets[set]?.ids ?? [])])).toEqual([[0], [1], [0]]);
    expect(new Set(fabric.racks.part).size).toBe(2);
  });

  it('may be unknown', async () => {
    const { fabric, facts, problems } = await analyze(`switch leaf[1..2] : Leaf
leaf[2] { power unknown source "no data sheet" }
`);
    expect(problems).toEqual([]);
    expect(powers(fabric)).toEqual([1500, undefined]);
    expect(facts.power.total.known).toBe(1500);
    expect(facts.power.total.unknown).toContain('no data sheet');
  });

  it('is excused with the type it derives from', async () => {
    const { findings } = await analyze(`switch leaf[1..2] : Leaf
leaf[2] { power 2 kW assumed "as the last one" }
allow provenance/assumed because "measured next week" on Leaf
`);
    expect(findings.filter(({ rule }) => rule === 'provenance/assumed')).toEqual([]);
  });
});

it('an allowance within a body holds for that body', async () => {
  const assumed = (rest: string) => `power 2 kW assumed "as the last one"  ${rest}`;
  const excuse = 'allow provenance/assumed because "measured next week"';
  const { findings } = await analyze(`switch type Own { height 1 RU  ${assumed(excuse)} }
switch own[1..4] : Own
switch leaf[1..4] : Leaf { ${assumed(excuse)} }
leaf[2] { ${assumed(excuse)} }
for i in 3..4 { leaf[i] { ${assumed(excuse)} } }
leaf[1] { ${assumed('')} }
`);
  const told = findings.filter(({ rule }) => rule !== 'provenance/unsourced' && !rule.startsWith('unused/'));
  expect(told.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'provenance/assumed: The power of Leaf at leaf[1] is assumed: as the last one.',
  ]);
});

describe('a wrong change is reported once', () => {
  const cases: [string, string, string][] = [
    [
      'the same property twice, at both places',
      'switch leaf[1..4] : Leaf\nleaf[1..3] { power 1 kW }\nleaf[3] { power 2 kW }\n',
      'property/twice: `power` of leaf[3] is changed twice.',
    ],
    [
      'an element that is not there',
      'switch leaf[1..4] : Leaf\nleaf[5] { power 1 kW }\n',
      'selection/no-such-index: `leaf` has no index 5; it has [1..4].',
    ],
    [
      'a name nobody knows',
      'switch leaf[1..4] : Leaf\nleef[1] { power 1 kW }\n',
      'name/unknown: `leef` is not defined.',
    ],
    [
      'a property the kind does not have',
      'switch leaf[1..4] : Leaf\nleaf[1] { capacity 1 kW }\n',
      'property/unknown: A switch has no property `capacity`.',
    ],
    [
      'ports',
      'switch leaf[1..4] : Leaf\nleaf[1].up { power 9 W }\n',
      'selection/kind: `leaf[1].up` selects ports; only switches, hosts, racks, CDUs, feeds, UPSs and PDUs can be changed.',
    ],
    [
      'things of two kinds',
      'host type H { height 2 RU }\nswitch leaf[1..4] : Leaf\nhost h : H\nleaf, h { power 9 W }\n',
      'selection/kind: This selects both switches and hosts, which have different properties.',
    ],
    [
      'one element in two turns of a loop',
      'switch leaf[1..4] : Leaf\nfor i in 1..2 { leaf[1] { power 9 W } }\n',
      'property/twice: `power` of leaf[1] is changed twice.',
    ],
    [
      'a UPS twice',
      'switch leaf[1..4] : Leaf\nups U[1..2] { capacity 9 kW }\nU { battery 5 min }\nU[2] { battery 2 min }\n',
      'property/twice: `battery` of U[2] is changed twice.',
    ],
    [
      'a UPS and a PDU',
      'switch leaf[1..4] : Leaf\nups U { capacity 9 kW }\npdu P { capacity 9 kW  fed by U }\nU, P { capacity 8 kW }\n',
      'selection/kind: This selects both UPSs and PDUs, which have different properties.',
    ],
    ['no body', 'switch leaf[1..4] : Leaf\nleaf[1], leaf[2].up\n', ''],
  ];
  it.each(cases)('%s', async (_, text, message) => {
    const { problems } = await analyze(text);
    expect(problems).toHaveLength(1);
    if (message !== '') expect(problems).toEqual([message]);
  });

  it('names the first place of two', async () => {
    const text = 'switch leaf[1..4] : Leaf\nleaf[1..3] { power 1 kW }\nleaf[3] { power 2 kW }\n';
    const { errors } = await analyze(text);
    const [related] = errors[0]?.related ?? [];
    expect((head + text).slice(related?.origin.start).startsWith('power 1 kW')).toBe(true);
  });
});

it('a million changed elements take no time of their own', async () => {
  const { fabric } = await analyze(`switch type Bare { height 1 RU power 1 W }
switch a[1..1000][1..300] : Bare
a[1..500] { power 2 W }
a[*][7] { height 2 RU }
`);
  expect(fabric.devices.count).toBe(300_000);
  expect(new Set(fabric.devices.part).size).toBe(4);
});
