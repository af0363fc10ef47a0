// How a reader looks at a view: colors, networks, folding; what in the text is about what is drawn; deltas between two drawings.
import { applyChanges, changesBetween, type Graph, isUnchanged, itemsOf, type Look } from '@lightloom/diagram';
import { explainItem, itemSpans, locatedGraphOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../test/kit/design.ts';
import { examples, podWith, site } from '../../../test/kit/examples.ts';

const pod = await analysisOf(examples['xpo-pod.fabric'] as string, site);
const seen = (view: string, look: Look = {}, { facts, findings } = pod) => {
  const found = locatedGraphOf(facts, view, { findings, look });
  if (found === undefined) throw new Error(`There is no view ${view}.`);
  return found;
};
const drawn = (view: string, look: Look = {}): Graph => seen(view, look).graph;
const ids = (graph: Graph): string[] => itemsOf(graph).map(({ id }) => id);
const foldingOf = (graph: Graph, id: string) =>
  [...graph.nodes, ...graph.groups].find((each) => each.id === id)?.folding;

describe('a look at a network', () => {
  it('unfolds an array to its devices, and folds it again', () => {
    const folded = drawn('overview');
    expect(foldingOf(folded, 'backend.spine')).toEqual({ key: 'backend.spine', folded: true });
    const open = drawn('overview', { unfolded: ['backend.spine'] });
    expect(open.nodes.filter(({ id }) => /spine\[\d\]$/.test(id))).toHaveLength(8);
    expect(foldingOf(open, 'backend.spine[3]')).toEqual({ key: 'backend.spine', folded: false });
    expect(ids(drawn('overview', { unfolded: [], folded: ['backend.spine'] }))).toEqual(ids(folded));
  });

  it('folds and unfolds instances of a template', () => {
    const frames = (look: Look): string[] => drawn('overview', look).groups.map(({ id }) => id);
    expect(frames({ folded: ['backend.su'] })).toEqual(['backend.su[1..2]']);
    const open = drawn('overview', { unfolded: ['backend.su'] });
    expect(open.groups.map(({ id }) => id)).toEqual(['backend.su[1]', 'backend.su[2]']);
    expect(foldingOf(open, 'backend.su[1]')).toEqual({ key: 'backend.su', folded: false });
  });

  it('has other colors, of which the drawing says what there is', () => {
    expect(drawn('overview').choices?.colors.map(({ id }) => id)).toEqual([
      'utilization',
      'power',
      'temperature',
      'rail',
    ]);
    expect(drawn('overview', { color: 'power' })).toMatchObject({
      choices: { color: 'power' },
      legend: { colors: { kind: 'amount' } },
    });
    expect(drawn('overview', { color: 'nonsense' }).choices?.color).toBe('utilization');
  });

  it('leaves networks out', async () => {
    const two = await analysisOf(`switch type S { height 1 RU }
      network a : scale-out { switch x : S }
      network b : storage { switch y : S }
      view all { }`);
    const nodes = (look: Look) => seen('all', look, two).graph.nodes.map(({ id }) => id);
    expect(seen('all', {}, two).graph.choices?.networks).toEqual(['a', 'b']);
    expect(nodes({})).toEqual(['a.x', 'b.y']);
    expect(nodes({ networks: ['b'] })).toEqual(['b.y']);
    expect(nodes({ networks: ['gone'] })).toEqual(['a.x', 'b.y']);
  });
});

describe('a look at racks and floors', () => {
  it('unfolds equal racks', () => {
    const [rack] = drawn('racks').groups.filter(({ folding }) => folding?.folded === true);
    const key = rack?.folding?.key ?? '';
    const open = drawn('racks', { unfolded: [key] });
    expect(open.groups.filter(({ folding }) => folding?.key === key)).toHaveLength(rack?.count ?? 0);
  });

  it.each(['cooling', 'power'])('unfolds equal racks in the drawing of %s', (view) => {
    const box = drawn(view).nodes.find(({ kind, folding }) => kind === 'rack' && folding?.folded === true);
    const key = box?.folding?.key ?? '';
    const open = drawn(view, { unfolded: [key] });
    const singles = open.nodes.filter(({ folding }) => folding?.key === key);
    expect(singles).toHaveLength(box?.count ?? 0);
    expect(singles.map(({ count, folding }) => [count, folding?.folded])).toEqual(singles.map(() => [1, false]));
    expect(itemsOf(open).some(({ id }) => id === box?.id)).toBe(false);
  });

  it('lists all that a failure costs', async () => {
    const requirements = [2, 3, 4, 5, 6, 7, 8].map(
      (n) => `require bisection(backend) >= ${201 + n / 10} Tbps when any 1 of spine fail\n`,
    );
    const fabric = podWith(/^view overview/m, `${requirements.join('')}view overview`);
    const many = await analysisOf(fabric, site);
    const rows = (look: Look) => seen('failures', look, many).graph.nodes;
    const long = rows({}).find(({ folding }) => folding?.folded === true);
    expect(long?.lines.at(-1)).toMatch(/^and \d+ more, in its tooltip$/);
    const open = rows({ unfolded: [long?.id ?? ''] }).find(({ id }) => id === long?.id);
    expect(open?.lines.length).toBeGreaterThan(long?.lines.length ?? 0);
    expect(open?.folding).toEqual({ key: long?.id, folded: false });
  });

  it('shows one plan of a hall', async () => {
    const hall = await analysisOf(`import "std/racks"
      hall main { rack-pitch 600 mm  row-pitch 3 m }
      host type H { height 2 RU  power 1 kW }
      rack r[1..4] : Eia48 at row 1 position 1
      network n : scale-out { host h[1..4] : H  place h[*] in r[*] 1 each }`);
    const all = seen('floor', {}, hall).graph;
    expect(all.choices?.colors.map(({ id }) => id)).toEqual(['all', ...all.groups.map(({ id }) => id)]);
    expect(seen('floor', { color: 'power' }, hall).graph.groups.map(({ id }) => id)).toEqual(['power']);
  });
});

describe('the text of what is drawn', () => {
  const text = examples['xpo-pod.fabric'] as string;
  const { graph, locator } = seen('overview');
  const spans = itemSpans(pod.facts, graph, locator);
  /** What is about the line that a text is in. */
  const about = (start: string, of = spans): string[] => {
    const [from, to] = [text.indexOf(start), text.indexOf('\n', text.indexOf(start))];
    return [
      ...new Set(of.filter(({ origin }) => origin.start >= from && origin.start < to).flatMap(({ items }) => items)),
    ];
  };

  it('is a declaration, a type, a module that is plugged, a link', () => {
    expect(about('switch spine[1..8]')).toEqual(['backend.spine']);
    expect(about('switch type XpoSpine')).toEqual(['backend.spine']);
    expect(about('plug XpoDr')).toEqual(['backend.su[1..2].leaf', 'backend.spine']);
    expect(about('loop primary')).toHaveLength(3);
    expect(about('link su[*].leaf[*].up')).toHaveLength(1);
  });

  it('is represented by racks where racks are drawn', () => {
    const racks = seen('racks');
    const found = about('switch spine[1..8]', itemSpans(pod.facts, racks.graph, racks.locator));
    expect(found.length).toBeGreaterThan(0);
  });

  it('has figures that are explained', () => {
    expect(explainItem(pod.facts, locator, 'backend.spine').join('\n')).toMatch(/2\.524 kW/);
    const [band] = about('link su[*].leaf[*].up');
    expect(explainItem(pod.facts, locator, band as string).join('\n')).toMatch(/1\.424 dB/);
    expect(explainItem(pod.facts, locator, 'nothing')).toEqual([]);
  });
});

describe('findings of a design', () => {
  it('name what is marked with them, and their place; those about something else come last', async () => {
    const long = await analysisOf(
      podWith('length 60 m  connectors 4 x MPO16 low-loss', 'length 400 m  connectors 4 x MPO16'),
      site,
    );
    const { graph } = seen('overview', {}, long);
    const [finding] = graph.allFindings ?? [];
    expect(finding).toMatchObject({ rule: 'optics/loss-budget', origin: { uri: expect.stringMatching(/fabric$/) } });
    const marked = itemsOf(graph).filter(({ marks = [] }) => marks.some(({ rule }) => rule === 'optics/loss-budget'));
    expect(finding?.items).toEqual(marked.map(({ id }) => id));
    const racks = seen('racks', {}, long).graph;
    expect(racks.allFindings?.map(({ rule }) => rule)).toContain('optics/loss-budget');
  });
});

describe('changes between two drawings', () => {
  const views = ['overview', 'racks', 'cooling', 'optics'];

  it.each(views)('lead from one to the other: %s', async (view) => {
    const edited = await analysisOf(podWith('switch spine[1..8]: XpoSpine', 'switch spine[1..9]: XpoSpine'), site);
    const [before, after] = [seen(view).graph, seen(view, {}, edited).graph];
    const changes = changesBetween(before, after);
    if (changes === undefined) throw new Error('The two are arranged alike.');
    expect(applyChanges(before, structuredClone(changes))).toEqual(after);
    expect(applyChanges(after, changesBetween(after, before) ?? changes)).toEqual(before);
  });

  it('are none where nothing changed, and fewer than the whole where little did', () => {
    const graph = drawn('overview');
    expect(isUnchanged(changesBetween(graph, structuredClone(graph)) ?? { sheet: { id: 1 } })).toBe(true);
    const colored = changesBetween(graph, { ...graph, title: 'Other' });
    expect(colored).toEqual({ sheet: { title: 'Other' } });
    expect(changesBetween(graph, drawn('racks'))).toBeUndefined();
  });
});

describe('a band over a limit', () => {
  const cable = (type: string) => `import "std/osfp"
import "std/copper"
${type}
switch type Box { height 2 RU  ports p : OSFP1600 }
network n : scale-up {
    switch a : Box
    switch b : Box
    link a.p to b.p over ${type === '' ? 'DAC' : 'Own'} { length 3 m }
}`;

  it('is red where that is an error, and not where it is a warning', async () => {
    const shares = async (text: string) => {
      const { facts, findings } = await analysisOf(text);
      const graph = locatedGraphOf(facts, 'network:n', { findings })?.graph;
      const trunks = graph !== undefined && 'trunks' in graph ? graph.trunks : [];
      return [
        trunks.map((each) => each.status?.value),
        findings.filter(({ rule }) => rule === 'optics/cable-reach').map(({ severity }) => severity),
      ];
    };
    // 1 m at 200 Gbps is the usual reach of a passive cable, which the library has; that of a data sheet is firm.
    expect(await shares(cable(''))).toEqual([[1], ['warning']]);
    expect(await shares(cable('cable type Own is DAC { reach 1.5 m at 200 Gbps }'))).toEqual([[2], ['error']]);
  });
});
