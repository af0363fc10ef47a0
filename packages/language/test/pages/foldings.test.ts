// The drawings of a page in which things are folded and unfolded.
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../test/kit/design.ts';
import { foldingsOf } from '../../src/pages/foldings.ts';
import { placedViews } from '../../src/pages/index.ts';

const design = `import "std/osfp"
switch type B { height 2 RU  power 1 kW  ports p[1..8] : OSFP }
network n : scale-out {
  switch leaf[1..4] : B
  switch spine[1..2] : B
  plug Osfp800Dr8 into leaf.p[1..2], spine.p[1..4]
  link leaf.p[1..2] to spine.p[1..4] as mesh over OS2 { length 20 m }
}`;

const drawnOf = async (text: string) => {
  const analysis = await analysisOf(text);
  const [view] = await placedViews(analysis, { block: { revision: 'C' } });
  if (view === undefined) throw new Error('no view');
  return { analysis, view, drawn: await foldingsOf(analysis, view, undefined) };
};

describe('a view on a page', () => {
  it('has a drawing for each choice of what is unfolded, the view itself first', async () => {
    const { view, drawn } = await drawnOf(design);
    expect(drawn[0]?.placed).toBe(view.placed);
    const boxes = drawn.map(({ placed }) => placed.nodes.map(({ node }) => node.id).join(' '));
    const spines = 'n.spine[1] n.spine[2]';
    const leaves = 'n.leaf[1] n.leaf[2] n.leaf[3] n.leaf[4]';
    expect(boxes).toEqual(['n.leaf n.spine', `${leaves} n.spine`, `n.leaf ${spines}`, `${leaves} ${spines}`]);
  });

  it('leads from each to the others, and back', async () => {
    const { drawn } = await drawnOf(design);
    expect(drawn.map(({ folds }) => Object.fromEntries(folds))).toEqual([
      { 'n.leaf': 1, 'n.spine': 2 },
      { 'n.leaf': 0, 'n.spine': 3 },
      { 'n.leaf': 3, 'n.spine': 0 },
      { 'n.leaf': 2, 'n.spine': 1 },
    ]);
  });

  it('has the same title block in all', async () => {
    const { drawn } = await drawnOf(design);
    expect(new Set(drawn.map(({ placed }) => placed.graph.block?.revision))).toEqual(new Set(['C']));
  });

  it('has eight drawings at most; a thing without one of its own leads to that with it alone', async () => {
    const arrays = Array.from({ length: 5 }, (_, i) => `switch s${i}[1..2] : B`);
    const links = arrays.slice(1).map((_, i) => `link s${i}.p[1] to s${i + 1}.p[2] over OS2 { length ${i + 1} m }`);
    const { drawn } = await drawnOf(
      design.replace(
        /switch leaf.*20 m }/s,
        `${arrays.join('\n')}\nplug Osfp800Dr8 into ${arrays.map((_, i) => `s${i}.p[1..2]`).join(', ')}\n${links.join('\n')}`,
      ),
    );
    expect(drawn).toHaveLength(8);
    for (const { folds } of drawn) {
      expect(folds.size).toBe(5);
      for (const to of folds.values()) expect(to).toBeLessThan(8);
    }
  });
});
