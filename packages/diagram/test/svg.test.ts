// The SVG: well formed, the same bytes each time, nothing unescaped, nothing to load.
import { type Graph, itemsOf, layout, svg } from '@lightloom/diagram';
import { viewsOf } from '@lightloom/diagram/views';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { brokenLine, fit, fitName, textWidth, wrap } from '../src/layout/geometry/typography.ts';
import { paletteOf } from '../src/svg/palette.ts';
import { changedPod, drawing, example, factsOf, placed } from './drawn.ts';

const themes = ['light', 'dark', 'print', 'vscode', 'page'] as const;

/** Checks nesting, attributes and references; throws at the first fault. */
function parseXml(text: string): { readonly tags: readonly string[]; readonly ids: readonly string[] } {
  const open: string[] = [];
  const tags: string[] = [];
  const ids: string[] = [];
  let rest = text;
  while (rest !== '') {
    const found = /^(?:<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>|[^<]+)/.exec(rest);
    if (found === null) throw new Error(`not XML: ${rest.slice(0, 80)}`);
    const [all, close, tag, attributes = '', empty] = found;
    for (const entity of all.match(/&[^;]{0,8};?/g) ?? [])
      if (!/^&(amp|lt|gt|quot|#39);$/.test(entity)) throw new Error(`not an entity: ${entity}`);
    if (tag !== undefined) {
      tags.push(tag);
      const names = [...attributes.matchAll(/\s([a-zA-Z:-]+)=/g)].map((each) => each[1]);
      if (new Set(names).size < names.length) throw new Error(`an attribute twice: ${all}`);
      ids.push(...[...attributes.matchAll(/\sid="([^"]*)"/g)].map((each) => each[1] as string));
      if (close === '/') {
        if (open.pop() !== tag) throw new Error(`closes wrongly: ${all}`);
      } else if (empty !== '/') open.push(tag);
    }
    rest = rest.slice(all.length);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join()}`);
  return { tags, ids };
}

describe('the SVG of the pod', () => {
  it('is well formed and names everything that is in the drawing', async () => {
    const facts = await factsOf();
    for (const { id } of viewsOf(facts)) {
      const drawn = await placed(facts, id);
      for (const theme of themes) {
        const text = svg(drawn, { theme });
        const { tags, ids } = parseXml(text);
        expect(new Set(ids).size).toBe(ids.length);
        expect(tags.filter((each) => /script|style|image|foreignObject|use/.test(each))).toEqual([]);
        for (const { id: each } of itemsOf(drawn.graph)) expect(text).toContain(`data-id="${each}"`);
      }
    }
  });

  it('can be read by a screen reader', async () => {
    const text = svg(await placed(await factsOf(), 'overview'), { theme: 'light' });
    expect(text).toMatch(/^<svg [^>]*role="img" aria-labelledby="(\S+-title) (\S+-desc)"/);
    expect(text).toContain('>Pod at a glance</title>');
    expect(text).toMatch(/<desc[^>]*>.*1,024 × 800G.*<\/desc>/);
  });

  it('is the same each time, and holds no path and no time', async () => {
    const [a, b] = [await factsOf(), await factsOf()];
    for (const { id } of viewsOf(a)) {
      const text = svg(await placed(a, id), { theme: 'dark' });
      expect(svg(await placed(b, id), { theme: 'dark' })).toBe(text);
      expect(text).toContain('design.fabric');
      expect(text).not.toMatch(/file:\/\/|20\d\d-\d\d/);
    }
  });

  it('takes its colors from the editor', async () => {
    const drawn = await placed(await factsOf(), 'overview');
    expect(svg(drawn, { theme: 'vscode' })).toContain('var(--vscode-editor-foreground');
    expect(svg(drawn, { theme: 'light' })).not.toContain('var(');
  });

  it('is drawn by a renderer of its own, at its size', async () => {
    const drawn = await placed(await factsOf(), 'racks');
    const image = new Resvg(svg(drawn, { theme: 'light' })).render();
    expect([image.width, image.height]).toEqual([drawn.width, drawn.height]);
  });
});

describe('colors', () => {
  /** Relative luminance and contrast as WCAG 2.2 defines them. */
  const luminance = (color: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };

  it.each(['light', 'dark', 'print'] as const)('stand out from the ground: %s', (theme) => {
    const palette = paletteOf(theme);
    for (const text of [palette.ink, palette.muted])
      for (const ground of [palette.background, palette.surface])
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThan(4.5);
    const marks = [
      ...Object.values(palette.scales).flat(),
      ...palette.categories,
      palette.over,
      palette.warning,
      palette.holds,
    ];
    for (const mark of marks) expect(contrast(mark, palette.background), mark).toBeGreaterThan(2.9);
    for (const ground of [palette.background, palette.surface])
      expect(contrast(palette.edge, ground), `edge on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it('of scales fall in lightness from end to end, so that they read in grey', () => {
    for (const scale of (['light', 'dark', 'print'] as const).flatMap((theme) =>
      Object.values(paletteOf(theme).scales),
    ))
      for (const [i, color] of scale.slice(1).entries())
        expect(luminance(color), color).toBeLessThan(luminance(scale[i] as string));
  });

  it('leave amber to warnings', () => {
    const hue = (color: string): number => {
      const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];
      const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
      const at =
        most === r
          ? (g - b) / (most - least)
          : most === g
            ? 2 + (b - r) / (most - least)
            : 4 + (r - g) / (most - least);
      return (at * 60 + 360) % 360;
    };
    const { scales, categories, warning } = paletteOf('light');
    expect(hue(warning)).toBeGreaterThan(30);
    expect(hue(warning)).toBeLessThan(50);
    for (const color of [...Object.values(scales).flat(), ...categories])
      expect(hue(color) < 25 || hue(color) > 55, color).toBe(true);
  });

  it('are not all there is: what is over a limit and what is unknown is hatched, and the legend shows it', async () => {
    const over = svg(await placed(await changedPod('power 120 kW', 'power 50 kW'), 'racks'), { theme: 'light' });
    // The bar of the rack, the stack in it, the plan, the legend.
    expect(over.match(/fill="url\(#[^)]*-over\)"/g)?.length).toBeGreaterThanOrEqual(4);
    const hot = svg(await placed(await changedPod('1900 L/min', '1500 L/min'), 'cooling'), { theme: 'light' });
    expect(hot).toMatch(/stroke-dasharray="3 4"/);
  });
});

describe('every element of every view', () => {
  it('of loss budgets has the scale of budgets, and nothing else has', async () => {
    for (const name of ['xpo-pod.fabric', 'scale-across.fabric']) {
      const facts = await factsOf(example(name));
      for (const { id } of viewsOf(facts)) {
        const { colors, bands } = drawing(facts, id).legend;
        for (const key of [colors, bands])
          if (key !== undefined) expect(key.kind === 'budget', `${id}: ${key.title}`).toBe(/loss/i.test(key.title));
      }
    }
  });

  it('has an id, a title and a description, in every theme', async () => {
    for (const name of ['xpo-pod.fabric', 'liquid-hall.fabric', 'scale-across.fabric']) {
      const facts = await factsOf(example(name));
      for (const [i, { id }] of viewsOf(facts).entries()) {
        const text = svg(await placed(facts, id), { theme: themes[i % themes.length] ?? 'light' });
        const elements = [...text.matchAll(/<g( [^>]*)>(<title>[^<]+<\/title>)?(<desc>[^<]+<\/desc>)?/g)];
        for (const [tag, attributes = '', title, desc] of elements.filter(([, each]) => each?.includes('data-kind'))) {
          if (/data-kind="mark"/.test(attributes)) continue;
          expect([attributes.includes('data-id="'), title !== undefined, desc !== undefined], `${id}: ${tag}`).toEqual([
            true,
            true,
            true,
          ]);
        }
        expect(elements.length).toBeGreaterThan(0);
      }
    }
  });

  it('has its power in MW from 1 MW on', async () => {
    const text = svg(await placed(await factsOf(), 'power'), { theme: 'light' });
    expect(text).toContain('when lost, B carries 1.932 MW');
    for (const name of ['xpo-pod.fabric', 'liquid-hall.fabric']) {
      const facts = await factsOf(example(name));
      for (const { id } of viewsOf(facts))
        expect(svg(await placed(facts, id), { theme: 'light' }), id).not.toMatch(/[0-9],[0-9]{3}(?:\.[0-9]+)? kW/);
    }
  });
});

describe('any text', () => {
  const nasty = `<b>&amp;"'\u0000\ud800]]> ${'very long '.repeat(200)}`;
  const graph: Graph = {
    id: nasty,
    arrangement: 'tiers',
    title: nasty,
    subtitle: nasty,
    figures: [{ label: nasty, value: nasty, note: nasty, verdict: 'fails' }],
    nodes: [{ id: nasty, kind: 'other', label: nasty, lines: [nasty], count: 1, tier: 0, detail: nasty, group: 'g' }],
    groups: [{ id: 'g', kind: 'template', label: nasty, lines: [nasty], count: 1, detail: nasty }],
    trunks: [{ id: 't', from: nasty, to: nasty, lines: [nasty], weight: 1, detail: nasty }],
    legend: {
      colors: { kind: 'categories', title: nasty, names: [nasty] },
      width: { title: nasty, largest: nasty, weight: 1 },
    },
    notes: [nasty],
    file: nasty,
  };

  it('is escaped, cut to its box, and whole in the tooltip', async () => {
    const drawn = await layout(graph);
    expect(drawn.width).toBeLessThan(1200);
    for (const theme of themes) {
      const text = svg(drawn, { theme });
      parseXml(text);
      expect(text).toContain(`&lt;b&gt;&amp;amp;&quot;&#39;\ufffd\ufffd]]&gt; ${'very long '.repeat(200)}</title>`);
    }
  });

  it('keeps both ends of a long name', () => {
    const cut = fit('rack_row_seven_position_[1..32]', 'name', 120);
    expect(textWidth(cut, 'name')).toBeLessThanOrEqual(120);
    expect(cut).toMatch(/^rack.*….*32\]$/);
    expect(fit('short', 'name', 120)).toBe('short');
  });

  it('of figures is broken between them, or between words where one is too wide: none is cut', () => {
    const words = (each: string): string[] => each.split(/[ ·]+/);
    const text = 'OS2 20–90 m · 4 × A panel with quite a long name · 3.736 dB of 3 dB: over budget';
    const lines = brokenLine(text, 'label', 160);
    expect(lines.flatMap(words)).toEqual(words(text));
    expect(lines.some((each) => each.endsWith('over budget'))).toBe(true);
    const lost = 'when one is lost, each other carries 213.333 kW; 1 more';
    expect(brokenLine(lost, 'line', 200).join(' ')).toBe(lost);
    for (const line of lines) expect(textWidth(line, 'label')).toBeLessThanOrEqual(160);
    expect(fitName('an array with a very long name · 48.544 kW', 'label', 140)).toMatch(/^an.*….* · 48\.544 kW$/);
  });

  it('breaks Chinese and Japanese between characters, never before a mark', () => {
    // Characters are 20 pixels wide in a title.
    expect(wrap('東京データセンターの光ファブリック、概要', 'title', 200)).toEqual([
      '東京データセンターの',
      '光ファブリック、概要',
    ]);
    expect(wrap('東京の大きなデータセンター', 'title', 150)).toEqual(['東京の大きな', 'データセンター']);
    expect(wrap('800G 光ファブリック', 'title', 110)).toEqual(['800G 光', 'ファブリッ', 'ク']);
  });

  it('is broken between words', () => {
    const lines = wrap('one two three four five six seven', 'subtitle', 90);
    expect(lines.join(' ')).toBe('one two three four five six seven');
    for (const line of lines) expect(textWidth(line, 'subtitle')).toBeLessThanOrEqual(90);
  });
});
