// Drawings in the languages of other programs: everything that is drawn is there with its figures, and no text does anything.
import { type Graph, itemsOf, layout, type NotationName, notationOf } from '@lightloom/diagram';
import { graphOf, viewsOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { namesFor } from '../src/notations/names.ts';
import { outlineOf } from '../src/notations/outline.ts';
import { alongPath, pointsOf } from '../src/notations/polyline.ts';
import { drawing, example, factsOf, placed } from './drawn.ts';

const languages: readonly NotationName[] = ['mermaid', 'md', 'd2', 'dot', 'drawio'];

/** What a reader of Mermaid or XML sees: entities as characters. */
const read = (text: string): string =>
  text
    .replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** What a string of D2 or DOT stands for. */
const unescaped = (text: string): string => read(text.replace(/\\(["\\$])/g, '$1'));

describe('the outline of a drawing', () => {
  it('has every view of a design: each edge between things that are there', async () => {
    for (const name of ['liquid-hall.fabric', 'dragonfly.fabric']) {
      const facts = await factsOf(example(name));
      for (const { id } of viewsOf(facts)) {
        const { boxes, frames, edges } = outlineOf(drawing(facts, id));
        const ids = [...boxes, ...frames].map((each) => each.id);
        expect(new Set(ids).size, `${name} ${id}`).toBe(ids.length);
        for (const { from, to } of edges) expect(ids).toEqual(expect.arrayContaining([from, to]));
      }
    }
  });

  it('has the mains of a loop as boxes: supply to racks to return, CDUs between return and supply', async () => {
    const { boxes, edges } = outlineOf(drawing(await factsOf(), 'cooling'));
    expect(boxes.filter(({ kind }) => kind === 'main').map(({ lines }) => lines)).toEqual([
      ['primary.supply', 'supply 40 °C · 1,900 L/min'],
      ['primary.return', 'return 52.84 °C · limit 55 °C'],
    ]);
    const way = (from: string, to: string) =>
      edges.some((each) => each.from === from && each.to === to && each.directed);
    expect([
      way('primary/cdu', 'primary.supply'),
      way('primary.supply', 'gpu'),
      way('gpu', 'primary.return'),
      way('primary.return', 'primary/cdu'),
    ]).toEqual([true, true, true, true]);
  });

  it('leads from the upper box to the lower, and from step to step of a path', async () => {
    const facts = await factsOf();
    expect(outlineOf(drawing(facts, 'overview')).edges.map(({ from, to }) => [from, to])).toContainEqual([
      'backend.spine',
      'backend.su[1..2].leaf',
    ]);
    const { boxes, edges } = outlineOf(drawing(facts, 'optics'));
    expect(edges.length).toBe(boxes.length - new Set(boxes.map(({ parent }) => parent)).size);
  });
});

describe('a drawing of the pod', () => {
  it.each(languages)('has its figures, counts and rates in %s, and is the same twice', async (name) => {
    const drawn = await placed(await factsOf(), 'overview');
    const text = notationOf(drawn, name, 'light');
    expect(notationOf(await placed(await factsOf(), 'overview'), name, 'light')).toBe(text);
    const seen = name === 'd2' || name === 'dot' ? unescaped(text) : read(text);
    for (const said of [
      'Pod at a glance',
      'spine[1..8]',
      '8 × XpoSpine',
      '1,024 of 1,024 ports linked',
      '1,024 × 800G · 8 per pair',
      'OS2 60 m · 1.424 dB of 3 dB',
    ])
      expect(seen).toContain(said);
    expect(text).not.toMatch(/NaN|undefined|var\(/);
  });

  it('says what is wrong, on what it is about', async () => {
    const facts = await factsOf();
    const whole = graphOf(facts, 'overview') as Graph;
    const mark = {
      severity: 'error',
      rule: 'optics/loss-budget',
      text: 'loss-budget, 8 of 24',
      message: 'too much',
    } as const;
    const marked = {
      ...whole,
      nodes: whole.nodes.map((each, i) => (i === 0 ? { ...each, marks: [mark] } : each)),
    } as Graph;
    const drawn = await layout(marked);
    expect(notationOf(drawn, 'mermaid', 'light')).toMatch(/class n_backend_spine error/);
    expect(notationOf(drawn, 'd2', 'light')).toMatch(/✕ loss-budget, 8 of 24"[^}]*style.stroke: "#c2283c"/);
    expect(notationOf(drawn, 'dot', 'light')).toMatch(/✕ loss-budget, 8 of 24"[^\n]*color="#c2283c", penwidth=3/);
    expect(notationOf(drawn, 'drawio', 'dark')).toMatch(/✕ loss-budget, 8 of 24"[^\n]*strokeColor=#f0616d/);
  });
});

describe('draw.io', () => {
  it('has every box, frame and band at the place of the drawing, within its frame, and each edge between two cells', async () => {
    const facts = await factsOf(example('liquid-hall.fabric'));
    for (const { id } of viewsOf(facts)) {
      const drawn = await placed(facts, id);
      const text = notationOf(drawn, 'drawio', 'light');
      const ids = [...text.matchAll(/<(?:object|mxCell) id="([^"]*)"/g)].map(([, each]) => each as string);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, end] of text.matchAll(/ (?:source|target|parent)="([^"]*)"/g)) expect(ids).toContain(end);
      const shown = [...text.matchAll(/ data-id="([^"]*)"/g)].map(([, each]) => read(each as string));
      for (const { id: each } of [...drawn.graph.nodes, ...drawn.graph.groups]) expect(shown).toContain(each);
      expect(text).not.toMatch(/ (?:y|width|height)="-?\d*\.\d{2,}"/);
    }
    const racks = await placed(facts, 'racks');
    const [stack] = racks.nodes;
    const rack = racks.groups.find(({ group }) => group.id === stack?.node.id.split('/')[0]);
    const cell = new RegExp(
      `data-id="${stack?.node.id.replaceAll(/[[\].]/g, '\\$&')}"[^\\n]*<mxGeometry x="([\\d.]+)" y="([\\d.]+)"`,
    );
    const [, x, y] = cell.exec(notationOf(racks, 'drawio', 'light')) ?? [];
    expect(Number(x)).toBeCloseTo((stack?.x ?? 0) - (rack?.x ?? 0), 0);
    expect(Number(y)).toBeCloseTo((stack?.y ?? 0) - (rack?.y ?? 0), 0);
  });

  it('follows a band: its curve as points, its label where it is along them', () => {
    const points = pointsOf('M0 0C0 30 30 60 60 60L90 60') ?? [];
    expect(points[0]).toEqual({ x: 0, y: 0 });
    expect(points.at(-1)).toEqual({ x: 90, y: 60 });
    expect(points).toHaveLength(5);
    expect(pointsOf('M0 0L5 5M9 9L12 12')).toBeUndefined();
    expect(
      alongPath(
        [
          { x: 0, y: 0 },
          { x: 10, y: 0 },
          { x: 10, y: 30 },
        ],
        { x: 12, y: 10 },
      ),
    ).toEqual({
      share: 0.5,
      at: { x: 10, y: 10 },
    });
  });
});

describe('names in other languages', () => {
  it('are letters, digits and underscores, each once, whatever they stand for', () => {
    const names = [...namesFor(['a.b', 'a[b]', 'a b', '漢', '字', 'end', 'a_b__2', 'lifestyle'], 'n').values()];
    expect(names).toEqual(['n_a_b', 'n_a_b__2', 'n_a_b__3', 'n_', 'n___2', 'n_end', 'n_a_b_2', 'n_lifes_tyle']);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the text of a stranger', () => {
  const nasty =
    '"]; end %%{init: {}}%% style x:#f00; click a "javascript:1" ${x} |md `x` \\" \\n \\N </b><script>alert(1)</script> &quot; -->\u0000\u202e\n---\n```\n# [a](http://evil.example) direction TB';
  const other = `${nasty}2`;
  const box = (id: string) =>
    ({ id, kind: 'other', label: nasty, lines: [nasty], count: 1, tier: 0, detail: nasty, group: 'g' }) as const;
  const graph: Graph = {
    ...{ id: nasty, arrangement: 'tiers', title: nasty, subtitle: nasty, file: nasty, legend: {}, notes: [nasty] },
    figures: [{ label: nasty, value: nasty, note: nasty }],
    nodes: [box(nasty), box(other)],
    groups: [{ id: 'g', kind: 'template', label: nasty, lines: [nasty], count: 1, detail: nasty }],
    trunks: [{ id: 't', from: nasty, to: other, lines: [nasty], weight: 1, detail: nasty }],
    findings: [{ severity: 'error', rule: 'a/b', message: nasty }],
  };

  it('is shown whole, and is no more than text in any language', async () => {
    const drawn = await layout(graph);
    const [mermaid, md, d2, dot, drawio] = languages.map((name) => notationOf(drawn, name, 'light')) as [
      string,
      string,
      string,
      string,
      string,
    ];
    // A line of Mermaid is a comment, or has nothing within its quotes but letters, codes and signs without a meaning.
    const [sheet = '', chart = ''] = mermaid.split('flowchart TB\n');
    for (const line of sheet.split('\n').slice(3, -1)) expect(line).toMatch(/^%% [^%]*$/);
    for (const line of chart.split('\n'))
      expect(line).toMatch(
        /^ *(n_\w+ ---\|"[^"<`{};]*(#\d+;[^"<`{};]*)*(<br\/>[^"<`{};]*(#\d+;[^"<`{};]*)*)*"\| n_\w+|(subgraph )?n_\w+\[".*"\]|end|)$/,
      );
    expect(mermaid).not.toMatch(/%%\{/);
    expect(chart).not.toMatch(/style|direction|<script|click/i);
    expect(md.match(/^```/gm)).toHaveLength(2);
    expect(md.replace(/```mermaid[\s\S]*\n```\n/, '')).not.toMatch(
      /<|(?<!\\)[[\]`*]{1}(?!\*)(?<!\*)(?=x`|a\]|\()|http:\/\//,
    );
    // Strings of D2 and DOT end where they should: what is left outside of them is ours.
    const outside = (text: string) => text.replace(/^ *#.*$/gm, '').replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
    expect(outside(d2).replaceAll('""', '').replace(/n_\w+/g, '')).not.toMatch(/"|script|init|evil/);
    expect(outside(dot)).not.toMatch(/script|init|evil|javascript/);
    expect(d2.replace(/^ *#.*$/gm, '')).not.toMatch(/(?<!\\)\$\{/);
    expect(drawio).not.toMatch(/<script|<\/b>(?!")/);
    expect(drawio).toContain('&amp;lt;script&amp;gt;');
    for (const text of [mermaid, md, d2, dot, drawio])
      for (const sign of ['\0', '\u202e']) expect(text).not.toContain(sign);
    expect(itemsOf(graph)).toHaveLength(4);
  });
});

it('a loop that cools nothing yet is drawn in each language', async () => {
  const facts = await factsOf('import "std/cooling"\nloop water { coolant PG25  supply 31 °C  flow 141 L/min }\n');
  const there = await placed(facts, 'cooling');
  for (const name of languages) expect(notationOf(there, name, 'light'), name).toMatch(/\S/);
});
