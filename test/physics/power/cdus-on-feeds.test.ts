// CDUs and shelves on feeds: they count in the load, and stop with their feeds.
import { verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, errorsOf, figure } from '../../kit/design.ts';

// Two racks of 30 kW on A and B, two CDUs with pumps of 10 kW: with A failed, B carries 60 + 20 kW.
const hall = ({ fed = 'fed by A, B', capacity = 100, more = '' } = {}) => `
import "std/racks"
import "std/cooling"
feed A { capacity ${capacity} kW }
feed B { capacity ${capacity} kW }
cdu type Row { capacity 200 kW  flow 100 L/min  approach 4 K  pumps 2 x 5 kW, n+1 }
cdu c[1..2] : Row { ${fed} }
loop l { coolant PG25  supply 40 °C  return <= 60 °C  flow 100 L/min  from c[*] }
rack r[1..2] : OpenRackV3 { cooled by l  fed by A, B }
host type Node { height 10 OU  power 30 kW  liquid 80 % }
host n[1..2] : Node
place n[*] in r[*] 1 each
${more}`;

describe('CDUs on feeds', () => {
  it('count in the load of each feed, by half while both work', async () => {
    expect((await figure(hall(), 'load(A)')).value).toBeCloseTo(30_000 + 10_000, 6);
    expect((await figure(hall({ fed: '' }), 'load(A)')).value).toBeCloseTo(30_000, 6);
  });
  it('count wholly when the other feed fails', async () => {
    expect((await figure(hall(), 'load(A) when any 1 of B fail')).value).toBeCloseTo(80_000, 6);
    expect(await errorsOf(hall({ capacity: 80 }))).toEqual([]);
    expect(await errorsOf(hall({ capacity: 79 }))).toContainEqual(
      'power/feed-budget: Feed A must carry 80 kW alone; its capacity is 79 kW.',
    );
  });
  it('may hang on one feed each, and are told apart', async () => {
    const own = 'c[1] { fed by A }\nc[2] { fed by B }\n';
    const text = hall({ fed: '', more: own });
    expect((await figure(text, 'load(A)')).value).toBeCloseTo(30_000 + 10_000, 6);
    expect((await figure(text, 'load(A) when any 1 of B fail')).value).toBeCloseTo(60_000 + 10_000, 6);
  });
  it('stop with their feeds: one of two CDUs is left with half of the flow', async () => {
    // 48 kW in 100 L/min of PG25 at 40 °C: 48 × 60 ÷ (1.0143 × 3.96 × 100) = 7.17 K; no more flow than one CDU gives, 100 L/min.
    const own = 'c[1] { fed by A }\nc[2] { fed by B }\n';
    const { facts } = await analysisOf(
      hall({ fed: '', more: `${own}require flow(l) >= 100 L/min when any 1 of A fail\n` }),
    );
    const [verdict] = verdictsOf(facts);
    expect(verdict?.holds).toBe(true);
    const half = hall({ fed: '', more: `${own}require flow(l) >= 100 L/min when any 1 of A fail\n` }).replace(
      'flow 100 L/min  approach',
      'flow 50 L/min  approach',
    );
    const worse = verdictsOf((await analysisOf(half)).facts)[0];
    expect(worse?.holds).toBe(false);
    expect((worse?.value.value ?? 0) * 60_000).toBeCloseTo(50, 6);
  });
  it('all on one feed leave no coolant when it fails', async () => {
    const text = hall({ fed: 'fed by A', more: 'require flow(l) >= 1 L/min when any 1 of A fail\n' });
    expect(verdictsOf((await analysisOf(text)).facts)[0]?.value.value).toBe(0);
  });
  it('in a rack draw from its feeds', async () => {
    const text = `${hall({ fed: '' })}place c[*] in r[*] 1 each\n`;
    expect((await figure(text, 'load(A)')).value).toBeCloseTo(30_000 + 10_000, 6);
    expect((await figure(text, 'power(r[1])')).value).toBeCloseTo(40_000, 6);
  });
});

describe('power shelves', () => {
  // Three shelves of 20 kW for 35 kW: one may fail (40 kW are left), two may not.
  const text = (failing: number) => `
import "std/racks"
import "std/osfp"
shelf type S { power 20 kW  height 1 OU }
rack type R is OpenRackV3 { shelves 3 x S }
rack r[1..2] : R
switch type Leaf { height 1 OU  power 35 kW  liquid 0 %  ports p[1..2] : OSFP }
switch a[1..2] : Leaf
network n : scale-out {
    switch spine : Leaf
}
place a[*] in r[*] 1 each
require power(r[1]) >= 35 kW when any ${failing} of r[1].shelves fail
`;
  it.each([
    [1, true],
    [2, false],
    [3, false],
  ])('carry their rack or not when %i of 3 fail', async (failing, holds) => {
    expect((await errorsOf(text(failing))).map((each) => each.split(':')[0])).toEqual(
      holds ? [] : ['requirement/unmet'],
    );
  });
});
