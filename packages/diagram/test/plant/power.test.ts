// The drawing of power: feeds, what is on them, and what a lost feed leaves to the others.
import { viewsOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
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
