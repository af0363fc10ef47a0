// The drawing of power: feeds, what is on them, and what a lost feed leaves to the others.
import { graphOf, viewsOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../test/kit/design.ts';
import { collisions, drawing, example, factsOf, placed } from '../drawn.ts';

const hall = (feeds: string, racks: string): string => `import "std/racks"
${feeds}
switch type Box { height 2 RU  power 8 kW }
${racks}
switch box[1..4] : Box
place box[*] in r[*] 2 each`;

describe('the power of the pod', () => {
  it('is shared by both feeds, and one carries all of it when the other is lost', async () => {
    const facts = await factsOf();
    const { nodes, trunks } = drawing(facts, 'power', 'tiers');
    const feed = nodes.find(({ id }) => id === 'A');
    expect(feed?.lines).toEqual(['965.968 kW while no feed fails', 'when lost, B carries 1.932 MW']);
    expect(feed?.status?.value).toBeCloseTo(1931.936 / 2400, 9);
    // 32 racks of 58.48 kW, half of it from each feed.
    expect(trunks.find(({ id }) => id === 'A to gpu[1..32]')?.weight).toBeCloseTo((32 * 58_480) / 2, 6);
  });

  it('adds up: the bands of a feed are its load', async () => {
    for (const name of ['xpo-pod', 'liquid-hall', 'cpo-scale-up', 'osfp-leaf-spine']) {
      const facts = await factsOf(example(`${name}.fabric`));
      const { trunks } = drawing(facts, 'power', 'tiers');
      for (const { name: feed, index } of facts.fabric.feeds) {
        const own = trunks.filter(({ from }) => from === feed).reduce((sum, { weight }) => sum + (weight ?? 0), 0);
        expect(own, `${name} ${feed}`).toBeCloseTo(facts.power.feedShare(index).value, 3);
      }
      expect(collisions(await placed(facts, 'power')), name).toEqual([]);
    }
  });
});

describe('a feed', () => {
  it('that another leaves too much to is said to be overloaded, and red', async () => {
    const text = hall('feed A { capacity 20 kW }  feed B { capacity 40 kW }', 'rack r[1..2] : Eia48 { fed by A, B }');
    const { nodes } = drawing(await factsOf(text), 'power', 'tiers');
    expect(nodes.find(({ id }) => id === 'A')?.status?.value).toBeCloseTo(32 / 20, 9);
    expect(nodes.find(({ id }) => id === 'B')?.lines[1]).toBe('when lost, A carries 32 kW: overloaded');
    expect(nodes.find(({ id }) => id === 'A')?.lines[1]).toBe('when lost, B carries 32 kW');
  });

  const array = (change: string): string =>
    hall(
      `feed G { capacity 90 kW }  feed H { capacity 90 kW }
ups U[1..4] { capacity 20 kW  efficiency 100 %  fed by G, H }
${change}`,
      'rack r[1..2] : Eia48 { fed by U, n+1 }',
    );
  const boxesOf = async (text: string) =>
    drawing(await factsOf(text), 'power', 'tiers').nodes.map(({ label }) => label);

  it('of an array shares a box with those that are alike, and its bands say how many', async () => {
    const { nodes, trunks } = drawing(await factsOf(array('')), 'power', 'tiers');
    expect(nodes.find(({ id }) => id === 'U[1..4]')).toMatchObject({ label: 'UPS U[1..4]', count: 4, kind: 'feed' });
    // 32 kW in all: 8 kW of each UPS, 10.67 kW with one lost.
    expect(nodes.find(({ id }) => id === 'U[1..4]')?.lines).toEqual([
      '8 kW each while no feed fails',
      'efficiency 100 %',
      'when one is lost, each other carries 10.667 kW',
    ]);
    expect(trunks.find(({ to }) => to === 'r[1..2]')).toMatchObject({ lines: ['4 × 8 kW'], weight: 32_000 });
    expect(trunks.find(({ from }) => from === 'G')).toMatchObject({ lines: ['4 × 4 kW'], weight: 16_000 });
  });

  it.each(['U[2] { capacity 30 kW }', 'U[2] { battery 5 min }', 'U[2] { fed by G }'])(
    'of an array that differs is apart: %s',
    async (change) => {
      expect(await boxesOf(array(change))).toEqual(['feed G', 'feed H', 'UPS U[1, 3..4]', 'UPS U[2]', 'r[1..2]']);
    },
  );

  it('of an array that feeds another rack than the others is apart', async () => {
    expect(await boxesOf(array('rack spare : Eia48 { fed by U[4] }'))).toContain('UPS U[4]');
  });

  it('of an array is drawn one by one where it is unfolded, and its findings are at the box that has it', async () => {
    const { facts, findings } = await analysisOf(array('U[3] { capacity 5 kW }'));
    const folded = graphOf(facts, 'power', { findings });
    expect(folded?.nodes.find(({ id }) => id === 'U[3]')?.marks?.map(({ rule }) => rule)).toEqual([
      'power/feed-budget',
    ]);
    expect(folded?.nodes.find(({ id }) => id === 'U[1..2, 4]')?.marks).toBeUndefined();
    const open = graphOf(facts, 'power', { look: { unfolded: ['U[1..2, 4]'] } });
    expect(open?.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['U[1]', 'U[2]', 'U[3]', 'U[4]']));
  });

  it('alone in a view has only what is on it; racks on no feed are counted', async () => {
    const text = hall(
      'feed A { capacity 20 kW }  feed B { capacity 40 kW }',
      'rack r[1..2] : Eia48 { fed by A }  rack spare : Eia48',
    );
    const facts = await factsOf(`${text}\nview one { of B }`);
    expect(drawing(facts, 'one', 'tiers').nodes.map(({ id }) => id)).toEqual(['B']);
    expect(drawing(facts, 'power', 'tiers').notes[0]).toBe('1 rack on no feed: spare.');
  });

  it('has a load in one box where there are many kinds of it', async () => {
    const kinds = Array.from({ length: 12 }, (_, i) => i + 1);
    const text = `import "std/racks"
feed A { capacity 1 MW }
${kinds.map((i) => `switch type B${i} { height 1 RU  power ${i} kW }\nrack r${i} : Eia48 { fed by A }\nswitch b${i} : B${i}\nplace b${i} in r${i}`).join('\n')}`;
    const { nodes, trunks } = drawing(await factsOf(text), 'power', 'tiers');
    expect(nodes.map(({ label }) => label).at(-1)).toBe('4 other kinds of load');
    expect(trunks.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBe(78_000);
  });

  it('is needed for the view', async () => {
    expect(viewsOf(await factsOf('')).map(({ id }) => id)).not.toContain('power');
  });
});
