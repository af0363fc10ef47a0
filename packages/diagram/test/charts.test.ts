// Charts: optical paths step by step, and what single failures cost.
import { failureSweep } from '@lightloom/core';
import { graphOf, viewsOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../test/kit/design.ts';
import { triedText } from '../src/views/failures/failures-graph.ts';
import { drawing, example, factsOf } from './drawn.ts';

const path = (medium: string): string => `import "std/osfp"
switch type B { height 1 RU  ports p[1..4] : OSFP }
connector type C { loss 0.75 dB  low-loss-grade 0.35 dB }
panel type P { loss 1 dB }
network n : scale-out {
  switch a : B
  switch b : B
  plug Osfp800Dr8 into a.*, b.*
  link a.p[1..2] to b.p[1..2] as pairs ${medium}
}`;

describe('an optical path', () => {
  it('is a stair of its losses up to the loss of the link, with the budget as limit', async () => {
    const facts = await factsOf(example('scale-across.fabric'));
    const { nodes, groups } = drawing(facts, 'optics', 'chart');
    const bars = nodes.flatMap(({ bar }) => (bar === undefined || bar === null ? [] : [bar]));
    expect(bars.map(({ from }) => from)).toEqual([0, ...bars.slice(0, -1).map(({ to }) => to)]);
    expect(bars.at(-1)?.to).toBe(facts.optics.budgets[0]?.loss.value);
    // 24 km, two LC, five splices and the repair allowance lose 7.28 dB of 10 dB.
    expect(bars.at(-1)?.to).toBeCloseTo(7.28, 9);
    expect(groups[0]?.axis.limits).toEqual([{ at: 10, text: 'budget 10 dB' }]);
    expect(nodes.map(({ symbol }) => symbol)).toEqual(['module', 'fiber', 'connector', 'splice', 'reserve', 'module']);
  });

  it('that loses more than its budget is red from the step on that does', async () => {
    const text = path('over OS2 { length 400 m  connectors 4 x C  panels 1 x P }');
    const { nodes } = drawing(await factsOf(text), 'optics', 'chart');
    expect(nodes.map(({ label, status }) => [label, (status?.value ?? 0) > 1])).toEqual([
      ['Osfp800Dr8, lane of 800GBASE-DR8', false],
      ['OS2, 400 m', false],
      ['4 × C', true],
      ['1 × P', true],
      ['Osfp800Dr8, lane of 800GBASE-DR8', false],
    ]);
  });

  it('without a length has no bar for its fiber, and is hatched', async () => {
    const { nodes } = drawing(await factsOf(path('over OS2 { connectors 2 x C low-loss }')), 'optics', 'chart');
    expect(nodes[1]).toMatchObject({ bar: null, status: { value: null }, value: 'unknown' });
    expect(nodes[2]).toMatchObject({ label: '2 × C, low-loss', bar: { from: 0, to: 0.7 } });
  });

  it('shares its chart with those that differ in length only: the worst is drawn', async () => {
    const text = path('over OS2 { length 30 m }').replace(
      '\n}',
      '\n  link a.p[3] to b.p[3] as pairs over OS2 { length 90 m }\n}',
    );
    const { nodes, groups } = drawing(await factsOf(text), 'optics', 'chart');
    expect(groups.map(({ count }) => count)).toEqual([3]);
    expect(groups[0]?.lines[0]).toBe('3 links of 800G · OS2 30–90 m · worst of 2 lengths');
    expect(nodes[1]?.label).toBe('OS2, 90 m');
  });

  it('with amplifiers follows the power of a channel to the receiver', async () => {
    const text = `import "std/qsfp"
import "std/fiber"
switch type R { height 1 RU  ports line[1..2] : QSFP-DD }
amplifier type Edfa { gain 20 dB  noise-figure 5.5 dB  output-power 17 dBm }
network n : scale-across {
  switch a : R
  switch b : R
  plug QsfpDd400Zr into a.*, b.*
  link a.line[1] to b.line[1] over OS2 { length 160 km  amplifiers 3 x Edfa  launch 0 dBm }
}`;
    const { nodes } = drawing(await factsOf(text), 'optics', 'chart');
    const bars = nodes.flatMap(({ bar }) => (bar === undefined || bar === null ? [] : [bar]));
    // Booster, span, amplifier, span, preamplifier: each begins at the level where the one before ends.
    expect(nodes.map(({ symbol }) => symbol)).toEqual([
      'module',
      'amplifier',
      ...['fiber', 'amplifier', 'fiber', 'amplifier'],
      'module',
    ]);
    bars.slice(1).forEach(({ from }, i) => {
      expect(from).toBeCloseTo(bars[i]?.to ?? Number.NaN, 9);
    });
  });

  it('can be asked for at a port', async () => {
    const facts = await factsOf(`${path('over OS2 { length 30 m }')}\nview one { of n.a.p[1] }`);
    expect(viewsOf(facts)[0]).toMatchObject({ id: 'one', kind: 'optics' });
    expect(drawing(facts, 'one', 'chart').groups).toHaveLength(1);
  });
});

describe('single failures', () => {
  it('lead to their text, and have marks of what is wrong with what fails', async () => {
    const text = `import "std/osfp"
switch type B { height 2 RU  power 1 kW  ports p[1..4] : OSFP }
network n : scale-out {
  switch s[1..2] : B
  plug Osfp800Dr4 into s.*
  link s[1].p[1] to s[2].p[1] over OS2 { length 9 km }
}
feed A { capacity 1 kW }
`;
    const { facts, findings } = await analysisOf(text);
    const graph = graphOf(facts, 'failures', { findings });
    const written = graph?.nodes.map(({ id, origin }) => [id, text.slice(origin?.start, origin?.end).split(' ')[0]]);
    expect(written).toEqual(
      expect.arrayContaining([
        ['switch n.s[1]', 's[1..2]'],
        ['link n.s[1].p[1] – n.s[2].p[1]', 's[1].p[1]'],
        ['feed A', 'A'],
      ]),
    );
    const marked = graph?.nodes.filter(({ marks = [] }) => marks.some(({ rule }) => rule?.startsWith('optics/')));
    expect(marked?.map(({ id }) => id)).toEqual(['link n.s[1].p[1] – n.s[2].p[1]']);
  });

  it('are in the order of the sweep, with the share that is lost', async () => {
    const facts = await factsOf();
    const { nodes } = drawing(facts, 'failures', 'chart');
    const { effects } = failureSweep(facts);
    expect(nodes.map(({ bar }) => bar?.to)).toEqual(
      effects.slice(0, nodes.length).map(({ bandwidth }) => bandwidth[0]?.lost),
    );
    // One of eight spines carries an eighth.
    const spine = nodes.find(({ id }) => id === 'switch backend.spine[1]');
    expect(spine).toMatchObject({ count: 8, value: '12.5 % of bisection', status: { value: 2 } });
    expect(spine?.lines[0]).toBe('breaks oversubscription(backend) <= 1');
  });

  it('are counted where there are more than fit', async () => {
    const facts = await factsOf(example('brownfield.fabric'));
    const { nodes, notes } = drawing(facts, 'failures', 'chart');
    const found = notes.flatMap(
      (each) => /^(\d+) kinds of failure that cost less are not drawn\.$/.exec(each)?.[1] ?? [],
    );
    const left = failureSweep(facts).effects.length - nodes.length;
    expect([nodes.length, found.length]).toEqual([16, 1]);
    expect(Number(found[0])).toBeGreaterThan(0);
    expect(Number(found[0])).toBeLessThanOrEqual(left);
  });

  it('say in their figures how many were not tried', async () => {
    expect(triedText(70, 3812)).toBe('of 70 kinds tried, 3,812 left out');
    const { figures: all } = drawing(await factsOf(), 'failures', 'chart');
    expect(all[0]?.note).toBe('of 18 kinds');
  });

  it('that cost the same are in one row, and what the bar says is said once', async () => {
    const text = `import "std/osfp"
switch type B { height 2 RU  power 1 kW  ports p[1..8] : OSFP }
switch type Other is B { power 2 kW }
network n : scale-across {
  switch a : B  switch b : B  switch c : Other
  plug Osfp800Dr4 into a.p, b.p, c.p
  link a.p[1..2] to b.p[1..2] over OS2 { length 30 m }
  link b.p[3..4] to c.p[1..2] over OS2 { length 40 m }
  link c.p[3..4] to a.p[3..4] over OS2 { length 50 m }
}`;
    const { nodes } = drawing(await factsOf(text), 'failures', 'chart');
    // Each of three switches has two thirds of the links of a triangle.
    expect(nodes[0]).toMatchObject({
      label: 'switch n.a, n.c, one of 3',
      count: 3,
      lines: [],
      value: '66.67 % of links',
    });
    expect(nodes[0]?.detail).toContain('66.67 % of the links of n lost');
  });

  it('of links are in one row where they cost another device as much', async () => {
    const text = `import "std/osfp"
switch type B { height 2 RU  power 1 kW  ports p[1..8] : OSFP }
switch type Other is B { power 2 kW }
network n : scale-out {
  switch one : B  switch two : Other  switch spine : B
  plug Osfp800Dr4 into one.p[1..4], two.p[1..4], spine.p
  link one.p[1..4] to spine.p[1..4] over OS2 { length 30 m }
  link two.p[1..4] to spine.p[5..8] over OS2 { length 40 m }
}`;
    const { nodes } = drawing(await factsOf(text), 'failures', 'chart');
    const links = nodes.filter(({ id }) => id.startsWith('link '));
    expect(links.map(({ count, lines }) => [count, lines[0]])).toEqual([[8, 'n.one loses 1 of 4 links, 25 %']]);
  });
});
