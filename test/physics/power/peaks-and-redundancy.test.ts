// Peaks on feeds, redundancy as it is written, voltages of busbars and supplies. Figures worked out by hand.
import { allRules, analyze, type Basis, type Finding, factsOf, type Part } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

async function findingsOf(text: string, basis: Basis = 'worst-case'): Promise<readonly Finding[]> {
  const analysis = await analysisOf(text);
  const { findings } = basis === 'worst-case' ? analysis : analyze(factsOf(analysis.fabric, basis), allRules);
  return findings.filter(({ severity }) => severity === 'error');
}

const messages = async (text: string, basis?: Basis): Promise<string[]> =>
  (await findingsOf(text, basis)).map(({ message }) => message);

describe('a peak', () => {
  const design = (host: string, capacity = '140 kW') => `import "std/racks"
feed A { capacity ${capacity} }
rack type R is Eia42 { power 140 kW }
rack r : R { fed by A }
host type G { height 4 RU  power 135 kW  liquid 0 %  ${host} }
host g : G
place g in r
`;

  it('is what feeds must carry: 155 kW of 140 kW; the heat to air is 135 kW', async () => {
    expect(await messages(design('peak-power 155 kW'))).toEqual([
      'Feed A must carry 155 kW alone; its capacity is 140 kW.',
    ]);
    const analysis = await analysisOf(design('peak-power 155 kW'));
    const { power, heat } = analysis.facts;
    expect([power.rack(0).value, power.fed(0).value, power.feedShare(0).value]).toEqual([135e3, 155e3, 155e3]);
    expect(heat.air[0]?.value).toBe(135e3);
  });

  it('is no error where the feed carries it, and doesn’t count below the power or among typical figures', async () => {
    expect(await messages(design('peak-power 155 kW', '155 kW'))).toEqual([]);
    expect(await messages(design('peak-power 120 kW'))).toEqual([]);
    expect(await messages(design('peak-power 155 kW  typical-power 100 kW'), 'typical')).toEqual([]);
  });
});

describe('redundancy is read', () => {
  const plant = (name: string, redundancy: string) => `import "std/racks"
import "std/cooling"
host type Node { height 8 RU  power 3 kW  supplies 2 x 3 kW, ${redundancy} }
host ${name} : Node
feed A { capacity 50 kW }
feed B { capacity 50 kW }
rack r : Eia42 { fed by A, B, ${redundancy} }
cdu c[1..2] : Deschutes
loop l { coolant PG25  supply 40 °C  flow 200 L/min  from c[*], ${redundancy} }
`;
  const read = async (text: string) => {
    const analysis = await analysisOf(text);
    const { fabric, findings } = analysis;
    const host = fabric.parts.find((each): each is Part<'host'> => each.kind === 'host' && each.name === 'Node');
    return {
      errors: findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      supplies: host?.values.supplies?.value.redundancy,
      feeds: fabric.feedSets[fabric.racks.feeds[0] as number]?.redundancy,
      cdus: fabric.loops[0]?.values.from?.value.redundancy,
    };
  };

  it.each([
    ['n', 'n+1', { spare: 1 }],
    ['n', 'n+n', { mirrored: true }],
    ['x', 'N+1', { spare: 1 }],
    ['x', 'N+N', { mirrored: true }],
    ['x', '2N', { mirrored: true }],
    ['x', '2n', { mirrored: true }],
  ])('with a host called %s: %s', async (name, written, redundancy) => {
    const all = { supplies: redundancy, feeds: redundancy, cdus: redundancy };
    expect(await read(plant(name, written))).toEqual({ errors: [], ...all });
  });

  it.each(['n', '2n'])('but a feed called %s is that feed', async (name) => {
    const text = plant('x', 'n+1').replaceAll('feed B', `feed ${name}`).replace('A, B, n+1', `A, ${name}`);
    expect(await read(text)).toMatchObject({ errors: [], feeds: undefined });
  });
});

describe('a busbar of 50 V', () => {
  const design = (voltage: string, racks = 'rack o : OpenRackV3') => `import "std/racks"
switch type S { height 1 OU  power 2 kW  liquid 0 %  voltage ${voltage} }
${racks}
switch s : S
place s in o
`;

  // 20 % around the nominal voltage: 38.4 to 57.6 V of 48 V, 43.2 to 64.8 V of 54 V; 9.6 to 14.4 V of 12 V.
  it.each(['48 V', '54 V', '50 V', '40 V..60 V'])('feeds what is made for %s', async (voltage) =>
    expect(await messages(design(voltage))).toEqual([]),
  );

  it.each(['12 V', '24 V', '230 V', '400 V'])('does not feed what is made for %s', async (voltage) =>
    expect(await messages(design(voltage))).toEqual([`o has a busbar at 50 V; S is rated for ${voltage}.`]),
  );

  it('is reported at the rack that was chosen, each busbar with its own voltage', async () => {
    const text = `import "std/racks"
switch type S { height 1 OU  power 2 kW  liquid 0 %  voltage 200 V..240 V }
rack o : OpenRackV3
rack p : OpenRackV3 { busbar-voltage 54 V }
switch s[1..2] : S
place s[1] in o
place s[2] in p
`;
    const found = await findingsOf(text);
    expect(found.map(({ message, origin }) => [message, text.slice(0, origin.start).split('\n').length])).toEqual([
      ['o has a busbar at 50 V; S takes 200 V to 240 V.', 3],
      ['p has a busbar at 54 V; S takes 200 V to 240 V.', 4],
    ]);
  });
});

describe('supplies', () => {
  it('must carry the worst case, whatever the basis', async () => {
    const text = `switch type N { height 1 OU  power 2 kW  typical-power 1.2 kW  supplies 2 x 1.5 kW, n+1 }
switch x : N
`;
    const expected = ['N draws 2 kW with its modules; 1 of 2 supplies of N can deliver 1.5 kW.'];
    expect(await messages(text)).toEqual(expected);
    expect(await messages(text, 'typical')).toEqual(expected);
  });
});
